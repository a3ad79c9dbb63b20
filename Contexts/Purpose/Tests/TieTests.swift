import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("What gifts and work say of who is tied, and of who carries what")
struct TieTests {
    @Test("who gives is tied to who gets by the form of the gift, while its activity runs")
    func gifts() throws {
        let work = Ground.activity("work", ["period": ["from": "2024-01-01", "until": "2024-12-31"]])
        let gift = Ground.change(
            "exchanges", "gift",
            ["from": "alpha", "to": "client", "what": "cijfers", "form": "data", "activity": "work"])
        let ties = try Ground.reader([work, gift]).impliedTies
        let tie = try #require(ties.first)
        #expect(ties.count == 1 && tie.ends == .arrow(from: "alpha", to: "client") && tie.kind == "data-flow")
        #expect(tie.source == RecordPlace(kind: "exchanges", id: "gift"))
        #expect(tie.period == Period(from: Day("2024-01-01"), until: Day("2024-12-31")))
    }

    @Test("who carry out the same work are tied by it; one alone is not")
    func work() throws {
        let ties = try Ground.reader([
            Ground.activity("both", ["organisations": ["alpha", "beta"]]), Ground.activity("single"),
        ]).impliedTies
        #expect(ties.map(\.source.id) == ["both"])
        #expect(ties.map(\.ends) == [.circle([ImpliedTie.Member("alpha"), ImpliedTie.Member("beta")])])
    }

    @Test("a shared goal is carried alone when all work that is left is done by one")
    func goals() throws {
        func alone(_ changes: [RecordChange]) throws -> [String] {
            try Ground.reader([Ground.goal("together")] + changes).carried
                .filter { $0.isAlone && $0.what.kind == "goals" }.map(\.by)
        }
        let one = Ground.activity("one", ["goal": "together"])
        let other = Ground.activity("other", ["goal": "together", "organisations": ["beta"]])
        #expect(try alone([one]) == ["alpha"])
        #expect(try alone([one, other]) == [])
        #expect(try alone([one, other, Ground.participation("beta", "left")]) == ["alpha"])
    }

    @Test("work that is over is carried by nobody, and a gift alone when no other gives the same form")
    func overAndGifts() throws {
        let over = Ground.activity("over", ["period": ["until": Ground.day(-1)]])
        func gift(_ id: String, _ from: String) -> RecordChange {
            Ground.change(
                "exchanges", id, ["from": .string(from), "to": "client", "what": "uren", "form": "hours"])
        }
        let single = try Ground.reader([over, gift("g1", "alpha")]).carried
        #expect(single.map(\.what.id) == ["g1"] && single.map(\.isAlone) == [true])
        let both = try Ground.reader([gift("g1", "alpha"), gift("g2", "beta")]).carried
        #expect(both.map(\.isAlone) == [false, false])
    }
}
