import Ecosystems
import Kernel
import MethodLibrary

/// What deserves attention about the phases that a lifecycle is in or has left.
enum PhaseFindings {
    static let notReady = FindingRule { situation in
        let answers = Dictionary(grouping: situation.state[Answer.self].records, by: \.lifecycle)
        return Journey.all(in: situation).flatMap { journey in
            journey.departures.compactMap { phase, passage in
                let answered = (answers[journey.course.id] ?? []).answered(phase)
                let gate = GateReport(journey, phase, answered: answered, situation.state)
                return gate.isReady ? nil : finding(gate, passage)
            }
        }
    }

    static let questionsOpen = FindingRule { situation in
        let answers = Dictionary(grouping: situation.state[Answer.self].records, by: \.lifecycle)
        return Journey.all(in: situation).compactMap { journey in
            guard let phase = journey.current.flatMap(journey.method.phase), let passage = journey.passages.last else {
                return nil
            }
            let open = phase.questions.count - (answers[journey.course.id] ?? []).answered(phase).count
            guard open > 0 else { return nil }
            return Finding(
                "phase.questions-open", .notice,
                Text(
                    "Fase “\(phase.name.shown(.nl))”: \(open) van \(phase.questions.count) vragen nog open.",
                    "Phase “\(phase.name.shown(.en))”: \(open) of \(phase.questions.count) questions still open."),
                why: Text(
                    "De vragen brengen boven tafel wat anders later misgaat. Bespreek ze en leg de antwoorden vast.",
                    "The questions bring out what goes wrong later otherwise. Discuss them and record the answers."),
                kind: Passage.naming.plural, record: passage.id.rawValue)
        }
    }

    private static func finding(_ gate: GateReport, _ passage: Passage) -> Finding {
        Finding(
            "phase.not-ready", .warning,
            Text(
                "Fase “\(gate.name.shown(.nl))” is verlaten terwijl dit nog niet klaar was: \(gate.missingList(.nl)).",
                "Phase “\(gate.name.shown(.en))” was left while this was not ready: \(gate.missingList(.en))."),
            why: Text(
                "Wat een fase vraagt, is nodig voor de volgende. Leg het alsnog vast, of ga met een reden terug.",
                "What a phase requires, the next one builds on. Record it now, or go back with a reason."),
            kind: Passage.naming.plural, record: passage.id.rawValue)
    }
}

extension Journey {
    /// The phases before the current one that were left to go on, each with the passage by which it was left for the last time.
    fileprivate var departures: [(phase: Phase, passage: Passage)] {
        guard let current, let now = index(of: current) else { return [] }
        var last: [String: Passage] = [:]
        for (earlier, later) in zip(passages, passages.dropFirst())
        where !isBack(from: earlier.phase, to: later.phase) && earlier.phase != later.phase {
            last[earlier.phase] = later
        }
        return method.phases.prefix(now).compactMap { phase in last[phase.id].map { (phase, $0) } }
    }
}
