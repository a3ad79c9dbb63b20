import Kernel

/// Kinds of acts that agreements speak of: what a party does, that can be shown afterwards.
package struct ActsMethod: MethodBody {
    package var acts: [ActKind] = []

    package init() {}

    package static let fields: [Field<ActsMethod>] = [
        Field("acts", \.acts, Text("Handelingen", "Acts"), required: true)
    ]

    package var body: Method.Body { .acts(self) }
    package func problems() -> [Problem] { [] }

    package struct ActKind: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}
        package static let fields: [Field<ActKind>] = head("acts") + provenance
    }
}
