import Ecosystems
import Kernel
import Purpose

/// Who gives what to whom as a matrix, for few parties and for many.
extension EcosystemVisit {
    var exchangeFilter: GiveGetMatrix.Filter {
        GiveGetMatrix.Filter(
            party: visit.query("party"), giver: visit.query("giver"), receiver: visit.query("receiver"))
    }

    /// The parts of the address, in a fixed order.
    func exchangeQuery(_ filter: GiveGetMatrix.Filter) -> [(String, String)] {
        [("party", filter.party), ("giver", filter.giver), ("receiver", filter.receiver)] + pastQuery
    }

    func exchangeFilterForm(_ filter: GiveGetMatrix.Filter) -> HTML {
        let all = GiveGetMatrix(reader)
        let parties = Set((all.rows + all.columns).map(\.organisation)).map { ($0.id, say($0.title)) }
            .sorted { $0.1.lowercased() < $1.1.lowercased() }
        let used = Set(parties.compactMap { reader.state.table("organisations")?.values(of: $0.0)?["sector"]?.string })
        let sectors = reader.library.choices(for: .sector).filter { used.contains($0.id) }.map {
            ($0.id, say($0.label))
        }
        func chooser(_ name: String, _ label: String, _ choices: [(String, String)], _ chosen: String) -> HTML {
            let options: HTML = choices.html { option($0.0, $0.1, chosen: chosen) }
            return
                "<label>\(label) <select name=\"\(name)\"><option value=\"\">\(say("alle", "all"))</option>\(options)</select></label>"
        }
        let past: HTML = isPast ? "<input type=\"hidden\" name=\"as-of\" value=\"\(asOf)\">" : ""
        let clear: HTML =
            filter.isEmpty
            ? ""
            : " <a href=\"\(Path.purpose(id, "exchanges").with(pastQuery))\">\(say("Toon alles", "Show all"))</a>"
        return """
            <form class="choose" method="get" action="\(Path.purpose(id, "exchanges"))">\(past)
            \(chooser("party", say("Partij", "Party"), parties, filter.party))
            \(chooser("giver", say("Sector die geeft", "Giving sector"), sectors, filter.giver))
            \(chooser("receiver", say("Sector die krijgt", "Receiving sector"), sectors, filter.receiver))
            <button class="button quiet">\(say("Toon", "Show"))</button>\(clear)</form>
            """
    }

    func matrixCard(_ matrix: GiveGetMatrix, _ filter: GiveGetMatrix.Filter) -> HTML {
        let busy = BusyMatrix(matrix)
        let money = amounts(matrix.money)
        let sum: HTML = money.isEmpty ? "" : " \(say("Aan geld samen", "In money together")): \(money)."
        let count = say.count(matrix.total, Text("keer", "exchange"), Text("keer", "exchanges"))
        let gathered: HTML =
            (busy.rows + busy.columns).contains { $0.organisation == nil }
            ? " \(say("De partijen met de meeste ruil staan bij naam. Kies een partij om alles van haar te zien.", "The parties with most exchanges are named. Choose a party to see all of its exchanges."))"
            : ""
        let title = say("Wie geeft aan wie", "Who gives to whom")
        let head: HTML = busy.columns.html { "<th scope=\"col\">\(name($0, filter))</th>" }
        let rows: HTML = busy.rows.html { row in
            let cells: HTML = busy.columns.html { matrixCell(busy, row, $0) }
            return "<tr><th scope=\"row\">\(name(row, filter))</th>\(cells)</tr>"
        }
        let corner = say("Van ↓ aan →", "From ↓ to →")
        return card(
            title,
            """
            <p class="quiet">\(count).\(sum)\(gathered)</p><div class="scroll" tabindex="0" role="region" aria-label="\(title)">
            <table class="cards matrix"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">\(corner)</th>\(head)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    /// A party leads to all of its exchanges; on that page, to the party itself.
    private func name(_ side: BusyMatrix.Side, _ filter: GiveGetMatrix.Filter) -> HTML {
        guard let party = side.organisation else { return "\(others(side))" }
        if filter.party == party.id { return link(party) }
        let path = Path.purpose(id, "exchanges").with([("party", party.id)] + pastQuery)
        return "<a href=\"\(path)\">\(say(party.title))</a>"
    }

    private func others(_ side: BusyMatrix.Side) -> String {
        side.ids.count == 1 ? say("1 andere", "1 other") : say("\(side.ids.count) anderen", "\(side.ids.count) others")
    }

    private func matrixCell(_ busy: BusyMatrix, _ row: BusyMatrix.Side, _ column: BusyMatrix.Side) -> HTML {
        let gifts = busy.gifts(from: row, to: column)
        guard !gifts.isEmpty else { return "<td></td>" }
        let to = column.organisation.map { say($0.title) } ?? others(column)
        let items: HTML =
            row.organisation == nil || column.organisation == nil
            ? "\(gifts.count)×" : gifts.map(gift).joined(separator: "<br>")
        return "<td data-label=\"\(say("Aan", "To")) \(to)\">\(items)</td>"
    }

    private func gift(_ gift: GiveGetMatrix.Gift) -> HTML {
        let path = address(of: gift.exchange).with(pastQuery)
        let words = gift.amount.map { say.money($0) } ?? say(gift.form.label)
        return "<a href=\"\(path)\" title=\"\(say(gift.exchange.title))\">\(words)</a>"
    }
}
