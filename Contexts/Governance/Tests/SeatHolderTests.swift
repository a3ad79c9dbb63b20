import Kernel
import Testing

@testable import Ecosystems
@testable import Governance
@testable import Parties

@Suite("Naming who sits on a seat")
struct SeatHolderTests {
    private func council() throws -> Council {
        var council = try Council()
        try council.put("bodies", "steering", ["name": "Steering group", "sort": "steering-group"])
        try council.put("seats", "firm-seat", ["body": "steering", "position": "member", "organisation": "firm"])
        try council.put("seats", "citizens", ["body": "steering", "position": "member", "group": "citizens"])
        return council
    }

    @Test("A representative names the holder of a seat of its own organisation, and of no other")
    func own() throws {
        var council = try council()
        let name = NameSeatHolder(seat: "firm-seat", person: "firm-rep")
        #expect(broken { try council.carryOut(name, as: "school-rep") } == ["rights.represent"])
        try council.carryOut(name, as: "firm-rep")
        #expect(council.state[Seat.self][ID("firm-seat")]?.person == ID("firm-rep"))
        #expect(
            broken { try council.carryOut(NameSeatHolder(seat: "citizens", person: "firm-rep"), as: "firm-rep") }
                == ["rights.orchestrate"])
        try council.carryOut(NameSeatHolder(seat: "firm-seat", person: nil), as: "town-rep")
        #expect(council.state[Seat.self][ID("firm-seat")]?.person == nil)
    }

    @Test("Somebody of another organisation, the same person twice, and a seat that is over are refused")
    func refused() throws {
        var council = try council()
        func rules(_ person: String?, _ deputy: String? = nil, seat: String = "firm-seat") -> [String] {
            broken { try council.carryOut(NameSeatHolder(seat: seat, person: person, deputy: deputy), as: "firm-rep") }
        }
        #expect(rules("school-rep") == ["seat.other-organisation"])
        #expect(rules("firm-rep", "firm-rep") == ["seat.deputy"])
        #expect(rules("nobody") == ["record.reference"] || !rules("nobody").isEmpty)
        try council.put(
            "seats", "past",
            [
                "body": "steering", "position": "member", "organisation": "firm",
                "term": ["from": "2024-01-01", "until": "2025-01-01"],
            ])
        #expect(rules("firm-rep", seat: "past") == ["seat.over"])
    }

    @Test("Nothing else of the seat changes, and by hand a representative still changes nothing")
    func only() throws {
        var council = try council()
        let before = try #require(council.state[Seat.self][ID("firm-seat")])
        try council.carryOut(NameSeatHolder(seat: "firm-seat", person: "firm-rep"), as: "firm-rep")
        var after = try #require(council.state[Seat.self][ID("firm-seat")])
        after.person = nil
        #expect(after.values == before.values)
        let weight = ChangeRecords([RecordChange("seats", "firm-seat", .patch(["weight": 5]))])
        #expect(!broken { try council.carryOut(weight, as: "firm-rep") }.isEmpty)
    }
}

@Suite("Papers of a meeting")
struct MeetingPaperTests {
    @Test("A paper is on the web with a name, or something that is here; hidden records are no papers")
    func places() throws {
        var council = try Council()
        try council.put("bodies", "steering", ["name": "Steering group", "sort": "steering-group"])
        try council.put("meetings", "first", ["body": "steering", "on": "2026-05-01"])
        try council.carryOut(
            RaiseDispute(id: "d-1", subject: Text(same: "X"), sort: .concern, raisedBy: "school"), as: "school-rep")
        func put(_ paper: [String: Value]) -> [String] {
            broken {
                try council.put(
                    "meetings", "second",
                    [
                        "body": "steering", "on": "2026-06-10",
                        "agenda": [["subject": "Course", "papers": [.map(paper)]]],
                    ])
            }
        }
        #expect(put(["name": "Plan", "address": "https://example.org/plan"]) == [])
        #expect(put(["record": "meetings/first"]) == [])
        #expect(put(["name": "Plan"]) == ["paper.place"])
        #expect(put(["address": "https://example.org/plan", "record": "meetings/first"]) == ["paper.place"])
        #expect(put(["address": "https://example.org/plan"]) == ["paper.name"])
        #expect(put(["record": "meetings/none"]) == ["paper.unknown"])
        #expect(put(["record": "disputes/d-1"]) == put(["record": "disputes/d-2"]))
        let meeting = try #require(council.state[Meeting.self][ID("second")])
        let paper = try #require(meeting.agenda.first?.papers.first)
        #expect(paper.held?.id == "first")
        #expect(paper.title(try council.reader("firm-rep")).en.contains("Steering group"))
        let offered = MeetingPapers.offered(try council.reader("firm-rep"), for: ID("second"))
        #expect(offered.map(\.kind.plural) == ["meetings"] && offered.first?.items.map(\.id) == ["first"])
    }
}
