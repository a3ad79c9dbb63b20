import Foundation

/// The part of CBOR (RFC 8949) that passkeys use, in the canonical form that CTAP2 asks for.
enum CBOR: Hashable, Sendable {
    case integer(Int64)
    case bytes(Data)
    case text(String)
    case array([CBOR])
    case map([Key: CBOR])
    case boolean(Bool)
    case null

    enum Key: Hashable, Sendable {
        case integer(Int64)
        case text(String)
    }

    /// Why bytes are refused, and at which byte.
    struct Fault: Error, Hashable, CustomStringConvertible {
        enum Reason: String {
            case truncated = "the data stop too early"
            case trailing = "data follow after the end"
            case indefinite = "lengths must be given beforehand"
            case longForm = "a number is not written in its shortest form"
            case unsupported = "this kind of value is not used by passkeys"
            case tooLarge = "a number or length is too large"
            case tooDeep = "values are nested too deeply"
            case tooMany = "there are too many values"
            case badText = "a text is not UTF-8"
            case badKey = "a map key is neither a number nor a text"
            case duplicateKey = "a map key occurs twice"
        }

        let reason: Reason
        let offset: Int

        var description: String { "byte \(offset): \(reason.rawValue)" }
    }

    /// Reads exactly one value; bytes after it are refused.
    static func decode(_ bytes: [UInt8]) throws(Fault) -> CBOR {
        var reader = CBORReader(bytes)
        let value = try reader.value()
        guard reader.offset == bytes.count else { throw Fault(reason: .trailing, offset: reader.offset) }
        return value
    }

    var bytes: Data? { if case .bytes(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var map: [Key: CBOR]? { if case .map(let value) = self { value } else { nil } }

    subscript(_ key: String) -> CBOR? { map?[.text(key)] }
    subscript(_ key: Int64) -> CBOR? { map?[.integer(key)] }
}
