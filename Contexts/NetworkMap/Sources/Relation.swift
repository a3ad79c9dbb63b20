import Kernel
import Parties

/// A tie between two organisations: what kind, since when, and how strong.
package struct Relation: Record {
    package var id = ID<Relation>("")
    package var from = ID<Organisation>("")
    package var to = ID<Organisation>("")
    package var kind = ""
    package var about = Text()
    package var period = Period()
    package var weight: Double?
    package var source = ""

    package init() {}

    package var title: Text { about.isEmpty ? Text(same: "\(from) → \(to)") : about }
    package func title(with names: Names) -> Text {
        guard about.isEmpty else { return about }
        let (from, to) = (names[from], names[to])
        return Text("\(from.shown(.nl)) → \(to.shown(.nl))", "\(from.shown(.en)) → \(to.shown(.en))")
    }

    package static let naming = Naming(
        "relation", "relations", Text("Relatie", "Relation"), Text("Relaties", "Relations"),
        meaning: Text("Wat twee organisaties met elkaar verbindt.", "What ties two organisations to each other."))

    package static let owners = ["from", "to"]

    package static let fields: [Field<Relation>] = [
        Field("from", \.from, Text("Van", "From"), required: true),
        Field("to", \.to, Text("Naar", "To"), required: true),
        Field("kind", \.kind, Text("Soort", "Kind"), shape: .method(.relationKind), required: true),
        Field("description", \.about, Text("Omschrijving", "Description"), shape: .text(long: true)),
        Field("period", \.period, Text("Periode", "Period")),
        Field(
            "weight", \.weight, Text("Gewicht", "Weight"),
            help: Text("Een dikkere lijn voor een groter getal.", "A thicker line for a larger number.")),
        .source(\.source),
    ]

    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if from == to {
            problems.append(
                Problem(
                    "relation.self", at: ["to"],
                    Text(
                        "Een relatie loopt tussen twee organisaties; hier zijn “Van” en “Naar” dezelfde.",
                        "A relation ties two organisations; here “From” and “To” are the same."),
                    mend: Text("Kies een andere organisatie bij “Naar”.", "Choose another organisation at “To”.")))
        }
        if let weight, !(weight > 0) { problems.append(.weightless) }
        return problems
    }
}
