import Crypto
import Foundation
import Testing
import Signing

@testable import Access

@Suite("Signing in with a passkey")
struct PasskeyAuthenticationTests {
    /// A sample with one account and one registered passkey whose next counter is 2.
    func registered(_ key: SoftAuthenticator = .es256()) async throws -> (AccessSample, Account, SoftAuthenticator) {
        let sample = try AccessSample()
        let account = try await sample.representative()
        _ = try await sample.register(key, account)
        let ready = key.with {
            $0.handle = Data(account.id.rawValue.utf8)
            $0.counter = 2
        }
        return (sample, account, ready)
    }

    @Test("the options let the browser choose among all passkeys of this site")
    func options() async throws {
        let sample = try AccessSample()
        let options = try await sample.store.authenticationOptions(at: sample.site)
        let json = try #require(String(data: options.json(), encoding: .utf8))
        #expect(
            json.replacing(options.challenge, with: "C") == """
                {"allowCredentials":[],"challenge":"C","rpId":"stelsel.example.nl","timeout":300000,\
                "userVerification":"preferred"}
                """)
    }

    @Test(
        "each thing that is wrong is refused by its own rule",
        arguments: [
            Misstep(.passkeyCeremony) { $0.type = "webauthn.create" },
            Misstep(.passkeyChallengeUnknown) { $0.challenge = Base64URL.encode([UInt8](repeating: 9, count: 32)) },
            Misstep(.passkeyOrigin) { $0.origin = "https://evil.example" },
            Misstep(.passkeyOrigin) { $0.crossOrigin = true },
            Misstep(.passkeyRelyingParty) { $0.relyingParty = "evil.example" },
            Misstep(.passkeyPresence) { $0.flags = 0x04 },
            Misstep(.passkeyBackup) { $0.flags = 0x0d },
            Misstep(.passkeyUnknown) { $0.credential = Data("unknown".utf8) },
            Misstep(.passkeyAccount) { $0.handle = Data("somebody else".utf8) },
            Misstep(.passkeyMalformed) { $0.handle = Data() },
            Misstep(.passkeyMalformed) { $0.extraAuthData = [0xa0] },
            Misstep(.passkeyCounter) { $0.counter = 1 },
            Misstep(.passkeyCounter) { $0.counter = 0 },
        ])
    func refusals(step: Misstep) async throws {
        let (sample, _, key) = try await registered()
        #expect(try await ruleRefusing { try await sample.signIn(key.with(step.change)) } == step.rule)
    }

    @Test("a signature by another key, over other data, or with one bit changed is refused")
    func signature() async throws {
        for key in [SoftAuthenticator.es256(), .edDSA(), try .rs256()] {
            let (sample, _, ready) = try await registered(key)
            let store = sample.store

            var answer = try ready.authenticate(try await store.authenticationOptions(at: sample.site))
            answer.signature?[10] ^= 1
            let flipped: AuthenticationResponse = try answer.response()
            #expect(
                try await ruleRefusing { try await store.authenticate(flipped, at: sample.site) } == .passkeySignature)

            var later = try ready.authenticate(try await store.authenticationOptions(at: sample.site))
            later.authenticatorData?[36] = 200
            let raised: AuthenticationResponse = try later.response()
            #expect(
                try await ruleRefusing { try await store.authenticate(raised, at: sample.site) } == .passkeySignature)
        }
        let (sample, _, ready) = try await registered()
        let thief = SoftAuthenticator.es256().with {
            $0.handle = ready.handle
            $0.counter = 9
        }
        #expect(try await ruleRefusing { try await sample.signIn(thief) } == .passkeySignature)
    }

    @Test("an answer counts once and within five minutes")
    func replay() async throws {
        let (sample, _, key) = try await registered()
        let options = try await sample.store.authenticationOptions(at: sample.site)
        let answer: AuthenticationResponse = try key.authenticate(options).response()
        _ = try await sample.store.authenticate(answer, at: sample.site)
        let again = try await ruleRefusing { try await sample.store.authenticate(answer, at: sample.site) }
        #expect(again == .passkeyChallengeUsed)

        let late = try await sample.store.authenticationOptions(at: sample.site)
        sample.clock.advance(by: .seconds(300))
        let slow: AuthenticationResponse = try key.with { $0.counter = 3 }.authenticate(late).response()
        let expired = try await ruleRefusing { try await sample.store.authenticate(slow, at: sample.site) }
        #expect(expired == .passkeyChallengeExpired)
    }

    @Test("a counter that goes back marks the passkey as suspect; one that stays zero is no counter")
    func counter() async throws {
        let (sample, account, key) = try await registered()
        _ = try await sample.signIn(key.with { $0.counter = 10 })
        #expect(try await ruleRefusing { try await sample.signIn(key.with { $0.counter = 10 }) } == .passkeyCounter)
        #expect(try await sample.store.passkeys(account.id).first?.copySuspectedAt == sample.clock.now)

        let (plain, _, zero) = try await registered(SoftAuthenticator.edDSA().with { $0.counter = 0 })
        _ = try await plain.signIn(zero.with { $0.counter = 0 })
        _ = try await plain.signIn(zero.with { $0.counter = 0 })
    }

    @Test("a disabled account cannot sign in with its passkey")
    func disabled() async throws {
        let (sample, account, key) = try await registered()
        _ = try await sample.store.disable(account.id)
        #expect(try await ruleRefusing { try await sample.signIn(key) } == .accountDisabled)
    }

    @Test("a passkey signs what the caller gives, and the proof can be checked without the store")
    func signing() async throws {
        let (sample, account, key) = try await registered()
        let agreement = Data(SHA256.hash(data: Data("the agreement".utf8)))

        let options = try await sample.store.assertionOptions(challenge: agreement, for: account.id, at: sample.site)
        let answer: AuthenticationResponse = try key.authenticate(options).response()
        let signed = try await sample.store.assert(challenge: agreement, answer, by: account.id, at: sample.site)

        #expect(options.allowCredentials.map(\.id) == [Base64URL.encode(key.credential)])
        #expect(signed.signIn.account.id == account.id)
        let copy = try JSONDecoder().decode(PasskeyProof.self, from: JSONEncoder().encode(signed.proof))
        try copy.check(challenge: agreement, at: sample.site)
        let other = Data(SHA256.hash(data: Data("another agreement".utf8)))
        #expect(
            try await ruleRefusing { try copy.check(challenge: other, at: sample.site) } == .passkeyChallengeUnknown)
    }

    @Test("signing is refused for another's passkey, another text, or without verification")
    func signingRefused() async throws {
        let (sample, account, key) = try await registered()
        let other = try await sample.representative("De regisseur")
        let agreement = Data(repeating: 1, count: 32)
        let options = try await sample.store.assertionOptions(challenge: agreement, for: account.id, at: sample.site)
        let answer: AuthenticationResponse = try key.authenticate(options).response()
        let weak: AuthenticationResponse = try key.with { $0.flags = 0x01 }.authenticate(options).response()
        let store = sample.store
        let site = sample.site

        let asOther = try await ruleRefusing {
            try await store.assert(challenge: agreement, answer, by: other.id, at: site)
        }
        #expect(asOther == .passkeyAccount)
        let otherText = try await ruleRefusing {
            try await store.assert(challenge: Data(repeating: 2, count: 32), answer, by: account.id, at: site)
        }
        #expect(otherText == .passkeyChallengeUnknown)
        let unverified = try await ruleRefusing {
            try await store.assert(challenge: agreement, weak, by: account.id, at: site)
        }
        #expect(unverified == .passkeyVerification)
        let none = try await ruleRefusing {
            try await store.assertionOptions(challenge: agreement, for: other.id, at: site)
        }
        #expect(none == .passkeyUnknown)
    }

    @Test("passkeys are renamed and removed by their owner; the last removal warns")
    func keeping() async throws {
        let (sample, account, key) = try await registered()
        let other = try await sample.representative("De regisseur")
        let second = try await sample.register(
            SoftAuthenticator.edDSA().with { $0.credential = Data([7]) }, account, name: "Telefoon")
        let first = try #require(try await sample.store.passkeys(account.id).first)
        let store = sample.store

        try await store.renamePasskey(first.id, of: account.id, to: " Werklaptop ")
        #expect(try await store.passkeys(account.id).map(\.name).sorted() == ["Telefoon", "Werklaptop"])
        let blank = try await ruleRefusing { try await store.renamePasskey(first.id, of: account.id, to: "\n") }
        #expect(blank == .passkeyName)
        let notMine = try await ruleRefusing { try await store.removePasskey(first.id, of: other.id) }
        #expect(notMine == .passkeyUnknown)

        #expect(try await store.removePasskey(second.id, of: account.id).warning == nil)
        #expect(try await store.removePasskey(first.id, of: account.id).warning?.nl.contains("laatste") == true)
        #expect(try await ruleRefusing { try await sample.signIn(key) } == .passkeyUnknown)
    }
}
