import Ecosystems
import Hummingbird
import Kernel
import Markup
import Purpose

/// Who pays and who is better off by it, per activity; first where a payer gets nothing.
extension EcosystemVisit {
    func showInvestors() async throws -> Response {
        let content = cached("purpose-investors") { investorContent(InvestorMap(reader)) }
        return show(
            purposePage(
                .investors, say("Wie betaalt en wie heeft er baat bij", "Who pays and who benefits"),
                lead: say(
                    "Wie investeert, hoort er zelf beter van te worden. Hier ziet u per activiteit of dat zo is.",
                    "Who invests should be better off by it. Here you see per activity whether that is so."),
                actions: adding("activities"), content))
    }

    private func investorContent(_ map: InvestorMap) -> HTML {
        guard !map.rows.isEmpty else {
            return
                "<p class=\"empty\">\(say("Bij geen enkele activiteit staat wie betaalt of wie er baat bij heeft.", "No activity says who pays or who benefits.")) <a href=\"\(Path.records(id, "activities"))\">\(say("Naar de activiteiten", "To the activities"))</a></p>"
        }
        let flagged: HTML = map.flagged.html { row in
            let add = formLink(
                "exchanges", say("Leg vast wat zij terugkrijgen", "Record what they get in return"),
                [("activity", row.activity.id)])
            return attention(
                "●",
                "\(links(row.losing)): \(say("betaalt en krijgt niets terug", "pays and gets nothing in return"))",
                "\(say("Bij", "For")) \(link(row.activity)). \(add)")
        }
        let first: HTML =
            map.flagged.isEmpty
            ? "<p class=\"empty\">✓ \(say("Iedereen die betaalt, heeft er baat bij of krijgt er iets voor terug.", "Everyone who pays benefits or gets something in return."))</p>"
            : card(
                say("Betaalt zonder er iets voor terug te krijgen", "Pays without getting anything in return"),
                "<ul class=\"findings\">\(flagged)</ul>", count: map.flagged.count)
        let title = say("Per activiteit", "Per activity")
        let columns = [
            say("Activiteit", "Activity"), say("Voor het doel", "For the goal"), say("Betalers", "Payers"),
            say("Baathebbers", "Beneficiaries"), say("Heeft baat zonder te betalen", "Benefits without paying"),
        ]
        return
            "\(first)\(card(title, cards(title, columns, map.rows.html { row($0, columns) }), count: map.rows.count))"
    }

    private func row(_ row: InvestorMap.Row, _ columns: [String]) -> HTML {
        let payers = row.payers.map { payer -> HTML in
            let gain: HTML =
                payer.gain == .nothing
                ? "<span class=\"pill broken\">▲ \(say(payer.gain.label))</span>"
                : "<small>\(say(payer.gain.label))</small>"
            return "\(link(payer.organisation)) \(gain)"
        }
        let list: HTML =
            row.payers.isEmpty
            ? "<span class=\"quiet\">\(say("niemand genoemd", "nobody named"))</span>"
            : payers.joined(separator: "<br>")
        let free: HTML =
            row.free.count > 1 && row.free.count == row.beneficiaries.count
            ? "\(say("allemaal", "all of them"))" : links(row.free)
        return """
            <tr><th scope="row">\(link(row.activity))</th><td data-label="\(columns[1])">\(links(row.goal.map { [$0] } ?? []))</td>\
            <td data-label="\(columns[2])">\(list)</td><td data-label="\(columns[3])">\(links(row.beneficiaries))</td>\
            <td data-label="\(columns[4])">\(free)</td></tr>
            """
    }
}
