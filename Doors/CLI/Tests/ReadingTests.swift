import Foundation
import Testing

@Suite("stelsel show, methods and help")
struct ReadingTests {
    @Test("the City Deal has 57 participations in five states")
    func cityDeal() throws {
        let folder = try Folder()

        let answer = try Program.run("show", try folder.copy(of: "city-deal"), "--json")

        let object = try json(answer)
        let counts = try #require(object["counts"] as? [String: Int])
        let participations = try #require(object["participations"] as? [String: Int])
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(answer.status == 0)
        #expect((object["ecosystem"] as? [String: Any])?["id"] as? String == "city-deal")
        #expect(counts["participations"] == 57)
        #expect(counts["mandates"] != nil)
        #expect(counts["ecosystems"] == nil)
        #expect(participations.count == 5)
        #expect(participations.values.reduce(0, +) == 57)
        #expect(object["helix"] is String)
        #expect(findings.allSatisfy { $0["rule"] is String && $0["severity"] is String && $0["message"] is String })
    }

    @Test("a store shows the same as the folder that was applied to it")
    func store() throws {
        let folder = try Small.folder()
        #expect(try Program.run("apply", folder["buurt"], "--store", folder["s.sqlite"]).status == 0)

        let text = try json(Program.run("show", folder["buurt"], "--json"))
        let store = try json(Program.run("show", "--store", folder["s.sqlite"], "buurt", "--json"))
        let unknown = try Program.run("show", "--store", folder["s.sqlite"], "stad")

        #expect(text["counts"] as? [String: Int] == store["counts"] as? [String: Int])
        #expect(unknown.status == 1)
        #expect(unknown.err.contains("There is no ecosystem “stad”. There are: buurt."))
    }

    @Test("a broken folder is not shown")
    func broken() throws {
        let folder = try Small.folder(["ecosystem.yaml": "id: buurt\nlanguages: [nl]\n"])

        let answer = try Program.run("show", folder["buurt"], "--json")

        #expect(answer.status == 1)
        #expect(answer.err.contains("ecosystem.yaml:1: error field.required"))
    }

    @Test("methods are listed by family, shown whole by id, and offered as choices")
    func methods() throws {
        let all = try Program.run("methods")
        let one = try Program.run("methods", "helix-sectors")
        let sectors = try Program.run("methods", "sector", "--lang", "nl")
        let unknown = try Program.run("methods", "alchemy")

        #expect(all.lines.contains("Sectors (sectors)"))
        #expect(one.out.contains("id: helix-sectors"))
        #expect(sectors.lines.contains { $0.hasPrefix("government ") })
        #expect(unknown.status == 1)
    }

    @Test("help names every subcommand")
    func help() throws {
        let answer = try Program.run("--help")

        let names = answer.lines.compactMap { $0.firstMatch(of: /^  ([a-z]+) +[A-Z]/)?.output.1 }.map(String.init)
        #expect(
            names == [
                "serve", "check", "show", "diff", "apply", "export", "format", "verify", "key", "methods", "network",
                "agreement", "sign", "may", "ballot", "responsibilities", "digest", "user", "token",
                "backup",
            ])
    }

    private func json(_ answer: Program.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.out.utf8)) as? [String: Any])
    }
}
