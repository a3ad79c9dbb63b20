import Foundation
import GRDB
import GRDBSQLite

/// A cached statement of one connection, bound and read through SQLite's own functions: without boxing values on the way
/// in, without copying more than asked on the way out, and without trapping on a column that someone tampered with.
struct Prepared {
    private let raw: OpaquePointer
    private let connection: OpaquePointer
    /// Keeps what `raw` points to alive.
    private let statement: Statement

    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        guard let connection = db.sqliteConnection else { throw LedgerRefusal.closed }
        raw = statement.sqliteStatement
        self.connection = connection
        sqlite3_reset(raw)
    }

    /// Steps; true when there is a row to read.
    func next() throws -> Bool {
        let code = sqlite3_step(raw)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let message = String(cString: sqlite3_errmsg(connection))
        sqlite3_reset(raw)
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        while try next() {}
        sqlite3_reset(raw)
    }

    func reset() { sqlite3_reset(raw) }

    var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }
}

extension Prepared {
    func bind(_ value: Int, at index: Int32) { sqlite3_bind_int64(raw, index, Int64(value)) }

    func bind(_ text: String?, at index: Int32) {
        guard var text else {
            sqlite3_bind_null(raw, index)
            return
        }
        text.withUTF8 { bytes in
            let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            _ = sqlite3_bind_text(raw, index, start, Int32(bytes.count), Self.copied)
        }
    }

    /// An empty blob is bound as such, not as NULL.
    func bind(_ bytes: Data?, at index: Int32) {
        guard let bytes else {
            sqlite3_bind_null(raw, index)
            return
        }
        bytes.withUnsafeBytes { bind($0, at: index) }
    }

    func bind(_ hash: TreeHash, at index: Int32) { hash.withBytes { bind($0, at: index) } }

    private func bind(_ bytes: UnsafeRawBufferPointer, at index: Int32) {
        if bytes.isEmpty {
            sqlite3_bind_zeroblob(raw, index, 0)
        } else {
            _ = sqlite3_bind_blob(raw, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

extension Prepared {
    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(raw, column)) }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }

    /// The bytes of a text or blob, valid until the next step. NULL gives no bytes.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: sqlite3_column_blob(raw, column), count: Int(sqlite3_column_bytes(raw, column)))
    }

    /// NULL gives the empty text; bytes that are not UTF-8 are replaced, so that a hash over them will not fit.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func data(_ column: Int32) -> Data? { isNull(column) ? nil : Data(bytes(column)) }

    /// Nil when the column does not hold 32 bytes.
    func hash(_ column: Int32) -> TreeHash? {
        let bytes = bytes(column)
        return bytes.count == TreeHash.length ? TreeHash(loading: bytes) : nil
    }
}
