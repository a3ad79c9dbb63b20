import Ecosystems
import Kernel
import Parties

/// An ecosystem in numbers: how many records of each kind, who takes part, which sectors, what deserves attention.
struct Summary {
    let state: EcosystemState
    let counts: [(kind: Kind, count: Int)]
    let participations: [(status: Participation.Status, count: Int)]
    let helix: HelixSummary
    let findings: [Finding]

    init(_ situation: Situation, catalogue: Catalogue) {
        let state = situation.state
        let apart = [Profile.naming.plural, AdaptedMethod.naming.plural]
        self.state = state
        counts = catalogue.kinds.filter { !apart.contains($0.plural) }.map {
            ($0, state.table($0.plural)?.count ?? 0)
        }
        let numbers = Participation.counts(state)
        participations = Participation.Status.allCases.compactMap { status in
            numbers[status.rawValue].map { (status, $0) }
        }
        helix = HelixSummary(situation)
        findings = catalogue.findings(situation)
    }

    /// `quadruple (government 12 · business 4), missing: citizens`
    private func helixLine(_ language: Language) -> String {
        let present = helix.strands.filter { $0.parties > 0 }
            .map { "\($0.helix.label.shown(language)) \($0.parties)" }.joined(separator: " · ")
        let missing = helix.missing.map { $0.label.shown(language) }.joined(separator: ", ")
        return helix.word + (present.isEmpty ? "" : " (\(present))")
            + (missing.isEmpty ? "" : (language == .nl ? ", ontbreekt: " : ", missing: ") + missing)
    }

    func json(_ language: Language) -> Value {
        let profile = state.profile
        return [
            "ecosystem": [
                "id": .string(state.id), "name": profile.name.json, "summary": profile.summary.json,
                "languages": .list(profile.languages.map { .string($0.rawValue) }),
                "types": .list(profile.types.map(Value.string)), "composition": .string(profile.composition),
                "methods": .list(profile.methods.map(Value.string)), "sequence": .whole(state.sequence),
            ],
            "counts": .map(Dictionary(counts.map { ($0.kind.plural, .whole($0.count)) }) { first, _ in first }),
            "participations": .map(
                Dictionary(participations.map { ($0.status.rawValue, .whole($0.count)) }) { one, _ in one }),
            "helix": .string(helix.word),
            "strands": .map(
                Dictionary(helix.strands.map { ($0.helix.rawValue, .whole($0.parties)) }) { one, _ in one }),
            "missing": .list(helix.missing.map { .string($0.rawValue) }),
            "findings": .list(findings.map { $0.json(language) }),
        ]
    }

    func tell(_ language: Language) {
        let profile = state.profile
        Console.out("\(profile.name.shown(language)) (\(state.id))")
        if !profile.summary.isEmpty { Console.out(profile.summary.shown(language)) }
        Console.out("")
        Console.out(
            rows: counts.filter { $0.count > 0 }.map { [$0.kind.naming.pluralLabel.shown(language), String($0.count)] })
        if !participations.isEmpty {
            Console.out("")
            Console.out(
                participations.map { "\($0.status.label.shown(language)) \($0.count)" }.joined(separator: " · "))
        }
        Console.out("Helix: \(helixLine(language))")
        guard !findings.isEmpty else { return }
        Console.out("")
        for finding in findings { Console.out(finding.line(language)) }
    }
}

extension Finding {
    func json(_ language: Language) -> Value {
        [
            "rule": .string(rule), "severity": .string(severity.rawValue), "message": .string(message.shown(language)),
            "explanation": .string(explanation.shown(language)), "kind": .string(kind), "record": .string(record),
            "due": Value(due?.description),
        ]
    }

    func line(_ language: Language) -> String {
        let day = due.map { " (\($0))" } ?? ""
        let place = record.isEmpty ? "" : " [\(kind)/\(record)]"
        return "\(severity.rawValue) \(rule) \(message.shown(language))\(day)\(place)".onOneLine
    }
}
