import Foundation
import GRDB
import Testing
import Signing

@testable import Access

@Suite("The store")
struct StoreTests {
    @Test("the files hold no token, link, session or challenge in plain text")
    func plaintext() async throws {
        let sample = try AccessSample()
        let store = sample.store
        let account = try await sample.representative()
        let link = try await store.invite(account.id, purpose: .join, validFor: .seconds(600))
        let session = try await store.createSession(for: account.id, means: .link, device: "x").token
        let token = try await store.createToken(
            for: account.id, name: "n", scopes: [.read], expires: sample.clock.now + 60
        ).plaintext
        let challenge = try await store.authenticationOptions(at: sample.site).challenge

        let files = try sample.bytesOnDisk()
        for secret in [link, session, token].map(\.plaintext) + [challenge] {
            #expect(!files.contains(secret))
            #expect(!files.contains(String(secret.dropFirst(8))))
            let bytes = try #require(Base64URL.decode(secret.replacing("stl_", with: "")))
            #expect(files.range(of: bytes) == nil)
        }
        #expect(files.contains(account.id.rawValue))
    }

    @Test("secrets and personal data do not show themselves in prints and dumps")
    func prints() {
        let secret = Secret(plaintext: "geheim")
        let contact = Contact(name: "geheim", email: "geheim@example.nl")
        let entry = VaultEntry(ecosystem: "e", person: "p", name: "geheim")
        var text = "\(secret) \(contact) \(entry) \(String(reflecting: secret)) \(String(reflecting: [contact]))"
        dump((secret, contact, entry, RequestForgery(key: Data("geheim".utf8))), to: &text)
        #expect(!text.contains("geheim"))
    }

    @Test("commits are synced in full, deletions are wiped, and foreign keys hold")
    func durability() async throws {
        let sample = try AccessSample()
        let settings = try await sample.store.pool.writeWithoutTransaction { db in
            try ["synchronous", "secure_delete", "foreign_keys", "journal_mode"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
            }
        }
        #expect(settings == ["2", "1", "1", "wal"])
    }

    @Test("the tables live beside those of the ledger, with its own migrations and file marks untouched")
    func beside() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "beside-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "store.sqlite").path
        let ledger = try DatabasePool(path: path)
        try await ledger.write { db in
            try db.execute(
                sql: """
                    PRAGMA user_version = 7; PRAGMA application_id = 99;
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('ledger-1');
                    CREATE TABLE event (sequence INTEGER PRIMARY KEY);
                    """)
        }

        for _ in 0..<2 {
            let store = try AccessStore.open(path: path)
            _ = try await store.createAccount(contact: Contact(name: "n"))
            try store.close()
        }

        let (marks, tables) = try await ledger.read { db in
            (
                try [Int.fetchOne(db, sql: "PRAGMA user_version"), Int.fetchOne(db, sql: "PRAGMA application_id")],
                try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            )
        }
        #expect(marks == [7, 99])
        #expect(tables.filter { !$0.hasPrefix("access_") && !$0.hasPrefix("sqlite_") } == ["event", "grdb_migrations"])
    }

    @Test("a store opened for reading knows who is signed in, and refuses every change")
    func readOnly() async throws {
        let sample = try AccessSample()
        let account = try await sample.representative()
        let session = try await sample.store.createSession(for: account.id, means: .link, device: "").token.plaintext
        let token = try await sample.store.createToken(
            for: account.id, name: "n", scopes: [.read], expires: sample.clock.now + 600
        ).plaintext.plaintext
        try sample.store.close()
        let clock = sample.clock
        clock.advance(by: .seconds(120))
        let before = try Data(contentsOf: URL(filePath: sample.path))

        let store = try AccessStore.open(path: sample.path, readOnly: true, now: { clock.now })
        #expect(try await store.resolveSession(session).account.id == account.id)
        #expect(try await store.resolveToken(token).account.id == account.id)
        #expect(try await ruleRefusing { try await store.disable(account.id) } == .storeReadOnly)
        #expect(try await ruleRefusing { try await store.scrub() } == .storeReadOnly)
        #expect(try Data(contentsOf: URL(filePath: sample.path)) == before)
    }

    @Test("a store of a newer version is refused before anything in it changes")
    func newer() async throws {
        let sample = try AccessSample()
        try await sample.store.pool.write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('access-99-future')")
        }
        #expect(throws: AccessRefusal(.storeNewer, detail: "migration access-99-future")) {
            try AccessStore.open(path: sample.path)
        }
    }

    @Test("a file that is no store, or a folder that is not there, is refused without a crash")
    func damaged() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "damaged-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "store.sqlite")
        try Data(repeating: 65, count: 9000).write(to: file)
        #expect(throws: AccessRefusal(.storeUnavailable)) { try AccessStore.open(path: file.path) }
        #expect(throws: AccessRefusal(.storeUnavailable)) {
            try AccessStore.open(path: folder.appending(path: "nowhere/store.sqlite").path)
        }
    }

    @Test("the same clock and random numbers give the same ids and tokens")
    func repeatable() async throws {
        var seen: Set<String> = []
        for _ in 0..<2 {
            let sample = try AccessSample()
            let account = try await sample.representative()
            let link = try await sample.store.invite(account.id, purpose: .join, validFor: .seconds(600))
            seen.insert(account.id.rawValue + link.plaintext)
        }
        #expect(seen.count == 1)
    }

    @Test("every rule has a kind and says what and how to mend it, in Dutch and in English")
    func wording() {
        for rule in AccessRefusal.Rule.allCases {
            let refusal = AccessRefusal(rule)
            let texts = [refusal.messages.nl, refusal.messages.en, refusal.remedy.nl, refusal.remedy.en]
            #expect(Set(texts).count == 4 && texts.allSatisfy { $0.hasSuffix(".") })
        }
        let messages = Set(AccessRefusal.Rule.allCases.map { AccessRefusal($0).messages.en })
        #expect(messages.count == AccessRefusal.Rule.allCases.count)
    }
}
