import Foundation
import GRDB
import Logging

/// People, sign-in and tokens, kept in `access_` tables of the same SQLite file as the ledger.
///
/// It never touches the ledger's tables. Time and randomness come from outside, so that everything is repeatable.
package struct AccessStore: Sendable {
    /// The moment it is.
    package typealias Now = @Sendable () -> Date
    /// As many unpredictable bytes as asked for.
    package typealias Random = @Sendable (_ count: Int) -> [UInt8]

    let pool: DatabasePool
    let now: Now
    let random: Random
    let limits: AccessLimits
    let log: Logger
    /// True when nothing can be changed: who is signed in stays so, and nobody new comes in.
    package var isReadOnly: Bool { seal.isClosed }
    private let seal: Seal

    /// Opens or creates the tables in the file at `path`, durable at every commit (WAL, `synchronous=FULL`).
    ///
    /// Where a ledger shares the file, open the ledger first: it recognises its file by marks that it makes itself.
    /// With `readOnly` (a store in doubt) nothing is written, not even tables; every change is `store-read-only`.
    /// Refuses with `store-newer` when a later version of this program made the tables, before it changes anything,
    /// and with `store-unavailable` when the file cannot be opened or is damaged.
    package static func open(
        path: String, readOnly: Bool = false, now: @escaping Now = { Date() },
        random: @escaping Random = AccessStore.systemRandom,
        limits: AccessLimits = AccessLimits(), log: Logger = Logger(label: "stelsel.access")
    ) throws(AccessRefusal) -> AccessStore {
        do {
            let pool = try AccessFile.open(path: path, readOnly: readOnly)
            return AccessStore(pool: pool, now: now, random: random, limits: limits, log: log, seal: Seal(readOnly))
        } catch let refusal as AccessRefusal {
            throw refusal
        } catch {
            log.error("access store could not be opened", metadata: ["error": "\(error)"])
            throw AccessRefusal(.storeUnavailable)
        }
    }

    /// Lets nothing change any more; for a store that turned out to be in doubt.
    package func stopWriting() { seal.close() }

    /// Bytes from the system's generator.
    package static let systemRandom: Random = { count in
        var generator = SystemRandomNumberGenerator()
        return (0..<max(0, count)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Closes the connections; the value must not be used afterwards.
    package func close() throws(AccessRefusal) {
        do { try pool.close() } catch { throw unavailable(error, during: "close") }
    }
}

extension AccessStore {
    /// A consistent read. An error that is no refusal is logged in full and told as `store-unavailable`.
    func read<T: Sendable>(
        _ task: String = #function, _ work: @Sendable (Database) throws -> T
    ) async throws(AccessRefusal) -> T {
        do { return try await pool.read(work) } catch { throw unavailable(error, during: task) }
    }

    /// One durable transaction; whatever `work` throws undoes all of it.
    func write<T: Sendable>(
        _ task: String = #function, _ work: @Sendable (Database) throws -> T
    ) async throws(AccessRefusal) -> T {
        if isReadOnly { throw AccessRefusal(.storeReadOnly) }
        do { return try await pool.write(work) } catch { throw unavailable(error, during: task) }
    }

    func unavailable(_ error: any Error, during task: String) -> AccessRefusal {
        if let refusal = error as? AccessRefusal { return refusal }
        if !(error is CancellationError) {
            log.error("access store failed", metadata: ["task": "\(task)", "error": "\(error)"])
        }
        return AccessRefusal(.storeUnavailable)
    }

    var moment: Int64 { now().milliseconds }

    func randomHex(_ count: Int) -> String {
        random(count).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
