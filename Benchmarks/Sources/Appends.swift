import Foundation
import GRDB
import Ledger

/// Durable appends beside the same loop in plain SQLite (WAL, synchronous=FULL): by one writer a row a transaction, by 32
/// writers beside one, and the same of plain SQLite with 32 rows a transaction, to show what sharing an fsync gives
/// on this disk at that moment.
enum Appends {
    private static let payload = Data(
        #"{"fields":{"definition":"A term of some length, as people write them.","term":"Term"},"id":"term-000001"}"#
            .utf8)

    private static let count = 4_000
    private static let rounds = 5

    static func measure(in folder: URL) async throws {
        // The short loops first, in turn: after much was written, a disk is slow for a while.
        var (one, plain, many, shared) = ([Double](), [Double](), [Double](), [Double]())
        for round in 1...rounds {
            let folder = try made(folder, "one-\(round)")
            plain.append(try plainSQLite(folder, count, rows: 1))
            one.append(try await appends(folder, writers: 1, each: count))
        }
        for round in 1...rounds {
            let folder = try made(folder, "many-\(round)")
            shared.append(try plainSQLite(folder, count * 8, rows: 32))
            many.append(try await appends(folder, writers: 32, each: count / 4))
        }
        let single = one.median / plain.median
        report(
            "durable single appends / plain SQLite", single, "≥ 0.7", holds: single >= 0.7,
            "\(spread(one)) against \(spread(plain))")
        let ratio = many.median / one.median
        report(
            "32 writers / one writer", ratio, "≥ 5", holds: ratio >= 5,
            spread(many)
                + String(format: "; plain SQLite, 32 rows a transaction / one: %.2f", shared.median / plain.median))
    }

    /// The median, and between what the rounds lay: where these are far apart, the disk or the machine was busy with others.
    private static func spread(_ rates: [Double]) -> String {
        String(format: "%.0f/s (%.0f to %.0f)", rates.median, rates.min() ?? 0, rates.max() ?? 0)
    }

    private static func made(_ folder: URL, _ name: String) throws -> URL {
        let made = folder.appendingPathComponent("appends-\(name)")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        return made
    }

    /// Appends a second.
    private static func appends(_ folder: URL, writers: Int, each: Int) async throws -> Double {
        let store = try LedgerStore.open(path: folder.appendingPathComponent("appends.sqlite").path)
        let taken = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 1...writers { group.addTask { try await append(each, writer: writer, to: store) } }
                try await group.waitForAll()
            }
        }
        try store.close()
        return Double(writers * each) / taken
    }

    private static func append(_ count: Int, writer: Int, to store: LedgerStore) async throws {
        for number in 0..<count {
            _ = try await store.append(
                ecosystem: "e\(writer)", expected: number, command: "\(writer)-\(number)",
                actor: LedgerActor(person: "p", organisation: "o"),
                events: [NewEvent(kind: "term.added", version: 1, payload: payload)],
                outcome: Data())
        }
    }

    private static func plainSQLite(_ folder: URL, _ count: Int, rows: Int) throws -> Double {
        let queue = try DatabaseQueue(path: folder.appendingPathComponent("plain-\(rows).sqlite").path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            try db.execute(
                sql:
                    "CREATE TABLE entry (leaf INTEGER PRIMARY KEY, ecosystem TEXT, sequence INTEGER, header TEXT, payload BLOB, UNIQUE (ecosystem, sequence))"
            )
        }
        let taken = try seconds {
            for first in stride(from: 0, to: count, by: rows) {
                try queue.write { db in
                    let row = try db.cachedStatement(
                        sql: "INSERT INTO entry VALUES (NULL, 'e', ?, 'p o term.added 1', ?)")
                    for number in first..<first + rows { try row.execute(arguments: [number, payload]) }
                }
            }
        }
        return Double(count) / taken
    }
}
