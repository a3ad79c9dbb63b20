import Counting
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Members drawn by lot")
struct DrawTests {
    private static func list(north: Int = 5, south: Int = 4, places: [DrawQuota]? = nil) -> MemberDraw {
        var draw = MemberDraw()
        draw.body = ID("council")
        draw.candidates =
            (1...north).map { DrawCandidate("n\($0)", "north") } + (1...south).map { DrawCandidate("s\($0)", "south") }
        draw.quotas = places ?? [DrawQuota(2, of: "north"), DrawQuota(3, of: "south")]
        draw.term = Period(from: Day("2026-07-01"), until: Day("2026-12-31"))
        return draw
    }

    private static let seed = LotSeed(size: 12, root: "cm9vdCBvZiBhIGxvZyB3aXRoIHR3ZWx2ZSBlbnRyaWVz")

    private static func announced() throws -> (VotingSample, String) {
        var sample = try VotingSample()
        try sample.carryOut(AnnounceDraw(list()))
        return (sample, try #require(sample.state[MemberDraw.self].sorted.first).id.rawValue)
    }

    @Test("As many of each group are drawn as it has places, by the order of the hashes; the rest are next in line")
    func held() throws {
        let (start, id) = try Self.announced()
        var sample = start
        try sample.carryOut(HoldDraw(id, seed: Self.seed))
        let draw = try #require(sample.state[MemberDraw.self][ID(id)])
        let hashes = Dictionary(
            Lot(seed: Self.seed.root, options: draw.candidates.map(\.key)).order.map { ($0.option, $0.hash) },
            uniquingKeysWith: { first, _ in first })
        func first(_ count: Int, _ letter: String) -> [String] {
            Array(hashes.filter { $0.key.hasPrefix(letter) }.sorted { $0.value < $1.value }.map(\.key).prefix(count))
        }
        #expect(draw.drawn == first(2, "n") + first(3, "s"))
        #expect(draw.seedSize == 12 && draw.drawnOn == sample.today)
        let places = try #require(draw.order).places
        #expect(places.count == 9 && places.filter { !$0.isDrawn }.map(\.number) == [3, 4, 5, 4])
    }

    @Test("Who is drawn gets a seat of their group, for the term")
    func seats() throws {
        let (start, id) = try Self.announced()
        var sample = start
        try sample.carryOut(HoldDraw(id, seed: Self.seed))
        let seats = sample.state[Seat.self].sorted.filter { $0.id.rawValue.hasPrefix(id) }
        #expect(seats.map(\.group) == ["north", "north", "south", "south", "south"])
        #expect(seats.allSatisfy { $0.body == ID("council") && $0.votes == 1 && $0.term.until == Day("2026-12-31") })
        #expect(!Seats.of(ID("council"), on: sample.today, in: sample.state).all.contains { $0.group == "north" })
    }

    @Test(
        "The list is fixed: it is not changed, not drawn before the seed, not twice, and withdrawn with a reason only")
    func fixed() throws {
        let (start, id) = try Self.announced()
        var sample = start
        #expect(sample.broken(by: HoldDraw(id, seed: nil)) == ["lot.early"])
        #expect(sample.broken(by: WithdrawDraw(id, reason: Text())) == ["decision.reason"])
        let longer = RecordChange(
            "memberDraws", id, .patch(["candidates": (Self.list().candidates + [DrawCandidate("n6", "north")]).value]))
        #expect(sample.broken(by: ChangeRecords([longer], process: true)) == ["draw.fixed"])
        #expect(sample.broken(by: ChangeRecords([longer])) == ["record.process"])
        try sample.carryOut(HoldDraw(id, seed: Self.seed))
        #expect(sample.broken(by: HoldDraw(id, seed: Self.seed)) == ["draw.settled"])
        #expect(sample.broken(by: WithdrawDraw(id, reason: Text(nl: "Toch niet"))) == ["draw.settled"])
        #expect(sample.broken(by: HoldDraw("nowhere", seed: Self.seed)) == ["draw.unknown"])
    }

    @Test("A draw that came from elsewhere is recomputed: other members than follow from its seed are refused")
    func recomputed() throws {
        let (start, id) = try Self.announced()
        var sample = start
        try sample.carryOut(HoldDraw(id, seed: Self.seed))
        var draw = try #require(sample.state[MemberDraw.self][ID(id)])
        #expect(draw.problems().isEmpty)
        draw.drawn.swapAt(0, 1)
        #expect(draw.problems().map(\.rule) == ["draw.recomputed"])
        draw.seedRoot = ""
        #expect(draw.problems().map(\.rule) == ["draw.early"])
    }

    @Test("A candidate twice, in a strange group, or that is no word; too few of them; a group twice")
    func refused() throws {
        func rules(_ change: (inout MemberDraw) -> Void) -> [String] {
            var draw = Self.list()
            change(&draw)
            return draw.problems().map(\.rule)
        }
        #expect(rules { $0.candidates.append(DrawCandidate("n1", "north")) } == ["draw.candidate-twice"])
        #expect(rules { $0.candidates.append(DrawCandidate("e1", "east")) } == ["draw.group"])
        #expect(rules { $0.candidates.append(DrawCandidate("'; rm", "north")) } == ["draw.candidate"])
        #expect(rules { $0.quotas[1].seats = 5 } == ["draw.too-few"])
        #expect(rules { $0.quotas.append(DrawQuota(1, of: "north")) } == ["draw.group-twice"])
        var sample = try VotingSample()
        #expect(
            sample.broken(by: AnnounceDraw(Self.list(places: [DrawQuota(9, of: "north")]))).contains("draw.too-few"))
        try sample.carryOut(AnnounceDraw(Self.list(places: [DrawQuota(1, of: "north"), DrawQuota(1, of: "south")])))
        #expect(sample.state[MemberDraw.self].count == 1)
    }
}
