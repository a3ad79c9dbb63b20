import Foundation
import GRDB
import Testing

@testable import Access

@Suite("The vault")
struct VaultTests {
    func entry(_ person: String, _ name: String, ecosystem: String = "city-deal") -> VaultEntry {
        VaultEntry(ecosystem: ecosystem, person: person, name: name, email: "\(person)@example.nl", phone: "+31 6 1234")
    }

    @Test("details are put, replaced, read and listed per ecosystem")
    func keeping() async throws {
        let sample = try AccessSample()
        let store = sample.store
        try await store.put(entry("p2", "De regisseur"))
        try await store.put(entry("p1", " De penvoerder "))
        try await store.put(entry("p1", "Elders", ecosystem: "den-bosch"))
        try await store.put(VaultEntry(ecosystem: "city-deal", person: "p2", name: "De programmaleider", email: " "))

        #expect(
            try await store.vaultEntries(ecosystem: "city-deal").map(\.name) == ["De penvoerder", "De programmaleider"])
        #expect(try await store.vaultEntry(ecosystem: "city-deal", person: "p2").email == nil)
        let unknown = try await ruleRefusing { try await store.vaultEntry(ecosystem: "city-deal", person: "p9") }
        #expect(unknown == .vaultUnknown)
    }

    @Test(
        "bad details are refused with the field, never with the value",
        arguments: [
            ("", nil, nil, "name"), ("a\nb", nil, nil, "name"), (String(repeating: "x", count: 201), nil, nil, "name"),
            ("n", "geheim", nil, "email"), ("n", "geheim@a@b", nil, "email"), ("n", "ge heim@a", nil, "email"),
            ("n", nil, "geheim", "phone"), ("n", nil, "12", "phone"),
        ] as [(String, String?, String?, String)])
    func refusals(name: String, email: String?, phone: String?, field: String) async throws {
        let sample = try AccessSample()
        do {
            try await sample.store.put(
                VaultEntry(ecosystem: "e", person: "p", name: name, email: email, phone: phone))
            Issue.record("accepted")
        } catch {
            #expect(error.rule == .vaultInvalid)
            #expect(error.detail?.hasPrefix(field + ":") == true)
            #expect(!error.description.contains("geheim"))
        }
    }

    @Test("an erased person is gone, stays gone, and leaves only the moment")
    func erasure() async throws {
        let sample = try AccessSample()
        let store = sample.store
        try await store.put(entry("p1", "De penvoerder"))
        let erased = try await store.erase(ecosystem: "city-deal", person: "p1")
        #expect(erased == VaultErasure(erasedAt: sample.clock.now, scrubbed: true))

        sample.clock.advance(by: .seconds(9))
        #expect(try await store.erase(ecosystem: "city-deal", person: "p1").erasedAt == erased.erasedAt)
        #expect(try await store.erasedAt(ecosystem: "city-deal", person: "p1") == erased.erasedAt)
        let read = try await ruleRefusing { try await store.vaultEntry(ecosystem: "city-deal", person: "p1") }
        #expect(read == .vaultErased)
        #expect(try await ruleRefusing { try await store.put(entry("p1", "Terug")) } == .vaultErased)
        let never = try await ruleRefusing { try await store.erase(ecosystem: "city-deal", person: "p9") }
        #expect(never == .vaultUnknown)
    }

    @Test(
        "no byte of the erased is left in the files, not even where SQLite moved rows from page to page",
        arguments: 0..<6 as Range<UInt64>)
    func bytes(seed: UInt64) async throws {
        let sample = try AccessSample()
        var random = SampleRandom(state: seed)
        let people = (0..<600).map { "p\($0)" }.shuffled(using: &random)
        let written = people + (0..<1500).compactMap { _ in people.randomElement(using: &random) }
        let entries = written.map { person in
            let longest = [50, 400, 3000].randomElement(using: &random) ?? 50
            return entry(
                person, "Naam-\(person)-" + String(repeating: "z", count: .random(in: 0..<longest, using: &random)))
        }
        let gone = people.shuffled(using: &random).prefix(400)
        try await sample.store.write { db in
            for entry in entries { try VaultEntry.upsert(db, entry) }
        }
        #expect(try sample.bytesOnDisk().contains("Naam-\(gone[0])-"))

        try await sample.store.write { db in
            for person in gone.dropLast() {
                try db.execute(sql: "DELETE FROM access_vault WHERE person = ?", arguments: [person])
            }
        }
        #expect(try await sample.store.erase(ecosystem: "city-deal", person: gone[399]).scrubbed)

        let files = try sample.bytesOnDisk()
        #expect(gone.filter { files.contains("Naam-\($0)-") || files.contains("\($0)@example.nl") } == [])
        #expect(try await sample.store.vaultEntries(ecosystem: "city-deal").count == 200)
    }

    @Test("while somebody still reads an older state the erasure says so, and the last bytes go afterwards")
    func busyReader() async throws {
        let sample = try AccessSample()
        let store = sample.store
        try await store.put(entry("p1", "De penvoerder"))
        do {
            let reader = try DatabasePool(path: sample.path).makeSnapshot()
            #expect(try await reader.read { try VaultEntry.fetchAll($0, ecosystem: "city-deal") }.count == 1)
            #expect(try await !store.erase(ecosystem: "city-deal", person: "p1").scrubbed)
            #expect(try sample.bytesOnDisk().contains("De penvoerder"))
            try reader.close()
        }
        #expect(try await store.scrub())
        #expect(try !sample.bytesOnDisk().contains("De penvoerder"))
    }

    @Test("erasing an account takes contact, seats, keys, links, tokens and sessions with it")
    func account() async throws {
        let sample = try AccessSample()
        let store = sample.store
        let account = try await sample.representative("De Onvindbare")
        let key = SoftAuthenticator.es256()
        _ = try await sample.register(key, account, name: "Sleutel van Onvindbare")
        _ = try await store.invite(account.id, purpose: .join, validFor: .seconds(600))
        let session = try await store.createSession(for: account.id, means: .link, device: "x").token.plaintext
        try await store.bind(account.id, ecosystem: "city-deal", person: "p1")

        let erased = try await store.erase(account.id)

        #expect(erased.scrubbed)
        #expect(try !sample.bytesOnDisk().contains("Onvindbare"))
        #expect(try !sample.bytesOnDisk().contains("vertegenwoordiger@example.nl"))
        #expect(try await store.contact(account.id) == nil)
        #expect(try await store.seats(account.id).isEmpty)
        #expect(try await store.account(account.id).disabled)
        #expect(try await ruleRefusing { try await store.resolveSession(session) } == .sessionUnknown)
        #expect(try await ruleRefusing { try await store.enable(account.id) } == .accountErased)
        #expect(try await store.erase(account.id).erasedAt == erased.erasedAt)
    }
}

extension Data {
    func contains(_ text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}
