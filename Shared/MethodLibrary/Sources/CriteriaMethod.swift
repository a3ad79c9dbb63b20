import Kernel

/// Criteria by which options are compared, with the scale on which they are scored.
package struct CriteriaMethod: MethodBody {
    package var use = Use.offers
    /// Scores run from `lowest` up to `highest`; higher is better.
    package var lowest = 1
    package var highest = 3
    package var criteria: [Criterion] = []

    package init() {}

    package static let fields: [Field<CriteriaMethod>] = [
        Field("use", \.use, Text("Voor", "For"), required: true),
        Field("lowest", \.lowest, Text("Laagste score", "Lowest score"), shape: .whole(0...1_000)),
        Field("highest", \.highest, Text("Hoogste score", "Highest score"), shape: .whole(0...1_000)),
        Field("criteria", \.criteria, Text("Criteria", "Criteria"), required: true),
    ]

    package var body: Method.Body { .criteria(self) }

    package func problems() -> [Problem] {
        guard lowest >= highest else { return [] }
        return [
            Problem(
                "criteria.scale", at: ["highest"],
                Text("De hoogste score ligt niet boven de laagste.", "The highest score is not above the lowest."),
                mend: Text("Kies een hogere hoogste score.", "Choose a higher highest score."))
        ]
    }

    /// What the criteria choose between.
    package enum Use: String, ChoiceValue {
        case offers
        case legalForms = "legal-forms"
        case entry

        package var label: Text {
            switch self {
            case .offers: Text("aanbiedingen", "offers")
            case .legalForms: Text("rechtsvormen", "legal forms")
            case .entry: Text("toetreding van deelnemers", "entry of participants")
            }
        }
    }

    package struct Criterion: NamedPart {
        package var id = ""
        package var name = Text()
        package var summary = Text()
        package var weight = 1
        package var source: MethodSource?
        package var origin: MethodOrigin?

        package init() {}

        package static let fields: [Field<Criterion>] =
            head("criteria") + [
                Field("weight", \.weight, Text("Gewicht", "Weight"), shape: .whole(0...1_000), required: true)
            ] + provenance
    }
}
