import Kernel

/// Phases that an ecosystem goes through.
package struct LifecycleMethod: MethodBody {
    /// In order.
    package var phases: [Phase] = []

    package init() {}

    package static let fields: [Field<LifecycleMethod>] = [
        Field(
            "phases", \.phases, Text("Fasen", "Phases"), help: Text("Op volgorde.", "In order."), required: true)
    ]

    package var body: Method.Body { .lifecycle(self) }

    package func phase(_ id: String) -> Phase? { phases.first { $0.id == id } }

    /// The phases one may go to from a phase: those it names, or else the next in the list; none from an unknown phase.
    package func next(after id: String) -> [Phase] {
        guard let index = phases.firstIndex(where: { $0.id == id }) else { return [] }
        let phase = phases[index]
        if !phase.next.isEmpty { return phase.next.compactMap { self.phase($0) } }
        guard !phase.ending, index + 1 < phases.count else { return [] }
        return [phases[index + 1]]
    }

    package func problems() -> [Problem] {
        let known = Set(phases.map(\.id))
        return phases.enumerated().flatMap { index, phase in
            phase.next.enumerated().compactMap { step, next in
                let path = ["phases", String(index), "next", String(step)]
                if !known.contains(next) {
                    return Problem.dangling(next, at: path, Text("fase", "phase"), known: known)
                }
                guard next == phase.id else { return nil }
                return Problem(
                    "method.next", at: path,
                    Text("Een fase kan niet op zichzelf volgen.", "A phase cannot follow itself."),
                    mend: Text("Noem een andere fase.", "Name another phase."))
            }
        }
    }
}

extension LifecycleMethod {
    package struct Phase: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// Guiding questions.
        package var questions: [MethodItem] = []
        package var activities: [MethodItem] = []
        package var tools: [MethodItem] = []
        package var challenges: [MethodItem] = []
        package var results: [MethodItem] = []
        package var leader: Leader?
        package var requires: [RequiredRecords] = []
        /// Ids as written; `LifecycleMethod.next(after:)` fills in the default.
        package var next: [String] = []
        package var ending = false
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Phase>] =
            head("phases") + [
                Field("questions", \.questions, Text("Vragen", "Questions")),
                Field("activities", \.activities, Text("Activiteiten", "Activities")),
                Field("tools", \.tools, Text("Hulpmiddelen", "Tools")),
                Field("challenges", \.challenges, Text("Uitdagingen", "Challenges")),
                Field("results", \.results, Text("Resultaten", "Results")),
                Field(
                    "leader", \.leader, Text("Trekker", "Leader"),
                    help: Text("Wat de trekker in deze fase is en doet.", "What the leader is and does in this phase.")),
                Field(
                    "requires", \.requires, Text("Nodig", "Required"),
                    help: Text(
                        "Wat er moet zijn vastgelegd voor u deze fase verlaat.",
                        "What should be recorded before leaving this phase.")),
                Field(
                    "next", \.next, Text("Volgende fasen", "Next phases"),
                    help: Text(
                        "Waar u vanaf hier naartoe kunt, ook terug; leeg: de volgende in de lijst.",
                        "Where one may go from here, also back; empty: the next in the list."),
                    shape: .list(.reference("phases"))),
                Field("ending", \.ending, Text("Einde", "Ending")),
            ] + provenance
    }

    package struct Leader: Part {
        /// Id of a role of any roles method; "" when none is named.
        package var role = ""
        package var text = Text()

        package init() {}

        package static let fields: [Field<Leader>] = [
            Field("role", \.role, Text("Rol", "Role"), shape: .reference("roles")),
            Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
        ]
    }

    /// Records that an ecosystem should have before it leaves a phase.
    package struct RequiredRecords: SourcedPart {
        package var id = ""
        /// Plural name of a kind of record.
        package var kind = ""
        package var atLeast = 1
        /// Only records with all of this count; empty: every record of the kind.
        package var matching: [Condition] = []
        /// Fields that must be filled in each record that counts.
        package var each: [String] = []
        package var text = Text()
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<RequiredRecords>] =
            [
                id("requires"),
                Field(
                    "kind", \.kind, Text("Soort", "Kind"),
                    help: Text("De soort gegevens, in het meervoud.", "The kind of record, in the plural."),
                    required: true),
                Field(
                    "atLeast", \.atLeast, Text("Minstens", "At least"), shape: .whole(1...1_000_000), required: true),
                Field(
                    "where", \.matching, Text("Waarvoor geldt", "Where"),
                    help: Text(
                        "Alleen gegevens waarvoor dit alles geldt, tellen.",
                        "Only records for which all of this holds count.")),
                Field(
                    "each", \.each, Text("Bij elk ingevuld", "Filled in each"),
                    help: Text(
                        "Velden die bij elk van deze gegevens moeten zijn ingevuld.",
                        "Fields that must be filled in each of these records.")),
                Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true), required: true),
            ] + provenance
    }

    /// What a field of a record must hold to count.
    package struct Condition: Part {
        /// Name of the field.
        package var field = ""
        /// The value as it is written in a file; empty: anything, as long as the field is filled.
        package var wanted = ""

        package init() {}

        package static let fields: [Field<Condition>] = [
            Field(
                "field", \.field, Text("Veld", "Field"),
                help: Text("De naam van het veld.", "The name of the field."), required: true),
            Field(
                "is", \.wanted, Text("Is", "Is"),
                help: Text("Leeg: alles, zolang het veld is ingevuld.", "Empty: anything, if the field is filled.")),
        ]

        package func holds(_ values: [String: Value]) -> Bool {
            guard let found = values[field], !found.isNull else { return false }
            return wanted.isEmpty || found.string == wanted || found.whole.map(String.init) == wanted
        }
    }
}
