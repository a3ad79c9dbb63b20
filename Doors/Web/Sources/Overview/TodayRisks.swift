import Ecosystems
import Kernel
import Markup
import Parties

/// What is at risk, over all ecosystems of the visitor; what is only good to know is left out.
extension Visit {
    func atRisk(_ visits: [EcosystemVisit]) async throws -> HTML {
        var risks: [(inside: EcosystemVisit, findings: [Finding])] = []
        for inside in visits {
            let findings = try await inside.visibleFindings().filter { $0.severity != .notice }
            if !findings.isEmpty { risks.append((inside, findings)) }
        }
        let body: HTML =
            risks.isEmpty
            ? "<p class=\"empty\">✓ \(say("Niets loopt nu gevaar.", "Nothing is at risk now."))</p>"
            : risks.count > 2 ? heaviest(risks) : risks.html(riskList)
        return "<section class=\"card\"><h2>\(say("Loopt risico", "At risk"))</h2>\(body)</section>"
    }

    /// One's own organisations first.
    private func riskList(_ inside: EcosystemVisit, _ findings: [Finding]) -> HTML {
        let mine = inside.reader.rights.belongsTo
        let own = findings.filter { $0.isAbout(mine, inside.reader.state) }
        let others = findings.filter { !$0.isAbout(mine, inside.reader.state) }
        let list = FindingList(inside)
        let about: HTML =
            own.isEmpty ? "" : "<h4>\(say("Uw organisatie", "Your organisation"))</h4>\(list.html(own, limit: 5))"
        let rest: HTML = own.isEmpty || others.isEmpty ? "" : "<h4>\(say("Het ecosysteem", "The ecosystem"))</h4>"
        let all = Path.findings(inside.id)
        return """
            <h3><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></h3>\(about)\(rest)\(list.html(others, limit: 4))
            <p><a href="\(all)">\(say("Alle \(findings.count) bij \(inside.name)", "All \(findings.count) at \(inside.name)"))</a></p>
            """
    }

    /// Of many ecosystems: the five heaviest, and a line for each.
    private func heaviest(_ risks: [(inside: EcosystemVisit, findings: [Finding])]) -> HTML {
        let groups = risks.flatMap { inside, findings in
            FindingGroup.groups(of: findings, on: today).map { (inside: inside, group: $0) }
        }
        let first = groups.enumerated().sorted { one, two in
            let (left, right) = (one.element.group.weight(on: today), two.element.group.weight(on: today))
            return (left.urgency, left.due, one.offset) < (right.urgency, right.due, two.offset)
        }
        let lines: HTML = first.prefix(5).html { FindingList($0.element.inside).html($0.element.group, named: true) }
        let totals: HTML = risks.html { inside, findings in
            let late = findings.filter { $0.due.map { $0 < today } ?? false }.count
            let told = late == 0 ? "" : say(", waarvan \(late) te laat", ", of which \(late) late")
            return "<li><a href=\"\(Path.findings(inside.id))\">\(inside.name): \(findings.count)</a>\(told)</li>"
        }
        return """
            <ul class="findings">\(lines)</ul><h3>\(say("Per ecosysteem", "By ecosystem"))</h3><ul class="plain">\(totals)</ul>
            """
    }
}

extension FindingGroup {
    /// How pressing the heaviest of it is, and by which day.
    fileprivate func weight(on today: Day) -> (urgency: Finding.Severity, due: Int) {
        (findings.map { $0.urgency(on: today) }.min() ?? .notice, findings.compactMap(\.due).min()?.number ?? .max)
    }
}
