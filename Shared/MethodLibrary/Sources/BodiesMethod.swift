import Kernel

/// Sorts of bodies that an ecosystem can set up, and which of them make a form of governance together.
package struct BodiesMethod: MethodBody {
    package var types: [BodyType] = []
    package var forms: [GovernanceForm] = []

    package init() {}

    package static let fields: [Field<BodiesMethod>] = [
        Field("types", \.types, Text("Organen", "Bodies"), required: true),
        Field(
            "forms", \.forms, Text("Bestuursvormen", "Forms of governance"),
            help: Text("Organen die samen een begin zijn.", "Bodies that make a beginning together.")),
    ]

    package var body: Method.Body { .bodies(self) }

    /// Bodies that a form of governance names must be in the same file, and answer to one that comes before them.
    package func problems() -> [Problem] {
        let known = types.map(\.id)
        return forms.enumerated().flatMap { place, form in
            form.bodies.enumerated().flatMap { index, part -> [Problem] in
                let path = ["forms", String(place), "bodies", String(index)]
                let before = form.bodies.prefix(index).map(\.id)
                var problems: [Problem] = []
                if !known.contains(part.id) {
                    problems.append(.dangling(part.id, at: path + ["id"], Text("orgaan", "body"), known: known))
                }
                if !part.under.isEmpty, !before.contains(part.under) {
                    problems.append(.dangling(part.under, at: path + ["under"], Text("orgaan", "body"), known: before))
                }
                return problems
            }
        }
    }
}

extension BodiesMethod {
    /// A sort of body: what it is for, who sits in it, how often it meets and how it usually decides.
    package struct BodyType: NamedPart {
        package var id = ""
        package var name = Text()
        /// Its purpose.
        package var summary = Text()
        package var sort = Sort.workingGroup
        package var composition = Text()
        package var rhythm = Text()
        package var rule: DecisionRule?
        /// How long a seat lasts, in months; nil when that is not fixed.
        package var term: Int?
        /// In how many bodies of this sort each party sits at least; nil when that is free.
        package var each: Int?
        /// Members are drawn by lot.
        package var lot = false
        /// Seats that it has beside those of the organisations in it.
        package var seats: [SeatType] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<BodyType>] =
            head("types") + [
                Field("sort", \.sort, Text("Soort", "Sort"), required: true),
                Field(
                    "composition", \.composition, Text("Samenstelling", "Composition"), shape: .text(long: true),
                    required: true),
                Field("rhythm", \.rhythm, Text("Ritme", "Rhythm")),
                Field("rule", \.rule, Text("Hoe het meestal besluit", "How it usually decides")),
                Field(
                    "term", \.term, Text("Termijn in maanden", "Term in months"), shape: .whole(1...240)),
                Field(
                    "each", \.each, Text("Elke partij in ten minste", "Each party in at least"),
                    help: Text(
                        "In hoeveel van deze organen elke partij zit.", "In how many of these bodies each party sits."),
                    shape: .whole(1...100)),
                Field("lot", \.lot, Text("Leden door loting", "Members by lot")),
                Field("seats", \.seats, Text("Zetels", "Seats")),
            ] + provenance
    }

    /// A seat that such a body has for a function or a group.
    package struct SeatType: SourcedPart {
        package var id = ""
        package var name = Text()
        package var position = Position.member
        package var group = ""
        package var observer = false
        package var independent = false
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<SeatType>] =
            [
                id("seats"), Field("name", \.name, Text("Functie", "Function"), required: true),
                Field("position", \.position, Text("Plaats", "Position"), required: true),
                Field("group", \.group, Text("Groep", "Group")),
                Field("observer", \.observer, Text("Toehoorder", "Observer")),
                Field("independent", \.independent, Text("Onafhankelijk", "Independent")),
            ] + provenance
    }

    /// A way to govern, with the bodies to begin with.
    package struct GovernanceForm: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// The type of the library that this form is.
        package var type = ""
        package var bodies: [FormBody] = []
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<GovernanceForm>] =
            head("forms") + [
                Field("type", \.type, Text("Type", "Type"), shape: .method(.type)),
                Field("bodies", \.bodies, Text("Organen", "Bodies"), required: true),
            ] + provenance
    }

    /// A body of a form, and which one it answers to.
    package struct FormBody: Part {
        package var id = ""
        package var under = ""

        package init() {}

        package static let fields: [Field<FormBody>] = [
            Field("id", \.id, Text("Orgaan", "Body"), shape: .reference("types"), required: true),
            Field("under", \.under, Text("Valt onder", "Answers to"), shape: .reference("types")),
        ]
    }
}
