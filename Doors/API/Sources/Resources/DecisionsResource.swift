import Ecosystems
import Governance
import Hummingbird
import Kernel

/// From matter to decision: what happens to proposals, ballots and decisions beyond their records.
struct DecisionsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        return [
            Endpoint(.post, base + "/matters/{id}/proposals", DecisionSheets.propose, handle: propose),
            Endpoint(.post, base + "/proposals/{id}/revisions", DecisionSheets.revise, handle: revise),
            Endpoint(.post, base + "/proposals/{id}/ballots", DecisionSheets.open, handle: open),
            Endpoint(.post, base + "/proposals/{id}/urgency", DecisionSheets.urgency, handle: urgency),
            Endpoint(.post, base + "/decisions/{id}/execution", DecisionSheets.execution, handle: execution),
            Endpoint(.post, base + "/decisions/{id}/override", DecisionSheets.override, handle: override),
            Endpoint(.post, base + "/decisions/{id}/reopening", DecisionSheets.reopening, handle: reopening),
            Endpoint(.post, base + "/decisions/{id}/ratification", DecisionSheets.ratification, handle: ratification),
        ] + ballotEndpoints
    }

    private func propose(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["name", "text", "options", "asksReasons", "by", "effects"])
        var proposal = Proposal()
        let problems = proposal.write(body.entries)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        proposal.matter = ID(ask.parameter("id"))
        return try await room.carriedOut(Propose(proposal), Proposal.self, body.entries, ask)
    }

    private func revise(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["name", "text", "options", "effects", "reason", "objection"])
        let objection = try body.optional("objection", String.self)
        var command = ReviseProposal(
            ask.parameter("id"), text: try body.needed("text", Text.self), reason: try body.needed("reason", Text.self),
            objection: objection.map { ID($0) })
        command.name = try body.optional("name", Text.self)
        command.options = try body.optional("options", [ProposalOption].self)
        command.effects = try body.optional("effects", [Effect].self)
        return try await room.carriedOut(command, Proposal.self, body.entries, ask)
    }

    private func open(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["rule", "secrecy", "closes", "follows", "present", "seedSize"])
        var command = OpenBallot(ask.parameter("id"))
        if body.entries["rule"] != nil {
            guard let rule = body.entries["rule"]?.map else {
                throw Refusal.invalid([.wrong("rule", "een regel als in docs/ballots", "a rule as in docs/ballots")])
            }
            command.rule = rule
        }
        command.secrecy = try body.optional("secrecy", Ballot.Secrecy.self) ?? .named
        command.closes = try body.optional("closes", Day.self)
        command.follows = try body.optional("follows", Bool.self) ?? false
        command.present = try body.optional("present", [String].self).map { Set($0.map { ID($0) }) }
        if let size = try body.optional("seedSize", Int.self) {
            command.seed = try await room.ecosystem(ask).seed(size: size)
        }
        return try await room.carriedOut(command, Ballot.self, body.entries, ask)
    }

    private func urgency(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["reason"])
        let command = DecideUrgently(ask.parameter("id"), reason: try body.needed("reason", Text.self))
        return try await room.carriedOut(command, Decision.self, body.entries, ask)
    }

    private func execution(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: [])
        return try await room.carriedOut(CarryOutDecision(ask.parameter("id")), Decision.self, body.entries, ask)
    }

    private func override(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["body", "reason"])
        let command = OverrideDecision(
            ask.parameter("id"), by: ID(try body.needed("body", String.self)),
            reason: try body.needed("reason", Text.self))
        return try await room.carriedOut(command, Decision.self, body.entries, ask)
    }

    private func reopening(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["leave", "reason"])
        let command = ReopenDecision(
            ask.parameter("id"), leave: ID(try body.needed("leave", String.self)),
            reason: try body.needed("reason", Text.self))
        return try await room.carriedOut(command, Decision.self, body.entries, ask)
    }

    private func ratification(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["ratification"])
        let command = RatifyDecision(
            ask.parameter("id"), by: ID(try body.needed("ratification", String.self)))
        return try await room.carriedOut(command, Decision.self, body.entries, ask)
    }
}

/// A body with only known members, read one by one.
struct Sent: Sendable {
    let entries: [String: Value]

    init(_ ask: Ask, known: [String]) async throws {
        entries = try await ask.object()
        let problems = Problem.unknownMembers(entries, known: known)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
    }

    func optional<V: FieldValue>(_ name: String, _ type: V.Type) throws(Refusal) -> V? {
        guard let value = entries[name], !value.isNull else { return nil }
        do throws(Problem) { return try V(value) } catch { throw .invalid([error.under(name)]) }
    }

    func needed<V: FieldValue>(_ name: String, _ type: V.Type) throws(Refusal) -> V {
        guard let value = try optional(name, type), !value.value.isNull else { throw .invalid([.missing(name)]) }
        return value
    }
}
