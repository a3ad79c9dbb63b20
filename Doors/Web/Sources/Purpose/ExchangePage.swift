import Ecosystems
import Hummingbird
import Kernel
import Purpose

/// Who gives what to whom: first who only gives, then the matrix, then every exchange by itself.
extension EcosystemVisit {
    func showExchanges() async throws -> Response {
        let content = cached("purpose-exchanges") { exchangeContent(GiveGetMatrix(reader)) }
        return show(
            purposePage(
                .exchanges, say("Geven en krijgen", "Giving and getting"),
                lead: say(
                    "Wat partijen elkaar geven: geld, maar ook uren, gegevens en kennis. Wie alleen geeft, haakt vaak af.",
                    "What parties give each other: money, but also hours, data and knowledge. Who only gives often drops out."
                ),
                actions: adding("exchanges"), content))
    }

    private func exchangeContent(_ matrix: GiveGetMatrix) -> HTML {
        guard matrix.total > 0 else {
            return
                "<p class=\"empty\">\(say("Er is nog niet vastgelegd wat partijen elkaar geven.", "What parties give each other has not been recorded yet.")) \(formLink("exchanges", say("Leg de eerste ruil vast", "Record the first exchange")))</p>"
        }
        return "\(unbalanced(matrix))\(matrixCard(matrix))\(exchangeList(matrix))"
    }

    private func unbalanced(_ matrix: GiveGetMatrix) -> HTML {
        var items: HTML = ""
        if !matrix.onlyGiving.isEmpty {
            items += attention(
                "●", "\(say("Geeft, maar krijgt niets", "Gives, but gets nothing"))", links(matrix.onlyGiving))
        }
        if !matrix.onlyReceiving.isEmpty {
            items += attention(
                "○", "\(say("Krijgt, maar geeft niets", "Gets, but gives nothing"))", links(matrix.onlyReceiving),
                severity: "notice")
        }
        return items.isEmpty
            ? "" : card(say("Niet in balans", "Out of balance"), "<ul class=\"findings\">\(items)</ul>")
    }

    /// A matrix wider than this is no longer readable: the list then says it all.
    private static var widest: Int { 14 }

    private func matrixCard(_ matrix: GiveGetMatrix) -> HTML {
        let money = amounts(matrix.money)
        let sum: HTML = money.isEmpty ? "" : " \(say("Aan geld samen", "In money together")): \(money)."
        let count = say.count(matrix.total, Text("keer", "exchange"), Text("keer", "exchanges"))
        let title = say("Wie geeft aan wie", "Who gives to whom")
        guard max(matrix.rows.count, matrix.columns.count) <= Self.widest else {
            return card(
                title,
                "<p>\(count).\(sum) \(say("Er zijn te veel partijen voor een overzichtelijke matrix; de lijst hieronder noemt alles.", "There are too many parties for a clear matrix; the list below has everything."))</p>\(totals(matrix))"
            )
        }
        let head: HTML = matrix.columns.html { "<th scope=\"col\">\(link($0.organisation))</th>" }
        let rows: HTML = matrix.rows.html { row in
            let cells: HTML = matrix.columns.html { column in
                let gifts = matrix.gifts(from: row.organisation.id, to: column.organisation.id)
                let items: HTML = gifts.map(gift).joined(separator: "<br>")
                let label: HTML =
                    gifts.isEmpty ? "" : " data-label=\"\(say("Aan", "To")) \(say(column.organisation.title))\""
                return "<td\(label)>\(items)</td>"
            }
            return "<tr><th scope=\"row\">\(link(row.organisation))</th>\(cells)</tr>"
        }
        let corner = say("Van ↓ aan →", "From ↓ to →")
        return card(
            title,
            """
            <p class="quiet">\(count).\(sum)</p><div class="scroll" tabindex="0" role="region" aria-label="\(title)">
            <table class="cards matrix"><caption class="hidden">\(title)</caption><thead><tr><th scope="col">\(corner)</th>\(head)</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """)
    }

    private func gift(_ gift: GiveGetMatrix.Gift) -> HTML {
        let path = address(of: gift.exchange)
        let words = gift.amount.map { say.money($0) } ?? say(gift.form.label)
        return "<a href=\"\(path)\" title=\"\(say(gift.exchange.title))\">\(words)</a>"
    }

    /// Per giver how often and how much.
    private func totals(_ matrix: GiveGetMatrix) -> HTML {
        let columns = [say("Gever", "Giver"), say("Aantal", "Number"), say("Geld", "Money")]
        let rows: HTML = matrix.rows.html { row in
            """
            <tr><th scope="row">\(link(row.organisation))</th><td data-label="\(columns[1])">\(row.count)</td>\
            <td data-label="\(columns[2])">\(amounts(row.money))</td></tr>
            """
        }
        return cards(say("Per gever", "Per giver"), columns, rows)
    }

    private func exchangeList(_ matrix: GiveGetMatrix) -> HTML {
        let title = say("Elke ruil", "Every exchange")
        let columns = [
            say("Wat", "What"), say("Van", "From"), say("Aan", "To"), say("Vorm", "Form"),
            say("Bedrag of waarde", "Amount or value"), say("Komt ook ten goede aan", "Also benefits"),
            say("Bij de activiteit", "For the activity"),
        ]
        let rows: HTML = matrix.cells.html { cell in
            cell.gifts.html { gift in
                let activity = links(gift.activity.map { [$0] } ?? [])
                let amount = gift.amount.map { say.money($0) } ?? "–"
                return """
                    <tr><th scope="row">\(link(gift.exchange))</th><td data-label="\(columns[1])">\(link(to: "organisations", cell.from))</td>\
                    <td data-label="\(columns[2])">\(link(to: "organisations", cell.to))</td><td data-label="\(columns[3])">\(say(gift.form.label))</td>\
                    <td data-label="\(columns[4])">\(amount)</td><td data-label="\(columns[5])">\(links(gift.benefits))</td>\
                    <td data-label="\(columns[6])">\(activity)</td></tr>
                    """
            }
        }
        return card(title, cards(title, columns, rows), count: matrix.total)
    }
}
