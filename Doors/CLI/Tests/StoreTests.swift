import Foundation
import Testing

@Suite("stelsel verify, backup, user and token")
struct StoreTests {
    /// A store that holds the small ecosystem.
    private func store() throws -> Folder {
        let folder = try Small.folder([
            "persons.yaml": "- id: wethouder\n  function: Wethouder\n  organisation: gemeente\n"
        ])
        let apply = try Program.run("apply", folder["buurt"], "--store", folder["s.sqlite"])
        #expect(apply.status == 0, "\(apply.out)\(apply.err)")
        return folder
    }

    @Test("a sound store is proved")
    func sound() throws {
        let folder = try store()

        let answer = try Program.run("verify", "--store", folder["s.sqlite"])

        #expect(answer.status == 0)
        #expect(answer.lines.first == "Everything is as it was recorded.")
        #expect(answer.out.contains(/entries +4\n/))
        #expect(answer.out.contains(/ecosystems +1\n/))
    }

    @Test("a store that lost its history is named, with the checkpoint that was kept")
    func rolledBack() throws {
        let folder = try store()
        for suffix in ["", ".key"] {
            try FileManager.default.copyItem(atPath: folder["s.sqlite\(suffix)"], toPath: folder["old.sqlite\(suffix)"])
        }
        try folder.write("- id: gemeente\n  name: Stad\n  sector: government\n", to: "buurt/organisations.yaml")
        #expect(try Program.run("apply", folder["buurt"], "--store", folder["s.sqlite"]).status == 0)

        let answer = try Program.run(
            "verify", "--store", folder["old.sqlite"], "--checkpoint", folder["s.sqlite.checkpoint"])
        let json = try Program.run(
            "verify", "--store", folder["old.sqlite"], "--checkpoint", folder["s.sqlite.checkpoint"], "--json")

        #expect(answer.status == 1)
        #expect(answer.lines.first?.hasPrefix("Not in order: rolled back at entry 4: The store holds") == true)
        #expect(json.out.contains(#""ok":false"#))
        #expect(json.out.contains(#""kind":"rolledBack""#))
    }

    @Test("what cannot be read is told in words, in both languages")
    func unreadable() throws {
        let folder = try Folder()

        let english = try Program.run("verify", "--store", folder["none.sqlite"])
        let dutch = try Program.run("verify", "--store", folder["none.sqlite"], "--lang", "nl")

        #expect(english.out.hasPrefix("Not in order: not readable: There is no store at"), "\(english.out)")
        #expect(dutch.out.hasPrefix("Niet in orde: niet te lezen: "), "\(dutch.out)")
        #expect(english.lines.count == 1)
    }

    @Test("a store is made with the folder that it is in, by apply as by serve; nothing else makes one")
    func newFolder() throws {
        let folder = try Small.folder()

        let users = try Program.run("user", "list", "--store", folder["new/deep/s.sqlite"])
        #expect(users.status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder["new"]))
        let apply = try Program.run("apply", folder["buurt"], "--store", folder["new/deep/s.sqlite"])
        let verify = try Program.run("verify", "--store", folder["new/deep/s.sqlite"])

        #expect(apply.status == 0, "\(apply.err)")
        #expect(verify.status == 0)
    }

    @Test("what is no store, or is not there, is refused and left alone")
    func noStore() throws {
        let folder = try Small.folder()
        try folder.write("not a database, but a text of some length", to: "text.sqlite")

        let verify = try Program.run("verify", "--store", folder["text.sqlite"])
        let apply = try Program.run("apply", folder["buurt"], "--store", folder["text.sqlite"])
        let users = try Program.run("user", "list", "--store", folder["none.sqlite"])

        #expect(verify.status == 1)
        #expect(apply.status == 1)
        #expect(apply.err.contains("ledger.notALedger"), "\(apply.err)")
        #expect(try folder.text("text.sqlite") == "not a database, but a text of some length")
        #expect(users.status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder["none.sqlite"]))
    }

    @Test("a lost key stops recording, is told as such, and is renewed by a command of its own")
    func lostKey() throws {
        let folder = try store()
        let store = folder["s.sqlite"]
        let old = try Program.run("key", "--store", store).out
        try FileManager.default.removeItem(atPath: store + ".key")

        let apply = try Program.run("apply", folder["buurt"], "--store", store)
        #expect(apply.status == 1)
        #expect(apply.err.contains("store.key") && apply.err.contains("stelsel key renew"), "\(apply.err)")
        let verify = try Program.run("verify", "--store", store)
        #expect(verify.status == 0)
        #expect(verify.out.contains("not beside the store"))

        let renew = try Program.run("key", "renew", "--store", store)
        #expect(renew.status == 0, "\(renew.err)")
        let now = try Program.run("key", "show", "--store", store).out
        #expect(now != old && renew.out.contains(now) && renew.out.contains(old))
        #expect(try Program.run("apply", folder["buurt"], "--store", store).status == 0)
        #expect(try Program.run("verify", "--store", store).status == 0)
        #expect(try Program.run("key", "renew", "--store", store).out.contains("nothing to renew"))
        #expect(try Program.run("key", "renew", "--store", folder["none.sqlite"]).status == 1)
    }

