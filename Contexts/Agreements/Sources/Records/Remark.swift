import Kernel
import Parties

/// What a party says about a version or one of its clauses, while it is consulted.
package struct Remark: Record {
    package var id = ID<Remark>("")
    package var agreement = ID<Agreement>("")
    package var round = ID<Round>("")
    /// The id of a clause of that version; "" for the whole.
    package var clause = ""
    package var party = ID<Organisation>("")
    package var sort = Sort.comment
    package var text = Text()
    package var proposal = Text()
    package var on: Day?

    package init() {}

    package var title: Text { text.isEmpty ? sort.label : text }

    package static let naming = Naming(
        "remark", "remarks", Text("Reactie", "Remark"), Text("Reacties", "Remarks"),
        meaning: Text(
            "Wat een partij vindt van een bepaling: akkoord, opmerking, vraag, bezwaar of tekstvoorstel.",
            "What a party thinks of a clause: agreement, comment, question, objection or proposed text."))

    package static let visibility = Visibility.participants
    package static let owners = ["party"]

    package static let fields: [Field<Remark>] = [
        Field("agreement", \.agreement, Text("Afspraak", "Agreement"), required: true),
        Field("round", \.round, Text("Ronde", "Round"), required: true),
        Field("clause", \.clause, Text("Bepaling", "Clause"), help: Text("Leeg: het geheel.", "Empty: the whole.")),
        Field("party", \.party, Text("Partij", "Party"), required: true),
        Field("sort", \.sort, Text("Soort", "Sort"), required: true),
        Field("text", \.text, Text("Tekst", "Text"), shape: .text(long: true)),
        Field("proposal", \.proposal, Text("Voorgestelde tekst", "Proposed text"), shape: .text(long: true)),
        Field("on", \.on, Text("Op", "On"), required: true),
    ]

    package func problems() -> [Problem] {
        if sort == .proposal, proposal.isEmpty {
            return [.needs("proposal", Text("Een tekstvoorstel", "A proposed text"))]
        }
        if sort != .agree, sort != .proposal, text.isEmpty { return [.needs("text", sort.label)] }
        return []
    }

    package enum Sort: String, ChoiceValue {
        case agree
        case comment
        case question
        case objection
        case proposal

        package var label: Text {
            switch self {
            case .agree: Text("akkoord", "agrees")
            case .comment: Text("opmerking", "comment")
            case .question: Text("vraag", "question")
            case .objection: Text("bezwaar", "objection")
            case .proposal: Text("tekstvoorstel", "proposed text")
            }
        }
    }
}

/// What became of a remark.
package struct Reply: Record {
    package var id = ID<Reply>("")
    package var remark = ID<Remark>("")
    package var outcome = Outcome.answered
    package var reason = Text()
    package var on: Day?

    package init() {}

    package var title: Text { reason.isEmpty ? outcome.label : reason }

    package static let naming = Naming(
        "reply", "replies", Text("Antwoord op een reactie", "Reply"), Text("Antwoorden op reacties", "Replies"),
        meaning: Text(
            "Wat er met een reactie is gedaan: beantwoord, overgenomen, of terzijde gelegd met reden.",
            "What was done with a remark: answered, adopted, or set aside with a reason."))

    package static let visibility = Visibility.participants

    package static let fields: [Field<Reply>] = [
        Field("remark", \.remark, Text("Reactie", "Remark"), required: true),
        Field("outcome", \.outcome, Text("Uitkomst", "Outcome"), required: true),
        Field("reason", \.reason, Text("Toelichting", "Reason"), shape: .text(long: true)),
        Field("on", \.on, Text("Op", "On"), required: true),
    ]

    package func problems() -> [Problem] {
        outcome != .adopted && reason.isEmpty ? [.needs("reason", outcome.label)] : []
    }

    package enum Outcome: String, ChoiceValue {
        case answered
        case adopted
        case setAside = "set-aside"

        package var label: Text {
            switch self {
            case .answered: Text("beantwoord", "answered")
            case .adopted: Text("overgenomen", "adopted")
            case .setAside: Text("terzijde gelegd", "set aside")
            }
        }
    }
}

extension Problem {
    fileprivate static func needs(_ field: String, _ what: Text) -> Problem {
        Problem(
            "consultation.reason", at: [field],
            Text("Bij “\(what.nl)” hoort een tekst.", "“\(what.en)” needs a text."),
            mend: Text("Schrijf wat u bedoelt.", "Write what you mean."))
    }
}
