import Dispatch
import GRDB
import Synchronization

/// A portion of a history that is being read on another thread.
final class ReadAhead: Sendable {
    static let portionLength = 2_048

    private let result = Mutex<Result<[LedgerEntry], any Error>>(.success([]))
    private let isRead = DispatchSemaphore(value: 0)

    init(_ pool: DatabasePool, ecosystem: String, after: Int, through: Int) {
        pool.asyncRead { [self] database in
            let entries = Result {
                try LedgerRefusal.translating {
                    var reader = try EntryReader(database.get(), ecosystem: ecosystem)
                    return try reader.read(after: after, through: through, limit: Self.portionLength)
                }
            }
            result.withLock { $0 = entries }
            isRead.signal()
        }
    }

    /// Waits until the portion is there. To be asked once.
    func entries() throws -> [LedgerEntry] {
        isRead.wait()
        return try result.withLock { result in
            defer { result = .success([]) }
            return try result.get()
        }
    }
}
