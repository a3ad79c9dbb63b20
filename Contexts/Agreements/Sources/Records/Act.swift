import Kernel
import Parties

/// Something a party did that agreements speak of: the evidence by which norms are watched.
package struct Act: Record {
    package var id = ID<Act>("")
    /// A kind of act of the method library.
    package var what = ""
    package var by: ID<Organisation>?
    package var towards: ID<Organisation>?
    /// The id of a body.
    package var body = ""
    package var on: Day?
    package var amount: Money?
    /// What it is about: a word, or a record as `kind/id`.
    package var about = ""
    package var summary = Text()
    package var evidence = ""
    package var source = ""

    package init() {}

    package var title: Text { summary.isEmpty ? Text(same: what) : summary }
    package func title(with names: Names) -> Text {
        if !summary.isEmpty { return summary }
        let act = names[.act, what]
        guard let by else { return act }
        let name = names[by]
        return Text("\(act.dutch), \(name.dutch)", "\(act.english), \(name.english)")
    }

    package static let naming = Naming(
        "act", "acts", Text("Handeling", "Act"), Text("Handelingen", "Acts"),
        meaning: Text(
            "Wat een partij deed dat in afspraken telt, zoals een verslag of een bijdrage; het bewijs bij normen.",
            "What a party did that counts in agreements, such as a report or a contribution; the evidence for norms."))

    package static let visibility = Visibility.participants
    package static let owners = ["by"]

    package static let fields: [Field<Act>] = [
        Field("what", \.what, Text("Handeling", "Act"), shape: .method(.act), required: true),
        Field("by", \.by, Text("Door", "By")),
        Field("towards", \.towards, Text("Tegenover", "Towards")),
        Field("body", \.body, Text("Orgaan", "Body"), shape: .reference("bodies")),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("amount", \.amount, Text("Bedrag", "Amount")),
        Field(
            "about", \.about, Text("Waarover", "About"),
            help: Text("Een woord, of soort/id van een ander gegeven.", "A word, or kind/id of another record.")),
        Field("summary", \.summary, Text("In het kort", "In short")),
        Field("evidence", \.evidence, Text("Bewijsstuk", "Document"), shape: .web),
        .source(\.source),
    ]
}
