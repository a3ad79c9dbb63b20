import Foundation
import Testing
import Signing

@testable import Access

@Suite("Registering a passkey")
struct PasskeyRegistrationTests {
    @Test("the options are what a browser's parseCreationOptionsFromJSON expects")
    func options() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()

        let options = try await sample.store.registrationOptions(for: account.id, at: sample.site)
        let json = try #require(String(data: options.json(), encoding: .utf8))

        #expect(Base64URL.decode(options.challenge)?.count == 32)
        #expect(
            json.replacing(options.challenge, with: "C").replacing(options.user.id, with: "U") == """
                {"attestation":"none","authenticatorSelection":{"requireResidentKey":false,"residentKey":"preferred",\
                "userVerification":"preferred"},"challenge":"C","excludeCredentials":[],"pubKeyCredParams":\
                [{"alg":-7,"type":"public-key"},{"alg":-8,"type":"public-key"},{"alg":-257,"type":"public-key"}],\
                "rp":{"id":"stelsel.example.nl","name":"Stelsel"},"timeout":300000,"user":{"displayName":\
                "De vertegenwoordiger","id":"U","name":"vertegenwoordiger@example.nl"}}
                """)
    }

    @Test("keys on P-256, Ed25519 and RSA are all accepted and then sign in")
    func kinds() async throws {
        for key in [SoftAuthenticator.es256(), .edDSA(), try .rs256()] {
            let sample = try AccessSample()
            let account = try await sample.representative()

            let passkey = try await sample.register(key, account)
            let signIn = try await sample.signIn(
                key.with {
                    $0.handle = Data(account.id.rawValue.utf8)
                    $0.counter = 2
                })

            #expect(passkey.name == "Laptop")
            #expect(signIn.account.id == account.id)
            #expect(signIn.passkey.id == passkey.id)
            #expect(signIn.passkey.lastUsedAt == sample.clock.now)
            #expect(signIn.userVerified)
        }
    }

    @Test("a second passkey gets its own name, and the first one is excluded in its options")
    func second() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let first = SoftAuthenticator.es256()
        _ = try await sample.register(first, account)

        let options = try await sample.store.registrationOptions(for: account.id, at: sample.site)
        let second = SoftAuthenticator.edDSA().with { $0.credential = Data("another".utf8) }
        let passkey = try await sample.store.register(
            try second.register(options).response(), for: account.id, name: " ", at: sample.site)

        #expect(options.excludeCredentials.map(\.id) == [Base64URL.encode(first.credential)])
        #expect(options.excludeCredentials.first?.transports == ["hybrid", "internal"])
        #expect(passkey.name == "Passkey 2")
    }

    @Test(
        "each thing that is wrong is refused by its own rule",
        arguments: [
            Misstep(.passkeyCeremony) { $0.type = "webauthn.get" },
            Misstep(.passkeyChallengeUnknown) { $0.challenge = Base64URL.encode([UInt8](repeating: 9, count: 32)) },
            Misstep(.passkeyMalformed) { $0.challenge = "not base64url!" },
            Misstep(.passkeyOrigin) { $0.origin = "https://stelsel.example.nl.evil.example" },
            Misstep(.passkeyOrigin) { $0.origin = "http://stelsel.example.nl" },
            Misstep(.passkeyOrigin) { $0.origin = "https://stelsel.example.nl:8443" },
            Misstep(.passkeyOrigin) { $0.crossOrigin = true },
            Misstep(.passkeyRelyingParty) { $0.relyingParty = "evil.example" },
            Misstep(.passkeyPresence) { $0.flags = 0x04 },
            Misstep(.passkeyBackup) { $0.flags = 0x15 },
            Misstep(.passkeyMalformed) { $0.extraAuthData = [0] },
            Misstep(.passkeyMalformed) { $0.statement = [.text("x"): .null] },
            Misstep(.passkeyMalformed) { $0.flags = 0x85 },
        ])
    func refusals(step: Misstep) async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let key = SoftAuthenticator.es256().with(step.change)

        #expect(try await ruleRefusing { try await sample.register(key, account) } == step.rule)
        #expect(try await sample.store.passkeys(account.id).isEmpty)
    }

    @Test("extensions and an attestation that we did not ask for are read over")
    func extras() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let key = SoftAuthenticator.es256().with {
            $0.flags = 0x85
            $0.extraAuthData = CBOR.map([.text("credProtect"): .integer(2)]).encoded
            $0.format = "packed"
            $0.statement = [.text("alg"): .integer(-7), .text("sig"): .bytes(Data([1, 2]))]
        }

        let passkey = try await sample.register(key, account)

        #expect(!passkey.backedUp)
    }

    @Test("an answer counts once, within five minutes, and only for the account that asked")
    func challenge() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let other = try await sample.representative("De regisseur")
        let store = sample.store
        let key = SoftAuthenticator.es256()

        let options = try await store.registrationOptions(for: account.id, at: sample.site)
        let answer: RegistrationResponse = try key.register(options).response()
        _ = try await store.register(answer, for: account.id, name: "", at: sample.site)
        let again = try await ruleRefusing {
            try await store.register(answer, for: account.id, name: "", at: sample.site)
        }
        #expect(again == .passkeyChallengeUsed)

        let theirs = try await store.registrationOptions(for: account.id, at: sample.site)
        let stolen: RegistrationResponse = try key.register(theirs).response()
        let crossed = try await ruleRefusing {
            try await store.register(stolen, for: other.id, name: "", at: sample.site)
        }
        #expect(crossed == .passkeyAccount)

        let late = try await store.registrationOptions(for: account.id, at: sample.site)
        sample.clock.advance(by: .seconds(300))
        let tooLate: RegistrationResponse = try key.register(late).response()
        let expired = try await ruleRefusing {
            try await store.register(tooLate, for: account.id, name: "", at: sample.site)
        }
        #expect(expired == .passkeyChallengeExpired)
    }

    @Test("a passkey that is known already, and one too many, are conflicts")
    func conflicts() async throws {
        let sample = try AccessSample(limits: AccessLimits(passkeys: 2))
        let account = try await sample.representative()
        let key = SoftAuthenticator.es256()
        _ = try await sample.register(key, account)

        #expect(try await ruleRefusing { try await sample.register(key, account) } == .passkeyExists)

        _ = try await sample.register(key.with { $0.credential = Data([1]) }, account)
        let third = key.with { $0.credential = Data([2]) }
        #expect(try await ruleRefusing { try await sample.register(third, account) } == .passkeyLimit)
    }

    @Test("when verification is required, presence alone is not enough")
    func verification() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let options = try await sample.store.registrationOptions(
            for: account.id, at: sample.site, verification: .required)
        let answer: RegistrationResponse = try SoftAuthenticator.es256().with { $0.flags = 0x01 }.register(options)
            .response()

        let rule = try await ruleRefusing {
            try await sample.store.register(answer, for: account.id, name: "", at: sample.site)
        }
        #expect(rule == .passkeyVerification)
    }

    @Test("of the open challenges only the newest are kept")
    func bounded() async throws {
        let sample = try AccessSample(limits: AccessLimits(openChallenges: 3))
        let account = try await sample.representative()
        let first = try await sample.store.registrationOptions(for: account.id, at: sample.site)
        for _ in 0..<3 { _ = try await sample.store.authenticationOptions(at: sample.site) }
        let answer: RegistrationResponse = try SoftAuthenticator.es256().register(first).response()

        let rule = try await ruleRefusing {
            try await sample.store.register(answer, for: account.id, name: "", at: sample.site)
        }
        #expect(rule == .passkeyChallengeUnknown)
    }
}
