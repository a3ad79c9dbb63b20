import Ecosystems
import Kernel
import Parties

/// Puts forward a proposal on a matter.
///
/// Refuses a matter that is decided or withdrawn, options that clash, and effects that could not be carried out now.
package struct Propose: Command {
    package var proposal: Proposal

    /// - Parameter proposal: its id, day and number are set by the command.
    package init(_ proposal: Proposal) { self.proposal = proposal }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        proposal.by.map { .represent([$0.rawValue]) } ?? .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        let matter = try situation.openMatter(proposal.matter)
        var made = proposal
        made.id = ID(situation.state.freeID(Proposal.self, proposal.name.dutch))
        made.matter = matter.id
        made.on = situation.today
        made.number = 1
        made.earlier = []
        try made.tryEffects(in: situation, catalogue)
        let change = RecordChange(Proposal.naming.plural, made.id.rawValue, .add(made.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

/// Changes the text of a proposal, with a reason and, when there is one, the objection that led to it; the earlier text is kept.
///
/// Refuses while it is being voted on, unless the ballot is cancelled first, and after the matter was decided.
package struct ReviseProposal: Command {
    package let proposal: String
    package var name: Text?
    package var text: Text
    package var options: [ProposalOption]?
    package var effects: [Effect]?
    package let reason: Text
    package var objection: ID<Vote>?

    package init(_ proposal: String, text: Text, reason: Text, objection: ID<Vote>? = nil) {
        self.proposal = proposal
        self.text = text
        self.reason = reason
        self.objection = objection
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        situation.state[Proposal.self][ID(proposal)]?.by.map { .represent([$0.rawValue]) } ?? .orchestrate
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var made = try situation.openProposal(proposal)
        if reason.isEmpty { throw .invalid([.reasonNeeded("reason")]) }
        if situation.state.ballots(on: made.id).contains(where: { $0.state == .open || $0.state == .closed }) {
            throw .conflict(.underVote)
        }
        var earlier = EarlierText()
        earlier.number = made.number
        earlier.name = made.name
        earlier.text = made.text
        earlier.until = situation.today
        earlier.reason = reason
        earlier.objection = objection
        made.earlier.append(earlier)
        made.number += 1
        made.text = text
        made.name = name ?? made.name
        made.options = options ?? made.options
        made.effects = effects ?? made.effects
        if made.text == earlier.text, made.options == situation.state[Proposal.self][made.id]?.options {
            throw .invalid([.sameText])
        }
        try made.tryEffects(in: situation, catalogue)
        let change = RecordChange(Proposal.naming.plural, made.id.rawValue, .put(made.values))
        return try ChangeRecords([change], process: true).decide(in: situation, catalogue: catalogue)
    }
}

extension Proposal {
    /// The effects that follow when these options win.
    package func effects(winning options: [String]) -> [Effect] {
        effects.filter { $0.option.isEmpty || options.contains($0.option) }
    }

    /// Tries what would change, as if it were adopted today, for each option apart; records nothing.
    func tryEffects(in situation: Situation, _ catalogue: Catalogue) throws(Refusal) {
        guard !effects.isEmpty else { return }
        try Effect.refuse(effects, catalogue)
        for winners in Set(effects.map(\.option)).subtracting([""]).sorted().map({ [$0] }) + [[]] {
            let chosen = effects(winning: winners)
            if chosen.isEmpty { continue }
            var changes: [RecordChange] = []
            for effect in chosen {
                do throws(Problem) { changes.append(try effect.change()) } catch {
                    throw .invalid([error.under("effects")])
                }
            }
            _ = try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
        }
    }
}

extension Effect {
    /// What no decision changes: what comes about in a process of its own, and what only its owners write.
    static func refuse(_ effects: [Effect], _ catalogue: Catalogue) throws(Refusal) {
        let problems = effects.enumerated().compactMap { position, effect -> Problem? in
            let path = ["effects", String(position), "kind"]
            guard let kind = catalogue.kind(effect.kind) else {
                return .noSuch(Text("soort", "kind"), effect.kind, "effect.kind").at(path)
            }
            if kind.isProcess { return Problem.byProcess(kind).at(path) }
            return kind.isOwnersAlone ? Problem.ownersOnly(kind).at(path) : nil
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}

extension Situation {
    /// A matter that still asks for an answer.
    func openMatter(_ id: ID<Matter>) throws(Refusal) -> Matter {
        guard let matter = state[Matter.self][id] else { throw .notFound(.noSuchMatter(id.rawValue)) }
        if matter.withdrawn != nil { throw .conflict(.matterWithdrawn) }
        if state.standing(on: id) != nil { throw .conflict(.matterSettled) }
        return matter
    }

    /// A proposal that can still be decided on.
    func openProposal(_ id: String) throws(Refusal) -> Proposal {
        guard let proposal = state[Proposal.self][ID(id)] else { throw .notFound(.noSuchProposal(id)) }
        if proposal.withdrawn != nil { throw .conflict(.proposalWithdrawn) }
        _ = try openMatter(proposal.matter)
        return proposal
    }

    /// Who leads the course of a ballot for a body: the organisations of its chair, lead and secretary, or who orchestrates.
    func leads(_ body: ID<Body>?) -> Requirement {
        guard let body else { return .orchestrate }
        let seats = Seats.of(body, on: today, in: state).all.filter { $0.seat.position != .member }
        let leads = seats.compactMap(\.seat.organisation) + (state[Body.self][body]?.lead.map { [$0] } ?? [])
        return leads.isEmpty ? .orchestrate : .represent(Set(leads.map(\.rawValue)).sorted())
    }
}

extension Problem {
    func at(_ path: [String]) -> Problem {
        var problem = self
        problem.path = path
        return problem
    }

    fileprivate static let sameText = Problem(
        "proposal.same", at: ["text"], Text("De tekst is niet veranderd.", "The text has not changed."),
        mend: Text("Verander eerst iets.", "Change something first."))

    fileprivate static func ownersOnly(_ kind: Kind) -> Problem {
        let name = kind.naming.pluralLabel
        return Problem(
            "effect.owners",
            Text(
                "\(name.nl) worden alleen door hun eigenaar gewijzigd.",
                "\(name.en) are changed by their owners only."),
            mend: Text("Spreek af dat die het doet.", "Agree that they do it."))
    }
}
