import Kernel
import Parties

/// A vote on a proposal: its rule and seats are fixed when it opens, and what becomes of it is a chain of commands.
package struct Ballot: Record {
    package var id = ID<Ballot>("")
    package var proposal = ID<Proposal>("")
    /// Which text of the proposal is voted on.
    package var number = 1
    package var body = ID<Body>("")
    package var secrecy = Secrecy.named
    /// The rule as docs/ballots writes it: a JSON object.
    package var rule = ""
    package var seats: [BallotSeat] = []
    /// Whether a seat that gave a proxy and has no vote of its own votes as its proxy did.
    package var follows = false
    package var opens: Day?
    /// The last day on which votes are taken.
    package var closes: Day?
    package var extensions: [Extension] = []
    package var state = State.open
    package var closed: Day?
    /// Where the seed of a lot comes from; nil when no lot decides.
    package var seed: Seed?
    /// With a given seed: how many entries of the log it is the root of.
    package var seedSize: Int?
    package var seedRoot = ""
    /// Of a secret ballot, after closing: all papers, in the order of their codes.
    package var papers: [PublishedPaper] = []
    package var reason = Text()

    package init() {}

    package var title: Text { Text("Stemming over \(proposal)", "Ballot on \(proposal)") }
    package func title(with names: Names) -> Text { names[proposal] }

    package static let naming = Naming(
        "ballot", "ballots", Text("Stemming", "Ballot"), Text("Stemmingen", "Ballots"),
        meaning: Text(
            "Een stemming over een voorstel, met de regel en de zetels zoals ze bij de opening waren.",
            "A vote on a proposal, with the rule and seats as they were at its opening."))

    package static let visibility = Visibility.participants
    package static let isProcess = true

    package static let fields: [Field<Ballot>] = [
        Field("proposal", \.proposal, Text("Voorstel", "Proposal"), required: true),
        Field("number", \.number, Text("Tekst nummer", "Text number"), shape: .whole(1...10_000), required: true),
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("secrecy", \.secrecy, Text("Openheid", "Openness"), required: true),
        Field("rule", \.rule, Text("Regel", "Rule"), shape: .code, required: true),
        Field("seats", \.seats, Text("Zetels", "Seats"), required: true),
        Field("follows", \.follows, Text("Volgt de gemachtigde", "Follows the proxy")),
        Field("opens", \.opens, Text("Opent", "Opens"), required: true),
        Field("closes", \.closes, Text("Stemmen tot en met", "Vote until")),
        Field("extensions", \.extensions, Text("Verlengingen", "Extensions")),
        Field("state", \.state, Text("Stand", "State"), required: true),
        Field("closed", \.closed, Text("Gesloten op", "Closed on")),
        Field("seed", \.seed, Text("Zaad van het lot", "Seed of the lot")),
        Field("seedSize", \.seedSize, Text("Zaad: regels van het logboek", "Seed: entries of the log")),
        Field("seedRoot", \.seedRoot, Text("Zaad: wortel van het logboek", "Seed: root of the log"), longest: 100),
        Field("papers", \.papers, Text("Stembiljetten", "Papers")),
        Field("reason", \.reason, Text("Waarom afgebroken", "Why cancelled"), shape: .text(long: true)),
    ]

    package enum Secrecy: String, ChoiceValue {
        case named
        case secret

        package var label: Text { self == .named ? Text("op naam", "by name") : Text("geheim", "secret") }
    }

    /// Where the seed of a lot comes from.
    package enum Seed: String, ChoiceValue {
        /// The log as it stood right after the closing: nobody can know it before.
        case closing
        /// A state of the log that was published before the ballot opened.
        case given

        package var label: Text {
            self == .closing
                ? Text("het logboek bij de sluiting", "the log at the closing")
                : Text("een eerder controlepunt", "an earlier checkpoint")
        }
    }

    package subscript(seat: ID<Seat>) -> BallotSeat? { seats.first { $0.seat == seat } }
}

extension Ballot {
    /// Open → closed → counted; or cancelled before it was counted.
    package enum State: String, ChoiceValue {
        case open
        case closed
        case counted
        case cancelled

        package var label: Text {
            switch self {
            case .open: Text("open", "open")
            case .closed: Text("gesloten, nog niet geteld", "closed, not counted yet")
            case .counted: Text("geteld", "counted")
            case .cancelled: Text("afgebroken", "cancelled")
            }
        }

        /// The states that may come next.
        var next: Set<State> {
            switch self {
            case .open: [.closed, .cancelled]
            case .closed: [.counted, .cancelled]
            case .counted, .cancelled: []
            }
        }
    }

    /// Whether votes are taken on a day.
    package func isOpen(on day: Day) -> Bool {
        state == .open && (opens.map { $0 <= day } ?? false) && (closes.map { day <= $0 } ?? true)
    }
}
