import Ecosystems
import Hummingbird
import Kernel
import Markup

/// Everything that the rules notice, the most urgent first.
extension EcosystemVisit {
    func showFindings() async throws -> Response {
        let findings = try await visibleFindings()
        let groups: HTML = Finding.Severity.allCases.html { severity in
            let some = findings.filter { $0.urgency(on: reader.today) == severity }
            guard !some.isEmpty else { return "" }
            let title =
                switch severity {
                case .error: say("Te laat of fout", "Late or wrong")
                case .warning: say("Vraagt aandacht", "Needs attention")
                case .notice: say("Goed om te weten", "Good to know")
                }
            return
                "<section class=\"card\"><h2>\(title) <small class=\"quiet\">\(some.count)</small></h2>\(FindingList(self).html(some))</section>"
        }
        let empty: HTML =
            findings.isEmpty
            ? "<p class=\"empty\">✓ \(say("Er is nu niets dat aandacht vraagt.", "Nothing needs attention now."))</p>"
            : ""
        return show(
            Page(
                say("Bevindingen", "Findings"), place: .overview,
                "<h1>\(say("Wat Stelsel opvalt", "What Stelsel notices"))</h1><p class=\"lead\">\(say("Elke regel noemt waarom, en brengt u naar de plek om het te verhelpen.", "Each line says why, and takes you to where it can be mended."))</p>\(empty)\(groups)"
            ))
    }
}
