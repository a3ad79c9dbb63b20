import Kernel
import Parties

/// One time that a body met, and who was there.
package struct Meeting: Record {
    package var id = ID<Meeting>("")
    package var body = ID<Body>("")
    package var on: Day?
    package var attended: [ID<Organisation>] = []
    package var minutes = ""
    package var source = ""

    package init() {}

    package var title: Text { Text(same: on.map { "\(body) (\($0))" } ?? body.rawValue) }
    package func title(with names: Names) -> Text {
        let name = names[body]
        guard let on else { return name }
        return Text("\(name.dutch), \(on.shown(.nl))", "\(name.english), \(on.shown(.en))")
    }

    package static let naming = Naming(
        "meeting", "meetings", Text("Vergadering", "Meeting"), Text("Vergaderingen", "Meetings"),
        meaning: Text(
            "Eén keer dat een orgaan bijeenkwam, met wie er waren.", "One time that a body met, with who was there."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Meeting>] = [
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("attended", \.attended, Text("Aanwezig", "Attended")),
        Field("minutes", \.minutes, Text("Verslag", "Minutes"), shape: .web),
        .source(\.source),
    ]
}
