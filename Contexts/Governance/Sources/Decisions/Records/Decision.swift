import Kernel
import Parties

/// What was decided, with the count that shows it, the reasons, who thought otherwise, and what it changes.
package struct Decision: Record {
    package var id = ID<Decision>("")
    package var matter = ID<Matter>("")
    package var proposal = ID<Proposal>("")
    package var number = 1
    package var body = ID<Body>("")
    /// Nil for what was decided in an emergency, without a ballot.
    package var ballot: ID<Ballot>?
    package var on: Day?
    package var result = Result.rejected
    package var winners: [String] = []
    /// Every number and the sentence that explains it, as the count gave them; or why it was urgent.
    package var explanation = Text()
    package var minority: [MinorityView] = []
    /// The ballot file (docs/ballots) as canonical JSON: what `stelsel ballot count` recomputes.
    package var file = ""
    /// SHA-256 of `file`, in hexadecimal.
    package var hash = ""
    package var effects: [Effect] = []
    package var carriedOut: Day?
    /// The records that it changed, as `kind/id`.
    package var changed: [String] = []
    package var urgent = false
    package var ratification: ID<Decision>?
    package var overridden: Override?
    package var reopened: Reopening?

    package init() {}

    package var title: Text { Text("Besluit over \(proposal)", "Decision on \(proposal)") }
    package func title(with names: Names) -> Text {
        let name = names[proposal]
        return Text(
            "\(result.label.nl.uppercasedFirst): \(name.dutch)", "\(result.label.en.uppercasedFirst): \(name.english)")
    }

    package static let naming = Naming(
        "decision", "decisions", Text("Besluit", "Decision"), Text("Besluiten", "Decisions"),
        meaning: Text(
            "Wat er is besloten, met de telling, de redenen, wie er anders over dacht en wat er verandert.",
            "What was decided, with the count, the reasons, who thought otherwise and what it changes."))

    package static let isProcess = true

    package static let fields: [Field<Decision>] = [
        Field("matter", \.matter, Text("Kwestie", "Matter"), required: true),
        Field("proposal", \.proposal, Text("Voorstel", "Proposal"), required: true),
        Field("number", \.number, Text("Tekst nummer", "Text number"), shape: .whole(1...10_000), required: true),
        Field("body", \.body, Text("Orgaan", "Body"), required: true),
        Field("ballot", \.ballot, Text("Stemming", "Ballot")),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("result", \.result, Text("Uitkomst", "Outcome"), required: true),
        Field("winners", \.winners, Text("Gekozen", "Chosen"), longest: 60),
        Field("explanation", \.explanation, Text("Uitleg", "Explanation"), shape: .text(long: true), longest: 200_000),
        Field(
            "minority", \.minority, Text("Wie er anders over dacht", "Who thought otherwise"),
            visibility: .participants),
        Field(
            "file", \.file, Text("Stembestand", "Ballot file"), shape: .code, visibility: .participants,
            longest: 60_000_000),
        Field("hash", \.hash, Text("Hash", "Hash"), longest: 64),
        Field("effects", \.effects, Text("Gevolgen", "Effects")),
        Field("carriedOut", \.carriedOut, Text("Uitgevoerd op", "Carried out on")),
        Field("changed", \.changed, Text("Veranderde", "Changed")),
        Field("urgent", \.urgent, Text("In een noodgeval", "In an emergency")),
        Field("ratification", \.ratification, Text("Bekrachtigd met", "Ratified by")),
        Field("overridden", \.overridden, Text("Terzijde geschoven", "Overridden")),
        Field("reopened", \.reopened, Text("Heropend", "Reopened")),
    ]

    package enum Result: String, ChoiceValue {
        case adopted
        case rejected
        case noQuorum
        case tie
        case elected

        package var label: Text {
            switch self {
            case .adopted: Text("aangenomen", "adopted")
            case .rejected: Text("niet aangenomen", "not adopted")
            case .noQuorum: Text("geen quorum", "no quorum")
            case .tie: Text("onbeslist", "undecided")
            case .elected: Text("gekozen", "elected")
            }
        }
    }

    /// Whether it says yes to something.
    package var isPositive: Bool { result == .adopted || result == .elected }
    /// Whether it settled the matter; without a quorum, or undecided, it did not.
    package var settles: Bool { isPositive || result == .rejected }
    /// Whether it still holds.
    package var stands: Bool { reopened == nil && overridden == nil }
}

/// Somebody who thought otherwise, in their own words.
package struct MinorityView: Part {
    package var seat = ID<Seat>("")
    package var cast: BallotPaper.Cast?
    package var reason = Text()
    package var objection: Vote.Objection?
    package var resolution = Text()

    package init() {}

    package static let fields: [Field<MinorityView>] = [
        Field("seat", \.seat, Text("Zetel", "Seat"), required: true),
        Field("cast", \.cast, Text("Stem", "Vote")),
        Field("reason", \.reason, Text("Redenen", "Reasons"), shape: .text(long: true)),
        Field("objection", \.objection, Text("Bezwaar", "Objection")),
        Field("resolution", \.resolution, Text("Wat ermee is gedaan", "What became of it"), shape: .text(long: true)),
    ]
}

/// That another body set a decision aside; it owes the reasons.
package struct Override: Part {
    package var body = ID<Body>("")
    package var on: Day?
    package var reason = Text()

    package init() {}

    package static let fields: [Field<Override>] = [
        Field("body", \.body, Text("Door", "By"), required: true),
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("reason", \.reason, Text("Waarom", "Why"), shape: .text(long: true), required: true),
    ]
}

/// That a decision came up again, by leave of the body.
package struct Reopening: Part {
    package var on: Day?
    package var reason = Text()
    /// The decision in which the body gave its leave.
    package var leave = ID<Decision>("")

    package init() {}

    package static let fields: [Field<Reopening>] = [
        Field("on", \.on, Text("Op", "On"), required: true),
        Field("reason", \.reason, Text("Waarom", "Why"), shape: .text(long: true), required: true),
        Field("leave", \.leave, Text("Met instemming", "By leave"), required: true),
    ]
}
