import Ecosystems
import Kernel
import MethodLibrary

/// An ecosystem in numbers: how many records of each kind, who takes part, which sectors, what deserves attention.
struct Summary {
    let state: EcosystemState
    let counts: [(kind: Kind, count: Int)]
    let participations: [(status: String, count: Int)]
    let strands: [(strand: Helix, count: Int)]
    let missing: [Helix]
    let findings: [Finding]

    init(_ situation: Situation, catalogue: Catalogue) {
        state = situation.state
        let state = situation.state
        let apart = [Profile.naming.plural, AdaptedMethod.naming.plural]
        counts = catalogue.kinds.filter { !apart.contains($0.plural) }.map {
            ($0, state.table($0.plural)?.count ?? 0)
        }
        let taking = Self.statuses(state)
        participations = Dictionary(grouping: taking.values) { $0 }.mapValues(\.count)
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let strands = Self.strands(taking, situation)
        self.strands = strands
        missing = state.profile.helix.filter { strand in !strands.contains { $0.strand == strand } }
        findings = catalogue.findings(situation)
    }

    private static func statuses(_ state: EcosystemState) -> [String: String] {
        var statuses: [String: String] = [:]
        state.table("participations")?.forEach { _, _, values in
            if let organisation = values["organisation"]?.string, let status = values["status"]?.string {
                statuses[organisation] = status
            }
        }
        return statuses
    }

    /// The strands of the helix that those who take part, or are on their way, belong to.
    private static func strands(
        _ taking: [String: String], _ situation: Situation
    ) -> [(strand: Helix, count: Int)] {
        let organisations = situation.state.table("organisations")
        let present = taking.filter { !["left", "declined", "unknown"].contains($0.value) }.keys.compactMap { id in
            organisations?.values(of: id)?["sector"]?.string.flatMap { situation.library.sector($0)?.helix.rawValue }
        }
        let numbers = Dictionary(grouping: present) { $0 }.mapValues(\.count)
        return Helix.allCases.compactMap { strand in numbers[strand.rawValue].map { (strand, $0) } }
    }

    /// `government 12 · business 4, missing: citizens`
    func helix(_ language: Language) -> String {
        let present = strands.map { "\($0.strand.label.shown(language)) \($0.count)" }.joined(separator: " · ")
        guard !missing.isEmpty else { return present }
        let absent = missing.map { $0.label.shown(language) }.joined(separator: ", ")
        return (present.isEmpty ? "" : present + ", ") + (language == .nl ? "ontbreekt: " : "missing: ") + absent
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
            "participations": .map(Dictionary(participations.map { ($0.status, .whole($0.count)) }) { one, _ in one }),
            "helix": .string(helix(language)),
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
            Console.out(participations.map { "\($0.status) \($0.count)" }.joined(separator: " · "))
        }
        let helix = helix(language)
        if !helix.isEmpty { Console.out("Helix: \(helix)") }
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
        return "\(severity.rawValue) \(rule) \(message.shown(language))\(day)\(place)"
    }
}
