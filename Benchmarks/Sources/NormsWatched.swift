import Agreements
import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// 10,000 norms of 100 agreements over 1,000 organisations and three years of events, beside one full replay of that log.
///
/// Each agreement has ten parties and a hundred norms, of the eight sorts that the sources name; half of them bind every party,
/// the others one party or body, so that about 55,000 bearers are judged. Each organisation records an act each week.
enum NormsWatched {
    static func measure(in folder: URL, methods: Library) async throws {
        let store = try LedgerStore.open(path: folder.appendingPathComponent("norms.sqlite").path)
        try await fill(store)
        let replay = Replay(ledger: store, catalogue: .stelsel)
        var state = Catalogue.stelsel.emptyState("norms")
        var replays: [Double] = []
        for _ in 1...3 { replays.append(try seconds { state = try replay.state(of: "norms", fromZero: true) }) }
        guard let today = Day("2026-11-20") else { return }
        let situation = Situation(state: state, library: methods, today: today)
        var statuses: [NormStatus] = []
        KnownDocuments.forget()
        var norms = NormsInForce(state, on: today)
        KnownDocuments.forget()
        let first = seconds { norms = NormsInForce(state, on: today) }
        var binding: [Double] = []
        var watching: [Double] = []
        for _ in 1...3 {
            binding.append(seconds { norms = NormsInForce(state, on: today) })
            watching.append(seconds { statuses = NormWatch.statuses(of: norms, in: situation) })
        }
        let bearers = norms.entries.reduce(0) { $0 + $1.tenures.count }
        let counts = NormStatus.State.allCases.map { state in
            "\(state.rawValue) \(statuses.filter { $0.state == state }.count)"
        }
        let whole = binding.median + watching.median
        report(
            "\(norms.entries.count) norms evaluated / full replay of \(state.sequence) events", whole / replays.median,
            "≤ 0.5", holds: whole / replays.median <= 0.5,
            "\(time(whole)) against \(time(replays.median)); who is bound \(time(binding.median)), judging \(time(watching.median))"
        )
        let cold = (first + watching.median) / replays.median
        print(
            "     the first time, when the texts of the agreements are yet to be read: \(String(format: "%.2f", cold)) (who is bound \(time(first)))"
        )
        let telling = seconds { for status in statuses { _ = status.explanation } }
        print("     \(bearers) bearers of norms, \(statuses.count) statuses: \(counts.joined(separator: ", "))")
        print("     all explanations in two languages: \(time(telling))")
        try store.close()
    }

    /// Appends in parts; a store takes so many events at once.
    private static func fill(_ store: LedgerStore) async throws {
        var town = NormTown()
        let actor = LedgerActor(person: "p", organisation: "o")
        let events = town.events
        var sequence = 0
        for start in stride(from: 0, to: events.count, by: 50_000) {
            let part = Array(events[start..<min(start + 50_000, events.count)])
            _ = try await store.append(
                ecosystem: "norms", expected: sequence, command: "part-\(start)", actor: actor, events: part,
                outcome: Data())
            sequence += part.count
        }
    }
}
