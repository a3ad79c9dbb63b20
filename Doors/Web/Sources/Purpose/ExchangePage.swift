import Ecosystems
import Hummingbird
import Kernel
import Markup
import Purpose

/// Who gives what to whom: first who only gives, then the matrix, then every exchange by itself.
extension EcosystemVisit {
    func showExchanges() async throws -> Response {
        let filter = exchangeFilter
        let key = exchangeQuery(filter).map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let content = cached("purpose-exchanges \(key)") { exchangeContent(GiveGetMatrix(reader, filter), filter) }
        var page = purposePage(
            .exchanges, say("Geven en krijgen", "Giving and getting"),
            lead: say(
                "Wat partijen elkaar geven: geld, maar ook uren, gegevens en kennis. Wie alleen geeft, haakt vaak af.",
                "What parties give each other: money, but also hours, data and knowledge. Who only gives often drops out."
            ),
            actions: adding("exchanges"), content)
        page.styles = ["purpose.css"]
        return show(page)
    }

    private func exchangeContent(_ matrix: GiveGetMatrix, _ filter: GiveGetMatrix.Filter) -> HTML {
        if matrix.total == 0, !filter.isEmpty {
            return """
                \(exchangeFilterForm(filter))<p class="empty">\(say("Geen ruil past bij deze keuze.", "No exchange fits this choice.")) \
                <a href="\(Path.purpose(id, "exchanges"))">\(say("Toon alles", "Show all"))</a></p>
                """
        }
        guard matrix.total > 0 else {
            return
                "<p class=\"empty\">\(say("Er is nog niet vastgelegd wat partijen elkaar geven.", "What parties give each other has not been recorded yet.")) \(formLink("exchanges", say("Leg de eerste ruil vast", "Record the first exchange")))</p>"
        }
        let balance: HTML = filter.isEmpty ? unbalanced(matrix) : ""
        return "\(balance)\(exchangeFilterForm(filter))\(matrixCard(matrix, filter))\(everyExchange(matrix, filter))"
    }

    private func unbalanced(_ matrix: GiveGetMatrix) -> HTML {
        var items: HTML = ""
        if !matrix.onlyGiving.isEmpty {
            items += attention(
                "●", "\(say("Geeft, maar krijgt niets", "Gives, but gets nothing"))", few(matrix.onlyGiving, 5))
        }
        if !matrix.onlyReceiving.isEmpty {
            items += attention(
                "○", "\(say("Krijgt, maar geeft niets", "Gets, but gives nothing"))", few(matrix.onlyReceiving, 5),
                severity: "notice")
        }
        return items.isEmpty
            ? "" : card(say("Niet in balans", "Out of balance"), "<ul class=\"findings\">\(items)</ul>")
    }

    /// Every exchange under who gives it; folded until something was chosen.
    private func everyExchange(_ matrix: GiveGetMatrix, _ filter: GiveGetMatrix.Filter) -> HTML {
        let givers = matrix.rows.sorted {
            (say($0.organisation.title).lowercased(), $0.organisation.id)
                < (say($1.organisation.title).lowercased(), $1.organisation.id)
        }
        let cells = Dictionary(grouping: matrix.cells, by: \.from)
        let groups: HTML = givers.html { giver in
            let items: HTML = (cells[giver.organisation.id] ?? []).html { cell in cell.gifts.html { item($0, cell.to) }
            }
            return
                "<h3>\(link(giver.organisation)) <small class=\"quiet\">\(giver.count)</small></h3><ul class=\"plain gifts\">\(items)</ul>"
        }
        return """
            <section class="card" id="every"><details\(if: !filter.isEmpty, " open")>\
            <summary><h2>\(say("Elke ruil", "Every exchange")) <small class="quiet">\(matrix.total)</small></h2></summary>\(groups)</details></section>
            """
    }

    private func item(_ gift: GiveGetMatrix.Gift, _ receiver: String) -> HTML {
        let worth = [say(gift.form.label), gift.amount.map { say.money($0) }].compactMap { $0 }.joined(separator: ", ")
        let also: HTML =
            gift.benefits.isEmpty
            ? "" : " · \(say("komt ook ten goede aan", "also benefits")) \(few(gift.benefits))"
        let activity: HTML = gift.activity.map { " · \(say("bij", "for")) \(link($0))" } ?? ""
        return """
            <li>\(link(gift.exchange))<br><small>\(say("aan", "to")) \(link(to: "organisations", receiver)) · \(worth)\(also)\(activity)</small></li>
            """
    }
}
