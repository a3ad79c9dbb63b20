import Kernel

/// The verdict on one item of a checklist, such as a success factor. There is no score: an item is healthy, unhealthy or open.
package struct Assessment: Record {
    package var id = ID<Assessment>("")
    package var checklist = ""
    package var item = ""
    package var verdict: Verdict?
    package var why = Text()
    package var on: Day?
    package var source = ""

    package init() {}

    package var title: Text { Text(same: "\(checklist)/\(item)") }
    package func title(with names: Names) -> Text {
        let (name, item) = (names[.checklist, checklist], names.called("item", of: self))
        return Text("\(name.shown(.nl)): \(item.shown(.nl))", "\(name.shown(.en)): \(item.shown(.en))")
    }

    package enum Verdict: String, ChoiceValue {
        case yes
        case partly
        case no
        case unknown

        package var label: Text {
            switch self {
            case .yes: Text("ja", "yes")
            case .partly: Text("deels", "partly")
            case .no: Text("nee", "no")
            case .unknown: Text("onbekend", "unknown")
            }
        }
    }

    package static let naming = Naming(
        "assessment", "assessments", Text("Beoordeling", "Assessment"), Text("Beoordelingen", "Assessments"),
        meaning: Text(
            "Het oordeel over één punt van een lijst, zoals een succesfactor.",
            "The verdict on one item of a checklist, such as a success factor."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Assessment>] = [
        Field("checklist", \.checklist, Text("Lijst", "Checklist"), shape: .method(.checklist), required: true),
        Field("item", \.item, Text("Punt", "Item"), required: true),
        Field("verdict", \.verdict, Text("Oordeel", "Verdict"), required: true),
        Field("why", \.why, Text("Waarom", "Why"), shape: .text(long: true)),
        Field("on", \.on, Text("Op", "On")),
        .source(\.source),
    ]
}
