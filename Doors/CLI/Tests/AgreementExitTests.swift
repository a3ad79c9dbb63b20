import Foundation
import Kernel
import Ledger
import Testing

@Suite("stelsel agreement exit, and an exit in a folder")
struct AgreementExitTests {
    @Test("exit shows what follows and records nothing; too early, or for who is not bound, it exits with 1")
    func outlook() async throws {
        let folder = try Folder()
        let path = folder["s.sqlite"]
        let store = try LedgerStore.open(path: path)
        try await AgreedEvents.append(to: store, as: "buurt")
        try store.close()
        let ask = ["agreement", "exit", "samen", "--store", path]

        let table = try Program.run(ask + ["--party", "net"])
        let json = try Program.run(ask + ["--party", "net", "--json", "--effective", "2999-01-01"])
        let unbound = try Program.run(ask + ["--party", "wijk"])
        let early = try Program.run(ask + ["--party", "net", "--effective", "2020-01-01"])

        #expect(table.status == 0, "\(table.err)")
        #expect(table.lines.contains { $0.contains(/^stays bound +stad$/) }, "\(table.out)")
        let told = try JSONReader.read(Data(json.out.utf8))
        #expect(told["effective"] == "2999-01-01" && told["staying"] == ["stad"])
        #expect(unbound.status == 1 && unbound.err.contains("exit.not-bound"))
        #expect(early.status == 1 && early.err.contains("exit.notice"))
    }

    @Test("an exit in a folder is judged when the folder is applied")
    func applied() async throws {
        let folder = try Folder()
        let path = try folder.copy(of: "it-lots")
        let store = folder["store.sqlite"]
        #expect(try Program.run("apply", path, "--store", store).status == 0)
        func exit(_ effective: String) -> String {
            """
            - id: uit
              agreement: kavelafspraken
              party: kavel-netwerk
              given: 2026-11-20
              effective: \(effective)

            """
        }
        try exit("2026-12-01").write(toFile: "\(path)/exits.yaml", atomically: true, encoding: .utf8)
        let early = try Program.run("apply", path, "--store", store)
        try exit("2027-05-20").write(toFile: "\(path)/exits.yaml", atomically: true, encoding: .utf8)
        let right = try Program.run("apply", path, "--store", store)

        #expect(early.status == 1 && (early.out + early.err).contains("exit.notice"), "\(early.out)\(early.err)")
        #expect(right.status == 0, "\(right.out)\(right.err)")
    }
}
