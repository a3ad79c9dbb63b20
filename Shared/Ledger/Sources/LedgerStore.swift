import Foundation
import GRDB
import Logging
import Synchronization

/// The append-only, tamper-evident log of an installation in one SQLite file.
///
/// Appends are durable before they return, and share a transaction with the appends that arrive meanwhile. Reads see a
/// consistent state and never wait for a writer. Every error is a `LedgerRefusal`.
package final class LedgerStore: Sendable {
    package let path: String
    /// True when this store was opened for reading only, or is in doubt since.
    package var isReadOnly: Bool { isOpenForReadingOnly || doubtReason != nil }
    /// The public key, `name+hash+base64`, with which this store's checkpoints can be checked.
    package let verifierKey: String

    let isOpenForReadingOnly: Bool
    let doubt = Mutex<String?>(nil)
    let pool: DatabasePool
    let signer: NoteSigner?
    let now: @Sendable () -> Int64
    let salt: @Sendable () -> Data
    let line = Mutex(WaitingLine())
    let hasArrivals = Atomic(false)
    let writer = Mutex(WriterMemory())
    let count: Atomic<Int>
    let notary = Mutex(Notary())
    let isCheckpointDue = Atomic(false)
    let log = Logger(label: "stelsel.ledger")

    init(file: StoreFile, isReadOnly: Bool, pool: DatabasePool, keys: StoreKeys, size: Int, sources: Sources) {
        path = file.path
        isOpenForReadingOnly = isReadOnly
        self.pool = pool
        signer = keys.signer
        verifierKey = keys.verifierKey
        count = Atomic(size)
        now = sources.now
        salt = sources.salt
    }

    /// Where moments and salts come from.
    struct Sources {
        let now: @Sendable () -> Int64
        let salt: @Sendable () -> Data
    }

    /// Number of entries in the log, as this process last saw it.
    package var size: Int { count.load(ordering: .acquiring) }

    /// Number of entries in the log as it is in the file, with what other processes appended.
    package func sizeNow() throws -> Int { try read { try TreeReader.size(of: $0) } }

    /// Waits for the appends under way, signs a last checkpoint and closes the file. Later calls are refused as `closed`.
    package func close() throws {
        guard line.withLock({ $0.close() }) else { return }
        try LedgerRefusal.translating {
            let lastWork = Result { if !isReadOnly { try finish() } }
            notary.withLock { $0.isClosed = true }
            try pool.close()
            try lastWork.get()
        }
    }

    private func finish() throws {
        try pool.writeWithoutTransaction { db in
            _ = drain(db)
            // Done here because the pool closes its readers last, and they cannot empty the write-ahead log.
            do { _ = try db.checkpoint(.truncate) } catch DatabaseError.SQLITE_BUSY {
                log.notice("The write-ahead log stays beside the store: another process is reading.")
            }
        }
        try saveCheckpoint()
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        guard !line.withLock({ $0.isClosed }) else { throw LedgerRefusal.closed }
        return try LedgerRefusal.translating { try pool.read(body) }
    }

    /// Milliseconds since 1970 by the clock of the machine.
    package static let systemClock: @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1000) }

    /// Sixteen bytes from the system's random number generator.
    package static let randomSalt: @Sendable () -> Data = {
        var bytes = [UInt8](repeating: 0, count: SealedEvent.saltLength)
        if getentropy(&bytes, bytes.count) != 0 { for index in bytes.indices { bytes[index] = .random(in: 0...255) } }
        return Data(bytes)
    }
}
