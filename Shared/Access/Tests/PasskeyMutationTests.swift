import Crypto
import Foundation
import Testing
import Signing

@testable import Access

@Suite("Damaged answers of passkeys")
struct PasskeyMutationTests {
    /// Changes, drops, repeats or inserts a few bytes.
    func mutate(_ data: Data, _ random: inout SampleRandom) -> Data {
        var bytes = [UInt8](data)
        for _ in 0...Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(at..<min(bytes.count, at + 4))
            case 3: bytes.insert([0xff, 0x00, 0x7f, 0x9f, 0x5b].randomElement(using: &random) ?? 0, at: at)
            default: bytes = Array(bytes.prefix(at))
            }
        }
        return Data(bytes)
    }

    @Test("100,000 damaged registrations and signatures are refused or harmless, and never crash")
    func mutations() throws {
        var random = SampleRandom(state: 2026)
        let site = try RelyingParty(id: "stelsel.example.nl", name: "", origins: ["https://stelsel.example.nl"])
        let verifier = PasskeyVerifier(site: site, verification: .preferred)
        let challenge = Data(repeating: 5, count: 32)
        let asked = Base64URL.encode(challenge)
        for key in [SoftAuthenticator.es256(), .edDSA(), try .rs256()] {
            let cose = Data(try key.cose.encoded)
            let create = key.clientData("webauthn.create", asked)
            let object = CBOR.map([
                .text("fmt"): .text("none"), .text("attStmt"): .map([:]),
                .text("authData"): .bytes(key.authenticatorData(with: try key.cose)),
            ]).encoded
            let get = key.clientData("webauthn.get", asked)
            let data = key.authenticatorData(with: nil)
            let signature = try key.sign(data + Data(SHA256.hash(data: get)))

            let original = (get, data, signature, cose)
            for round in 0..<34_000 {
                if round.isMultiple(of: 2) {
                    let damaged = RegistrationResponse(
                        id: key.credential, clientDataJSON: create,
                        attestationObject: mutate(Data(object), &random), transports: [])
                    _ = try? verifier.registered(damaged, challenge: challenge)
                    continue
                }
                var changed = original
                switch round / 2 % 4 {
                case 0: changed.0 = mutate(get, &random)
                case 1: changed.1 = mutate(data, &random)
                case 2: changed.2 = mutate(signature, &random)
                default: changed.3 = mutate(cose, &random)
                }
                let accepted = try? verifier.asserted(
                    PasskeyAssertion(
                        clientDataJSON: changed.0, authenticatorData: changed.1, signature: changed.2,
                        publicKey: changed.3), challenge: challenge)
                if accepted != nil { #expect(changed == original) }
            }
        }
    }

    @Test("damaged JSON around an answer is refused or read, never a crash")
    func json() throws {
        var random = SampleRandom(state: 11)
        let key = SoftAuthenticator.es256()
        let answer = SoftAnswer(
            id: key.credential, clientData: key.clientData("webauthn.get", "AAAA"), attestation: Data([1, 2, 3]),
            authenticatorData: key.authenticatorData(with: nil), signature: Data([1]), handle: Data([2]))
        let json = try answer.json
        for _ in 0..<20_000 {
            let damaged = mutate(json, &random)
            _ = try? RegistrationResponse(json: damaged)
            _ = try? AuthenticationResponse(json: damaged)
        }
        let large = Data(repeating: UInt8(ascii: " "), count: 70_000)
        #expect(throws: AccessRefusal(.passkeyMalformed, detail: "more than 64 kB")) {
            try RegistrationResponse(json: large)
        }
    }
}
