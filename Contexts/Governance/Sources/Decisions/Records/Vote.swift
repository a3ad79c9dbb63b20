import Kernel
import Parties

/// What a seat voted, by name, with its reasons and what became of its objection.
package struct Vote: Record {
    package var id = ID<Vote>("")
    package var ballot = ID<Ballot>("")
    package var seat = ID<Seat>("")
    /// The seat that cast it for this one.
    package var by: ID<Seat>?
    /// One, or several when the seat splits its weight.
    package var papers: [BallotPaper] = []
    package var reason = Text()
    package var objection: Objection?
    package var resolution = Text()
    package var on: Day?

    package init() {}

    package var title: Text {
        let casts = papers.map { $0.cast?.label ?? Text("keuze", "choice") }
        return Text(casts.map(\.nl).joined(separator: ", "), casts.map(\.en).joined(separator: ", "))
    }
    package func title(with names: Names) -> Text {
        let who = names[seat]
        return Text("\(who.dutch): \(title.nl)", "\(who.english): \(title.en)")
    }

    package static let naming = Naming(
        "vote", "votes", Text("Stem", "Vote"), Text("Stemmen", "Votes"),
        meaning: Text(
            "Wat een zetel op naam stemde, met de redenen en wat er met een bezwaar is gedaan.",
            "What a seat voted by name, with the reasons and what became of an objection."))

    package static let visibility = Visibility.participants
    package static let isProcess = true

    package static let fields: [Field<Vote>] = [
        Field("ballot", \.ballot, Text("Stemming", "Ballot"), required: true),
        Field("seat", \.seat, Text("Zetel", "Seat"), required: true),
        Field("by", \.by, Text("Gestemd door", "Voted by")),
        Field("papers", \.papers, Text("Stem", "Vote"), required: true),
        Field("reason", \.reason, Text("Redenen", "Reasons"), shape: .text(long: true)),
        Field("objection", \.objection, Text("Bezwaar", "Objection")),
        Field("resolution", \.resolution, Text("Wat ermee is gedaan", "What became of it"), shape: .text(long: true)),
        Field("on", \.on, Text("Op", "On"), required: true),
    ]

    /// What becomes of an objection.
    package enum Objection: String, ChoiceValue {
        case open
        case resolved
        case recorded
        case withdrawn

        package var label: Text {
            switch self {
            case .open: Text("open bezwaar", "open objection")
            case .resolved: Text("opgelost", "resolved")
            case .recorded: Text("vastgelegd", "recorded")
            case .withdrawn: Text("ingetrokken", "withdrawn")
            }
        }
    }

    package func problems() -> [Problem] {
        guard let objection else { return [] }
        var problems: [Problem] = []
        if reason.isEmpty { problems.append(.objectionNeedsArgument) }
        if !papers.contains(where: { $0.cast == .no }) { problems.append(.objectionIsAgainst) }
        if [.resolved, .recorded].contains(objection), resolution.isEmpty {
            problems.append(.reasonNeeded("resolution"))
        }
        return problems
    }
}

/// That a seat took part in a secret ballot: the log says no more.
package struct TurnoutMark: Record {
    package var id = ID<TurnoutMark>("")
    package var ballot = ID<Ballot>("")
    package var seat = ID<Seat>("")

    package init() {}

    package var title: Text { Text("heeft gestemd", "has voted") }
    package func title(with names: Names) -> Text {
        let who = names[seat]
        return Text("\(who.dutch) heeft gestemd", "\(who.english) has voted")
    }

    package static let naming = Naming(
        "turnoutMark", "turnoutMarks", Text("Afgestreepte zetel", "Seat ticked off"),
        Text("Afgestreepte zetels", "Seats ticked off"),
        meaning: Text(
            "Dat een zetel aan een geheime stemming meedeed; niet wat die stemde.",
            "That a seat took part in a secret ballot; not what it voted."))

    package static let visibility = Visibility.participants
    package static let isProcess = true

    package static let fields: [Field<TurnoutMark>] = [
        Field("ballot", \.ballot, Text("Stemming", "Ballot"), required: true),
        Field("seat", \.seat, Text("Zetel", "Seat"), required: true),
    ]
}

extension Problem {
    fileprivate static let objectionNeedsArgument = Problem(
        "objection.argument", at: ["reason"],
        Text("Een bezwaar heeft een argument nodig.", "An objection needs an argument."),
        mend: Text("Schrijf waarom dit voorstel schade doet.", "Write why this proposal does harm."))

    fileprivate static let objectionIsAgainst = Problem(
        "objection.against", at: ["objection"],
        Text("Wie bezwaar maakt, stemt tegen.", "Who objects votes against."),
        mend: Text("Stem tegen, of laat het bezwaar weg.", "Vote against, or leave the objection out."))
}
