import Foundation
import Testing
import Signing

@testable import Access

@Suite("Reading CBOR")
struct CBORTests {
    func reason(_ bytes: [UInt8]) -> CBOR.Fault.Reason? {
        do {
            _ = try CBOR.decode(bytes)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        let values: [CBOR] = [
            .integer(0), .integer(23), .integer(24), .integer(255), .integer(256), .integer(65_536), .integer(.max),
            .integer(-1), .integer(-24), .integer(-25), .integer(-257), .integer(.min), .boolean(true), .null,
            .text("één"), .bytes(Data(repeating: 3, count: 300)),
            .map([.text("a"): .array([.integer(1), .map([.integer(-1): .boolean(false)])])]),
        ]
        for value in values { #expect(try CBOR.decode(value.encoded) == value) }
    }

    @Test(
        "everything outside the strict form is refused with its reason",
        arguments: [
            ([], .truncated), ([0x18], .truncated), ([0x42, 1], .truncated), ([0x82, 1], .truncated),
            ([0xa1, 1], .truncated), ([0x5b, 0x7f, 255, 255, 255, 255, 255, 255, 255], .truncated),
            ([0x00, 0x00], .trailing), ([0x5f, 0x41, 1, 0xff], .indefinite), ([0x9f, 0xff], .indefinite),
            ([0xbf, 0xff], .indefinite), ([0xff], .indefinite), ([0x18, 0x17], .longForm),
            ([0x19, 0x00, 0xff], .longForm), ([0x1a, 0, 0, 255, 255], .longForm),
            ([0x1b, 0, 0, 0, 0, 255, 255, 255, 255], .longForm), ([0xc0, 0x00], .unsupported),
            ([0xfb, 0, 0, 0, 0, 0, 0, 0, 0], .unsupported), ([0xf7], .unsupported), ([0x1c], .unsupported),
            ([0x1b, 255, 255, 255, 255, 255, 255, 255, 255], .tooLarge),
            ([UInt8](repeating: 0x81, count: 9), .tooDeep), ([0x99, 0x03, 0xe8], .tooMany), ([0x61, 0xff], .badText),
            ([0xa1, 0xf6, 0x00], .badKey), ([0xa2, 1, 0, 1, 0], .duplicateKey),
            ([0xbb, 0x7f, 255, 255, 255, 255, 255, 255, 255], .tooMany),
        ] as [([UInt8], CBOR.Fault.Reason)])
    func refusals(bytes: [UInt8], expected: CBOR.Fault.Reason) {
        #expect(reason(bytes) == expected)
    }

    @Test("a registration cut off at any byte is refused, never accepted")
    func truncated() throws {
        let key = SoftAuthenticator.es256()
        let object = CBOR.map([
            .text("fmt"): .text("none"), .text("attStmt"): .map([:]),
            .text("authData"): .bytes(key.authenticatorData(with: try key.cose)),
        ]).encoded
        for count in 0..<object.count { #expect(reason(Array(object.prefix(count))) == .truncated) }
    }

    @Test("keys of another algorithm, off the curve or too short are refused")
    func keys() throws {
        func rule(_ map: [CBOR.Key: CBOR]) -> PasskeyFault.Reason? {
            do {
                _ = try COSEKey(.map(map))
                return nil
            } catch {
                return error.reason
            }
        }
        let zeros = CBOR.bytes(Data(count: 32))
        #expect(rule([.integer(1): .integer(2), .integer(3): .integer(-35)]) == .algorithm)
        #expect(rule([.integer(1): .integer(1), .integer(3): .integer(-7)]) == .algorithm)
        #expect(rule([:]) == .algorithm)
        let off: [CBOR.Key: CBOR] = [
            .integer(1): .integer(2), .integer(3): .integer(-7), .integer(-1): .integer(1), .integer(-2): zeros,
            .integer(-3): zeros,
        ]
        #expect(rule(off) == .key)
        let short: [CBOR.Key: CBOR] = [
            .integer(1): .integer(3), .integer(3): .integer(-257),
            .integer(-1): .bytes(Data(repeating: 255, count: 128)),
            .integer(-2): .bytes(Data([1, 0, 1])),
        ]
        #expect(rule(short) == .key)
    }
}
