import Foundation
import Testing

@testable import Access

@Suite("Accounts and seats")
struct AccountTests {
    @Test("an account is made with its contact in the vault and can be changed")
    func life() async throws {
        let sample = try AccessSample()
        let store = sample.store
        let account = try await sample.representative()
        #expect(account.createdAt == sample.clock.now)
        #expect(account.language == .nl && !account.administrator && !account.disabled)
        #expect(try await store.contact(account.id)?.name == "De vertegenwoordiger")
        #expect(try await store.accounts(withEmail: "Vertegenwoordiger@Example.NL") == [account])

        #expect(try await store.setLanguage(.en, of: account.id).language == .en)
        try await store.setContact(Contact(name: "De opvolger"), of: account.id)
        #expect(try await store.contact(account.id) == Contact(name: "De opvolger"))
        #expect(try await store.accounts(withEmail: "vertegenwoordiger@example.nl").isEmpty)
        #expect(try await ruleRefusing { try await store.account(Account.ID("nobody")) } == .accountUnknown)
    }

    @Test("the last active administrator stays")
    func administrators() async throws {
        let sample = try AccessSample()
        let store = sample.store
        let first = try await sample.representative(administrator: true)
        #expect(try await ruleRefusing { try await store.disable(first.id) } == .accountLastAdministrator)
        #expect(try await ruleRefusing { try await store.erase(first.id) } == .accountLastAdministrator)
        let demote = try await ruleRefusing { try await store.setAdministrator(false, of: first.id) }
        #expect(demote == .accountLastAdministrator)

        let second = try await sample.representative()
        _ = try await store.disable(second.id)
        _ = try await store.enable(second.id)
        _ = try await store.setAdministrator(true, of: second.id)
        #expect(try await store.disable(first.id).disabled)
    }

    @Test("a seat belongs to one account at a time")
    func seats() async throws {
        let sample = try AccessSample()
        let store = sample.store
        let one = try await sample.representative()
        let two = try await sample.representative("De regisseur")
        try await store.bind(one.id, ecosystem: "den-bosch", person: "p1")
        try await store.bind(one.id, ecosystem: "city-deal", person: "p2")
        try await store.bind(one.id, ecosystem: "city-deal", person: "p2")

        #expect(
            try await store.seats(one.id) == [
                Seat(ecosystem: "city-deal", person: "p2"), Seat(ecosystem: "den-bosch", person: "p1"),
            ])
        let taken = try await ruleRefusing { try await store.bind(two.id, ecosystem: "den-bosch", person: "p1") }
        #expect(taken == .seatTaken)
        let nobody = try await ruleRefusing { try await store.bind(two.id, ecosystem: "den-bosch", person: "") }
        #expect(nobody == .seatInvalid)
        #expect(try await !store.release(two.id, ecosystem: "den-bosch", person: "p1"))
        #expect(try await store.release(one.id, ecosystem: "den-bosch", person: "p1"))
        try await store.bind(two.id, ecosystem: "den-bosch", person: "p1")
        #expect(try await store.account(actingAs: "p1", in: "den-bosch")?.id == two.id)
    }
}
