import Foundation

/// The part of CBOR (RFC 8949) that passkeys use, in the canonical form that CTAP2 asks for.
package enum CBOR: Hashable, Sendable {
    case integer(Int64)
    case bytes(Data)
    case text(String)
    case array([CBOR])
    case map([Key: CBOR])
    case boolean(Bool)
    case null

    package enum Key: Hashable, Sendable {
        case integer(Int64)
        case text(String)
    }

    /// Why bytes are refused, and at which byte.
    package struct Fault: Error, Hashable, CustomStringConvertible {
        package enum Reason: String {
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

        package let reason: Reason
        package let offset: Int

        package var description: String { "byte \(offset): \(reason.rawValue)" }
    }

    /// Reads exactly one value; bytes after it are refused.
    package static func decode(_ bytes: [UInt8]) throws(Fault) -> CBOR {
        var reader = CBORReader(bytes)
        let value = try reader.value()
        guard reader.offset == bytes.count else { throw Fault(reason: .trailing, offset: reader.offset) }
        return value
    }

    package var bytes: Data? { if case .bytes(let value) = self { value } else { nil } }
    package var text: String? { if case .text(let value) = self { value } else { nil } }
    package var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    package var map: [Key: CBOR]? { if case .map(let value) = self { value } else { nil } }

    package subscript(_ key: String) -> CBOR? { map?[.text(key)] }
    package subscript(_ key: Int64) -> CBOR? { map?[.integer(key)] }
}
