import Foundation
import Testing

@testable import Access

@Suite("API tokens")
struct APITokenTests {
    let year: TimeInterval = 365 * 86_400

    @Test("a token works until it expires or is revoked, and its last use is kept per day")
    func life() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let store = sample.store
        let end = sample.clock.now + 3 * 86_400
        let made = try await store.createToken(
            for: account.id, name: "Koppeling", scopes: [.read, .write], expires: end)
        let text = made.plaintext.plaintext

        #expect(text.hasPrefix("stl_") && text.utf8.count == 47)
        sample.clock.advance(by: .seconds(86_400))
        let found = try await store.resolveToken(text)
        #expect(found.account.id == account.id && found.token.scopes == [.read, .write])
        let day = try #require(try await store.tokens(account.id).first?.lastUsedOn)
        #expect(day.timeIntervalSince1970.truncatingRemainder(dividingBy: 86_400) == 0)
        #expect((0..<86_400).contains(sample.clock.now.timeIntervalSince(day)))

        sample.clock.advance(by: .seconds(2 * 86_400))
        #expect(try await ruleRefusing { try await store.resolveToken(text) } == .tokenExpired)
        try await store.revokeToken(made.token.id, of: account.id)
        #expect(try await ruleRefusing { try await store.resolveToken(text) } == .tokenRevoked)
        #expect(try await ruleRefusing { try await store.resolveToken(text + "x") } == .tokenUnknown)
    }

    @Test("scope and ecosystem are checked, and a token for one ecosystem is none for the installation")
    func scope() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let made = try await sample.store.createToken(
            for: account.id, name: "Lezer", scopes: [.read], ecosystem: "city-deal", expires: sample.clock.now + year)

        try made.token.require(.read, in: "city-deal")
        #expect(try await ruleRefusing { try made.token.require(.write, in: "city-deal") } == .tokenScope)
        #expect(try await ruleRefusing { try made.token.require(.read, in: "den-bosch") } == .tokenEcosystem)
        #expect(try await ruleRefusing { try made.token.require(.read, in: nil) } == .tokenEcosystem)
    }

    @Test("a token without name, scopes or a fair end is refused, and so is one of a disabled account")
    func refusals() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let store = sample.store
        let now = sample.clock.now
        for (name, scopes, end) in [
            (" ", [.read], now + 60), ("n", [], now + 60), ("n", [.admin], now + 60), ("n", [.read], now),
            ("n", [.read], now + 367 * 86_400),
            ("n", [.read], .distantFuture), ("n", [.read], .distantPast),
        ] as [(String, Set<APIToken.Scope>, Date)] {
            let rule = try await ruleRefusing {
                try await store.createToken(for: account.id, name: name, scopes: scopes, expires: end)
            }
            #expect(rule == .tokenInvalid)
        }
        let made = try await store.createToken(for: account.id, name: "n", scopes: [.write], expires: now + 60)
        let other = try await sample.representative("De regisseur")
        #expect(
            try await ruleRefusing { try await store.revokeToken(made.token.id, of: other.id) } == .tokenUnknown)
        _ = try await store.disable(account.id)
        #expect(try await ruleRefusing { try await store.resolveToken(made.plaintext.plaintext) } == .accountDisabled)
    }

    @Test("only an administrator's account gives admin; what a token lacks is named")
    func scopes() async throws {
        let sample = try AccessSample()
        let member = try await sample.representative()
        let end = sample.clock.now + 60
        #expect(
            try await ruleRefusing {
                try await sample.store.createToken(for: member.id, name: "n", scopes: [.read, .admin], expires: end)
            } == .tokenAdmin)
        let contact = Contact(name: "Beheer")
        let administrator = try await sample.store.createAccount(contact: contact, administrator: true)
        let made = try await sample.store.createToken(
            for: administrator.id, name: "n", scopes: [.write, .admin], expires: end)
        let refusal = #expect(throws: AccessRefusal.self) { try made.token.require(.read, in: "city-deal") }
        #expect(refusal?.messages.en == "This API token lacks the scope “read”.")
        #expect(refusal?.messages.nl == "Dit API-token heeft het recht “read” niet.")
    }
}
