import Ecosystems
import Kernel

extension Matter {
    /// A matter that asks to reopen a decision goes to the body that took it.
    static let guardian = ChangeGuard(Matter.self) { old, new, situation in
        var problems: [Problem] = []
        if let reopens = new.reopens, let decision = situation.state[Decision.self][reopens],
            decision.body != new.body
        {
            problems.append(.otherBodyReopens)
        }
        if let old, old.body != new.body,
            situation.state[Ballot.self].records.contains(where: { $0.isAbout(new, in: situation.state) })
        {
            problems.append(.matterVoted)
        }
        return problems
    }
}

extension Ballot {
    fileprivate func isAbout(_ matter: Matter, in state: EcosystemState) -> Bool {
        state[Proposal.self][proposal]?.matter == matter.id
    }
}

extension Proposal {
    /// Its text changes one number at a time, and every earlier text is kept.
    static let guardian = ChangeGuard(Proposal.self) { old, new, _ in
        guard let old else { return [] }
        if old.number == new.number {
            return old.text == new.text && old.name == new.name && old.options == new.options
                && old.effects == new.effects && old.earlier == new.earlier && old.matter == new.matter
                ? [] : [.textWithoutNumber]
        }
        let keeps = new.earlier.count == old.earlier.count + 1 && Array(new.earlier.dropLast()) == old.earlier
        return new.number == old.number + 1 && keeps && new.earlier.last?.text == old.text ? [] : [.textWithoutNumber]
    }
}

extension Advice {
    /// Advice comes before the decision and is about a text that the proposal had. A folder brings both at once, and is not refused.
    static let guardian = ChangeGuard(since: Advice.self) { old, new, before, after in
        guard let proposal = after.state[Proposal.self][new.proposal] else { return [] }
        var problems: [Problem] = []
        if let number = new.number, number > proposal.number { problems.append(.noSuchText(number)) }
        if old == nil, before.standing(on: proposal.matter) != nil { problems.append(.matterSettled) }
        return problems
    }
}

extension Sounding {
    /// One per organisation and text, before the decision.
    static let guardian = ChangeGuard(since: Sounding.self) { old, new, before, after in
        guard let proposal = after.state[Proposal.self][new.proposal] else { return [] }
        var problems: [Problem] = []
        if let number = new.number, number > proposal.number { problems.append(.noSuchText(number)) }
        if old == nil, before.standing(on: proposal.matter) != nil { problems.append(.matterSettled) }
        let twice = after.state[Sounding.self].records.contains {
            $0.id != new.id && $0.proposal == new.proposal && $0.number == new.number
                && $0.organisation == new.organisation
        }
        if twice { problems.append(.soundedTwice) }
        return problems
    }
}

extension Problem {
    fileprivate static let otherBodyReopens = Problem(
        "matter.reopens", at: ["body"],
        Text("Alleen het orgaan dat besloot, kan het heropenen.", "Only the body that decided can reopen it."),
        mend: Text("Kies dat orgaan.", "Choose that body."))

    fileprivate static let matterVoted = Problem(
        "matter.body", at: ["body"],
        Text("Dit orgaan stemde er al over.", "This body voted on it already."),
        mend: Text("Breng een nieuwe kwestie in.", "Raise a new matter."))

    fileprivate static let textWithoutNumber = Problem(
        "proposal.number", at: ["number"],
        Text(
            "De tekst van een voorstel verandert alleen met een nieuw nummer.",
            "The text of a proposal changes with a new number only."),
        mend: Text("Herzie het voorstel, met een reden.", "Revise the proposal, with a reason."))

    fileprivate static func noSuchText(_ number: Int) -> Problem {
        Problem(
            "proposal.text", at: ["number"],
            Text("Tekst \(number) is er nog niet.", "Text \(number) is not there yet."),
            mend: Text("Laat het nummer leeg voor de huidige tekst.", "Leave the number empty for the present text."))
    }

    fileprivate static let soundedTwice = Problem(
        "sounding.twice", at: ["organisation"],
        Text("Deze organisatie liet dit al weten.", "This organisation said so already."),
        mend: Text("Wijzig die peiling.", "Change that sense check."))
}
