import Crypto
import Foundation
import Testing

@testable import Signing

@Suite("Keys without a browser")
struct KeyTests {
    @Test("A signature holds for its message and key only", arguments: SigningAlgorithm.allCases)
    func signs(algorithm: SigningAlgorithm) throws {
        let key = SecretKey(algorithm)
        let other = SecretKey(algorithm)
        let message = Data("a message".utf8)
        let signature = try key.signature(for: message)

        #expect(signature.count == 64)
        #expect(key.publicKey.isValid(signature: signature, for: message))
        #expect(!other.publicKey.isValid(signature: signature, for: message))
        #expect(!key.publicKey.isValid(signature: signature, for: message + [0]))
        #expect(!key.publicKey.isValid(signature: signature.dropLast(), for: message))
        for index in signature.indices {
            var broken = signature
            broken[index] ^= 1
            #expect(!key.publicKey.isValid(signature: broken, for: message))
        }
    }

    @Test("A key file reads back as the same key, and nothing else is one", arguments: SigningAlgorithm.allCases)
    func keyFile(algorithm: SigningAlgorithm) throws {
        let key = SecretKey(algorithm)
        #expect(SecretKey(text: key.text)?.publicKey.raw == key.publicKey.raw)
        #expect(SecretKey(text: key.text)?.algorithm == algorithm)
        for wrong in ["", "x y z", key.text.replacing("/1", with: "/2"), String(key.text.dropLast(3)), key.text + "!"] {
            #expect(SecretKey(text: wrong) == nil)
        }
    }

    @Test("Bytes that are no key are refused")
    func noKey() {
        let key = SecretKey(.es256).publicKey.raw
        #expect(PublicKey(.es256, raw: key)?.raw == key)
        #expect(PublicKey(.es256, raw: Data(count: 65)) == nil)
        #expect(PublicKey(.es256, raw: key.dropLast()) == nil)
        #expect(PublicKey(.ed25519, raw: key) == nil)
        #expect(PublicKey(.ed25519, raw: Data(count: 31)) == nil)
    }
}

@Suite("Answers of passkeys, checked without the site")
struct AssertionTests {
    let key = P256.Signing.PrivateKey()
    let challenge = Data(SHA256.hash(data: Data("what is signed".utf8)))

    /// What a browser at `origin` gives when an authenticator made for `domain` signs.
    private func assertion(
        origin: String = "https://www.stelsel.example.nl", domain: String = "stelsel.example.nl", flags: UInt8 = 0x05,
        type: String = "webauthn.get"
    ) throws -> PasskeyAssertion {
        let client = Data(
            #"{"type":"\#(type)","challenge":"\#(Base64URL.encode(challenge))","origin":"\#(origin)"}"#.utf8)
        let data = Data(SHA256.hash(data: Data(domain.utf8))) + [flags, 0, 0, 0, 1]
        let signature = try key.signature(for: data + Data(SHA256.hash(data: client))).derRepresentation
        let point = key.publicKey.x963Representation
        let cose = Data(
            [0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32] + point[1..<33] + [0x22, 0x58, 32] + point[33...])
        return PasskeyAssertion(clientDataJSON: client, authenticatorData: data, signature: signature, publicKey: cose)
    }

    private func fault(_ work: () throws -> Void) -> PasskeyFault.Reason? {
        do {
            try work()
            return nil
        } catch { return (error as? PasskeyFault)?.reason }
    }

    @Test("The site is the domain of the origin whose hash was signed")
    func site() throws {
        let good = try assertion()
        let site = try good.recordedSite()
        #expect(site == PasskeySite(id: "stelsel.example.nl", origins: ["https://www.stelsel.example.nl"]))
        #expect(try good.check(challenge: challenge, at: site, verified: true).signCount == 1)
        #expect(fault { _ = try good.check(challenge: challenge + [0], at: site, verified: true) } == .challenge)
        let local = try assertion(origin: "http://localhost:8080", domain: "localhost")
        #expect(try local.recordedSite().id == "localhost")
    }

    @Test("Another domain, an address without a lock and another ceremony are refused")
    func refused() throws {
        #expect(fault { _ = try assertion(domain: "elders.nl").recordedSite() } == .relyingParty)
        #expect(fault { _ = try assertion(origin: "http://stelsel.example.nl").recordedSite() } == .relyingParty)
        let site = PasskeySite(id: "stelsel.example.nl", origins: ["https://www.stelsel.example.nl"])
        for (flags, reason) in [(UInt8(0x04), PasskeyFault.Reason.presence), (0x01, .verification), (0x15, .backup)] {
            let answer = try assertion(flags: flags)
            #expect(fault { _ = try answer.check(challenge: challenge, at: site, verified: true) } == reason)
        }
        let create = try assertion(type: "webauthn.create")
        #expect(fault { _ = try create.check(challenge: challenge, at: site, verified: true) } == .ceremony)
    }

    @Test("One changed byte anywhere is refused")
    func changed() throws {
        let good = try assertion()
        func holds(_ answer: PasskeyAssertion) -> Bool {
            fault { _ = try answer.check(challenge: challenge, at: try answer.recordedSite(), verified: true) } == nil
        }
        #expect(holds(good))
        func each(_ data: Data, _ remade: (Data) -> PasskeyAssertion) {
            for index in data.indices {
                var broken = data
                broken[index] ^= 0x20
                #expect(!holds(remade(broken)), "byte \(index)")
            }
        }
        let (client, data, signature, key) = (
            good.clientDataJSON, good.authenticatorData, good.signature, good.publicKey
        )
        each(client) { .init(clientDataJSON: $0, authenticatorData: data, signature: signature, publicKey: key) }
        each(data) { .init(clientDataJSON: client, authenticatorData: $0, signature: signature, publicKey: key) }
        each(signature) { .init(clientDataJSON: client, authenticatorData: data, signature: $0, publicKey: key) }
        each(key) { .init(clientDataJSON: client, authenticatorData: data, signature: signature, publicKey: $0) }
    }
}
