import Kernel
import MethodLibrary
import Parties

/// A place in a body: for whom it is, what its vote weighs, who holds it and how long.
///
/// A body's members say which organisations are in it; only seats vote. `GiveSeats` makes a seat for every member that has none.
package struct Seat: Record {
    package var id = ID<Seat>("")
    package var body = ID<Body>("")
    package var position = Position.member
    package var organisation: ID<Organisation>?
    package var function = Text()
    /// Whom it stands for when that is no organisation, and which part of a double majority it belongs to.
    package var group = ""
    /// Nil counts as one; see `votes`.
    package var weight: Int?
    package var observer = false
    package var independent = false
    package var person: ID<Person>?
    package var deputy: ID<Person>?
    package var term = Period()
    package var source = ""

    package init() {}

    /// How much its vote weighs: whole parts, of which only the proportion counts. An observer has none.
    package var votes: Int { observer ? 0 : weight ?? 1 }

    package var title: Text {
        if !function.isEmpty { return function }
        return Text(same: organisation?.rawValue ?? group)
    }

    /// “Voorzitter · Gemeente Zwolle (Stuurgroep)”.
    package func title(with names: Names) -> Text {
        let holder =
            function.isEmpty && organisation == nil ? Text(same: group) : organisation.map { names[$0] } ?? Text()
        let (what, body) = ([function, holder].filter { !$0.isEmpty }, names[body])
        return Text(
            "\(what.map(\.dutch).joined(separator: " · ")) (\(body.dutch))",
            "\(what.map(\.english).joined(separator: " · ")) (\(body.english))")
    }

    package static let naming = Naming(
        "seat", "seats", Text("Zetel", "Seat"), Text("Zetels", "Seats"),
        meaning: Text(
            "Een plaats in een orgaan: voor wie, met welk gewicht, wie haar bezet en hoe lang.",
            "A place in a body: for whom, with what weight, who holds it and how long."))

    private static let holding = Text("Wie haar bezet", "Who holds it")
    private static let voting = Text("Stem", "Vote")

    package static let fields: [Field<Seat>] = [
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("position", \.position, Text("Plaats", "Position"), required: true),
        Field(
            "organisation", \.organisation, Text("Voor de organisatie", "For the organisation"),
            help: Text(
                "Leeg als de zetel voor een groep of functie is.", "Empty when the seat is for a group or function.")),
        Field(
            "function", \.function, Text("Voor de functie", "For the function"),
            help: Text("Bijvoorbeeld: onafhankelijk lid.", "For example: independent member."), longest: 200),
        Field(
            "group", \.group, Text("Groep", "Group"),
            help: Text(
                "Bijvoorbeeld burgers. Bij een dubbele meerderheid telt elke groep apart.",
                "For example citizens. With a double majority each group counts apart."), longest: 100),
        Field(
            "weight", \.weight, Text("Gewicht", "Weight"),
            help: Text(
                "Hoe zwaar de stem telt, in hele delen. Leeg: 1.", "How much the vote weighs, in whole parts. Empty: 1."
            ),
            shape: .whole(1...1_000_000), group: voting),
        Field(
            "observer", \.observer, Text("Toehoorder", "Observer"),
            help: Text("Is erbij en stemt niet.", "Is there and does not vote."), group: voting),
        Field(
            "independent", \.independent, Text("Onafhankelijk", "Independent"),
            help: Text("Zit er voor geen enkele partij.", "Sits for no party."), group: voting),
        Field(
            "person", \.person, Text("Bezet door", "Held by"),
            help: Text(
                "Leeg: wie een mandaat van de organisatie heeft.", "Empty: whoever has a mandate of the organisation."),
            visibility: .participants, group: holding),
        Field("deputy", \.deputy, Text("Plaatsvervanger", "Deputy"), visibility: .participants, group: holding),
        Field("term", \.term, Text("Termijn", "Term"), group: holding),
        .source(\.source),
    ]

    package typealias Position = BodiesMethod.Position
}
