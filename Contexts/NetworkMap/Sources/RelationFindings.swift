import Ecosystems
import Kernel
import Parties

/// What deserves attention about who is tied to whom.
enum RelationFindings {
    static let none = FindingRule { situation in
        guard situation.state[Relation.self].count == 0, situation.state[Organisation.self].count > 1 else { return [] }
        return [
            Finding(
                "relation.none", .notice,
                Text("Er zijn nog geen relaties vastgelegd.", "No relations have been recorded yet."),
                why: Text(
                    "De kaart laat pas zien wie van wie afhangt als de relaties er staan. Begin met de regisseur.",
                    "The map shows who depends on whom only when the relations are there. Start with the orchestrator."
                ),
                kind: Relation.naming.plural)
        ]
    }

    static let isolated = FindingRule { situation in
        guard situation.state[Relation.self].count > 0 else { return [] }
        // By plain strings: the generic id hashes at half the speed.
        var lonely: Set<String> = []
        for participation in situation.state[Participation.self].records where participation.status == .joined {
            lonely.insert(participation.organisation.rawValue)
        }
        for relation in situation.state[Relation.self].records {
            if lonely.isEmpty { return [] }
            lonely.remove(relation.from.rawValue)
            lonely.remove(relation.to.rawValue)
        }
        let sorted = lonely.sorted()
        return sorted.isEmpty ? [] : [finding(sorted, situation)]
    }

    private static func finding(_ lonely: [String], _ situation: Situation) -> Finding {
        let organisations = situation.state[Organisation.self]
        func list(_ language: Language) -> String {
            let names = lonely.prefix(5).map { organisations[ID($0)]?.name.shown(language) ?? $0 }
            let rest = lonely.count - names.count
            let more = language == .nl ? "en nog \(rest)" : "and \(rest) more"
            return names.joined(separator: ", ") + (rest > 0 ? " \(more)" : "")
        }
        let count = lonely.count
        return Finding(
            "organisation.isolated", .notice,
            Text(
                "\(count) \(count == 1 ? "deelnemer heeft" : "deelnemers hebben") nog geen relatie: \(list(.nl)).",
                "\(count) \(count == 1 ? "participant has" : "participants have") no relation yet: \(list(.en))."),
            why: Text(
                "Wie meedoet zonder relatie, is op papier lid maar niet verbonden. Leg vast met wie er wordt gewerkt.",
                "Who takes part without a relation is a member on paper, but not tied in. Record with whom they work."),
            kind: Organisation.naming.plural, record: lonely.first ?? "")
    }
}
