import Agreements
import Governance
import Kernel
import Parties
import Purpose

/// Which part a party or body has in an activity, or in a management layer of a way of delivering.
package struct Responsibility: Record {
    package var id = ID<Responsibility>("")
    package var activity: ID<Activity>?
    /// A delivery model, as `method/place`; goes with a layer, instead of an activity.
    package var model = ""
    /// A management layer, as `method/place`.
    package var layer = ""
    package var part = ResponsiblePart.responsible
    package var organisation: ID<Organisation>?
    package var body: ID<Body>?
    package var period = Period()
    /// The clause in which it was agreed.
    package var clause: ID<Clause>?
    package var note = Text()
    package var source = ""

    package init() {}

    package var title: Text {
        let who = organisation?.rawValue ?? body?.rawValue ?? ""
        return Text(same: "\(part.letter) · \(subject?.id ?? "") · \(who)")
    }

    package func title(with names: Names) -> Text {
        let who = organisation.map { names[$0] } ?? body.map { names[$0] } ?? Text()
        let what = activity.map { names[$0] } ?? Text(same: [model, layer].map(\.lastName).joined(separator: " · "))
        return Text(
            "\(who.dutch): \(part.label.nl) – \(what.dutch)", "\(who.english): \(part.label.en) – \(what.english)")
    }

    package static let naming = Naming(
        "responsibility", "responsibilities", Text("Verantwoordelijkheid", "Responsibility"),
        Text("Verantwoordelijkheden", "Responsibilities"),
        meaning: Text(
            "Welk deel een partij of orgaan in een activiteit heeft, of in een beheerlaag van een leveringsmodel.",
            "Which part a party or body has in an activity, or in a management layer of a delivery model."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Responsibility>] = [
        Field("activity", \.activity, Text("Activiteit", "Activity")),
        Field(
            "model", \.model, Text("Leveringsmodel", "Delivery model"),
            help: Text(
                "Samen met een beheerlaag, in plaats van een activiteit.",
                "Together with a management layer, instead of an activity.")),
        Field("layer", \.layer, Text("Beheerlaag", "Management layer")),
        Field("part", \.part, Text("Deel", "Part"), required: true),
        Field("organisation", \.organisation, Text("Organisatie", "Organisation")),
        Field(
            "body", \.body, Text("Orgaan", "Body"),
            help: Text("In plaats van een organisatie.", "Instead of an organisation.")),
        Field(
            "period", \.period, Text("Periode", "Period"),
            help: Text("Leeg: zonder begin en einde.", "Empty: without beginning or end.")),
        Field("clause", \.clause, Text("Afgesproken in", "Agreed in")),
        Field("note", \.note, Text("Toelichting", "Note"), shape: .text(long: true)),
        .source(\.source),
    ]
}

/// The letters of a RASCI.
package enum ResponsiblePart: String, ChoiceValue {
    case responsible
    case accountable
    case support
    case consulted
    case informed

    package var label: Text {
        switch self {
        case .responsible: Text("voert uit", "responsible")
        case .accountable: Text("eindverantwoordelijk", "accountable")
        case .support: Text("ondersteunt", "supports")
        case .consulted: Text("wordt geraadpleegd", "is consulted")
        case .informed: Text("wordt geïnformeerd", "is informed")
        }
    }

    /// `R`, `A`, `S`, `C` or `I`.
    package var letter: String { rawValue.prefix(1).uppercased() }

    /// Nil for any other letter; small letters are the same.
    package init?(letter: some StringProtocol) {
        guard let part = Self.allCases.first(where: { $0.letter == letter.uppercased() }) else { return nil }
        self = part
    }
}

extension String {
    /// What comes after the last slash.
    var lastName: String { split(separator: "/").last.map(String.init) ?? self }
}
