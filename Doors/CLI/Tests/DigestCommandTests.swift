import Access
import Ecosystems
import Ensemble
import Foundation
import Governance
import Kernel
import MethodLibrary
import Testing

@testable import CLI

@Suite("stelsel digest") struct DigestCommandTests {
    /// A store with a decision of today, and three people: Dutch, English, and one who switched e-mail off.
    private func store(in folder: Folder) async throws -> String {
        let path = folder["store.sqlite"]
        let methods = try Library.load(folder: Program.repository.appending(path: "Methods").path)
        let installation = try Installation.open(store: path, methods: methods)
        let ecosystem = try await installation.host.begin("raad")
        var changes = [
            RecordChange("ecosystems", "raad", .put(["name": "Coöperatie", "languages": ["nl"]])),
            RecordChange("bodies", "raad", .put(["name": "Raad", "sort": "council"])),
            RecordChange("matters", "brug", .put(["question": "Komt er een brug?", "body": "raad"])),
        ]
        for id in ["a", "b", "c", "d"] {
            changes += [
                RecordChange("organisations", id, .put(["name": .string("Firma \(id)"), "sector": "company"])),
                RecordChange("persons", "p-\(id)", .put(["organisation": .string(id), "function": "Lid"])),
            ]
        }
        _ = try await ecosystem.perform(ChangeRecords(changes), by: .atTheMachine)
        var proposal = Proposal()
        (proposal.matter, proposal.name, proposal.text) = (ID("brug"), Text(same: "Brug"), Text(same: "Wij bouwen."))
        _ = try await ecosystem.perform(Propose(proposal), by: .atTheMachine)
        _ = try await ecosystem.perform(
            DecideUrgently("brug", reason: Text(nl: "Het dorp is afgesneden.")), by: .atTheMachine)
        let people: [(String, String?, Account.Language)] = [
            ("a", "anne@example.nl", .nl), ("b", "bo@example.org", .en), ("c", "cees@example.nl", .nl), ("d", nil, .nl),
        ]
        for (id, email, language) in people {
            let account = try await installation.access.createAccount(
                contact: Contact(name: "Geheim \(id)", email: email), language: language)
            try await installation.access.bind(account.id, ecosystem: "raad", person: "p-\(id)")
            if id == "c" { try await installation.access.setDigest(false, of: account.id) }
        }
        try await installation.close()
        return path
    }

