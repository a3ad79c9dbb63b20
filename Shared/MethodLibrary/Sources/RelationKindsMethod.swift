import Kernel

/// Kinds of relations between parties.
package struct RelationKindsMethod: MethodBody {
    package var kinds: [RelationKind] = []

    package init() {}

    package static let fields: [Field<RelationKindsMethod>] = [
        Field("kinds", \.kinds, Text("Soorten", "Kinds"), required: true)
    ]

    package var body: Method.Body { .relationKinds(self) }
    package func problems() -> [Problem] { [] }
}

extension RelationKindsMethod {
    package struct RelationKind: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// Whether it goes from one party to the other, as giving does.
        package var directed = false
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<RelationKind>] =
            head("kinds") + [
                Field(
                    "directed", \.directed, Text("Gericht", "Directed"),
                    help: Text("Gaat van de ene partij naar de andere.", "Goes from one party to the other."))
            ] + provenance
    }
}
