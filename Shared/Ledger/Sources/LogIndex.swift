import Crypto
import Foundation
import GRDB

/// Finds entries by ecosystem and sequence, and by command.
///
/// The log is indexed a chapter at a time, when the chapter is full: an append then writes hardly more pages than the row
/// itself takes. The last, unfinished chapter is short enough to look through. Keys of commands are spread over all pages of
/// their index, and only the writer looks for them, who remembers the last: they are entered a volume of chapters at a time.
struct LogIndex {
    static let chapterLength = 1_024
    static let volumeLength = 16 * chapterLength

    let db: Database
    let size: Int

    init(_ db: Database) throws { self.init(db, size: try TreeReader.size(of: db)) }

    init(_ db: Database, size: Int) {
        self.db = db
        self.size = size
    }

    /// The first leaf of the unfinished chapter.
    var openChapter: Int { size / Self.chapterLength * Self.chapterLength }

    /// The first leaf of the unfinished volume.
    var openVolume: Int { size / Self.volumeLength * Self.volumeLength }

    /// The leaf of an entry, or nil when the log does not have it.
    func leaf(of ecosystem: String, at sequence: Int) throws -> Int? {
        let indexed = try Prepared(db, "SELECT leaf FROM place WHERE ecosystem = ?1 AND sequence = ?2")
        let recent = try Prepared(
            db, "SELECT leaf FROM entry WHERE leaf >= ?3 AND ecosystem = ?1 AND sequence = ?2")
        recent.bind(openChapter, at: 3)
        for rows in [indexed, recent] {
            defer { rows.reset() }
            rows.bind(ecosystem, at: 1)
            rows.bind(sequence, at: 2)
            if try rows.next() { return rows.int(0) }
        }
        return nil
    }

    func leafHash(of ecosystem: String, at sequence: Int) throws -> TreeHash? {
        guard let leaf = try leaf(of: ecosystem, at: sequence) else { return nil }
        let row = try Prepared(db, "SELECT leaf_hash FROM entry WHERE leaf = ?1")
        defer { row.reset() }
        row.bind(leaf, at: 1)
        return try row.next() ? row.hash(0) : nil
    }

    /// The last sequence of an ecosystem, 0 when it has no history.
    func lastSequence(of ecosystem: String) throws -> Int {
        let recent = try Prepared(db, "SELECT max(sequence) FROM entry WHERE leaf >= ?1 AND ecosystem = ?2")
        defer { recent.reset() }
        recent.bind(openChapter, at: 1)
        recent.bind(ecosystem, at: 2)
        if try recent.next(), !recent.isNull(0) { return recent.int(0) }
        return try lastIndexedSequence(of: ecosystem)
    }

    /// As `lastSequence`, of full chapters only.
    func lastIndexedSequence(of ecosystem: String) throws -> Int {
        let indexed = try Prepared(db, "SELECT max(sequence) FROM place WHERE ecosystem = ?1")
        defer { indexed.reset() }
        indexed.bind(ecosystem, at: 1)
        return try indexed.next() ? indexed.int(0) : 0
    }

    /// Enters the chapter that ends at `size`.
    func closeChapter() throws {
        let places = try Prepared(
            db,
            """
            INSERT INTO place SELECT ecosystem, sequence, leaf FROM entry WHERE leaf >= ?1
            ORDER BY ecosystem, sequence
            """)
        places.bind(size - Self.chapterLength, at: 1)
        try places.run()
    }

    /// Enters the volume that ends at `size`: the keys of its commands with their first leaves.
    func closeVolume(of commands: [CommandKey: [Int]]) throws {
        let row = try Prepared(db, "INSERT INTO command VALUES (?1, ?2)")
        for (key, leaves) in commands.sorted(by: { $0.key < $1.key }) {
            for leaf in leaves {
                row.bind(key.value, at: 1)
                row.bind(leaf, at: 2)
                try row.run()
            }
        }
    }
}

/// A short stand-in for a command id within its ecosystem. Two commands may share one; the entry itself decides.
struct CommandKey: Sendable, Hashable, Comparable {
    let value: Int

    init(ecosystem: String, command: String) {
        var hasher = SHA256()
        for var text in [ecosystem, "\0", command] {
            text.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        }
        value = hasher.finalize().withUnsafeBytes { $0.loadUnaligned(as: Int.self).littleEndian }
    }

    static func < (left: CommandKey, right: CommandKey) -> Bool { left.value < right.value }
}
