import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// The periodic report of who takes no side: numbers per quarter, as bars and as a table, without anything of what they are about.
extension EcosystemVisit {
    func showDisputeReport() async throws -> Response {
        let title = say("Geschillen per kwartaal", "Disputes by quarter")
        return show(
            governancePage(
                .disputes, title,
                lead: say(
                    "Aantallen en doorlooptijden, zonder inhoud: voor wie meedoet, en voor het verslag van de marktmeester.",
                    "Numbers and lead times, without content: for who takes part, and for the report of the market master."
                ),
                actions: reader.readsDisputeFigures
                    ? "<a class=\"button quiet\" href=\"\(Path.disputeReport(id, ".csv"))\">\(say("Als tabel (CSV)", "As a table (CSV)"))</a>"
                    : "", reportContent))
    }

    private var reportContent: HTML {
        guard reader.readsDisputeFigures else {
            return
                "<p class=\"empty\">\(say("Alleen deelnemers zien deze cijfers.", "Only participants see these figures."))</p>"
        }
        let report = DisputeReport(reader.state, on: reader.today)
        guard !report.isEmpty else {
            return
                "<p class=\"empty\">\(say("In de laatste acht kwartalen is niets ingebracht.", "Nothing was raised in the last eight quarters.")) <a href=\"\(Path.disputes(id))\">\(say("Naar geschillen en zorgen", "To disputes and concerns"))</a></p>"
        }
        // A year at least; longer ago only as far as there is something to tell.
        let first = report.quarters.firstIndex { !$0.sorts.values.allSatisfy(\.isEmpty) } ?? 0
        let quarters = Array(report.quarters.dropFirst(min(first, max(0, report.quarters.count - 4))))
        return Dispute.Sort.allCases.html { sort in
            quarters.allSatisfy { $0[sort].isEmpty } ? "" : sortCard(sort, quarters)
        }
    }

    private func sortCard(_ sort: Dispute.Sort, _ quarters: [DisputeReport.Quarter]) -> HTML {
        let heads = [
            say("Ingebracht", "Raised"), say("Gesloten", "Closed"), say("Open aan het eind", "Open at the end"),
            say("Over hun termijn", "Past their term"), say("Doorlooptijd (helft binnen)", "Lead time (half within)"),
            say("Langste", "Longest"),
        ]
        let rows: HTML = quarters.html { quarter in
            let numbers = quarter[sort]
            let late = numbers.late > 0 ? "▲ \(numbers.late)" : "\(numbers.late)"
            let cells = [
                "\(numbers.raised)", "\(numbers.closed)", "\(numbers.open)", late, days(numbers.median),
                days(numbers.longest),
            ]
            let shown: HTML = zip(heads, cells).map { ($0, $1) }.html { "<td data-label=\"\($0)\">\($1)</td>" }
            return "<tr><th scope=\"row\">\(name(of: quarter))</th>\(shown)</tr>"
        }
        let title = say(sortName(sort))
        return card(
            title, "\(reportBars(sort, quarters))\(cards(title, [say("Kwartaal", "Quarter")] + heads, rows))")
    }

    private func sortName(_ sort: Dispute.Sort) -> Text {
        switch sort {
        case .disagreement: Text("Geschillen", "Disputes")
        case .concern: Text("Zorgen", "Concerns")
        case .conduct: Text("Meldingen over gedrag", "Reports of conduct")
        }
    }

    private func days(_ number: Int?) -> String {
        number.map { say.count($0, Text("dag", "day"), Text("dagen", "days")) } ?? "–"
    }

    private func name(of quarter: DisputeReport.Quarter) -> String {
        let isGoingOn = quarter.until == reader.today
        return say("\(quarter.number)e kwartaal \(quarter.year)", "Q\(quarter.number) \(quarter.year)")
            + (isGoingOn ? say(" (tot nu)", " (so far)") : "")
    }

    /// For each quarter what was raised beside what was closed.
    private func reportBars(_ sort: Dispute.Sort, _ quarters: [DisputeReport.Quarter]) -> HTML {
        let most = max(1, quarters.map { max($0[sort].raised, $0[sort].closed) }.max() ?? 1)
        let step = 100.0 / Double(max(quarters.count, 1))
        let bars: HTML = quarters.enumerated().map { $0 }.html { place, quarter in
            let left = Double(place) * step
            func bar(_ count: Int, _ shift: Double, _ style: String) -> HTML {
                let height = count * 70 / most
                let x = number(left + step * shift, ".")
                let middle = number(left + step * (shift + 0.15), ".")
                let top: HTML =
                    count == 0 ? "" : "<text x=\"\(middle)%\" y=\"\(82 - height)\" class=\"count\">\(count)</text>"
                return """
                    <rect x="\(x)%" y="\(88 - height)" width="\(number(step * 0.3, "."))%" height="\(height)" class="\(style)"/>\(top)
                    """
            }
            return """
                \(bar(quarter[sort].raised, 0.18, "raised"))\(bar(quarter[sort].closed, 0.5, "closed"))<text x="\(number(left + step / 2, "."))%" y="106" class="quarter">\(quarter.number)/\(quarter.year % 100)</text>
                """
        }
        let words = say(
            "Per kwartaal wat is ingebracht en wat is gesloten; de tabel hieronder zegt hetzelfde.",
            "By quarter what was raised and what was closed; the table below says the same.")
        return """
            <svg class="report-bars" width="100%" height="112" role="img" aria-label="\(words)"><line x1="0" y1="88.5" x2="100%" y2="88.5" class="rule"/>\(bars)</svg>
            <ul class="part-legend"><li><span class="key-raised" aria-hidden="true"></span> \(say("links: ingebracht", "left: raised"))</li><li><span class="key-closed" aria-hidden="true"></span> \(say("rechts: gesloten", "right: closed"))</li></ul>
            """
    }

    func sendDisputeReport() async throws -> Response {
        guard reader.readsDisputeFigures else {
            throw Refusal.forbidden(
                Problem(
                    "rights.figures", Text("Deze cijfers zijn voor deelnemers.", "These figures are for participants."),
                    mend: Text("Meld u aan als deelnemer.", "Sign in as a participant.")))
        }
        let report = DisputeReport(reader.state, on: reader.today)
        return file(report.csv, "text/csv; charset=utf-8", "\(id)-disputes.csv")
    }
}
