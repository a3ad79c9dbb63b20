import Kernel

/// Kinds of relations between parties, and from when on what is seen in a network deserves attention.
package struct RelationKindsMethod: MethodBody {
    package var kinds: [RelationKind] = []
    package var thresholds: [Threshold] = []

    package init() {}

    package static let fields: [Field<RelationKindsMethod>] = [
        Field("kinds", \.kinds, Text("Soorten", "Kinds"), required: true),
        Field("thresholds", \.thresholds, Text("Drempels", "Thresholds")),
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

    /// From which value on something deserves attention. What the value measures is in the summary; each finding shows its own number beside it.
    package struct Threshold: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var value = 0.0
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Threshold>] =
            head("thresholds") + [Field("value", \.value, Text("Waarde", "Value"), required: true)] + provenance
    }
}

extension Library {
    /// The value of a threshold: that of a copy before that of its original; nil when no method in use has it.
    package func threshold(_ id: String) -> Double? {
        let found = methods(of: .relationKinds).compactMap { method in
            method.relationKinds?.thresholds.first { $0.id == id }.map { (method.head.basedOn != nil, $0.value) }
        }
        return (found.first { $0.0 } ?? found.first)?.1
    }
}
