import Kernel

/// What responsibilities are divided over: ways of delivering, layers of management, and how much one party can bear.
package struct ResponsibilityMethod: MethodBody {
    /// Delivery models, from doing everything oneself to having everything done.
    package var models: [Place] = []
    /// Management layers, from what lies closest to the customer down.
    package var layers: [Place] = []
    /// Operational processes that belong to somebody in any division of work.
    package var processes: [Place] = []
    /// From how many activities with accountability a party is told to bear too many; 0: never.
    package var mostAccountable = 0
    /// From how many activities with any part a party is told to be in too many; 0: never.
    package var mostInvolved = 0

    package init() {}

    package static let fields: [Field<ResponsibilityMethod>] = [
        Field("models", \.models, Text("Leveringsmodellen", "Delivery models"), required: true),
        Field("layers", \.layers, Text("Beheerlagen", "Management layers"), required: true),
        Field("processes", \.processes, Text("Operationele processen", "Operational processes")),
        Field(
            "mostAccountable", \.mostAccountable,
            Text("Hoogstens eindverantwoordelijk voor", "Accountable for at most"),
            help: Text(
                "Meer activiteiten dan dit is een waarschuwing waard; 0 is nooit.",
                "More activities than this deserve a warning; 0 is never."),
            shape: .whole(0...100_000)),
        Field(
            "mostInvolved", \.mostInvolved, Text("Hoogstens betrokken bij", "Involved in at most"),
            help: Text(
                "Meer activiteiten dan dit is een waarschuwing waard; 0 is nooit.",
                "More activities than this deserve a warning; 0 is never."),
            shape: .whole(0...100_000)),
    ]

    package var body: Method.Body { .responsibilities(self) }
    package func problems() -> [Problem] { [] }

    /// One delivery model or one management layer.
    package struct Place: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}
        package static let fields: [Field<Place>] = head("places") + provenance
    }
}
