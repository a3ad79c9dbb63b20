import Foundation
import GRDB

@testable import Ledger

/// A folder of its own for one test, with a store that has fixed keys, clock and salts.
final class Workbench: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Sample.signer.secretText.utf8).write(to: folder.appendingPathComponent("log.stelsel.key"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var url: URL { folder.appendingPathComponent("log.stelsel") }
    var path: String { url.path }

    func open(
        readOnly: Bool = false, key: String? = nil, clock: @escaping @Sendable () -> Int64 = { Sample.moment }
    ) throws -> LedgerStore {
        try LedgerStore.open(path: path, keyPath: key, readOnly: readOnly, now: clock, salt: { Sample.salt })
    }

    /// An SQLite file in the place of the store, made by someone else.
    func makeDatabase(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    /// A copy of the folder as it is now: what a crash or a thief would find.
    func copy() throws -> Workbench {
        let copy = try Workbench()
        for (name, bytes) in try files() { try bytes.write(to: copy.folder.appendingPathComponent(name)) }
        return copy
    }

    /// Everything in the folder, as it is on disk.
    func files() throws -> [String: Data] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) {
            $0[$1] = try Data(contentsOf: folder.appendingPathComponent($1))
        }
    }

    /// A bench with a closed store of 1_100 entries, a copy of one that is made once.
    static func withHistory() async throws -> Workbench {
        let original = try await history.value
        let bench = try Workbench()
        for suffix in ["", ".checkpoint"] {
            try FileManager.default.copyItem(atPath: original.path + suffix, toPath: bench.path + suffix)
        }
        return bench
    }

    private static let history = Task {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(1_100)
        try store.close()
        return bench
    }
}

enum Sample {
    static let moment: Int64 = 1_760_000_000_000
    static let salt = Data(repeating: 7, count: 16)
    static let signer = NoteSigner(name: "stelsel.example/log", seed: Data(repeating: 1, count: 32)) ?? NoteSigner()
    static let actor = LedgerActor(person: "p-7", organisation: "gemeente-zwolle", mandate: "m-1")

    static func event(_ text: String, kind: String = "goal.set") -> NewEvent {
        NewEvent(kind: kind, version: 1, payload: Data("{\"text\":\"\(text)\"}".utf8))
    }
}

extension LedgerStore {
    @discardableResult
    func add(_ ecosystem: String, _ expected: Int, _ command: String, _ texts: String...) async throws -> Appended {
        try await append(
            ecosystem: ecosystem, expected: expected, command: command, actor: Sample.actor,
            events: texts.map { Sample.event($0) }, outcome: Data("done \(command)".utf8))
    }

    /// Entries 0, 2, 4 … go to "den-bosch", 1, 3, 5 … to "city-deal".
    func fill(_ count: Int) async throws {
        for index in 0..<count {
            let ecosystem = index.isMultiple(of: 2) ? "den-bosch" : "city-deal"
            try await add(ecosystem, index / 2, "command-\(index)", "text \(index)")
        }
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
