import Ecosystems
import Kernel
import Parties
import Testing

@testable import Governance

@Suite("Decision rights")
struct RightTests {
    private func share(_ body: String, _ right: String, _ mode: String? = nil, limit: Int? = nil) -> Value {
        var values: [String: Value] = ["body": .string(body), "right": .string(right)]
        values["mode"] = mode.map { .string($0) }
        values["limit"] = limit.map { ["amount": .whole($0), "currency": "EUR"] }
        return .map(values)
    }

    /// A board that spends up to 10,000 and acts in an emergency, below a council that decides and ratifies.
    private func sample() throws -> GovernanceSample {
        var sample = try GovernanceSample()
        try sample.put("bodies", "board", ["name": "Board", "sort": "board", "parent": "council"])
        try sample.seat("town", ["organisation": "town"])
        try sample.put("seats", "firm", ["body": "board", "organisation": "firm", "person": "firm-head"])
        try sample.put(
            "decisionRights", "spending",
            [
                "subject": "Spending",
                "shares": [
                    share("board", "decides", limit: 10_000), share("council", "decides"),
                    share("board", "decides", "emergency"), share("council", "ratifies"),
                    share("council", "overrides"),
                ],
            ])
        return sample
    }

    private func broken(_ shares: [Value]) throws -> [String] {
        try sample().broken("decisionRights", "x", ["subject": "X", "shares": .list(shares)])
    }

    @Test("a row in which two decide the same, or that nobody ratifies or could override, is refused")
    func refusals() throws {
        #expect(try broken([share("board", "decides"), share("council", "decides")]) == ["right.two-decide"])
        #expect(
            try broken([share("board", "decides", limit: 5), share("council", "decides", limit: 5)]) == [
                "right.two-decide"
            ])
        #expect(try broken([share("board", "decides", limit: 5), share("council", "decides", limit: 6)]) == [])
        #expect(try broken([share("board", "advises"), share("board", "advises")]) == ["right.twice"])
        #expect(
            try broken([share("council", "decides"), share("board", "decides", "emergency")]) == ["right.not-ratified"])
        #expect(try broken([share("board", "decides"), share("board", "decides", "emergency")]) == [])
        #expect(try broken([share("board", "decides"), share("board", "overrides")]) == ["right.overrides-nobody"])
        #expect(try broken([share("nobody", "decides")]) == ["reference.missing"])
    }

    @Test("the lowest limit that holds an amount decides; in an emergency what is said of emergencies goes first")
    func deciders() throws {
        let right = try #require(try sample().state[DecisionRight.self][ID("spending")])
        func decider(_ euros: Int?, _ mode: RightShare.Mode = .ordinary) -> String? {
            right.decider(of: euros.map { Money(cents: $0 * 100) }, in: mode)?.body.rawValue
        }
        #expect([decider(10_000), decider(10_001), decider(nil)] == ["board", "council", "council"])
        #expect(decider(1_000_000, .emergency) == "board")
        #expect(right.decider(of: Money(cents: 100, currency: "USD"), in: .ordinary)?.body == ID("council"))
    }

    @Test("may is answered for a body, for who votes in it, and says who decides instead")
    func questions() throws {
        let sample = try sample()
        func answer(
            _ actor: String, _ action: String, euros: Int? = nil, _ mode: RightShare.Mode = .ordinary
        ) -> RightAnswer? {
            RightQuestion(
                actor, action, "decisionRights/spending", amount: euros.map { Money(cents: $0 * 100) }, mode: mode,
                in: sample.state)?.answer(in: sample.state, on: GovernanceSample.today)
        }
        #expect(answer("board", "decide", euros: 500)?.isAllowed == true)
        #expect(answer("firm-head", "decide", euros: 500)?.isAllowed == true)
        #expect(answer("firm", "decide", euros: 500)?.isAllowed == true)
        let no = try #require(answer("board", "decide", euros: 50_000))
        #expect(!no.isAllowed && no.explanation.en == "No: about “Spending” Council decides.")
        let urgent = try #require(answer("board", "decide", euros: 50_000, .emergency))
        #expect(urgent.isAllowed && urgent.explanation.en.hasSuffix("It must be ratified afterwards."))
        #expect(answer("town", "override")?.isAllowed == true)
        #expect(answer("school", "override")?.isAllowed == false)
        #expect(answer("board", "dance") == nil)
    }

    @Test("a question about something that is no subject of the matrix is for the agreements")
    func elsewhere() throws {
        #expect(RightQuestion("board", "decide", "weather", in: try sample().state) == nil)
    }

    @Test("the matrix has a row for each subject and a column for each body, and says what is open")
    func matrix() throws {
        var sample = try sample()
        try sample.put("decisionRights", "course", ["subject": "Course"])
        let matrix = DecisionRights.of(sample.reader())
        #expect(matrix.bodies.map(\.id.rawValue) == ["council", "board"])
        #expect(matrix.rows.map(\.right.id.rawValue) == ["course", "spending"])
        #expect(matrix.rows.map(\.isOpen) == [true, false])
        #expect(
            matrix.rows.last?.cells.map { $0.shares.map(\.right) } == [
                [.decides, .overrides, .ratifies], [.decides, .decides],
            ])
        #expect(sample.findings("right.nobody-decides").map(\.record) == ["course"])
        try sample.patch("bodies", "board", ["period": ["until": "2026-01-01"]])
        #expect(sample.findings("right.body-gone").map(\.record) == ["spending"])
    }
}
