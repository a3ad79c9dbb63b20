import Ecosystems
import Kernel

/// A decision as the register tells it: what was decided, when, by which body, with what result and why it came up.
package struct RegisteredDecision: Sendable {
    package let decision: Decision
    /// The sequence of the last event about it.
    package let version: Int
    package let body: Text
    package let question: Text
    package let proposal: Text
    /// What was chosen, when there was something to choose.
    package let chosen: [Text]
    /// One line: why the question was asked or, of an emergency, why it was urgent.
    package let why: Text

    /// “Aangenomen: Overgaan”.
    package var title: Text {
        let (result, nl, en) = (decision.result.label, chosen.map(\.dutch), chosen.map(\.english))
        let what =
            chosen.isEmpty ? Text() : Text(" (\(nl.joined(separator: ", ")))", " (\(en.joined(separator: ", ")))")
        return Text(
            "\(result.nl.uppercasedFirst): \(proposal.dutch)\(what.nl)",
            "\(result.en.uppercasedFirst): \(proposal.english)\(what.en)")
    }

    /// What became of it since; empty while it simply stands.
    package var since: Text {
        if let override = decision.overridden {
            return Text(
                "Terzijde geschoven: \(override.reason.dutch)", "Overridden: \(override.reason.english)")
        }
        if let reopening = decision.reopened {
            return Text("Heropend: \(reopening.reason.dutch)", "Reopened: \(reopening.reason.english)")
        }
        if decision.carriedOut != nil { return Text("Uitgevoerd.", "Carried out.") }
        guard decision.urgent, decision.ratification == nil else { return Text() }
        return Text("Noodbesluit, nog niet bekrachtigd.", "Emergency decision, not ratified yet.")
    }

    /// The last day on which something happened to it.
    package var touched: Day? {
        [decision.on, decision.carriedOut, decision.overridden?.on, decision.reopened?.on].compactMap { $0 }.max()
    }
}

/// Everything that was decided, as far as somebody may see it. A vote without a quorum or an outcome decided nothing.
package enum DecisionRegister {
    /// The youngest first.
    /// - Parameter day: leaves out what was decided before it and not touched since.
    package static func entries(_ reader: Reader, since day: Day? = nil) -> [RegisteredDecision] {
        let table = reader.state.table(Decision.naming.plural)
        return reader.records(Decision.self).filter(\.settles).map { decision in
            entry(decision, table?.version(of: decision.id.rawValue) ?? 0, reader)
        }
        .filter { entry in day.map { (entry.touched ?? $0) >= $0 } ?? true }
        .sorted { one, two in
            (two.decision.on?.number ?? 0, one.decision.id) < (one.decision.on?.number ?? 0, two.decision.id)
        }
    }

    private static func entry(_ decision: Decision, _ version: Int, _ reader: Reader) -> RegisteredDecision {
        let proposal = reader.record(Proposal.self, decision.proposal.rawValue)
        let matter = reader.record(Matter.self, decision.matter.rawValue)
        let why = decision.urgent ? decision.explanation : matter?.why ?? Text()
        return RegisteredDecision(
            decision: decision, version: version, body: reader.title(Body.naming.plural, decision.body.rawValue),
            question: matter?.question ?? Text(same: decision.matter.rawValue),
            proposal: proposal?.name ?? Text(same: decision.proposal.rawValue),
            chosen: decision.winners.map { proposal?.option($0)?.name ?? Text(same: $0) }, why: why.opening)
    }
}

extension Text {
    /// The first line in each language, cut after 240 characters (ours).
    fileprivate var opening: Text { Text(Self.opening(nl), Self.opening(en)) }

    private static func opening(_ text: String) -> String {
        let line = String(text.split(whereSeparator: \.isNewline).first ?? "")
        return line.count > 240 ? line.prefix(239) + "…" : line
    }
}
