import Ecosystems
import Kernel
import Parties

/// Breaches and risks as findings: one for each bearer of a norm, or one for all when there are many.
enum NormFindings {
    /// From how many bearers on a norm is told once.
    static let many = 5

    static let rule = FindingRule { situation in
        let norms = NormsInForce(situation.state, on: situation.today)
        let statuses = NormWatch.statuses(of: norms, in: situation)
        return findings(of: statuses, in: situation)
    }

    static func findings(of statuses: [NormStatus], in situation: Situation) -> [Finding] {
        var findings: [Finding] = []
        let settled = SettledBreaches(situation.state)
        for state in [NormStatus.State.breached, .atRisk, .unchecked] {
            let told = statuses.filter { $0.state == state && $0.deservesAttention && !settled.settles($0) }
            let byNorm = Dictionary(grouping: told) { "\($0.norm.agreement)/\($0.norm.id)" }
            for (_, own) in byNorm.sorted(by: { $0.key < $1.key }) {
                if state == .unchecked || Set(own.map(\.bearer)).count >= many {
                    findings.append(together(own, state, situation))
                } else {
                    findings += own.map { one($0, situation) }
                }
            }
        }
        return findings
    }

    private static func one(_ status: NormStatus, _ situation: Situation) -> Finding {
        let (name, norm, told) = (status.bearerName, status.norm.rule.name, status.explanation)
        return finding(
            status, situation,
            Text(
                "\(name.dutch): \(norm.dutch.asSentence) \(told.nl)",
                "\(name.english): \(norm.english.asSentence) \(told.en)"),
            due: status.due)
    }

    private static func together(
        _ statuses: [NormStatus], _ state: NormStatus.State, _ situation: Situation
    ) -> Finding {
        let first = statuses[0]
        let norm = first.norm.rule.name
        guard state != .unchecked else {
            let told = first.explanation
            return finding(
                first, situation, Text("\(norm.dutch.asSentence) \(told.nl)", "\(norm.english.asSentence) \(told.en)"),
                due: nil)
        }
        let names = Set(statuses.map(\.bearer)).sorted()
        let count = names.count
        let label = state.label
        return finding(
            first, situation,
            Text(
                "\(norm.dutch.asSentence) Bij \(count) partijen \(label.nl).",
                "\(norm.english.asSentence) With \(count) parties \(label.en)."),
            due: statuses.compactMap(\.due).min())
    }

    private static func finding(
        _ status: NormStatus, _ situation: Situation, _ message: Text, due: Day?
    ) -> Finding {
        let isThere = situation.state.table(Norm.naming.plural)?.contains(status.norm.id) == true
        return Finding(
            rule(status.state), status.state == .breached ? .warning : .notice, message, why: why(status),
            kind: isThere ? Norm.naming.plural : Agreement.naming.plural,
            record: isThere ? status.norm.id : status.norm.agreement, due: due)
    }

    private static func rule(_ state: NormStatus.State) -> String {
        switch state {
        case .breached: "norm.breached"
        case .atRisk: "norm.at-risk"
        default: "norm.not-checkable"
        }
    }

    private static func why(_ status: NormStatus) -> Text {
        let citation = status.norm.citation
        let consequence = status.consequence
        let after =
            consequence.isEmpty
            ? Text()
            : Text(
                " Daarna, volgens de afspraak: \(consequence.dutch)",
                " After that, says the agreement: \(consequence.english)")
        switch status.state {
        case .breached:
            return Text(
                "Zo staat het in \(citation.dutch). Begin met een gesprek: vraag wat er speelt en wat helpt, vóór er een "
                    + "gevolg aan vastzit. Is het uitgesproken, leg dan de handeling “Afwikkelen” vast over norms/\(status.norm.id).\(after.nl)",
                "So says \(citation.english). Begin with a conversation before a sanction: ask what is going on and what "
                    + "helps. Once it is talked through, record the act “Settle” about norms/\(status.norm.id).\(after.en)"
            )
        case .atRisk:
            return Text(
                "Er is nog tijd of ruimte, maar niet veel. Zo staat het in \(citation.dutch).",
                "There is time or room left, but not much. So says \(citation.english).")
        default:
            return Text(
                "Zolang dit zo is, ziet niemand of de norm wordt nagekomen. Zo staat het in \(citation.dutch).",
                "As long as this is so, nobody sees whether the norm is kept. So says \(citation.english).")
        }
    }

    static let words: [String: FindingWords] = [
        "norm.breached": FindingWords(
            Text("Normen zijn niet nagekomen", "Norms were not kept"),
            action: Text("Begin een gesprek", "Begin a conversation"), .look),
        "norm.at-risk": FindingWords(
            Text("Normen zijn in gevaar", "Norms are at risk"),
            action: Text("Kijk wat er nog moet", "See what is still to be done"), .look),
        "norm.not-checkable": FindingWords(
            Text("Normen zijn nog niet te volgen", "Norms cannot be watched yet"),
            action: Text("Vul aan wat ontbreekt", "Fill in what is missing"), .look),
    ]
}

extension NormStatus {
    /// That people must judge a condition is no fault to mend.
    fileprivate var deservesAttention: Bool {
        if case .unchecked(.condition) = grounds { return false }
        return true
    }
}

extension String {
    /// With a full stop at the end.
    var asSentence: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
