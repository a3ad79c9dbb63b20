import Ecosystems
import Kernel
import Markup
import Parties
import Purpose

/// Who gives to whom at a glance: the busiest by name, a dot that grows with the number, and everything one click away.
extension EcosystemVisit {
    func matrixCard(_ matrix: GiveGetMatrix, _ filter: GiveGetMatrix.Filter) -> HTML {
        let busy = BusyMatrix(matrix)
        let money = amounts(matrix.money)
        let sum: HTML = money.isEmpty ? "" : " \(say("Aan geld samen", "In money together")): \(money)."
        let count = say.count(matrix.total, Text("keer", "exchange"), Text("keer", "exchanges"))
        let title = say("Wie geeft aan wie", "Who gives to whom")
        let head: HTML = busy.columns.html { column in
            "<th scope=\"col\"><span>\(name(column, filter, receives: true))</span></th>"
        }
        let rows: HTML = busy.rows.html { row in
            let cells: HTML = busy.columns.html { dot(busy, row, $0, filter) }
            return "<tr><th scope=\"row\">\(name(row, filter, receives: false))</th>\(cells)</tr>"
        }
        return card(
            title,
            """
            <p class="quiet">\(count).\(sum)\(hint(busy))</p>
            <table class="matrix"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">\(say("Van ↓ aan →", "From ↓ to →"))</th>\(head)</tr></thead>
            <tbody>\(rows)</tbody></table>
            """)
    }

    private func hint(_ busy: BusyMatrix) -> String {
        guard (busy.rows + busy.columns).contains(where: { $0.organisation == nil }) else { return "" }
        return say(
            " Wie het meest geeft of krijgt, staat bij naam. Klik op een stip of naam voor wat er is gegeven.",
            " Who gives or gets most is named. Click a dot or a name to see what was given.")
    }

    /// A party leads to all of its exchanges, on that page to the party itself; the others lead to theirs.
    private func name(_ side: BusyMatrix.Side, _ filter: GiveGetMatrix.Filter, receives: Bool) -> HTML {
        guard let party = side.organisation else {
            return "<a href=\"\(exchanges(filter, receives ? ("to", nil) : ("from", nil)))\">\(others(side))</a>"
        }
        let short = say(shortName(party))
        if filter.party == party.id {
            return "<a href=\"\(address(of: party))\" title=\"\(say(party.title))\">\(short)</a>"
        }
        let path = Path.purpose(id, "exchanges").with([("party", party.id)])
        return "<a href=\"\(path)\" title=\"\(say(party.title))\">\(short)</a>"
    }

    private func shortName(_ party: Reference) -> Text {
        reader.record(Organisation.self, party.id)?.shortName ?? party.title
    }

    private func others(_ side: BusyMatrix.Side) -> String {
        side.ids.count == 1 ? say("1 andere", "1 other") : say("\(side.ids.count) anderen", "\(side.ids.count) others")
    }

    /// The list narrowed to one side; without an id to those who are not named. Who are looked at already stay so.
    private func exchanges(_ filter: GiveGetMatrix.Filter, _ sides: (String, String?)...) -> String {
        var narrowed = filter
        for (side, id) in sides {
            let wanted = id ?? GiveGetMatrix.Filter.others
            if side == "from" { narrowed.from = wanted } else { narrowed.to = wanted }
        }
        return Path.purpose(self.id, "exchanges").with(exchangeQuery(narrowed)) + "#every"
    }

    private func dot(
        _ busy: BusyMatrix, _ row: BusyMatrix.Side, _ column: BusyMatrix.Side, _ filter: GiveGetMatrix.Filter
    ) -> HTML {
        let gifts = busy.gifts(from: row, to: column)
        guard !gifts.isEmpty else { return "<td></td>" }
        let size = gifts.count == 1 ? 1 : gifts.count < 4 ? 2 : gifts.count < 8 ? 3 : 4
        let from = row.organisation.map { say($0.title) } ?? others(row)
        let to = column.organisation.map { say($0.title) } ?? others(column)
        let what = gifts.count == 1 ? say(gifts[0].exchange.title) : "\(gifts.count)×"
        let path =
            gifts.count == 1
            ? address(of: gifts[0].exchange).url
            : exchanges(filter, ("from", row.organisation?.id), ("to", column.organisation?.id))
        let words = say("\(from) aan \(to): \(what)", "\(from) to \(to): \(what)")
        return """
            <td><a href="\(path)" title="\(words)"><span class="dot dot-\(size)" aria-hidden="true">\(gifts.count == 1 ? "" : "\(gifts.count)")</span>\
            <span class="hidden">\(words)</span></a></td>
            """
    }
}
