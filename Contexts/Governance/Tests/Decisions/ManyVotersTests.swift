import Counting
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

/// `script/bench votes` does the same with a thousand.
@Suite("Two hundred voters at once")
struct ManyVotersTests {
    private static let voters = 200

    /// What a voter was told: nothing when the vote was acknowledged.
    private typealias Told = (seat: String, rule: String?)

    /// Everybody votes at once, one in ten twice.
    private func all(
        _ store: BallotStore, _ vote: @escaping @Sendable (_ number: Int, _ attempt: Int) async throws -> Void
    ) async -> [Told] {
        await withTaskGroup(of: Told.self) { group in
            for (number, seat) in store.seats.enumerated() {
                for attempt in 0..<(number.isMultiple(of: 10) ? 2 : 1) {
                    group.addTask {
                        do {
                            try await vote(number, attempt)
                            return (seat, nil)
                        } catch { return (seat, (error as? Refusal)?.problems.first?.rule ?? "\(error)") }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test(
        "Of votes that come together none that was acknowledged is lost and none counts twice, by name and with a lot that the closing fixes"
    )
    func named() async throws {
        let store = try await BallotStore(Self.voters)
        let ballot = try await store.open(["method": "majority", "tie": "lot"])
        let told = await all(store) { number, _ in
            let paper = BallotPaper(number.isMultiple(of: 2) ? .yes : .no)
            let seat = store.seats[number]
            _ = try await store.ecosystem.perform(
                CastVote(ballot, seat: ID("s-\(seat)"), [paper]), by: store.caller(seat))
        }
        // Whoever asked twice is told so, and nobody else is refused.
        #expect(Set(told.compactMap(\.rule)) == ["vote.twice"])
        #expect(told.filter { $0.rule == nil }.map(\.seat).sorted() == store.seats.sorted())
        _ = try await store.ecosystem.close(ballot, by: .atTheMachine)
        _ = try await store.ecosystem.declare(ballot, by: .atTheMachine)
        let decision = try await store.decision()
        let outcome = try Count(try BallotFile.read(Array(decision.file.utf8))).outcome()
        #expect(outcome.counts["for"] == .whole(Self.voters / 2))
        #expect(outcome.counts["against"] == .whole(Self.voters / 2))
        #expect(decision.file.contains("Root of the log with"))
        let events = try store.host.ledger.entries(ecosystem: "city").filter { $0.kind == "vote.added" }
        #expect(events.count == Self.voters)
    }

    @Test("The same in secret: as many papers as marks, each voter's own among them")
    func secret() async throws {
        let store = try await BallotStore(Self.voters)
        let ballot = try await store.open(["method": "majority"], secret: true)
        let told = await all(store) { number, attempt in
            let seat = store.seats[number]
            _ = try await store.ecosystem.cast(
                BallotPaper(number.isMultiple(of: 4) ? .no : .yes), in: ballot, from: ID("s-\(seat)"),
                code: BallotStore.code(number * 2 + attempt), by: store.caller(seat))
        }
        #expect(told.filter { $0.rule == nil }.map(\.seat).sorted() == store.seats.sorted())
        _ = try await store.ecosystem.close(ballot, by: .atTheMachine)
        _ = try await store.ecosystem.declare(ballot, by: .atTheMachine)
        let decision = try await store.decision()
        let counts = try Count(try BallotFile.read(Array(decision.file.utf8))).outcome().counts
        #expect(counts["for"] == .whole(Self.voters * 3 / 4) && counts["against"] == .whole(Self.voters / 4))
        let codes = Set(try #require(await store.ecosystem.state[Ballot.self][ID(ballot)]).papers.map(\.code))
        for number in 0..<Self.voters {
            let own = [number * 2, number * 2 + 1].filter { codes.contains(BallotStore.code($0).hash) }
            #expect(own.count == 1)
        }
    }
}
