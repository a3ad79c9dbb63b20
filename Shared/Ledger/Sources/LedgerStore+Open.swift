import Foundation
import GRDB

extension LedgerStore {
    /// Opens the store at `path`, or makes it.
    ///
    /// Refuses, before a byte is written: a file of another application or a newer format, a damaged file, a missing or
    /// different key, and a store that is not the one its last checkpoint (`path.checkpoint`) was signed for. With
    /// `readOnly` the key is not needed and a checkpoint that does not fit does not stop the opening, so that a history in
    /// doubt can still be read; ask `quickCheck()` then.
    /// - Parameters:
    ///   - keyPath: the Ed25519 key file, `path.key` unless given; made with mode 0600 with a new store.
    ///   - origin: the name of this log in its checkpoints, used when the key is made.
    ///   - acceptNewKey: go on with another key, or a new one, when the one this store knew is lost.
    ///   - now: milliseconds since 1970.
    ///   - salt: 16 unpredictable bytes.
    package static func open(
        path: String, keyPath: String? = nil, readOnly: Bool = false, origin: String? = nil,
        acceptNewKey: Bool = false, now: @escaping @Sendable () -> Int64 = systemClock,
        salt: @escaping @Sendable () -> Data = randomSalt
    ) throws -> LedgerStore {
        try LedgerRefusal.translating {
            let file = StoreFile(path: path)
            let keyFile = KeyFile(path: keyPath ?? path + ".key")
            if file.isAbsent {
                guard !readOnly else { throw LedgerRefusal.notFound(path: path) }
                let signer = try keyFile.load() ?? keyFile.make(origin: origin)
                try file.create { try StoreKeys.record(signer.verifier.description, in: $0) }
            }
            try file.inspect()
            let pool = try file.pool(readOnly: readOnly)
            let size = try pool.read { try soundSize($0, of: file, readOnly: readOnly) }
            let keys =
                if readOnly {
                    try pool.read { try StoreKeys.forReading($0) }
                } else {
                    try pool.writeWithoutTransaction {
                        try StoreKeys.forWriting($0, file: keyFile, origin: origin, acceptNew: acceptNewKey)
                    }
                }
            return LedgerStore(
                file: file, isReadOnly: readOnly, pool: pool, keys: keys, size: size,
                sources: Sources(now: now, salt: salt))
        }
    }

    /// The number of entries, after the checks that cost no more than a few pages.
    private static func soundSize(_ db: Database, of file: StoreFile, readOnly: Bool) throws -> Int {
        if readOnly { return (try? TreeReader.size(of: db)) ?? 0 }
        if let fault = try Schema.fault(in: db) { throw LedgerRefusal.damaged(why: fault) }
        let edge = try TreeEdge.load(db)
        try CheckpointFile(storePath: file.path).check(against: db)
        return edge.size
    }
}
