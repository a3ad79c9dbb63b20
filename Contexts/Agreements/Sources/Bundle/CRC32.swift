import Foundation

/// The checksum of zip files (CRC-32, IEEE 802.3). Finds accidents, not intent. Takes eight bytes at a time.
enum CRC32 {
    /// Eight tables one after the other: what a byte does to the sum when 0…7 bytes follow it.
    private static let table: [UInt32] = {
        var table: [UInt32] = (0..<256).map { byte in
            (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
        }
        for place in 256..<2048 {
            let before = table[place - 256]
            table.append(table[Int(before & 255)] ^ (before >> 8))
        }
        return table
    }()

    static func of(_ bytes: some ContiguousBytes) -> UInt32 {
        table.withUnsafeBufferPointer { table in bytes.withUnsafeBytes { sum($0, table) } }
    }

    private static func sum(_ bytes: UnsafeRawBufferPointer, _ table: UnsafeBufferPointer<UInt32>) -> UInt32 {
        var sum: UInt32 = ~0
        let eights = bytes.count & ~7
        for at in stride(from: 0, to: eights, by: 8) {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ UInt64(sum)
            sum = 0
            for place in 0..<8 { sum ^= table[(7 - place) * 256 + Int(word >> UInt64(8 * place) & 255)] }
        }
        for byte in bytes[eights...] { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
        return ~sum
    }
}
