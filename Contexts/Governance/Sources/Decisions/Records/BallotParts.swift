import Kernel
import Parties

/// A seat as it was when a ballot opened.
package struct BallotSeat: Part {
    package var seat = ID<Seat>("")
    package var name = Text()
    package var organisation: ID<Organisation>?
    /// In whole parts; 0 for an observer.
    package var weight = 1
    package var group = ""
    package var presence: Presence?

    package init() {}

    package var votes: Bool { weight > 0 }

    package static let fields: [Field<BallotSeat>] = [
        Field("seat", \.seat, Text("Zetel", "Seat"), required: true),
        Field("name", \.name, Text("Naam", "Name")),
        Field("organisation", \.organisation, Text("Organisatie", "Organisation")),
        Field("weight", \.weight, Text("Gewicht", "Weight"), shape: .whole(0...1_000_000)),
        Field("group", \.group, Text("Groep", "Group"), longest: 100),
        Field("presence", \.presence, Text("Aanwezig", "Present")),
    ]

    package enum Presence: String, ChoiceValue {
        case present
        case absent

        package var label: Text { self == .present ? Text("aanwezig", "present") : Text("afwezig", "absent") }
    }
}

/// That a ballot was kept open longer, and why.
package struct Extension: Part {
    package var from: Day?
    package var until: Day?
    package var on: Day?
    package var reason = Text()

    package init() {}

    package static let fields: [Field<Extension>] = [
        Field("from", \.from, Text("Liep tot en met", "Ran until")),
        Field("until", \.until, Text("Loopt tot en met", "Runs until"), required: true),
        Field("on", \.on, Text("Verlengd op", "Extended on"), required: true),
        Field("reason", \.reason, Text("Waarom", "Why"), shape: .text(long: true), required: true),
    ]
}

/// One paper: what was voted with all of a seat's weight, or a part of it.
package struct BallotPaper: Part {
    /// A fraction or number; empty for all that the seat holds.
    package var weight = ""
    package var cast: Cast?
    package var choices: [String] = []
    /// Best first; what shares a place is equal.
    package var ranking: [Rank] = []
    package var points: [Points] = []

    package init() {}

    package init(_ cast: Cast) { self.cast = cast }

    package static let fields: [Field<BallotPaper>] = [
        Field("weight", \.weight, Text("Deel van het gewicht", "Part of the weight"), longest: 30),
        Field("cast", \.cast, Text("Stem", "Vote")),
        Field("choices", \.choices, Text("Keuze", "Choice"), longest: 60),
        Field("ranking", \.ranking, Text("Volgorde", "Order")),
        Field("points", \.points, Text("Punten", "Points")),
    ]

    package enum Cast: String, ChoiceValue {
        case yes = "for"
        case no = "against"
        case abstain
        case blank

        package var label: Text {
            switch self {
            case .yes: Text("voor", "for")
            case .no: Text("tegen", "against")
            case .abstain: Text("onthouding", "abstain")
            case .blank: Text("blanco", "blank")
            }
        }
    }
}

/// Options that share a place in an order.
package struct Rank: Part {
    package var options: [String] = []

    package init() {}

    package init(_ options: [String]) { self.options = options }

    package static let fields: [Field<Rank>] = [
        Field("options", \.options, Text("Opties", "Options"), longest: 60)
    ]
}

/// What an option is given: a score, or dots.
package struct Points: Part {
    package var option = ""
    package var given = ""

    package init() {}

    package init(_ option: String, _ given: String) {
        self.option = option
        self.given = given
    }

    package static let fields: [Field<Points>] = [
        Field("option", \.option, Text("Optie", "Option"), required: true, longest: 60),
        Field("given", \.given, Text("Punten", "Points"), required: true, longest: 30),
    ]
}

/// A paper of a secret ballot as it is published: nobody knows whose, but who has its receipt code.
package struct PublishedPaper: Part {
    /// SHA-256 of the receipt code, in hexadecimal.
    package var code = ""
    package var weight = 1
    package var group = ""
    package var paper = BallotPaper()

    package init() {}

    package static let fields: [Field<PublishedPaper>] = [
        Field("code", \.code, Text("Code", "Code"), required: true, longest: 64),
        Field("weight", \.weight, Text("Gewicht", "Weight"), shape: .whole(1...1_000_000)),
        Field("group", \.group, Text("Groep", "Group"), longest: 100),
        Field("paper", \.paper, Text("Stem", "Vote"), required: true),
    ]
}
