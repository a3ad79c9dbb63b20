import Ecosystems
import Hummingbird
import Kernel
import Purpose

/// Who gives what to whom: first who only gives, then the matrix, then every exchange by itself.
extension EcosystemVisit {
    func showExchanges() async throws -> Response {
        let filter = exchangeFilter
        let key = exchangeQuery(filter).map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let content = cached("purpose-exchanges \(key)") { exchangeContent(GiveGetMatrix(reader, filter), filter) }
        return show(
            purposePage(
                .exchanges, say("Geven en krijgen", "Giving and getting"),
                lead: say(
                    "Wat partijen elkaar geven: geld, maar ook uren, gegevens en kennis. Wie alleen geeft, haakt vaak af.",
                    "What parties give each other: money, but also hours, data and knowledge. Who only gives often drops out."
                ),
                actions: adding("exchanges"), content))
    }

    private func exchangeContent(_ matrix: GiveGetMatrix, _ filter: GiveGetMatrix.Filter) -> HTML {
        if matrix.total == 0, !filter.isEmpty {
            return """
                \(exchangeFilterForm(filter))<p class="empty">\(say("Geen ruil past bij deze keuze.", "No exchange fits this choice.")) \
                <a href="\(Path.purpose(id, "exchanges").with(pastQuery))">\(say("Toon alles", "Show all"))</a></p>
                """
        }
        guard matrix.total > 0 else {
            return
                "<p class=\"empty\">\(say("Er is nog niet vastgelegd wat partijen elkaar geven.", "What parties give each other has not been recorded yet.")) \(formLink("exchanges", say("Leg de eerste ruil vast", "Record the first exchange")))</p>"
        }
        let balance: HTML = filter.isEmpty ? unbalanced(matrix) : ""
        return "\(balance)\(exchangeFilterForm(filter))\(matrixCard(matrix, filter))\(exchangeList(matrix))"
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
