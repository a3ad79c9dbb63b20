import Ecosystems
import Kernel
import Parties

/// What a party wants to answer: enough to draw up the declaration that is to be signed.
package struct AnswerWish: Sendable, Hashable {
    package var agreement: String
    /// Nil: the version that the answer is about by itself, such as the one that is offered now.
    package var version: Int?
    package var answer: Signature.Answer
    package var party: String
    package var person: String
    package var mandate: String?
    package var except: [String]
    package var reason: Text

    package init(
        agreement: String, version: Int? = nil, answer: Signature.Answer, party: String, person: String,
        mandate: String? = nil, except: [String] = [], reason: Text = Text()
    ) {
        self.agreement = agreement
        self.version = version
        self.answer = answer
        self.party = party
        self.person = person
        self.mandate = mandate
        self.except = except
        self.reason = reason
    }

    /// The declaration to sign, after every check but that of the signature; refuses all that recording it would refuse.
    /// - Parameter now: milliseconds since 1970.
    package func declaration(in situation: Situation, now: Int64) throws(Refusal) -> Declaration {
        let state = situation.state
        guard state[Agreement.self].contains(agreement) else { throw .notFound(.noSuchAgreement(agreement)) }
        let standing = AgreementStanding(AgreementFacts(ID(agreement), in: state), on: situation.today)
        guard let fixed = fixed(in: standing) else { throw .notFound(.noSuchVersion(agreement, version)) }
        var declaration = Declaration()
        declaration.ecosystem = state.id
        declaration.agreement = agreement
        declaration.version = fixed.version.number
        declaration.hash = fixed.version.hash
        declaration.answer = answer
        declaration.party = party
        declaration.person = person
        if let mandate {
            guard let found = state[Mandate.self][ID(mandate)] else { throw .notFound(.noSuchMandate(mandate)) }
            declaration.mandate = DeclaredMandate(found)
        }
        declaration.except = except.sorted()
        declaration.reason = reason
        declaration.declaredAt = DeclaredMoment(milliseconds: now).description
        let problems = try AnswerRules(declaration, in: situation).problems
        guard problems.isEmpty else { throw .invalid(problems) }
        return declaration
    }

    private func fixed(in standing: AgreementStanding) -> AgreementFacts.Fixed? {
        let versions = standing.facts.versions
        if let version { return versions.first { $0.version.number == version } }
        switch answer {
        case .accept, .reject:
            let open = standing.facts.offerings.last { $0.isOpen(on: standing.day) }
            return open.flatMap { standing.facts.fixed($0.version) } ?? versions.last
        case .accede: return standing.current ?? versions.last
        case .revoke:
            return versions.last { fixed in
                standing.facts.lastWord(of: ID(party), on: fixed.version.id, by: standing.day)?.answer.binds == true
            } ?? versions.last
        }
    }
}
