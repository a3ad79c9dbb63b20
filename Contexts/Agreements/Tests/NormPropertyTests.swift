import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

/// Chance that is the same each time.
struct Dice {
    private var seed: UInt64

    init(_ seed: UInt64) { self.seed = seed &* 2 &+ 1 }

    mutating func roll(_ limit: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(limit))
    }
}

@Suite("Norms: what never changes for the worse, or for the better")
struct NormPropertyTests {
    private static let first = Day("2026-01-01") ?? Day(number: 0)

    /// From good to bad, for one occasion.
    private func rank(_ state: NormStatus.State) -> Int {
        switch state {
        case .kept: 0
        case .due: 1
        case .atRisk: 2
        case .unchecked: 3
        case .breached: 4
        }
    }

    /// By occasion. What is not told was kept in an earlier period.
    private func states(_ norms: NormSample, _ day: Day, bearer: String = "net") throws -> [String: NormStatus.State] {
        let own = try norms.statuses(day.description).filter { $0.bearer.id == bearer }
        return Dictionary(own.map { ($0.key, $0.state) }, uniquingKeysWith: min)
    }

    @Test("Evidence that is added never makes a duty worse, on any day", arguments: 0..<12)
    func duties(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        let cycles = ["month", "quarter", "half-year", "year"]
        var norms = try NormSample(
            Rules.offer.merging([
                "least": .string(String(100 + dice.roll(900))), "every": .string(cycles[seed % cycles.count]),
            ]) { $1 })
        for number in 0..<12 {
            let days = (0..<8).map { _ in Self.first + dice.roll(800) }
            let before = try days.map { try states(norms, $0) }
            let done = Self.first + dice.roll(800)
            try norms.act("a-\(number)", "offer", by: "net", on: done.description, amount: 1 + dice.roll(300))
            for (day, old) in zip(days, before) {
                let new = try states(norms, day)
                for (key, state) in new {
                    // An occasion that was kept and told of an earlier period may have given way to a later one.
                    guard let earlier = old[key] else { continue }
                    #expect(rank(state) <= rank(earlier), "\(key) on \(day) after \(done)")
                }
                for key in old.keys where new[key] == nil { #expect(old[key] == .breached || old[key] == .kept) }
            }
        }
    }

    @Test("A breach of a period that is over stays one on every later day", arguments: 0..<12)
    func breaches(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        var norms = try NormSample(
            Rules.offer.merging(["least": "400", "every": .string(seed % 2 == 0 ? "quarter" : "month")]) { $1 })
        for number in 0..<20 {
            let done = Self.first + dice.roll(700)
            try norms.act("a-\(number)", "offer", by: "net", on: done.description, amount: 1 + dice.roll(300))
        }
        var broken: Set<String> = []
        for step in stride(from: 0, to: 800, by: 17) {
            let now = try states(norms, Self.first + step)
            let breached = Set(now.filter { $0.value == .breached }.keys)
            #expect(broken.isSubset(of: breached))
            broken = breached
        }
        #expect(!broken.isEmpty)
        // Later evidence does not mend it.
        try norms.act("late", "offer", by: "net", on: (Self.first + 900).description, amount: 100_000)
        let after = try states(norms, Self.first + 1_000)
        #expect(broken.allSatisfy { after[$0] == .breached })
    }

    @Test("More use never improves a limit, on any day", arguments: 0..<12)
    func limits(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        var norms = try NormSample(
            Rules.sample.merging([
                "most": "1000", "each": .flag(seed % 2 == 0), "every": .string(seed % 3 == 0 ? "quarter" : "year"),
            ]) { $1 })
        let parties = ["stad", "cloud"]
        for number in 0..<15 {
            let days = (0..<6).map { _ in Self.first + dice.roll(800) }
            let before = try days.map { try states(norms, $0).values.map(rank).max() ?? 0 }
            let used = Self.first + dice.roll(800)
            try norms.act(
                "s-\(number)", "sample", by: "net", on: used.description, amount: 1 + dice.roll(400),
                ["towards": .string(parties[dice.roll(2)])])
            for (day, old) in zip(days, before) {
                let new = try states(norms, day).values.map(rank).max() ?? 0
                #expect(new >= old, "on \(day) after \(used)")
            }
        }
    }

    @Test("What happens after a day changes nothing about that day", arguments: 0..<8)
    func foresight(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        var norms = try NormSample(Rules.respond.merging(["within": "5"]) { $1 })
        let day = Self.first + 200
        for number in 0..<10 {
            let on = (Self.first + dice.roll(200)).description
            try norms.act("q-\(number)", "request", by: "stad", on: on, ["towards": "net"])
        }
        let before = try states(norms, day)
        for number in 0..<10 {
            let on = (day + 1 + dice.roll(50)).description
            try norms.act("r-\(number)", "respond", by: "net", on: on, ["about": .string("acts/q-\(number)")])
            try norms.act("x-\(number)", "request", by: "stad", on: on, ["towards": "net"])
        }
        #expect(try states(norms, day) == before)
    }
}
