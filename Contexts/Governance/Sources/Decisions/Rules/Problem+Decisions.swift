import Kernel

/// What is refused on the way from a matter to a decision.
extension Problem {
    static func reasonNeeded(_ field: String) -> Problem {
        Problem(
            "decision.reason", at: [field], Text("Hier hoort een reden bij.", "This needs a reason."),
            mend: Text("Schrijf in een of twee zinnen waarom.", "Write in a sentence or two why."))
    }

    static func noSuch(_ what: Text, _ id: String, _ rule: String) -> Problem {
        Problem(
            rule, Text("Er is geen \(what.nl) “\(id.inShort)”.", "There is no \(what.en) “\(id.inShort)”."),
            mend: Text("Laad de pagina opnieuw en kies uit de lijst.", "Load the page again and choose from the list."))
    }

    static func noSuchMatter(_ id: String) -> Problem { noSuch(Text("kwestie", "matter"), id, "matter.unknown") }
    static func noSuchProposal(_ id: String) -> Problem { noSuch(Text("voorstel", "proposal"), id, "proposal.unknown") }
    package static func noSuchBallot(_ id: String) -> Problem {
        noSuch(Text("stemming", "ballot"), id, "ballot.unknown")
    }
    static func noSuchVote(_ id: String) -> Problem { noSuch(Text("stem", "vote"), id, "vote.unknown") }
    static func noSuchDecision(_ id: String) -> Problem { noSuch(Text("besluit", "decision"), id, "decision.unknown") }
    static func noSuchProxy(_ id: String) -> Problem { noSuch(Text("volmacht", "proxy"), id, "proxy.unknown") }

    static let matterSettled = Problem(
        "matter.settled",
        Text("Over deze kwestie is al besloten.", "This matter is decided already."),
        mend: Text(
            "Breng een kwestie in die vraagt het besluit te heropenen.",
            "Raise a matter that asks to reopen the decision."))

    static let matterWithdrawn = Problem(
        "matter.withdrawn", Text("Deze kwestie is ingetrokken.", "This matter was withdrawn."),
        mend: Text("Breng haar opnieuw in.", "Raise it again."))

    static let proposalWithdrawn = Problem(
        "proposal.withdrawn", Text("Dit voorstel is ingetrokken.", "This proposal was withdrawn."),
        mend: Text("Kies een ander voorstel.", "Choose another proposal."))

    static let underVote = Problem(
        "proposal.under-vote",
        Text("Over dit voorstel wordt gestemd.", "This proposal is being voted on."),
        mend: Text(
            "Wacht op de uitslag, of breek de stemming af met een reden.",
            "Wait for the outcome, or cancel the ballot with a reason."))

    static func badOption(_ key: String, at path: [String]) -> Problem {
        Problem(
            "option.key", at: path,
            Text("“\(key.inShort)” kan geen sleutel zijn.", "“\(key.inShort)” cannot be a key."),
            mend: Text(
                "Gebruik kleine letters, cijfers en streepjes; niet “for”, “against”, “abstain”, “blank” of “total”.",
                "Use lower-case letters, digits and hyphens; not “for”, “against”, “abstain”, “blank” or “total”."))
    }

    static func optionTwice(_ key: String, at path: [String]) -> Problem {
        Problem(
            "option.twice", at: path, Text("“\(key)” staat er twee keer.", "“\(key)” is there twice."),
            mend: Text("Geef elke optie een eigen sleutel.", "Give every option a key of its own."))
    }

    static func noOption(_ key: String, _ known: [String], at path: [String]) -> Problem {
        let list = known.joined(separator: ", ")
        return Problem(
            "option.unknown", at: path, Text("“\(key.inShort)” is geen optie.", "“\(key.inShort)” is not an option."),
            mend: known.isEmpty
                ? Text("Dit voorstel heeft geen opties.", "This proposal has no options.")
                : Text("Kies uit: \(list).", "Choose from: \(list)."))
    }
}
