import Ecosystems
import Kernel

/// Findings as people read them: a symbol, a sentence, why, and one action.
package struct FindingList: Sendable {
    let inside: EcosystemVisit
    private var say: Say { inside.say }

    package init(_ inside: EcosystemVisit) { self.inside = inside }

    package func html(_ findings: [Finding]) -> HTML {
        guard !findings.isEmpty else { return "" }
        return "<ul class=\"findings\">\(findings.map(item))</ul>"
    }

    private func item(_ finding: Finding) -> HTML {
        let due: HTML =
            finding.due.map { "<span class=\"due\">\(say.until($0, today: inside.reader.today))</span>" } ?? ""
        let link: HTML = path(finding).map { " <a href=\"\($0)\">\(say("Bekijk", "Look"))</a>" } ?? ""
        return """
            <li class="\(finding.severity.rawValue)"><span class="sign" role="img" aria-label="\(name(finding.severity))">\(sign(finding.severity))</span>
            <div><p class="what">\(say(finding.message))</p><p class="why">\(say(finding.explanation))\(link)</p></div>\(due)</li>
            """
    }

    private func sign(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "▲"
        case .warning: "●"
        case .notice: "○"
        }
    }

    private func name(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: say("fout", "error")
        case .warning: say("let op", "attention")
        case .notice: say("ter info", "notice")
        }
    }

    func path(_ finding: Finding) -> Path? {
        guard !finding.kind.isEmpty else { return nil }
        if finding.record.isEmpty { return .records(inside.id, finding.kind) }
        if finding.kind == "organisations" { return .organisation(inside.id, finding.record) }
        return .record(inside.id, finding.kind, finding.record)
    }
}
