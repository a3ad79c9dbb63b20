import Ecosystems
import Foundation
import Kernel

@testable import Agreements
@testable import Governance

/// The steps from a matter to a decision, each on its day.
extension AgreementStory {
    /// Puts a proposal on a matter; gives its id.
    @discardableResult
    mutating func propose(
        on day: String, _ matter: String, by party: String, _ name: Text, _ text: Text,
        options: [ProposalOption] = [], effects: [Effect] = []
    ) throws -> String {
        var proposal = Proposal()
        proposal.matter = ID(matter)
        proposal.name = name
        proposal.text = text
        proposal.options = options
        proposal.effects = effects
        proposal.asksReasons = true
        proposal.by = ID(party)
        let before = Set(state[Proposal.self].sorted.map(\.id))
        try on(day, Propose(proposal))
        guard let made = state[Proposal.self].sorted.first(where: { !before.contains($0.id) }) else {
            throw CocoaError(.featureUnsupported)
        }
        return made.id.rawValue
    }

    /// Opens a ballot on a proposal as it reads now; gives its id.
    mutating func open(
        on day: String, _ proposal: String, _ rule: [String: Value], until last: String
    ) throws -> String {
        var command = OpenBallot(proposal)
        command.rule = rule
        command.closes = Day(last)
        try on(day, command)
        guard let ballot = state.ballots(on: ID(proposal)).last else { throw CocoaError(.featureUnsupported) }
        return ballot.id.rawValue
    }

    mutating func vote(
        on day: String, _ ballot: String, _ seat: String, _ paper: BallotPaper, _ reason: Text, objects: Bool = false
    ) throws {
        var command = CastVote(ballot, seat: ID(seat), [paper])
        command.reason = reason
        command.objects = objects
        try on(day, command)
    }

    /// What became of the objection of a seat.
    mutating func settle(
        on day: String, _ ballot: String, _ seat: String, _ outcome: Vote.Objection, _ resolution: Text
    ) throws {
        try on(day, SettleObjection(Vote.id(ID(ballot), ID(seat)), outcome, resolution: resolution))
    }

    /// Closes and counts; gives the id of the decision.
    mutating func count(on day: String, _ ballot: String) throws -> String {
        try on(day, CloseBallot(ballot))
        try on(day, DeclareOutcome(ballot))
        guard let decision = state[Decision.self].sorted.first(where: { $0.ballot == ID(ballot) }) else {
            throw CocoaError(.featureUnsupported)
        }
        return decision.id.rawValue
    }

    mutating func advise(
        on day: String, _ id: String, _ proposal: String, _ who: [String: Value], _ stance: Advice.Stance,
        _ reasons: Text
    ) throws {
        var values = who
        values["proposal"] = .string(proposal)
        values["stance"] = stance.value
        values["reasons"] = reasons.value
        values["on"] = .string(day)
        try on(day, RecordChange("advices", id, .add(values)))
    }

    mutating func sound(
        on day: String, _ id: String, _ proposal: String, _ party: String, _ warmth: Sounding.Warmth, _ remark: Text
    ) throws {
        let values: [String: Value] = [
            "proposal": .string(proposal), "organisation": .string(party), "warmth": warmth.value,
            "remark": remark.value, "on": .string(day),
        ]
        try on(day, RecordChange("soundings", id, .add(values)))
    }
}

extension Effect {
    init(_ kind: String, _ record: String, _ fields: Value, _ summary: Text) {
        self.init()
        action = .change
        self.kind = kind
        self.record = record
        self.fields = CanonicalJSON.string(fields)
        self.summary = summary
    }
}

extension ProposalOption {
    init(_ key: String, _ name: Text, _ meaning: Text) {
        self.init()
        self.key = key
        self.name = name
        self.meaning = meaning
    }
}
