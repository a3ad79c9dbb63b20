import Foundation
import Signing

@testable import Access

extension CBOR {
    /// Writes canonical CBOR: shortest numbers, shorter keys first.
    var encoded: [UInt8] {
        switch self {
        case .integer(let value): value < 0 ? Self.head(1, UInt64(-1 - value)) : Self.head(0, UInt64(value))
        case .bytes(let data): Self.head(2, UInt64(data.count)) + data
        case .text(let text): Self.head(3, UInt64(text.utf8.count)) + text.utf8
        case .array(let items): Self.head(4, UInt64(items.count)) + items.flatMap(\.encoded)
        case .map(let items): Self.head(5, UInt64(items.count)) + Self.entries(items)
        case .boolean(let value): [value ? 0xf5 : 0xf4]
        case .null: [0xf6]
        }
    }

    private static func entries(_ items: [Key: CBOR]) -> [UInt8] {
        items.map { (key: $0.key.value.encoded, value: $0.value.encoded) }
            .sorted { ($0.key.count, $0.key.hex) < ($1.key.count, $1.key.hex) }
            .flatMap { $0.key + $0.value }
    }

    static func head(_ major: UInt8, _ value: UInt64) -> [UInt8] {
        let bytes = withUnsafeBytes(of: value.bigEndian, Array.init)
        switch value {
        case ..<24: return [major << 5 | UInt8(value)]
        case ..<0x100: return [major << 5 | 24] + bytes.suffix(1)
        case ..<0x1_0000: return [major << 5 | 25] + bytes.suffix(2)
        case ..<0x1_0000_0000: return [major << 5 | 26] + bytes.suffix(4)
        default: return [major << 5 | 27] + bytes
        }
    }
}

extension CBOR.Key {
    var value: CBOR {
        switch self {
        case .integer(let number): .integer(number)
        case .text(let text): .text(text)
        }
    }
}

extension Sequence<UInt8> {
    var hex: String { map { String(format: "%02x", $0) }.joined() }
}
