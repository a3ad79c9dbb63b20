import Kernel

/// Steps along which a dispute or concern goes up when it is not settled, each with a clock.
package struct LadderMethod: MethodBody {
    /// From the lowest up.
    package var steps: [Step] = []

    package init() {}

    package static let fields: [Field<LadderMethod>] = [
        Field("steps", \.steps, Text("Treden", "Steps"), required: true)
    ]

    package var body: Method.Body { .ladders(self) }
    package func problems() -> [Problem] { [] }

    package func step(_ id: String) -> Step? { steps.first { $0.id == id } }

    /// The step above; nil at the top, or when there is no such step.
    package func step(after id: String) -> Step? {
        guard let place = steps.firstIndex(where: { $0.id == id }) else { return nil }
        return steps.dropFirst(place + 1).first
    }

    package struct Step: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        /// Working days that this step may take; 0: no clock.
        package var workingDays = 0
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Step>] =
            head("steps") + [
                Field(
                    "workingDays", \.workingDays, Text("Termijn in werkdagen", "Term in working days"),
                    help: Text("0 is zonder termijn.", "0 is without a term."), shape: .whole(0...1_000))
            ] + provenance
    }
}
