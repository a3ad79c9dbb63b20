import Ecosystems
import Ensemble
import Foundation
import Kernel
import Ledger
import MethodLibrary
import NetworkMap

/// The platform of the sources: 48,000 organisations with 480,000 relations, made by a seeded generator; loaded, searched and mapped.
enum Platform {
    static func measure(in folder: URL, methods: Library) async throws {
        let store = try LedgerStore.open(path: folder.appendingPathComponent("platform.sqlite").path)
        try await fill(store)
        let before = residentMemory()
        let host = EcosystemHost(ledger: store, catalogue: .stelsel, methods: methods)
        var ecosystem: Ecosystem?
        let load = try await seconds { ecosystem = try await host.ecosystem("platform") }
        guard let ecosystem else { return }
        let resident = Double(residentMemory()) / 1e9
        report(
            "48,000 organisations and 480,000 relations, resident GB", resident, "≤ 1.5", holds: resident <= 1.5,
            "loaded in \(time(load)); \(before / 1_000_000) MB before")
        _ = try await ecosystem.search("organisation 1", for: .atTheMachine)
        let search =
            try await seconds {
                for word in ["org", "zwolle", "organisation 4711", "nothing at all"] {
                    _ = try await ecosystem.search(word, for: .atTheMachine)
                }
            } / 4
        report("search, seconds a keystroke", search, "≤ 0.1 (ours)", holds: search <= 0.1, time(search))
        let reader = try await ecosystem.reader(for: .atTheMachine)
        let map = try seconds {
            let picture = try NetworkPicture.of(MapQuestion(), reader, language: .en)
            _ = MapRenderer.render(
                nodes: picture.nodes, edges: picture.edges, options: MapOptions(legend: picture.legend))
        }
        report("the map opens, seconds", map, "≤ 2 (ours)", holds: map <= 2, time(map))
        let findings = try await seconds { _ = try await ecosystem.findings() }
        print("     all findings: \(time(findings))")
        try store.close()
    }

    private static func fill(_ store: LedgerStore) async throws {
        let actor = LedgerActor(person: "p", organisation: "o")
        var seed: UInt64 = 42
        func dice(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(limit))
        }
        func event(_ kind: String, _ id: String, _ fields: Value) -> NewEvent {
            NewEvent(
                kind: "\(kind).added", version: 1,
                payload: Data(CanonicalJSON.bytes(["id": .string(id), "fields": fields])))
        }
        let sectors = ["government", "company", "knowledge", "citizens", "association"]
        var events = [event("ecosystem", "platform", ["name": "Platform", "languages": ["nl", "en"]])]
        for number in 0..<48_000 {
            events.append(
                event(
                    "organisation", "org-\(number)",
                    ["name": .string("Organisation \(number)"), "sector": .string(sectors[dice(5)]), "place": "Zwolle"])
            )
        }
        for number in 0..<480_000 {
            let from = dice(48_000)
            let to = dice(4) == 0 ? dice(400) : dice(48_000)
            guard from != to else { continue }
            events.append(
                event(
                    "relation", "r-\(number)",
                    [
                        "from": .string("org-\(from)"), "to": .string("org-\(to)"),
                        "kind": dice(2) == 0 ? "cooperation" : "supply",
                    ]))
        }
        var sequence = 0
        for start in stride(from: 0, to: events.count, by: 50_000) {
            let part = Array(events[start..<min(start + 50_000, events.count)])
            _ = try await store.append(
                ecosystem: "platform", expected: sequence, command: "part-\(start)", actor: actor, events: part,
                outcome: Data())
            sequence += part.count
        }
    }
}
