import Foundation

/// The canonical JSON (RFC 8785) that a leaf is the hash of. Its buffer is reused from entry to entry.
struct LeafHeader {
    private var bytes: [UInt8] = []

    /// Hashes one entry; `commitment` stands for its payload.
    mutating func hash(
        ecosystem: String, sequence: Int, recordedAt: Int64, actor: LedgerActor, command: String, kind: String,
        version: Int, commitment: TreeHash
    ) -> TreeHash {
        bytes.removeAll(keepingCapacity: true)
        bytes.reserveCapacity(512)
        raw("{\"actor\":{")
        if let mandate = actor.mandate { field("mandate", mandate) }
        field("organisation", actor.organisation)
        field("person", actor.person, last: true)
        raw("},")
        field("command", command)
        hexField("commitment", commitment)
        field("ecosystem", ecosystem)
        field("kind", kind)
        number("recordedAt", recordedAt)
        number("sequence", Int64(sequence))
        number("version", Int64(version), last: true)
        raw("}")
        return .leaf(bytes)
    }

    /// The JSON of the last entry hashed.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func key(_ name: StaticString) {
        raw("\"")
        raw(name)
        raw("\":")
    }

    private mutating func field(_ name: StaticString, _ value: String, last: Bool = false) {
        key(name)
        raw("\"")
        var value = value
        value.withUTF8 { text in
            if text.contains(where: Self.needsEscape) {
                for byte in text { escaped(byte) }
            } else {
                bytes.append(contentsOf: text)
            }
        }
        raw(last ? "\"" : "\",")
    }

    private mutating func number(_ name: StaticString, _ value: Int64, last: Bool = false) {
        key(name)
        bytes.append(contentsOf: String(value).utf8)
        if !last { raw(",") }
    }

    private mutating func hexField(_ name: StaticString, _ hash: TreeHash) {
        key(name)
        raw("\"")
        hash.withBytes { for byte in $0 { hexByte(byte) } }
        raw("\",")
    }

    private mutating func hexByte(_ byte: UInt8) {
        bytes.append(Self.digit(byte >> 4))
        bytes.append(Self.digit(byte & 15))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): raw("\\\"")
        case UInt8(ascii: "\\"): raw("\\\\")
        case 0x20...: bytes.append(byte)
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        default:
            raw("\\u00")
            hexByte(byte)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
