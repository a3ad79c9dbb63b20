import Crypto
import Foundation

/// A SHA-256 value, with the two ways RFC 6962 hashes in a tree.
package struct TreeHash: Sendable, Hashable {
    static let length = 32

    private let words: Words

    /// Nil when `bytes` is not 32 bytes long.
    package init?(_ bytes: Data) {
        guard bytes.count == Self.length else { return nil }
        self = bytes.withUnsafeBytes { TreeHash(loading: $0) }
    }

    init(_ digest: SHA256.Digest) {
        self = digest.withUnsafeBytes { TreeHash(loading: $0) }
    }

    /// `bytes` must hold 32 bytes; callers have checked that.
    init(loading bytes: UnsafeRawBufferPointer) {
        words = bytes.loadUnaligned(as: Words.self)
    }

    private struct Words: Hashable, BitwiseCopyable {
        let first, second, third, fourth: UInt64
    }

    package var data: Data { withUnsafeBytes(of: words) { Data($0) } }
    package var hex: String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        withBytes { bytes in
            for byte in bytes {
                text.append(Self.digits[Int(byte >> 4)])
                text.append(Self.digits[Int(byte & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withUnsafeBytes(of: words, body)
    }
}

extension TreeHash {
    /// The root of a tree without leaves: SHA-256 of nothing.
    package static let empty = TreeHash(SHA256.hash(data: Data()))

    /// RFC 6962 leaf: SHA-256(0x00 ‖ data).
    package static func leaf(_ data: some ContiguousBytes) -> TreeHash {
        data.withUnsafeBytes { prefixed(0, $0) }
    }

    /// RFC 6962 node: SHA-256(0x01 ‖ left ‖ right).
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeBytes(of: (left.words, right.words)) { prefixed(1, $0) }
    }

    /// SHA-256(salt ‖ payload): what the tree knows of a payload, and keeps when the payload is erased.
    package static func commitment(salt: Data, payload: Data) -> TreeHash {
        var hasher = SHA256()
        hasher.update(data: salt)
        hasher.update(data: payload)
        return TreeHash(hasher.finalize())
    }

    private static func prefixed(_ prefix: UInt8, _ bytes: UnsafeRawBufferPointer) -> TreeHash {
        var hasher = SHA256()
        withUnsafeBytes(of: prefix) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: bytes)
        return TreeHash(hasher.finalize())
    }
}

extension Sequence<TreeHash> {
    /// The hashes one after the other, as C2SP tiles hold them.
    var joinedBytes: Data {
        var bytes = Data()
        for hash in self { hash.withBytes { bytes.append(contentsOf: $0) } }
        return bytes
    }
}

extension Collection<TreeHash> where Index == Int {
    /// The roots of the perfect trees this row falls apart in, largest first: one per bit of its length.
    var peaks: [TreeHash] {
        var peaks: [TreeHash] = []
        var start = startIndex
        for height in stride(from: Int.bitWidth - 2, through: 0, by: -1) where count & (1 << height) != 0 {
            peaks.append(perfectRoot(from: start, count: 1 << height))
            start += 1 << height
        }
        return peaks
    }

    private func perfectRoot(from start: Int, count: Int) -> TreeHash {
        var row = Array(self[start..<start + count])
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { .node(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }
}
