import Foundation
import GRDB
import GRDBSQLite

/// A store as a file: told apart from other files before a byte of it is written, made in one step, opened as a pool.
struct StoreFile {
    let path: String

    var isAbsent: Bool {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        return (size ?? 0) == 0
    }

    /// Refuses a file that is not a store of a format this version knows. Touches neither the file nor its neighbours.
    func inspect() throws {
        let header = try header()
        guard header.application == Schema.applicationID else {
            throw LedgerRefusal.notALedger(path: path, why: "it is an SQLite file of another application")
        }
        guard header.format <= Schema.format else {
            throw LedgerRefusal.newerFormat(path: path, found: header.format, supported: Schema.format)
        }
        guard header.format >= 1 else { throw LedgerRefusal.damaged(why: "the store format is \(header.format)") }
    }

    /// Makes a store with only what `fill` puts in. It gets its name when it is complete: a crash leaves no half store behind, and
    /// of several processes that make it at once, one makes it and all open the same.
    func create(_ fill: (Database) throws -> Void) throws {
        let draft = "\(path).\(UUID().uuidString).new"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        try Self.reserve(draft)
        let queue = try DatabaseQueue(path: draft)
        try queue.writeWithoutTransaction { db in
            // Here, where nobody else is: of several that change the mode of one file, one is told that it is busy.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try Schema.create(in: db)
            try fill(db)
        }
        try queue.close()
        if FileManager.default.fileExists(atPath: path), isAbsent { try FileManager.default.removeItem(atPath: path) }
        do { try DurableFile.publish(draft, as: path) } catch let failure as DurableFile.Failure {
            if failure.isTaken { return }  // another process made the same store a moment ago
            throw LedgerRefusal.storageFailed(why: "\(path): \(failure)")
        }
    }

    /// Makes an empty file that only its owner may read: the store holds what people entrusted to it.
    static func reserve(_ path: String) throws {
        do { try DurableFile.create(path, Data(), mode: 0o600) } catch {
            throw LedgerRefusal.storageFailed(why: "\(path): \(error)")
        }
    }

    /// Opens the file for reading beside one writer, which is durable at every commit.
    func pool(readOnly: Bool) throws -> DatabasePool {
        var configuration = configuration(readOnly: readOnly)
        configuration.maximumReaderCount = 8
        let pool = try DatabasePool(path: path, configuration: configuration)
        guard !readOnly else { return pool }
        try pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA cache_size = -16000")
        }
        return pool
    }

    /// Opens the file for one reader, who leaves it as it is.
    func queue() throws -> DatabaseQueue {
        try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
    }

    private func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        configuration.label = "ledger"
        configuration.prepareDatabase { db in
            // The file may have been tampered with: look at every page before use, and run no function it names.
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// Reads the file header without locks, journals or shared memory, and without looking at anything else: while another process
    /// moves its pages from journal to file, header and length need not fit each other.
    private func header() throws -> (application: Int, format: Int) {
        var connection: OpaquePointer?
        let location = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(location, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil) == SQLITE_OK else {
            throw LedgerRefusal.notALedger(path: path, why: "it may not be read")
        }
        // Through SQLite: closing a file of our own would drop the locks that other connections of this process hold on it.
        var opened: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &opened)
        var bytes = [UInt8](repeating: 0, count: 100)
        guard let opened, opened.pointee.pMethods.pointee.xRead(opened, &bytes, 100, 0) == SQLITE_OK,
            bytes.starts(with: Array("SQLite format 3\0".utf8))
        else { throw LedgerRefusal.notALedger(path: path, why: "it is not an SQLite file") }
        return (Self.number(bytes[68..<72]), Self.number(bytes[60..<64]))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
