import Foundation

/// What the authenticator signs (WebAuthn §6.1): for which site, whether the user was there, and the counter.
package struct AuthenticatorData: Sendable {
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let userPresent = Flags(rawValue: 0x01)
        package static let userVerified = Flags(rawValue: 0x04)
        package static let backupEligible = Flags(rawValue: 0x08)
        package static let backedUp = Flags(rawValue: 0x10)
        package static let attestedCredential = Flags(rawValue: 0x40)
        package static let extensions = Flags(rawValue: 0x80)
    }

    /// The credential that a registration brings.
    package struct AttestedCredential: Sendable {
        package let id: Data
        package let publicKey: Data
        package let key: COSEKey
    }

    package let relyingPartyHash: Data
    package let flags: Flags
    package let signCount: UInt32
    package let credential: AttestedCredential?

    /// Refuses (`malformed`) anything shorter, longer or otherwise than its flags announce.
    package init(_ data: Data) throws(PasskeyFault) {
        let bytes = [UInt8](data)
        guard bytes.count >= 37 else { throw Self.malformed("at least 37 bytes are needed") }
        relyingPartyHash = Data(bytes[0..<32])
        flags = Flags(rawValue: bytes[32])
        signCount = bytes[33..<37].reduce(0) { $0 << 8 | UInt32($1) }
        var offset = 37
        credential = flags.contains(.attestedCredential) ? try Self.credential(bytes, &offset) : nil
        if flags.contains(.extensions) { try Self.skipExtensions(bytes, &offset) }
        guard offset == bytes.count else { throw Self.malformed("byte \(offset): data follow after the end") }
    }

    private static func credential(_ bytes: [UInt8], _ offset: inout Int) throws(PasskeyFault) -> AttestedCredential {
        guard bytes.count >= 55 else { throw malformed("the credential stops too early") }
        let length = Int(bytes[53]) << 8 | Int(bytes[54])
        guard (1...1023).contains(length), bytes.count >= 55 + length else {
            throw malformed("the credential id must have 1 to 1023 bytes")
        }
        let start = 55 + length
        let value = try value(bytes, at: start, &offset)
        return AttestedCredential(
            id: Data(bytes[55..<start]), publicKey: Data(bytes[start..<offset]), key: try COSEKey(value))
    }

    private static func skipExtensions(_ bytes: [UInt8], _ offset: inout Int) throws(PasskeyFault) {
        guard try value(bytes, at: offset, &offset).map != nil else { throw malformed("extensions must be a map") }
    }

    private static func value(_ bytes: [UInt8], at start: Int, _ offset: inout Int) throws(PasskeyFault) -> CBOR {
        var reader = CBORReader(bytes, at: start)
        do {
            let value = try reader.value()
            offset = reader.offset
            return value
        } catch {
            throw malformed(error.description)
        }
    }

    private static func malformed(_ why: String) -> PasskeyFault {
        PasskeyFault(.malformed, detail: "authenticatorData: \(why)")
    }
}
