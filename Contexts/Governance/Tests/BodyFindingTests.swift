import Ecosystems
import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Governance

@Suite("What is not right with bodies")
struct BodyFindingTests {
    @Test("a deciding body in which nobody has a vote is an error, and a warning when its members only lack seats")
    func withoutMembers() throws {
        var sample = try GovernanceSample()
        #expect(sample.findings("body.without-members").isEmpty)
        try sample.patch("bodies", "council", ["rule": ["method": "majority"]])
        #expect(sample.findings("body.without-members").map(\.severity) == [.error])
        try sample.patch("bodies", "council", ["members": ["town", "firm"]])
        let found = sample.findings("body.without-members")
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.explanation.en.contains("2 members") == true)
        try sample.carryOut(GiveSeats(body: "council"))
        #expect(sample.findings("body.without-members").isEmpty)
    }

    @Test("the matrix can make a body one that decides")
    func decidesByMatrix() throws {
        var sample = try GovernanceSample()
        try sample.put(
            "decisionRights", "budget",
            ["subject": "Budget", "shares": [["body": "council", "right": "decides"]]])
        #expect(sample.findings("body.without-members").count == 1)
    }

    @Test("a quorum that cannot be reached is told with its numbers; seats that cannot vote only when the quorum can")
    func quorum() throws {
        var sample = try GovernanceSample()
        try sample.patch("bodies", "council", ["rule": ["method": "majority", "quorumOf": "seats", "quorum": "2/3"]])
        for id in ["town", "firm", "school"] { try sample.seat(id, ["organisation": .string(id)]) }
        #expect(sample.findings("body.no-quorum").isEmpty && sample.findings("body.seats-unused").isEmpty)
        try sample.patch("mandates", "firm-mandate", ["state": "revoked"])
        #expect(sample.findings("body.no-quorum").isEmpty)
        #expect(sample.findings("body.seats-unused").first?.message.en == "In Council 1 of 3 seats cannot vote.")
        try sample.patch("mandates", "school-mandate", ["state": "revoked"])
        let found = try #require(sample.findings("body.no-quorum").first)
        #expect(found.message.en == "Council cannot reach its quorum: 1 of 3 seats can vote, 2/3 is needed.")
        #expect(sample.findings("body.seats-unused").isEmpty)
    }

    @Test("a quorum of weight and of groups counts what can be there")
    func otherQuorums() throws {
        var sample = try GovernanceSample()
        try sample.seat("town", ["organisation": "town", "weight": 5, "group": "public"])
        try sample.seat("people", ["group": "citizens", "weight": 1])
        try sample.patch("bodies", "council", ["rule": ["method": "majority", "quorumOf": "weight", "quorum": "5/6"]])
        #expect(sample.findings("body.no-quorum").isEmpty)
        try sample.patch("bodies", "council", ["rule": ["method": "majority", "quorumOf": "groups", "quorum": "1"]])
        #expect(sample.findings("body.no-quorum").count == 1)
    }

    @Test("who is impartial and votes for a party is in conflict; as an independent member not")
    func conflict() throws {
        var sample = try GovernanceSample()
        try sample.put(
            "assignments", "market",
            ["role": "ecosystem-roles/market-master", "organisation": "firm", "person": "firm-head"])
        try sample.seat("firm", ["organisation": "firm", "person": "firm-head"])
        #expect(sample.findings("seat.conflict").map(\.record) == ["firm"])
        try sample.put(
            "seats", "firm", ["body": "council", "function": "Adviser", "independent": true, "person": "firm-head"])
        #expect(sample.findings("seat.conflict").isEmpty)
        try sample.put(
            "seats", "firm", ["body": "council", "organisation": "firm", "observer": true, "person": "firm-head"])
        #expect(sample.findings("seat.conflict").isEmpty)
    }

    @Test("a term that is over or nearly so is told, unless another seat follows it")
    func terms() throws {
        var sample = try GovernanceSample()
        try sample.seat("old", ["organisation": "town", "term": ["until": "2026-05-31"]])
        try sample.seat("soon", ["organisation": "firm", "term": ["until": "2026-06-20"]])
        try sample.seat("far", ["organisation": "school", "term": ["until": "2027-01-01"]])
        #expect(sample.findings("seat.term-ended").map(\.record) == ["old"])
        #expect(sample.findings("seat.term-ending").map(\.record) == ["soon"])
        try sample.seat("new", ["organisation": "town", "term": ["from": "2026-06-01"]])
        #expect(sample.findings("seat.term-ended").isEmpty)
        try sample.patch("bodies", "council", ["period": ["until": "2026-05-31"]])
        #expect(sample.findings("seat.term-ending").isEmpty)
    }

    @Test("parties in fewer working groups than the library says are named, once there are enough groups")
    func fewGroups() throws {
        var sample = try GovernanceSample()
        func group(_ id: String, _ members: Value) -> [String: Value] {
            [
                "name": .string(id), "sort": "working-group", "type": "ecosystem-bodies/working-group",
                "members": members, "lead": "town",
            ]
        }
        try sample.put("bodies", "one", group("one", ["town", "firm"]))
        #expect(sample.findings("party.few-bodies").isEmpty)
        try sample.put("bodies", "two", group("two", ["town", "firm"]))
        #expect(sample.findings("party.few-bodies").map(\.record) == ["school"])
        try sample.put("bodies", "two", group("two", ["town"]))
        #expect(sample.findings("party.few-bodies").map(\.others) == [["firm", "school"]])
    }

    @Test("every rule of this context has words for many at once")
    func words() {
        let rules = [
            "body.without-members", "body.no-quorum", "body.seats-unused", "body.without-lead", "party.few-bodies",
            "seat.conflict", "seat.term-ended", "seat.term-ending", "right.nobody-decides", "right.body-gone",
            "meeting.no-report-back", "meeting.no-minutes", "action.late",
        ]
        #expect(Set(GovernanceContext.findingWords.keys) == Set(rules))
    }
}
