import Foundation
import Testing

@testable import Access

@Suite("One-time links")
struct InvitationTests {
    @Test("a link says whose it is, may be looked at, and signs in once")
    func once() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let token = try await sample.store.invite(account.id, purpose: .join, validFor: .seconds(3600)).plaintext

        #expect(token.utf8.count == 43)
        #expect(try await sample.store.inspect(token).usedAt == nil)
        let redeemed = try await sample.store.redeem(token)
        #expect(redeemed.account == account.id)
        #expect(redeemed.purpose == .join)
        #expect(redeemed.usedAt == sample.clock.now)
        #expect(try await ruleRefusing { try await sample.store.redeem(token) } == .invitationUsed)
        #expect(try await ruleRefusing { try await sample.store.inspect(token) } == .invitationUsed)
    }

    @Test("an unknown, expired or withdrawn link and one for a disabled account are refused")
    func refusals() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let store = sample.store
        let short = try await store.invite(account.id, purpose: .signIn, validFor: .seconds(60)).plaintext
        let long = try await store.invite(account.id, purpose: .signIn, validFor: .seconds(600)).plaintext

        #expect(try await ruleRefusing { try await store.redeem("") } == .invitationUnknown)
        #expect(try await ruleRefusing { try await store.redeem(short + "A") } == .invitationUnknown)
        sample.clock.advance(by: .seconds(60))
        #expect(try await ruleRefusing { try await store.redeem(short) } == .invitationExpired)
        _ = try await store.disable(account.id)
        #expect(try await ruleRefusing { try await store.redeem(long) } == .accountDisabled)
        _ = try await store.enable(account.id)
        #expect(try await store.withdrawInvitations(account.id) == 2)
        #expect(try await ruleRefusing { try await store.redeem(long) } == .invitationUnknown)
    }

    @Test(
        "a link is valid for one minute to ninety days", arguments: [Duration.seconds(59), .seconds(90 * 86_400 + 1)])
    func validity(_ duration: Duration) async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let rule = try await ruleRefusing {
            try await sample.store.invite(account.id, purpose: .join, validFor: duration)
        }
        #expect(rule == .invitationValidity)
    }

    @Test("of thirty-two who use one link at the same time, through two open stores, exactly one gets in")
    func race() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let clock = sample.clock
        let second = try AccessStore.open(path: sample.path, now: { clock.now })
        let first = sample.store
        for _ in 0..<10 {
            let token = try await first.invite(account.id, purpose: .join, validFor: .seconds(600)).plaintext
            let rules = try await withThrowingTaskGroup(of: AccessRefusal.Rule?.self) { group in
                for number in 0..<32 {
                    let store = number % 2 == 0 ? first : second
                    group.addTask { try await ruleRefusing { try await store.redeem(token) } }
                }
                return try await group.reduce(into: [AccessRefusal.Rule?]()) { $0.append($1) }
            }
            #expect(rules.count { $0 == nil } == 1)
            #expect(rules.count { $0 == .invitationUsed } == 31)
        }
    }

    @Test("the first start makes an administrator and a link; starting again makes a new link until somebody came in")
    func first() async throws {
        let sample = try AccessSample()
        let store = sample.store
        let contact = Contact(name: "De beheerder")

        let one = try #require(try await store.firstAdministratorLink(contact: contact, validFor: .seconds(3600)))
        let two = try #require(try await store.firstAdministratorLink(contact: contact, validFor: .seconds(3600)))
        #expect(one.account == two.account)
        #expect(one.token.plaintext != two.token.plaintext)
        #expect(try await store.accounts().count == 1)

        let entered = try await store.signIn(withLink: two.token.plaintext, device: "Firefox")
        #expect(entered.invitation.purpose == .firstAdministrator && entered.invitation.usedAt == sample.clock.now)
        #expect(try await store.resolveSession(entered.token.plaintext).account.administrator)
        #expect(
            try await ruleRefusing { try await store.signIn(withLink: two.token.plaintext, device: "") }
                == .invitationUsed)
        #expect(try await store.firstAdministratorLink(contact: contact, validFor: .seconds(3600)) == nil)
    }
}
