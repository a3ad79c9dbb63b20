import Foundation
import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Ecosystems
@testable import Governance

/// A council of organisations that each have a seat, and a matter with a proposal before it.
struct VotingSample {
    static let catalogue = Catalogue([PartiesContext.parts, GovernanceContext.parts], rights: RightsOfCaller.judge)
    static let library: Library = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../Methods").standardizedFileURL.path
        do { return try Library.load(folder: folder) } catch { fatalError("\(error)") }
    }()

    private(set) var state = catalogue.emptyState("city")
    /// 1 June 2026, a Monday, unless a test moves on.
    var today = Day("2026-06-01") ?? Day(number: 0)

    var situation: Situation { Situation(state: state, library: Self.library, today: today) }

    /// - Parameter weights: what the seat of each organisation weighs.
    init(_ weights: [(String, Int)] = ["a", "b", "c", "d"].map { ($0, 1) }, groups: [String: String] = [:])
        throws
    {
        let changes = Self.records(weights, groups: groups)
        try carryOut(ChangeRecords(changes))
    }

    /// The records of a city with a council.
    static func records(_ weights: [(String, Int)], groups: [String: String] = [:]) -> [RecordChange] {
        var changes: [RecordChange] = []
        func put(_ kind: String, _ id: String, _ values: [String: Value]) {
            changes.append(RecordChange(kind, id, .put(values)))
        }
        put("ecosystems", "city", ["name": "City", "languages": ["nl"], "methods": ["handbook-roles"]])
        put("bodies", "council", ["name": ["nl": "Raad", "en": "Council"], "sort": "council"])
        for (id, weight) in weights {
            put("organisations", id, ["name": .string(id.uppercased()), "sector": "company"])
            put("participations", id, ["organisation": .string(id), "status": "joined"])
            put("persons", "p-\(id)", ["organisation": .string(id), "function": "Bestuurder"])
            put(
                "mandates", "m-\(id)",
                [
                    "person": .string("p-\(id)"), "organisation": .string(id), "scope": "Stemmen",
                    "level": "executive", "grantor": "Bestuur",
                ])
            var seat: [String: Value] = ["body": "council", "organisation": .string(id)]
            if weight != 1 { seat["weight"] = .whole(weight) }
            if let group = groups[id] { seat["group"] = .string(group) }
            put("seats", "s-\(id)", seat)
        }
        put(
            "matters", "warmte",
            ["question": "Doen we het warmtenet?", "body": "council", "why": "De subsidie loopt af."])
        return changes
    }

    @discardableResult
    mutating func carryOut(_ command: some Command) throws -> [DomainEvent] {
        let events = try command.decide(in: situation, catalogue: Self.catalogue)
        for event in events {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
        return events
    }

    mutating func put(_ kind: String, _ id: String, _ values: [String: Value], process: Bool = false) throws {
        try carryOut(ChangeRecords([RecordChange(kind, id, .put(values))], process: process))
    }

    mutating func patch(_ kind: String, _ id: String, _ values: [String: Value], process: Bool = false) throws {
        try carryOut(ChangeRecords([RecordChange(kind, id, .patch(values))], process: process))
    }

    func broken(by command: some Command) -> [String] {
        do throws(Refusal) {
            _ = try command.decide(in: situation, catalogue: Self.catalogue)
            return []
        } catch { return error.problems.map(\.rule) }
    }

    func reader(_ persons: String...) -> Reader {
        let caller = Caller(account: "a", persons: persons)
        return Reader(
            situation: situation, rights: RightsOfCaller.judge(caller, in: situation), catalogue: Self.catalogue)
    }

    // MARK: Steps of a ballot

    /// Puts a proposal on the matter; gives its id.
    @discardableResult
    mutating func propose(
        _ name: String = "Aanleggen", options: [String] = [], effects: [Effect] = [], on matter: String = "warmte"
    ) throws -> String {
        var proposal = Proposal()
        proposal.matter = ID(matter)
        proposal.name = Text(same: name)
        proposal.text = Text("Wij doen \(name).", "We do \(name).")
        proposal.options = options.map { key in
            var option = ProposalOption()
            option.key = key
            option.name = Text(same: key.uppercased())
            return option
        }
        proposal.effects = effects
        let before = Set(state[Proposal.self].sorted.map(\.id))
        try carryOut(Propose(proposal))
        return try #require(state[Proposal.self].sorted.map(\.id).first { !before.contains($0) }).rawValue
    }

    /// Opens a ballot on a proposal; gives its id.
    @discardableResult
    mutating func open(
        _ proposal: String, _ rule: [String: Value] = ["method": "majority"], secret: Bool = false,
        closes: String? = nil, follows: Bool = false
    ) throws -> String {
        var command = OpenBallot(proposal)
        command.rule = rule
        command.secrecy = secret ? .secret : .named
        command.closes = closes.flatMap { Day($0) }
        command.follows = follows
        try carryOut(command)
        return try #require(state.ballots(on: ID(proposal)).last).id.rawValue
    }

    mutating func vote(
        _ ballot: String, _ seat: String, _ cast: BallotPaper.Cast, _ reason: String = "", objects: Bool = false
    )
        throws
    {
        var command = CastVote(ballot, seat: ID("s-\(seat)"), [BallotPaper(cast)])
        command.reason = Text(nl: reason)
        command.objects = objects
        try carryOut(command)
    }

    /// Closes and counts; gives what was decided.
    @discardableResult
    mutating func finish(_ ballot: String, seed: LotSeed? = nil) throws -> Decision {
        try carryOut(CloseBallot(ballot))
        try carryOut(DeclareOutcome(ballot, seed: seed))
        return try #require(state[Decision.self].sorted.last { $0.ballot == ID(ballot) })
    }
}

extension Effect {
    init(_ action: Action, _ kind: String, _ record: String, _ fields: Value = .null, option: String = "") {
        self.init()
        self.action = action
        self.kind = kind
        self.record = record
        self.fields = fields.isNull ? "" : CanonicalJSON.string(fields)
        self.option = option
    }
}
