import Counting
import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("A thousand voters at once")
struct ManyVotersTests {
    private static let voters = 1_000

    @Test(
        "Of a thousand votes that come together none is lost and none counts twice, by name and with a lot that the closing fixes"
    )
    func named() async throws {
        let store = try await BallotStore(Self.voters)
        let ballot = try await store.open(["method": "majority", "tie": "lot"])
        await withTaskGroup(of: Void.self) { group in
            for (number, seat) in store.seats.enumerated() {
                // One in ten asks twice: the second is refused, whichever comes first.
                for _ in 0..<(number.isMultiple(of: 10) ? 2 : 1) {
                    group.addTask {
                        let vote = CastVote(
                            ballot, seat: ID("s-\(seat)"), [BallotPaper(number.isMultiple(of: 2) ? .yes : .no)])
                        _ = try? await store.ecosystem.perform(vote, by: store.caller(seat))
                    }
                }
            }
        }
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
        await withTaskGroup(of: Void.self) { group in
            for (number, seat) in store.seats.enumerated() {
                for attempt in 0..<(number.isMultiple(of: 10) ? 2 : 1) {
                    group.addTask {
                        _ = try? await store.ecosystem.cast(
                            BallotPaper(number.isMultiple(of: 4) ? .no : .yes), in: ballot, from: ID("s-\(seat)"),
                            code: BallotStore.code(number * 2 + attempt), by: store.caller(seat))
                    }
                }
            }
        }
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
