import GRDB

extension LedgerRefusal {
    /// The refusal that an error of the database comes down to.
    init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(why: error.message ?? "SQLite finds it corrupt")
        case .SQLITE_FULL: self = .storageFull
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_MISUSE: self = .closed
        default: self = .storageFailed(why: error.message ?? "\(error)")
        }
    }

    /// Any error as a refusal.
    init(_ error: any Error) {
        switch error {
        case let refusal as LedgerRefusal: self = refusal
        case let error as DatabaseError: self.init(error)
        default: self = .storageFailed(why: "\(error)")
        }
    }

    /// Runs `body`; every error it throws comes out as a refusal.
    static func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw LedgerRefusal(error) }
    }
}
