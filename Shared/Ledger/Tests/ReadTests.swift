import Foundation
import Testing

@testable import Ledger

@Suite("Reading")
struct ReadTests {
    @Test("Entries can be read from, through and up to a number")
    func ranges() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(20)

        func sequences(_ after: Int, _ through: Int?, _ limit: Int?) throws -> [Int] {
            try store.entries(ecosystem: "den-bosch", after: after, through: through, limit: limit).map(\.sequence)
        }
        #expect(try sequences(0, nil, nil) == Array(1...10))
        #expect(try sequences(3, 6, nil) == [4, 5, 6])
        #expect(try sequences(3, nil, 2) == [4, 5])
        #expect(try sequences(10, nil, nil) == [])
        #expect(try sequences(0, nil, 0) == [] && sequences(0, nil, -1) == [])
        #expect(try store.entries(ecosystem: "elders") == [])
        #expect(try store.ecosystems().map(\.ecosystem) == ["city-deal", "den-bosch"])
        try store.close()
    }

    @Test(
        "Every entry is handed over once, also when there are more than one portion, and the reader may use the store")
    func portions() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        let events = (0..<5_000).map { Sample.event("\($0)", kind: "kind-\($0 % 3)") }
        _ = try await store.append(
            ecosystem: "den-bosch", expected: 0, command: "c", actor: Sample.actor, events: events, outcome: Data())

        var read: [NewEvent] = []
        var last: [Int] = []
        try store.forEachEntry(ecosystem: "den-bosch") { entry in
            if entry.sequence % 1_000 == 0 { last.append(try store.lastSequence(of: "den-bosch")) }
            read.append(NewEvent(kind: entry.kind, version: entry.version, payload: entry.payload ?? Data()))
        }
        #expect(read == events)
        #expect(last == [5_000, 5_000, 5_000, 5_000, 5_000])

        var seen = 0
        try store.forEachEntry(ecosystem: "den-bosch", after: 100, through: 4_500) { _ in seen += 1 }
        #expect(seen == 4_400)
        struct Enough: Error {}
        #expect(throws: Enough.self) { try store.forEachEntry(ecosystem: "den-bosch") { _ in throw Enough() } }
        try store.close()
    }

    @Test("A moment gives the last sequence that was recorded by then")
    func moments() async throws {
        let bench = try Workbench()
        let clock = Moments([1_000, 2_000, 2_000, 5_000])
        let store = try bench.open(clock: { clock.next() })
        for index in 0..<4 { try await store.add("den-bosch", index, "c-\(index)", "x") }

        let found = try [Int64.min, 999, 1_000, 1_999, 2_000, 4_999, 5_000, .max].map {
            try store.lastSequence(of: "den-bosch", atOrBefore: $0)
        }
        #expect(found == [0, 0, 1, 1, 3, 3, 4, 4])
        try store.close()
    }

    @Test("A snapshot comes back for its format and moment; one that does not fit is passed over")
    func snapshots() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(20)
        for sequence in [2, 4, 6, 8] {
            try store.saveSnapshot(
                ecosystem: "den-bosch", sequence: sequence, format: 1, bytes: Data("state \(sequence)".utf8))
        }

        func latest(_ atOrBefore: Int?, format: Int = 1) throws -> Int? {
            try store.latestSnapshot(ecosystem: "den-bosch", format: format, atOrBefore: atOrBefore)?.sequence
        }
        #expect(try latest(nil) == 8)
        #expect(try latest(7) == 6)
        #expect(try latest(3) == nil)  // only the newest three are kept
        #expect(try latest(nil, format: 2) == nil)
        #expect(try store.latestSnapshot(ecosystem: "den-bosch", format: 1)?.bytes == Data("state 8".utf8))
        #expect(throws: LedgerRefusal.self) {
            try store.saveSnapshot(ecosystem: "den-bosch", sequence: 11, format: 1, bytes: Data())
        }

        try await store.pool.write { try $0.execute(sql: "UPDATE snapshot SET bytes = x'00' WHERE sequence = 8") }
        #expect(try latest(nil) == 6)
        try await store.pool.write {
            try $0.execute(sql: "UPDATE snapshot SET seal = zeroblob(64) WHERE sequence = 6")
        }
        #expect(try latest(nil) == 4)
        try store.dropSnapshots(ecosystem: "den-bosch")
        #expect(try latest(nil) == nil)
        try store.close()
    }
}
