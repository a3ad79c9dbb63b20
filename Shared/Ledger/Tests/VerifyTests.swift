import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Verification")
struct VerifyTests {
    @Test("A store that nobody touched verifies, and the report says what was verified")
    func sound() async throws {
        let bench = try await Workbench.withHistory()
        let report = LedgerVerifier.verify(path: bench.path)
        #expect(report.failure == nil)
        #expect((report.entries, report.size, report.ecosystems, report.erased) == (1_100, 1_100, 2, 0))
        #expect(report.signedSize == 1_100)
        let store = try bench.open()
        #expect(report.root == (try store.root()))
        try store.close()
    }

    @Test("Whatever is falsified, verification names the first entry that fails and why", arguments: Tampering.cases)
    func tampered(_ tampering: Tampering) async throws {
        let bench = try await Workbench.withHistory()
        try tampering.apply(to: bench.path)

        let failure = LedgerVerifier.verify(path: bench.path).failure
        #expect(failure?.kind == tampering.kind, "\(failure.map(\.description) ?? "no failure")")
        #expect(failure?.leaf == tampering.leaf, "\(failure.map(\.description) ?? "no failure")")
    }

    @Test("An entry is named by its ecosystem and sequence too")
    func names() async throws {
        let bench = try await Workbench.withHistory()
        try Tampering("", .changed, at: 11, sql: "UPDATE entry SET payload = x'00' WHERE leaf = 11").apply(
            to: bench.path)
        let failure = try #require(LedgerVerifier.verify(path: bench.path).failure)
        #expect((failure.ecosystem, failure.sequence) == ("city-deal", 6))
        #expect(
            failure.description
                == "changed at entry 11, ecosystem city-deal, sequence 6: Its payload or salt is not what was committed to."
        )
    }

    @Test("A history with the same sequence twice is a fork, even if the tables no longer forbid it")
    func twice() async throws {
        let bench = try await Workbench.withHistory()
        let queue = try DatabaseQueue(path: bench.path)
        try await queue.write { db in
            try db.execute(sql: "CREATE TEMP TABLE entry AS SELECT * FROM main.entry")
            try db.execute(sql: "UPDATE temp.entry SET leaf = leaf + 1 WHERE leaf > 20")
            try db.execute(
                sql: """
                    INSERT INTO temp.entry SELECT 21, ecosystem, sequence, recorded_at, person, organisation, mandate,
                      command, kind, version, commitment, leaf_hash, salt, outcome, payload FROM main.entry WHERE leaf = 20
                    """)
            var walk = try LogWalk(db, erasures: ErasureClaims(db, kinds: []))
            let failure = #expect(throws: VerificationReport.Failure.self) { try walk.run() }
            #expect(failure?.kind == .forked)
            #expect((failure?.leaf, failure?.ecosystem, failure?.sequence) == (21, "den-bosch", 11))
        }
        try queue.close()
    }

    @Test("Without any checkpoint a shorter history is still noticed by the tiles it lost")
    func noCheckpoint() async throws {
        let bench = try await Workbench.withHistory()
        try FileManager.default.removeItem(atPath: bench.path + ".checkpoint")
        try Tampering("", .rolledBack, at: 500, sql: "DELETE FROM entry WHERE leaf >= 500").apply(to: bench.path)
        #expect(LedgerVerifier.verify(path: bench.path).failure?.kind == .rolledBack)
    }

    @Test("A snapshot that was falsified is reported as unfit; it is a cache, so nothing fails")
    func snapshot() async throws {
        let bench = try await Workbench.withHistory()
        let store = try bench.open()
        try store.saveSnapshot(ecosystem: "den-bosch", sequence: 5, format: 1, bytes: Data("state".utf8))
        try store.saveSnapshot(ecosystem: "den-bosch", sequence: 6, format: 1, bytes: Data("state".utf8))
        try store.close()
        #expect(LedgerVerifier.verify(path: bench.path).unfitSnapshots == [])
        try Tampering("", .changed, at: nil, sql: "UPDATE snapshot SET bytes = x'00' WHERE sequence = 6").apply(
            to: bench.path)

        let report = LedgerVerifier.verify(path: bench.path)
        #expect(report.failure == nil)
        #expect(report.unfitSnapshots == ["den-bosch at 6"])
    }

    @Test("What is no store, or is not there, is unreadable")
    func unreadable() throws {
        let bench = try Workbench()
        #expect(LedgerVerifier.verify(path: bench.path).failure?.kind == .unreadable)
        try Data("hello, this is not a database, however long it goes on".utf8).write(
            to: URL(fileURLWithPath: bench.path))
        #expect(LedgerVerifier.verify(path: bench.path).failure?.kind == .unreadable)
    }

    @Test("A file that was cut short is damaged", arguments: [700, 4_096, 8_192, 50_000, 250_000])
    func truncated(length: Int) async throws {
        let bench = try await Workbench.withHistory()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        try bytes.prefix(length).write(to: URL(fileURLWithPath: bench.path))
        #expect(LedgerVerifier.verify(path: bench.path).failure?.kind == .damaged)
        #expect(throws: LedgerRefusal.self) { try bench.open() }
    }

    @Test("Of bits flipped anywhere in the file, either verification notices or nothing that was recorded has changed")
    func flippedBits() async throws {
        let bench = try await Workbench.withHistory()
        let url = URL(fileURLWithPath: bench.path)
        let original = try Data(contentsOf: url)
        let before = try Self.everything(in: bench)
        var random = SeededGenerator(state: 20_261_121)
        var noticed = 0
        for _ in 0..<150 {
            var bytes = original
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try bytes.write(to: url)
            if LedgerVerifier.verify(path: bench.path).failure == nil {
                #expect(try Self.everything(in: bench) == before)
            } else {
                noticed += 1
            }
        }
        #expect(noticed > 75)
    }

    private static func everything(in bench: Workbench) throws -> [LedgerEntry] {
        let store = try bench.open(readOnly: true)
        defer { try? store.close() }
        return try store.ecosystems().flatMap { try store.entries(ecosystem: $0.ecosystem) }
    }
}
