import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// Replay of 500,000 events (50,000 organisations, each changed nine times) beside only decoding their JSON, and a start from a snapshot.
enum Replays {
    private struct Payload: Decodable {
        let id: String
        let previous: Int?
        let fields: [String: Field]
    }

    private enum Field: Decodable {
        case text(String)
        case texts([String: String])
        case list([String])
        case null

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let texts = try? container.decode([String: String].self) {
                self = .texts(texts)
            } else if let list = try? container.decode([String].self) {
                self = .list(list)
            } else {
                self = .null
            }
        }
    }

    static func measure(in folder: URL) async throws {
        let store = try LedgerStore.open(path: folder.appendingPathComponent("replay.sqlite").path)
        try await fill(store)
        let payloads = try store.entries(ecosystem: "big").compactMap(\.payload)
        let own = try seconds { for payload in payloads { _ = try JSONReader.read(payload) } }
        let decoder = JSONDecoder()
        let foundation = try seconds { for payload in payloads { _ = try decoder.decode(Payload.self, from: payload) } }
        let replay = Replay(ledger: store, catalogue: .stelsel)
        var state = Catalogue.stelsel.emptyState("big")
        let full = try seconds { state = try replay.state(of: "big", fromZero: true) }
        report(
            "replay of \(payloads.count) events / decoding their JSON with Foundation", full / foundation, "≤ 1.5",
            holds: full / foundation <= 1.5,
            "\(time(full)) against \(time(foundation)); with our own reader \(time(own)), ratio \(String(format: "%.2f", full / own))"
        )
        let ecosystem = try await EcosystemHost(ledger: store, catalogue: .stelsel, methods: Library()).ecosystem("big")
        await ecosystem.saveSnapshotNow()
        let start = try seconds { state = try replay.state(of: "big") }
        report(
            "start from a snapshot / full replay", start / full, "≤ 0.2", holds: start / full <= 0.2,
            "\(time(start)), \(state.sequence) events")
        try store.close()
    }

    private static func fill(_ store: LedgerStore) async throws {
        let actor = LedgerActor(person: "p", organisation: "o")
        var sequence = 0
        for round in 0..<10 {
            var events: [NewEvent] = []
            for number in 0..<50_000 {
                let id = "organisation-\(number)"
                var payload: [String: Value] = ["id": .string(id)]
                if round == 0 {
                    payload["fields"] = [
                        "name": .string("Organisation \(number)"), "sector": "company", "place": "Zwolle",
                    ]
                } else {
                    payload["previous"] = .whole((round - 1) * 50_000 + number + 1)
                    payload["fields"] = [
                        "place": .string("Place \(round)"),
                        "description": ["nl": .string("Beschrijving \(round)"), "en": .string("Description \(round)")],
                    ]
                }
                events.append(
                    NewEvent(
                        kind: round == 0 ? "organisation.added" : "organisation.changed", version: 1,
                        payload: Data(CanonicalJSON.bytes(.map(payload)))))
            }
            _ = try await store.append(
                ecosystem: "big", expected: sequence, command: "round-\(round)", actor: actor, events: events,
                outcome: Data())
            sequence += events.count
        }
    }
}
