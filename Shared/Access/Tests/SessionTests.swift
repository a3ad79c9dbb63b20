import Foundation
import Testing

@testable import Access

@Suite("Sessions")
struct SessionTests {
    @Test("a session resolves to its account until it is revoked")
    func live() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let store = sample.store
        let made = try await store.createSession(for: account.id, means: .link, device: "Firefox\u{0} on Linux")

        let found = try await store.resolveSession(made.token.plaintext)
        #expect(found.account.id == account.id)
        #expect(found.account.signedInAt == sample.clock.now)
        #expect(found.session == made.session)
        #expect(found.session.device == "Firefox on Linux")
        #expect(try await ruleRefusing { try await store.resolveSession("x") } == .sessionUnknown)

        try await store.revokeSession(made.session.id, of: account.id)
        #expect(try await ruleRefusing { try await store.resolveSession(made.token.plaintext) } == .sessionRevoked)
        #expect(try await store.sessions(account.id).isEmpty)
    }

    @Test("a session ends after a week without use and after thirty days in any case")
    func expiry() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let store = sample.store
        let idle = try await store.createSession(for: account.id, means: .link, device: "").token.plaintext
        let busy = try await store.createSession(for: account.id, means: .passkey, device: "").token.plaintext

        for _ in 0..<29 {
            sample.clock.advance(by: .seconds(86_400))
            _ = try await store.resolveSession(busy)
        }
        #expect(try await ruleRefusing { try await store.resolveSession(idle) } == .sessionIdle)
        #expect(try await store.sessions(account.id).map(\.means) == [.passkey])
        sample.clock.advance(by: .seconds(86_400))
        #expect(try await ruleRefusing { try await store.resolveSession(busy) } == .sessionExpired)
        #expect(try await ruleRefusing { try await store.resolveSession(idle) } == .sessionExpired)
    }

    @Test("the moment of the latest request is kept to a minute")
    func seen() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let start = sample.clock.now
        let token = try await sample.store.createSession(for: account.id, means: .link, device: "").token.plaintext

        sample.clock.advance(by: .seconds(59))
        _ = try await sample.store.resolveSession(token)
        #expect(try await sample.store.sessions(account.id).first?.seenAt == start)
        sample.clock.advance(by: .seconds(1))
        _ = try await sample.store.resolveSession(token)
        #expect(try await sample.store.sessions(account.id).first?.seenAt == sample.clock.now)
    }

    @Test("signing in replaces the earlier token, and signing out everywhere ends the others")
    func rotation() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let store = sample.store
        let before = try await store.createSession(for: account.id, means: .link, device: "a").token.plaintext
        let after = try await store.createSession(for: account.id, means: .passkey, device: "a", replacing: before)
        #expect(try await ruleRefusing { try await store.resolveSession(before) } == .sessionRevoked)

        let phone = try await store.createSession(for: account.id, means: .passkey, device: "b")
        #expect(try await store.revokeSessions(of: account.id, except: after.session.id) == 1)
        #expect(try await ruleRefusing { try await store.resolveSession(phone.token.plaintext) } == .sessionRevoked)
        _ = try await store.resolveSession(after.token.plaintext)
        #expect(try await store.revokeSessions(of: account.id) == 1)
        #expect(try await ruleRefusing { try await store.resolveSession(after.token.plaintext) } == .sessionRevoked)
    }

    @Test("one cannot end the sessions of somebody else")
    func others() async throws {
        let sample = try AccessSample()
        let mine = try await sample.representative()
        let theirs = try await sample.representative("De regisseur")
        let session = try await sample.store.createSession(for: theirs.id, means: .link, device: "").session
        let rule = try await ruleRefusing { try await sample.store.revokeSession(session.id, of: mine.id) }
        #expect(rule == .sessionUnknown)
    }

    @Test("disabling an account ends its sessions and refuses new ones")
    func disabled() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let token = try await sample.store.createSession(for: account.id, means: .link, device: "").token.plaintext
        _ = try await sample.store.disable(account.id)
        #expect(try await ruleRefusing { try await sample.store.resolveSession(token) } == .sessionRevoked)
        let again = try await ruleRefusing {
            try await sample.store.createSession(for: account.id, means: .link, device: "")
        }
        #expect(again == .accountDisabled)
    }
}