    @Test("a backup is a store of its own and overwrites nothing")
    func backup() throws {
        let folder = try store()

        let first = try Program.run("backup", "--store", folder["s.sqlite"], "--out", folder["copy.sqlite"])
        let second = try Program.run("backup", "--store", folder["s.sqlite"], "--out", folder["copy.sqlite"])
        let verify = try Program.run("verify", "--store", folder["copy.sqlite"])

        #expect(first.status == 0, "\(first.err)")
        #expect(verify.status == 0, "\(verify.out)")
        #expect(second.status == 1)
        #expect(second.err.contains("ledger.alreadyExists"))
    }

    @Test("an invitation prints one link; the same person gets the same account again")
    func invite() throws {
        let folder = try store()
        let seat = ["--ecosystem", "buurt", "--person", "wethouder"]

        let first = try Program.run(
            "user", "invite", "--store", folder["s.sqlite"], "--name", "Anna de Wit", seat[0], seat[1], seat[2],
            seat[3], "--url", "http://localhost:9000/")
        let again = try Program.run("user", "invite", "--store", folder["s.sqlite"], seat[0], seat[1], seat[2], seat[3])
        let nobody = try Program.run(
            "user", "invite", "--store", folder["s.sqlite"], seat[0], seat[1], seat[2], "slager")
        let half = try Program.run("user", "invite", "--store", folder["s.sqlite"], "--ecosystem", "buurt")
        let list = try Program.run("user", "list", "--store", folder["s.sqlite"])

        #expect(first.out.contains(/^http:\/\/localhost:9000\/sign-in\/[A-Za-z0-9_-]{43}\n$/), "\(first.err)")
        #expect(again.out != first.out)
        #expect(nobody.status == 1)
        #expect(half.status == 64)
        #expect(list.lines.count == 1)
        #expect(list.out.contains("Anna de Wit"))
        #expect(list.out.contains("buurt/wethouder"))
    }

    @Test("a token is shown once, listed without its secret, and revoked")
    func token() throws {
        let folder = try store()
        let invited = try Program.run("user", "invite", "--store", folder["s.sqlite"], "--name", "Robot")
        let account = try #require(invited.err.firstMatch(of: /account ([0-9a-f]{32})/)).output.1
        let target = ["--store", folder["s.sqlite"], "--account", String(account)]

        let made = try Program.run(
            "token", "create", target[0], target[1], target[2], target[3], "--name", "nightly", "--scopes", "read,write"
        )
        let id = try #require(made.err.firstMatch(of: /token ([0-9a-f]{16})/)).output.1
        let before = try Program.run("token", "list", target[0], target[1])
        let revoked = try Program.run("token", "revoke", String(id), target[0], target[1])
        let after = try Program.run("token", "list", target[0], target[1], "--json")
        let wrong = try Program.run(
            "token", "create", target[0], target[1], target[2], target[3], "--name", "x", "--scopes", "all")

        #expect(made.out.hasPrefix("stl_"))
        #expect(before.out.contains("nightly"))
        #expect(!before.out.contains(made.out.dropLast()))
        #expect(revoked.status == 0, "\(revoked.err)")
        #expect(!after.out.contains(#""revokedAt":null"#))
        #expect(wrong.status == 64)
        let unknown = try Program.run("token", "revoke", "nope", target[0], target[1])
        #expect(unknown.status == 1)
        #expect(unknown.err.contains("There is no token “nope”. See them with: stelsel token list."), "\(unknown.err)")
    }

    @Test("a disabled account shows as such; the last administrator stays")
    func disable() throws {
        let folder = try store()
        let invited = try Program.run("user", "invite", "--store", folder["s.sqlite"], "--name", "Robot")
        let account = String(try #require(invited.err.firstMatch(of: /account ([0-9a-f]{32})/)).output.1)

        let answer = try Program.run("user", "disable", account, "--store", folder["s.sqlite"])
        let list = try Program.run("user", "list", "--store", folder["s.sqlite"])
        let unknown = try Program.run("user", "disable", "nobody", "--store", folder["s.sqlite"])

        #expect(answer.status == 0)
        #expect(list.out.contains("disabled"))
        #expect(unknown.status == 1)
    }

    @Test("a disabled account is opened again; one that is not there is refused")
    func enable() throws {
        let folder = try store()
        let invited = try Program.run("user", "invite", "--store", folder["s.sqlite"], "--name", "Robot")
        let account = String(try #require(invited.err.firstMatch(of: /account ([0-9a-f]{32})/)).output.1)
        #expect(try Program.run("user", "disable", account, "--store", folder["s.sqlite"]).status == 0)

        let answer = try Program.run("user", "enable", account, "--store", folder["s.sqlite"])
        let list = try Program.run("user", "list", "--store", folder["s.sqlite"])
        let unknown = try Program.run("user", "enable", "nobody", "--store", folder["s.sqlite"])

        #expect(answer.status == 0, "\(answer.err)")
        #expect(answer.out == "\(account) is enabled\n")
        #expect(!list.out.contains("disabled"))
        #expect(unknown.status == 1)
    }
}
