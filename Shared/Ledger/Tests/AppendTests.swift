import Foundation
import Testing

@testable import Ledger

@Suite("Appending")
struct AppendTests {
    @Test("What is appended is read back, in order and complete, also after the store was opened again")
    func readsBack() async throws {
        let bench = try Workbench()
        let store = try bench.open()

        let first = try await store.add("den-bosch", 0, "c-1", "een", "twee")
        let second = try await store.add("den-bosch", 2, "c-2", "drie")
        try store.close()

        #expect(
            first
                == Appended(
                    first: 1, last: 2, recordedAt: Sample.moment, outcome: Data("done c-1".utf8), repeated: false))
        #expect(second.first == 3 && second.last == 3)
        let again = try bench.open()
        let entries = try again.entries(ecosystem: "den-bosch")
        #expect(entries.map(\.sequence) == [1, 2, 3])
        #expect(entries.map(\.leaf) == [0, 1, 2])
        #expect(entries.map(\.command) == ["c-1", "c-1", "c-2"])
        #expect(entries.map(\.payload) == ["een", "twee", "drie"].map { Sample.event($0).payload })
        #expect(
            entries.allSatisfy { $0.actor == Sample.actor && $0.recordedAt == Sample.moment && $0.kind == "goal.set" })
        try again.close()
    }

    @Test("An append that saw an older history is refused, and says where the history stands")
    func conflict() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.add("den-bosch", 0, "c-1", "een")

        await #expect(throws: LedgerRefusal.conflict(expected: 0, actual: 1)) {
            try await store.add("den-bosch", 0, "c-2", "twee")
        }
        await #expect(throws: LedgerRefusal.conflict(expected: 5, actual: 1)) {
            try await store.add("den-bosch", 5, "c-3", "twee")
        }
        #expect(try store.lastSequence(of: "den-bosch") == 1)
        try store.close()
    }

    @Test("A command that comes again gives its first outcome and writes nothing")
    func repeated() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        let first = try await store.add("den-bosch", 0, "c-1", "een", "twee")
        try await store.add("den-bosch", 2, "c-2", "drie")

        let late = try await store.add("den-bosch", 0, "c-1", "anders")
        let fresh = try await store.add("den-bosch", 3, "c-1", "anders")

        for again in [late, fresh] {
            #expect(again.repeated)
            #expect((again.first, again.last, again.outcome) == (first.first, first.last, first.outcome))
        }
        #expect(try store.lastSequence(of: "den-bosch") == 3)
        let elsewhere = try await store.add("city-deal", 0, "c-1", "een")
        #expect(!elsewhere.repeated)
        try store.close()
    }

    @Test(
        "Appends submitted in order for one ecosystem are recorded in order; a refused one leaves its neighbours alone")
    func pipelined() async throws {
        let bench = try Workbench()
        let store = try bench.open()

        let results = await withCheckedContinuation { done in
            let answers = Answers(expected: 200, done)
            for index in 0..<200 {
                let isStale = index % 10 == 9
                store.submit(
                    ecosystem: "den-bosch", expected: isStale ? 100_000 : index - index / 10, command: "c-\(index)",
                    actor: Sample.actor, events: [Sample.event("\(index)")], outcome: Data()
                ) { answers.add(index, $0) }
            }
        }

        for (index, result) in results {
            switch result {
            case .success(let appended): #expect(appended.first == index - index / 10 + 1)
            case .failure(let refusal):
                #expect(index % 10 == 9)
                guard case .conflict(100_000, _) = refusal else { return #expect(Bool(false), "\(refusal)") }
            }
        }
        #expect(try store.lastSequence(of: "den-bosch") == 180)
        try store.close()
    }

    @Test("Of many writers at once each gets its own place; none is lost, none is there twice")
    func concurrent() async throws {
        let bench = try Workbench()
        let store = try bench.open()

        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<32 {
                group.addTask {
                    for step in 0..<20 {
                        try await store.add("eco-\(writer % 8)-\(writer)", step, "c-\(step)", "\(step)")
                    }
                }
            }
            try await group.waitForAll()
        }

        #expect(store.size == 640)
        let ecosystems = try store.ecosystems()
        #expect(ecosystems.count == 32 && ecosystems.allSatisfy { $0.last == 20 })
        let leaves = try ecosystems.flatMap { try store.entries(ecosystem: $0.ecosystem).map(\.leaf) }
        #expect(leaves.sorted() == Array(0..<640))
        try store.close()
    }

    @Test("A request that breaks a rule is refused before it is written")
    func invalid() async throws {
        let bench = try Workbench()
        let store = try bench.open()
        for (ecosystem, command, kind, version) in [
            ("", "c", "k", 1), ("e", "", "k", 1), ("e", "c", "", 1), ("e", "c", "k", 0),
            (String(repeating: "e", count: 1_001), "c", "k", 1),
        ] {
            let event = NewEvent(kind: kind, version: version, payload: Data("{}".utf8))
            await #expect(throws: LedgerRefusal.self) {
                try await store.append(
                    ecosystem: ecosystem, expected: 0, command: command, actor: Sample.actor, events: [event],
                    outcome: Data())
            }
        }
        #expect(store.size == 0)
        try store.close()
        await #expect(throws: LedgerRefusal.closed) { try await store.add("den-bosch", 0, "c-1", "een") }
        #expect(throws: LedgerRefusal.closed) { try store.ecosystems() }
    }

    @Test("Time does not run backwards in the log, unless the clock was wrong by more than a day")
    func clock() async throws {
        let bench = try Workbench()
        let moments = Moments([1_000_000_000, 999_999_000, 1_000_000_500, 900_000_000])
        let store = try bench.open(clock: { moments.next() })
        for index in 0..<4 { try await store.add("den-bosch", index, "c-\(index)", "x") }
        #expect(
            try store.entries(ecosystem: "den-bosch").map(\.recordedAt) == [
                1_000_000_000, 1_000_000_000, 1_000_000_500, 900_000_000,
            ])
        try store.close()
    }
}
