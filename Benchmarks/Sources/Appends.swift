import Foundation
import GRDB
import Ledger

/// Durable appends beside the same loop in plain SQLite (WAL, synchronous=FULL, one row a transaction).
enum Appends {
    static func measure(in folder: URL) async throws {
        let count = 4_000
        let payload = Data(
            #"{"fields":{"definition":"A term of some length, as people write them.","term":"Term"},"id":"term-000001"}"#
                .utf8)
        let plain = try plainSQLite(folder, count, payload)
        let store = try LedgerStore.open(path: folder.appendingPathComponent("appends.sqlite").path)
        let one = try await seconds { try await append(count, writer: 0, to: store, payload) }
        report(
            "durable single appends / plain SQLite", plain / one, "≥ 0.7", holds: plain / one >= 0.7,
            "\(rate(count, one)) against \(rate(count, plain))")
        let many = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 1...32 {
                    group.addTask { try await append(count / 4, writer: writer, to: store, payload) }
                }
                try await group.waitForAll()
            }
        }
        let ratio = (Double(32 * count / 4) / many) / (Double(count) / one)
        report("32 writers / one writer", ratio, "≥ 5", holds: ratio >= 5, rate(32 * count / 4, many))
        try store.close()
    }

    private static func append(_ count: Int, writer: Int, to store: LedgerStore, _ payload: Data) async throws {
        for number in 0..<count {
            _ = try await store.append(
                ecosystem: "e\(writer)", expected: number, command: "\(writer)-\(number)",
                actor: LedgerActor(person: "p", organisation: "o"),
                events: [NewEvent(kind: "term.added", version: 1, payload: payload)],
                outcome: Data())
        }
    }

    private static func plainSQLite(_ folder: URL, _ count: Int, _ payload: Data) throws -> Double {
        let queue = try DatabaseQueue(path: folder.appendingPathComponent("plain.sqlite").path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            try db.execute(
                sql:
                    "CREATE TABLE entry (leaf INTEGER PRIMARY KEY, ecosystem TEXT, sequence INTEGER, header TEXT, payload BLOB, UNIQUE (ecosystem, sequence))"
            )
        }
        return try seconds {
            for number in 0..<count {
                try queue.write { db in
                    try db.cachedStatement(sql: "INSERT INTO entry VALUES (NULL, 'e', ?, 'p o term.added 1', ?)")
                        .execute(arguments: [number, payload])
                }
            }
        }
    }
}
