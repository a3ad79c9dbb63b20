import Ecosystems
import Kernel
import Parties

/// Whether a declaration may be made today, as the ecosystem stands. Pure; says all that is wrong at once.
struct AnswerRules {
    let declaration: Declaration
    let situation: Situation
    let agreement: Agreement
    let fixed: AgreementFacts.Fixed
    let standing: AgreementStanding

    /// Refuses a declaration about an agreement or version that is not there.
    init(_ declaration: Declaration, in situation: Situation) throws(Refusal) {
        let facts = AgreementFacts(ID(declaration.agreement), in: situation.state)
        guard declaration.ecosystem == situation.state.id,
            let agreement = situation.state[Agreement.self][ID(declaration.agreement)]
        else { throw .notFound(.noSuchAgreement(declaration.agreement)) }
        guard let fixed = facts.versions.first(where: { $0.version.number == declaration.version }) else {
            throw .notFound(.noSuchVersion(declaration.agreement, declaration.version))
        }
        self.declaration = declaration
        self.situation = situation
        self.agreement = agreement
        self.fixed = fixed
        standing = AgreementStanding(facts, on: situation.today)
    }

    var party: ID<Organisation> { ID(declaration.party) }
    private var today: Day { situation.today }

    var problems: [Problem] {
        if let said = saidAlready { return [said] }
        return (standing.facts.ended(by: today) == nil ? answerProblems : [.agreementEnded]) + mandateProblems
            + declaration.faults(in: fixed.text, hash: fixed.version.hash, on: today)
    }

    /// That this party has said so before, and not taken it back.
    private var saidAlready: Problem? {
        guard let last = standing.facts.lastWord(of: party, on: fixed.version.id, by: today) else { return nil }
        switch (declaration.answer, last.answer) {
        case (.accept, .accept), (.accede, .accept), (.accept, .accede), (.accede, .accede), (.reject, .reject):
            return .saidTwice(last)
        case (.reject, .accept), (.reject, .accede): return .boundAlready(last)
        default: return nil
        }
    }

    private var answerProblems: [Problem] {
        switch declaration.answer {
        case .accept, .reject: offeringProblems
        case .accede: accessionProblems
        case .revoke:
            standing.facts.lastWord(of: party, on: fixed.version.id, by: today)?.answer.binds == true
                ? [] : [.nothingToRevoke]
        }
    }

    private var offeringProblems: [Problem] {
        let offerings = standing.facts.offerings
        if let other = offerings.last(where: { $0.isOpen(on: today) && $0.version != fixed.version.id }),
            let offered = standing.facts.fixed(other.version)
        {
            return [.oldHash(offered.version.number)]
        }
        let own = offerings.filter { $0.version == fixed.version.id }
        guard let last = own.last, let on = last.on else { return [.notOffered(declaration.version)] }
        if own.contains(where: { $0.isOpen(on: today) }) {
            let by = fixed.text.entry.by
            return by.map { $0 < today } == true && standing.entered[declaration.version] == nil
                ? [.closed(by)] : []
        }
        return [on > today ? .beforeOffering(on) : .closed(last.withdrawn ?? last.until)]
    }

    private var accessionProblems: [Problem] {
        var problems: [Problem] = []
        if standing.current?.version.number != declaration.version {
            problems.append(.notCurrent(declaration.version, standing.current?.version.number))
        }
        if !agreement.parties.contains(where: { $0.organisation == party }) { problems.append(.notNamed(party)) }
        return problems
    }

    private var mandateProblems: [Problem] {
        let state = situation.state
        guard let person = state[Person.self][ID(declaration.person)] else {
            return [.noSuchPerson(declaration.person)]
        }
        guard let declared = declaration.mandate else {
            return person.organisation == party || fixed.text.kind.isBinding ? [] : [.personOfOther(person)]
        }
        guard let mandate = state[Mandate.self][ID(declared.id)] else { return [.noSuchMandate(declared.id)] }
        var problems: [Problem] = []
        if mandate.organisation != party { problems.append(.mandateOfOther(mandate)) }
        if mandate.person != person.id, mandate.deputy != person.id {
            problems.append(.mandateOfSomeone(mandate, person))
        }
        switch mandate.standing {
        case .valid: break
        case .reopened: problems.append(.mandateReopened)
        case .revoked: problems.append(.mandateRevoked)
        }
        if DeclaredMandate(mandate) != declared { problems.append(.mandateChanged) }
        return problems
    }
}
