import Foundation
import Kernel
import Ledger
import MethodLibrary

@testable import Ecosystems

/// A kind of record made for these tests: one field of each sort that rules look at.
struct Tool: Record {
    var id = ID<Tool>("")
    var name = Text()
    var madeOf: ID<Tool>?
    var usedWith: [ID<Tool>] = []
    var count: Int?
    var secret = ""
    var period = Period()

    var title: Text { name }

    static let naming = Naming(
        "tool", "tools", Text("Gereedschap", "Tool"), Text("Gereedschap", "Tools"), meaning: Text())
    static let fields: [Field<Tool>] = [
        Field("name", \.name, Text("Naam", "Name"), required: true),
        Field("madeOf", \.madeOf, Text("Gemaakt van", "Made of")),
        Field("usedWith", \.usedWith, Text("Samen met", "Used with")),
        Field("count", \.count, Text("Aantal", "Count"), shape: .whole(0...1_000)),
        Field("secret", \.secret, Text("Geheim", "Secret"), visibility: .participants),
        Field("period", \.period, Text("Periode", "Period")),
    ]
}

/// An ecosystem host on a store of its own, with a fixed clock that moves a second at every look.
struct Workshop {
    let folder: URL
    let host: EcosystemHost

    static let catalogue = Catalogue(
        [ContextParts(id: "workshop", name: Text("Werkplaats", "Workshop"), kinds: [Kind(Tool.self)])],
        rights: { caller, _ in
            var rights = Rights()
            rights.administers = caller.administrator
            rights.mayWrite = caller.mayWrite
            return rights
        })

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("workshop-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        host = try Self.open(folder)
    }

    static func open(_ folder: URL) throws -> EcosystemHost {
        let ledger = try LedgerStore.open(
            path: folder.appendingPathComponent("store.sqlite").path, now: { 1_780_000_000_000 })
        return EcosystemHost(ledger: ledger, catalogue: catalogue, methods: Library(), clock: .fixed(1_780_000_000_000))
    }

    /// Opens the same store anew, as after a restart.
    func reopened() throws -> EcosystemHost {
        try host.ledger.close()
        return try Self.open(folder)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A begun ecosystem.
    func begun() async throws -> Ecosystem {
        let ecosystem = try await host.begin("shed")
        _ = try await ecosystem.perform(
            ChangeRecords([RecordChange("ecosystems", "shed", .add(["name": "Shed", "languages": ["nl"]]))]),
            by: .atTheMachine)
        return ecosystem
    }
}

extension Ecosystem {
    @discardableResult
    func change(_ changes: RecordChange..., name: String? = nil) async throws -> Outcome {
        try await perform(
            ChangeRecords(changes), by: .atTheMachine,
            name: name.map { CommandName($0, asked: Array("\(changes.map(\.id))".utf8)) })
    }
}

extension EcosystemState {
    /// Everything in the state, comparable.
    func picture(_ catalogue: Catalogue) -> [String: [String: Value]] {
        catalogue.kinds.reduce(into: ["": ["sequence": .whole(sequence)]]) { picture, kind in
            table(kind.plural)?.forEach { id, version, values in
                picture["\(kind.plural)/\(id)"] = values.merging(["@version": .whole(version)]) { $1 }
            }
            for (id, sequence) in table(kind.plural)?.removed ?? [] {
                picture["\(kind.plural)/\(id)"] = ["@removal": .whole(sequence)]
            }
        }
    }
}

/// Small, seeded and the same everywhere (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A change that may or may not be allowed.
    mutating func change() -> RecordChange {
        let id = "t\(Int.random(in: 0..<12, using: &self))"
        let other = "t\(Int.random(in: 0..<12, using: &self))"
        switch Int.random(in: 0..<6, using: &self) {
        case 0: return RecordChange("tools", id, .remove)
        case 1: return RecordChange("tools", id, .patch(["madeOf": .string(other)]))
        case 2: return RecordChange("tools", id, .patch(["count": .whole(Int.random(in: -5...1_005, using: &self))]))
        case 3:
            return RecordChange(
                "tools", id,
                .patch([
                    "usedWith": .list([.string(other)]),
                    "secret": .string("s\(UInt64.random(in: 0...9, using: &self))"),
                ]))
        default:
            return RecordChange(
                "tools", id,
                .put([
                    "name": .string("Tool \(id)"),
                    "period": ["from": .string("2026-01-0\(Int.random(in: 1...9, using: &self))")],
                ]))
        }
    }
}
