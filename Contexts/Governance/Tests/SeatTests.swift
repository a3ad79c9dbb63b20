import Ecosystems
import Kernel
import Parties
import Testing

@testable import Governance

@Suite("Seats of a body")
struct SeatTests {
    private let today = GovernanceSample.today

    private func council() throws -> GovernanceSample {
        var sample = try GovernanceSample()
        try sample.seat("a-town", ["organisation": "town", "position": "chair", "weight": 2])
        try sample.seat("b-firm", ["organisation": "firm", "person": "firm-head"])
        try sample.seat("c-citizens", ["group": "citizens"])
        try sample.seat("d-school", ["organisation": "school", "observer": true, "person": "school-head"])
        return sample
    }

    private func seats(_ sample: GovernanceSample, on day: Day? = nil) -> Seats {
        Seats.of(ID("council"), on: day ?? today, in: sample.state)
    }

    @Test("observers sit there without a vote, and a seat without a weight counts as one")
    func weights() throws {
        let seats = seats(try council())
        #expect(seats.all.map(\.id.rawValue) == ["a-town", "b-firm", "c-citizens", "d-school"])
        #expect(seats.voting.map(\.weight) == [2, 1, 1])
        #expect(seats.weight == 4)
        #expect(seats.groups == ["citizens"])
        #expect(seats.chair?.id == ID("a-town"))
    }

    @Test("a seat of an organisation without a holder is used by whoever has its mandate, deputies after")
    func withoutHolder() throws {
        var sample = try council()
        #expect(seats(sample)[ID("a-town")]?.voters == [ID("town-head")])
        try sample.person("town-second", of: "town")
        try sample.mandate("town-mandate", "town-head", of: "town", deputy: "town-second")
        #expect(seats(sample)[ID("a-town")]?.voters == [ID("town-head"), ID("town-second")])
        #expect(seats(sample)[ID("c-citizens")]?.voters == [])
    }

    @Test("a holder without a valid mandate cannot vote for the organisation")
    func mandates() throws {
        var sample = try council()
        #expect(seats(sample)[ID("b-firm")]?.voters == [ID("firm-head")])
        try sample.patch("mandates", "firm-mandate", ["state": "revoked"])
        #expect(seats(sample)[ID("b-firm")]?.voters == [])
        try sample.patch("mandates", "firm-mandate", ["state": "valid", "period": ["until": "2026-05-31"]])
        #expect(seats(sample)[ID("b-firm")]?.voters == [])
        #expect(seats(sample, on: today + -1)[ID("b-firm")]?.voters == [ID("firm-head")])
    }

    @Test("a seat for a function needs no mandate")
    func functions() throws {
        var sample = try council()
        try sample.seat("e-chair", ["function": "Onafhankelijk lid", "independent": true, "person": "school-head"])
        #expect(seats(sample)[ID("e-chair")]?.voters == [ID("school-head")])
    }

    @Test("a seat counts from the first day of its term up to the last")
    func terms() throws {
        var sample = try council()
        try sample.patch("seats", "b-firm", ["term": ["from": "2026-06-01", "until": "2026-06-30"]])
        func holds(_ day: Int) -> Bool { seats(sample, on: today + day)[ID("b-firm")] != nil }
        #expect([-1, 0, 29, 30].map(holds) == [false, true, true, false])
    }

    @Test("my seats are those that I may vote from or watch, with or without my name on them")
    func held() throws {
        let sample = try council()
        func held(_ persons: String...) -> [String] {
            Seats.heldBy(persons, on: today, in: sample.state).map(\.id.rawValue)
        }
        #expect(held("town-head") == ["a-town"])
        #expect(held("school-head", "firm-head") == ["b-firm", "d-school"])
        #expect(held("nobody") == [])
        #expect(held() == [])
    }

    @Test("who does not take part sees the seats, not who holds them")
    func hidden() throws {
        let sample = try council()
        let seats = Seats.of(ID("council"), on: today, sample.reader())
        #expect(seats.weight == 4)
        #expect(seats.all.allSatisfy { $0.voters.isEmpty && $0.seat.person == nil })
        #expect(Seats.of(ID("council"), on: today, sample.reader("firm-head"))[ID("b-firm")]?.voters.count == 1)
    }

    @Test("a seat that does not fit is refused, with the rule")
    func refusals() throws {
        let sample = try council()
        func broken(_ values: [String: Value]) -> [String] {
            sample.broken("seats", "x", values.merging(["body": "council"]) { mine, _ in mine })
        }
        #expect(broken([:]) == ["seat.for-nobody"])
        #expect(broken(["organisation": "town", "weight": 0]) != [])
        #expect(broken(["organisation": "town", "observer": true, "weight": 2]) == ["seat.observer-weight"])
        #expect(broken(["organisation": "town", "independent": true]) == ["seat.independent"])
        #expect(broken(["organisation": "town", "person": "town-head", "deputy": "town-head"]) == ["seat.deputy"])
        #expect(
            broken(["organisation": "town", "person": "firm-head"]) == ["seat.other-organisation", "seat.held-twice"])
        #expect(broken(["function": "X", "person": "firm-head"]) == ["seat.held-twice"])
        #expect(broken(["function": "X", "person": "firm-head", "observer": true]) == [])
    }

    @Test("who left gets no seat, but keeps the terms that are over")
    func left() throws {
        var sample = try council()
        try sample.patch("participations", "firm", ["status": "leaving", "since": "2026-03-01"])
        try sample.patch("participations", "firm", ["status": "left", "since": "2026-05-01"])
        #expect(sample.broken("seats", "x", ["body": "council", "organisation": "firm"]) == ["seat.organisation-left"])
        let past: [String: Value] = ["body": "council", "organisation": "firm", "term": ["until": "2026-05-31"]]
        #expect(sample.broken("seats", "x", past) == [])
        #expect(seats(sample)[ID("b-firm")]?.voters == [])
        try sample.patch("seats", "b-firm", ["source": "letter of May"])
    }

    @Test("members without a seat get one each, and who leads gets that place")
    func give() throws {
        var sample = try council()
        try sample.put(
            "bodies", "core",
            ["name": "Core", "sort": "core-group", "members": ["town", "firm"], "lead": "firm"])
        try sample.carryOut(GiveSeats(body: "core"))
        let seats = Seats.of(ID("core"), on: today, in: sample.state).all
        #expect(seats.map(\.id.rawValue) == ["core-firm", "core-town"])
        #expect(seats.map(\.seat.position) == [.lead, .member])
        #expect(sample.broken(by: GiveSeats(body: "core")) == ["seats.all-given"])
        #expect(sample.broken(by: GiveSeats(body: "nothing")) == ["body.unknown"])
    }
}
