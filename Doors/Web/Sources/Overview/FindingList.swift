import Ecosystems
import Kernel
import Markup

/// Findings as people read them: a symbol, a sentence, why, and one action. Several of one rule become one line that opens.
package struct FindingList: Sendable {
    let inside: EcosystemVisit
    private var say: Say { inside.say }

    package init(_ inside: EcosystemVisit) { self.inside = inside }

    /// - Parameter limit: as many lines at most.
    package func html(_ findings: [Finding], limit: Int = .max) -> HTML {
        let groups = FindingGroup.groups(of: findings, on: inside.reader.today).prefix(limit)
        guard !groups.isEmpty else { return "" }
        return "<ul class=\"findings\">\(groups.map { html($0) })</ul>"
    }

    /// One line of the list.
    /// - Parameter named: whether it says in which ecosystem.
    func html(_ group: FindingGroup, named: Bool = false) -> HTML {
        guard let first = group.findings.first else { return "" }
        let place: HTML =
            named ? "<a href=\"\(Path.ecosystem(inside.id))\">\(inside.name)</a> · " : ""
        guard group.findings.count > 1, let words = inside.reader.catalogue.words(of: first) else {
            return item(first, why: "\(place)\(say(first.explanation)) ", sign: true)
        }
        let cases = group.findings.html { item($0, why: "", sign: false) }
        let count = group.findings.count
        let urgency = first.urgency(on: inside.reader.today)
        return """
            <li class="\(urgency.rawValue)">\(mark(urgency))<div><p class="what">\(say(words.several)): \(count)</p>\
            <p class="why">\(place)\(say(first.explanation))</p>\
            <details><summary>\(say("Toon alle \(count)", "Show all \(count)"))</summary><ul class="findings cases">\(cases)</ul></details></div>\
            \(due(group.findings.compactMap(\.due).min()))</li>
            """
    }

    private func item(_ finding: Finding, why: HTML, sign: Bool) -> HTML {
        let link: HTML = inside.place(of: finding).map { "<a href=\"\($0.url)\">\($0.label)</a>" } ?? ""
        let reason: HTML = why.isEmpty && link.isEmpty ? "" : "<p class=\"why\">\(why)\(link)</p>"
        let urgency = finding.urgency(on: inside.reader.today)
        return """
            <li class="\(urgency.rawValue)">\(sign ? mark(urgency) : "")\
            <div><p\(if: sign, " class=\"what\"")>\(say(finding.message))</p>\(reason)</div>\(due(finding.due))</li>
            """
    }

    /// The day by which it matters; late ones look the same everywhere.
    private func due(_ day: Day?) -> HTML { day.map { inside.visit.due($0, today: inside.reader.today) } ?? "" }

    private func mark(_ severity: Finding.Severity) -> HTML {
        "<span class=\"sign\" role=\"img\" aria-label=\"\(name(severity))\">\(sign(severity))</span>"
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
        case .error: say("te laat of fout", "late or wrong")
        case .warning: say("let op", "attention")
        case .notice: say("ter info", "notice")
        }
    }
}

extension Visit {
    /// How long until a day: `nog 4 dagen`, or `▲ 16 dagen te laat` in a mark of its own.
    func due(_ day: Day, today: Day) -> HTML {
        day < today
            ? "<span class=\"due\"><span class=\"pill broken\"><span aria-hidden=\"true\">▲</span> \(say.late(day, today: today))</span></span>"
            : "<span class=\"due\">\(say.until(day, today: today))</span>"
    }
}