    /// A program that keeps each message it gets in a file of its own.
    private func fake(_ folder: Folder, _ lines: String) throws -> String {
        try folder.write("#!/bin/sh\n\(lines)\n", to: "sendmail")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder["sendmail"])
        return folder["sendmail"]
    }

    @Test("hands each person their own digest, in their language, and leaves alone who has no address or wants none")
    func sends() async throws {
        let folder = try Folder()
        let store = try await store(in: folder)
        try FileManager.default.createDirectory(atPath: folder["out"], withIntermediateDirectories: true)
        let program = try fake(
            folder, "cat > $(mktemp \(folder["out"])/mail.XXXXXX)\necho \"$@\" >> \(folder["words"])")
        let answer = try Program.run(
            ["digest", "--store", store, "--send", "--url", "https://stelsel.example"],
            environment: ["STELSEL_SENDMAIL": program, "STELSEL_MAIL_FROM": "stelsel@example.org"])
        #expect(answer.status == 0, "\(answer.err)")
        #expect(
            answer.out.hasPrefix("sent: 2; nothing to tell: 0; without a usable e-mail address: 1; switched off: 1"))
        #expect(try folder.text("words") == "-i -t\n-i -t\n")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder["out"])
        let mails = try files.map { try folder.text("out/\($0)") }
        #expect(mails.count == 2)
        let dutch = try #require(mails.first { $0.contains("To: <anne@example.nl>") })
        let english = try #require(mails.first { $0.contains("To: <bo@example.org>") })
        #expect(dutch.contains("Subject: =?UTF-8?B?") && dutch.contains("From: Stelsel <stelsel@example.org>"))
        #expect(try body(dutch).contains("Aangenomen: Brug") && !(try body(dutch).contains("Geheim")))
        #expect(try body(english).contains("Adopted: Brug"))
        #expect(try body(english).contains("https://stelsel.example/ecosystems/raad/records/decisions/"))
        #expect(
            !dutch.contains("example.org>\nTo: <bo") && dutch.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    }

    private func body(_ mail: String) throws -> String {
        let start = try #require(mail.range(of: "\n\n")).upperBound
        let bytes = Data(base64Encoded: String(mail[start...]), options: .ignoreUnknownCharacters)
        return String(decoding: try #require(bytes), as: UTF8.self)
    }

    @Test("sends nothing until it is told how, and says what a program that refuses said")
    func refuses() async throws {
        let folder = try Folder()
        let store = try await store(in: folder)
        let bare = try Program.run("digest", "--store", store, "--send")
        #expect(bare.status == 1 && bare.err.contains("mail.no-program") && bare.err.contains("mail.sender"))
        let wrong = try Program.run(
            "digest", "--store", store, "--send", "--sendmail", folder["none"], "--from", "a@b.nl,c@d.nl")
        #expect(wrong.status == 1 && wrong.err.contains("mail.program") && wrong.err.contains("mail.sender"))
        #expect(try Program.run("digest", "--store", store, "--from", "a@b.nl").status == 64)
        let program = try fake(folder, "cat > /dev/null\necho 'no route' >&2\nexit 75")
        let failed = try Program.run("digest", "--store", store, "--send", "--sendmail", program, "--from", "a@b.nl")
        #expect(failed.status == 1 && failed.err.contains("no route") && failed.out.contains("failed: 2"))
    }

    @Test("prints everybody's digest, or one person's, without sending anything")
    func prints() async throws {
        let folder = try Folder()
        let store = try await store(in: folder)
        let all = try Program.run("digest", "--store", store)
        #expect(all.status == 0 && all.lines.count { $0.hasPrefix("# ") } == 4, "\(all.err)")
        #expect(all.out.contains("Coöperatie\n==========") && all.out.contains("Decided\n"))
        let account = try #require(all.lines.first { $0.hasPrefix("# ") }).dropFirst(2)
        let one = try Program.run("digest", "--store", store, "--account", String(account))
        #expect(one.out.hasPrefix("Uw overzicht van ") && !one.out.contains("#"))
        #expect(try Program.run("digest", "--store", store, "--account", "nobody").status == 1)
    }

    @Test("a header holds one address and words that no mail program misreads")
    func headers() throws {
        for wrong in [
            "a@b@c", "a,b@c.nl", "a b@c.nl", "a@c.nl\nBcc: x@y.nl", "<a@b.nl>", "@b.nl", "a@", "a@-b", "é@b.nl",
        ] {
            #expect(MailAddress(wrong) == nil, "\(wrong)")
        }
        #expect(MailAddress("anne.o'x+y@mail.example.nl")?.domain == "mail.example.nl")
        let long = String(repeating: "Coöperatie 😀 ", count: 12)
        let lines = MailMessage.encoded(long).components(separatedBy: "\n ")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && $0.hasPrefix("=?UTF-8?B?") && $0.hasSuffix("?=") })
        let words = lines.map { $0.dropFirst(10).dropLast(2) }.compactMap { Data(base64Encoded: String($0)) }
        #expect(words.map { String(decoding: $0, as: UTF8.self) }.joined() == long)
        #expect(MailMessage.encoded("Plain words") == "Plain words")
        #expect(MailMessage.encoded("=?x?=").hasPrefix("=?UTF-8?B?"))
        #expect(MailMessage.date(1_795_176_000_000) == "Fri, 20 Nov 2026 12:00:00 +0000")
    }
}
