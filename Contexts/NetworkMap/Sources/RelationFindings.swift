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

    /// Participants whom nothing ties today, together.
    static func isolated(_ lonely: [String], _ reader: Reader) -> Finding {
        let list = Text.listing(lonely.map { reader.title(Organisation.naming.plural, $0) })
        let count = lonely.count
        return Finding(
            "organisation.isolated", .notice,
            Text(
                "\(count) \(count == 1 ? "deelnemer heeft" : "deelnemers hebben") nog geen relatie: \(list.dutch).",
                "\(count) \(count == 1 ? "participant has" : "participants have") no relation yet: \(list.english)."),
            why: Text(
                "Wie meedoet zonder relatie, is op papier lid maar niet verbonden. Leg vast met wie er wordt gewerkt.",
                "Who takes part without a relation is a member on paper, but not tied in. Record with whom they work."),
            kind: Organisation.naming.plural, record: lonely.first ?? "", others: Array(lonely.dropFirst()))
    }
}
