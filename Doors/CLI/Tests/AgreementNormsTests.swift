import Foundation
import Kernel
import Ledger
import Testing

@Suite("stelsel agreement norms, agreement odrl and may")
struct AgreementNormsTests {
    private func store(_ ecosystems: String...) async throws -> Folder {
        let folder = try Folder()
        let store = try LedgerStore.open(path: folder["s.sqlite"])
        for id in ecosystems { try await AgreedEvents.append(to: store, as: id) }
        try store.close()
        return folder
    }

    private func items(_ answer: Program.Answer) throws -> [Value] {
        try #require(try JSONReader.read(Data(answer.out.utf8)).list)
    }

    @Test("norms shows how each party stands on a day, as an array and as a table")
    func norms() async throws {
        let folder = try await store("buurt")

        let answer = try Program.run(
            "agreement", "norms", "samen", "--store", folder["s.sqlite"], "--at", "2026-07-01", "--json")
        let table = try Program.run("agreement", "norms", "samen", "--store", folder["s.sqlite"], "--at", "2026-03-05")

        #expect(answer.status == 0, "\(answer.err)")
        let late = try items(answer).filter { $0["norm"] == "verslag" && $0["bearer"] == "net" }
        #expect(late.map { $0["status"] } == ["breached", "due"])
        #expect(late.first?["due"] == "2026-06-30")
        #expect(late.first?["explanation"] == "Report: 0 of 1 in the first half of 2026.")
        #expect(table.lines.contains { $0.contains(/^kept +2026-06-30 +stad +verslag/) }, "\(table.out)")
    }

    @Test("a day before anybody was bound shows nothing; a word that is no day is bad usage")
    func days() async throws {
        let folder = try await store("buurt")
        let path = folder["s.sqlite"]

        let early = try Program.run("agreement", "norms", "samen", "--store", path, "--at", "2025-12-31", "--json")

        #expect(early.out == "[]\n")
        #expect(try Program.run("agreement", "norms", "samen", "--store", path, "--at", "gisteren").status == 64)
    }

    @Test("an agreement that is nowhere, or in several ecosystems, is refused with what to do")
    func which() async throws {
        let folder = try await store("buurt", "wijk")
        let path = folder["s.sqlite"]

        let nowhere = try Program.run("agreement", "norms", "anders", "--store", path)
        let several = try Program.run("agreement", "norms", "samen", "--store", path)
        let named = try Program.run("agreement", "norms", "samen", "--store", path, "--ecosystem", "wijk")

        #expect(nowhere.status == 1)
        #expect(nowhere.err.contains("agreement.unknown"))
        #expect(several.status == 1)
        #expect(several.err.contains("buurt, wijk"))
        #expect(named.status == 0)
    }

    @Test("may exits with 0 when it is allowed and with 1 and the clause when it is not")
    func may() async throws {
        let folder = try await store("buurt")
        let ask = { (action: String) in
            try Program.run("may", "net", action, "x", "--store", folder["s.sqlite"], "--at", "2026-02-01")
        }
        let yes = try ask("report")
        let no = try ask("publish")
        let silent = try ask("audit")
        let unknown = try ask("toveren")
        let json = try Program.run(
            "may", "net", "publish", "x", "--store", folder["s.sqlite"], "--at", "2026-02-01", "--json", "--lang", "nl")

        #expect(yes.status == 0)
        #expect(yes.out == "Yes: under clause 1 “Reports” of “Together”, version 1.\n")
        #expect(no.status == 1)
        #expect(no.out == "No: forbidden by clause 1 “Reports” of “Together”, version 1.\n")
        #expect(silent.status == 1)
        #expect(silent.out == "No: no clause allows it.\n")
        #expect(unknown.err.contains("may.action"))
        #expect(json.status == 1)
        #expect(json.out.contains(#""allowed":false"#))
        #expect(json.out.contains(#""norm":"geheim""#))
    }

    @Test("odrl writes a policy, and says what it leaves out")
    func odrl() async throws {
        let folder = try await store("buurt")

        let answer = try Program.run("agreement", "odrl", "samen", "--store", folder["s.sqlite"])
        let none = try Program.run("agreement", "odrl", "samen", "--store", folder["s.sqlite"], "--number", "7")

        #expect(answer.status == 0, "\(answer.err)")
        #expect(answer.out.contains(#""@type":"Agreement""#))
        #expect(answer.out.contains(#""obligation""#))
        #expect(none.status == 1)
        #expect(none.err.contains("agreement.version"))
    }

    @Test("may asks the matrix about its subjects, by amount and in an emergency")
    func rights() throws {
        let folder = try Folder()
        let path = folder["s.sqlite"]
        #expect(
            try Program.run(
                "apply", Program.repository.appendingPathComponent("Examples/it-lots").path, "--store", path
            ).status == 0)
        let ask = { (more: [String]) in
            try Program.run(["may", "werkgroep-cloud", "decide", "meerwerk", "--store", path, "--lang", "en"] + more)
        }
        let small = try ask(["--amount", "5000"])
        #expect(small.status == 0)
        #expect(small.out.hasPrefix("Yes: "))
        #expect(try ask(["--amount", "5000.01"]).status == 1)
        #expect(try ask(["--amount", "veel"]).err.contains("money.amount"))
        let urgent = try Program.run(
            "may", "werkgroep-storingen", "decide", "decisionRights/grote-storing", "--emergency", "--store", path,
            "--json")
        #expect(urgent.status == 0 && urgent.out.contains("emergency"))
    }
}
