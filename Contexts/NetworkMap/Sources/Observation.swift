import Ecosystems
import Kernel
import Parties

/// How one side of a relation sees it on a day. Both sides may tell; the last word of each counts.
package struct Observation: Record {
    package var id = ID<Observation>("")
    package var relation = ID<Relation>("")
    package var by = ID<Organisation>("")
    package var on: Day?
    package var quality = TieQuality.exchanging
    package var weight: Double?
    package var note = Text()
    package var source = ""

    package init() {}

    package var title: Text { Text(same: "\(relation) (\(by))") }
    package func title(with names: Names) -> Text {
        let (relation, by) = (names[relation], names[by])
        return Text("\(relation.dutch), gezien door \(by.dutch)", "\(relation.english), as \(by.english) sees it")
    }

    package static let naming = Naming(
        "observation", "observations", Text("Waarneming", "Observation"), Text("Waarnemingen", "Observations"),
        meaning: Text(
            "Hoe één kant van een relatie die ziet, en sinds welke dag.",
            "How one side of a relation sees it, and since which day."))

    package static let owners = ["by"]

    package static let fields: [Field<Observation>] = [
        Field("relation", \.relation, Text("Relatie", "Relation"), required: true),
        Field(
            "by", \.by, Text("Gezien door", "Seen by"),
            help: Text("Een van beide kanten van de relatie.", "One of both sides of the relation."), required: true),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("quality", \.quality, Text("Hoe het gaat", "How it goes"), required: true),
        Field(
            "weight", \.weight, Text("Gewicht", "Weight"),
            help: Text(
                "Hoe zwaar deze kant de relatie vindt wegen; groter dan 0.",
                "How heavy this side finds the relation; more than 0.")),
        Field("note", \.note, Text("Toelichting", "Note"), shape: .text(long: true)),
        .source(\.source),
    ]

    package func problems() -> [Problem] {
        guard let weight, !(weight > 0) else { return [] }
        return [Problem.weightless]
    }

    /// Only a side of a relation can tell how it sees it, and nobody on a day that has not come.
    static let sides = ChangeGuard(Observation.self) { old, new, situation in
        var problems: [Problem] = []
        if let relation = situation.state[Relation.self][new.relation], ![relation.from, relation.to].contains(new.by),
            old?.by != new.by || old?.relation != new.relation
        {
            problems.append(.strangeSide(relation, situation))
        }
        if let on = new.on, on > situation.today, old?.on != on { problems.append(.notYetSeen) }
        return problems
    }
}

extension Problem {
    static let weightless = Problem(
        "relation.weight", at: ["weight"],
        Text("Een gewicht is groter dan 0.", "A weight is more than 0."),
        mend: Text(
            "Laat het leeg als alle relaties even zwaar tellen.", "Leave it empty when all relations count the same."))

    fileprivate static let notYetSeen = Problem(
        "observation.day", at: ["on"],
        Text("Een waarneming is van vandaag of eerder.", "An observation is of today or before."),
        mend: Text("Kies de dag waarop het zo was.", "Choose the day on which it was so."))

    fileprivate static func strangeSide(_ relation: Relation, _ situation: Situation) -> Problem {
        let organisations = situation.state[Organisation.self]
        func name(_ id: ID<Organisation>, _ language: Language) -> String {
            organisations[id]?.name.shown(language) ?? id.rawValue
        }
        return Problem(
            "observation.side", at: ["by"],
            Text(
                "Alleen een kant van de relatie zegt hoe die haar ziet.",
                "Only a side of the relation says how it sees it."),
            mend: Text(
                "Kies \(name(relation.from, .nl)) of \(name(relation.to, .nl)).",
                "Choose \(name(relation.from, .en)) or \(name(relation.to, .en))."))
    }
}
