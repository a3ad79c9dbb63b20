import Foundation
import Kernel
import Testing

@Suite("stelsel ballot count") struct BallotCommandTests {
    private static let council = """
        {"rule": {"method": "qualified", "threshold": "2/3", "abstentions": "excluded"}, "options": ["plan"],
         "seats": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}],
         "ballots": [{"seat": "a", "cast": "for"}, {"seat": "b", "cast": "for"}, {"seat": "c", "cast": "against"},
                     {"seat": "d", "cast": "abstain"}]}
        """

    private func count(_ text: String, _ arguments: String...) throws -> Program.Answer {
        let folder = try Folder()
        try folder.write(text, to: "ballots.json")
        return try Program.run(["ballot", "count", folder["ballots.json"]] + arguments)
    }

    private func value(_ answer: Program.Answer) throws -> Value { try JSONReader.read(Data(answer.out.utf8)) }

    @Test("prints the outcome in words, in Dutch or in English")
    func words() throws {
        let english = try count(Self.council)
        let dutch = try count(Self.council, "--lang", "nl")

        #expect(english.status == 0, "\(english.err)")
        #expect(english.lines.first == "Adopted: plan")
        #expect(english.out.contains("Needed for: at least 2/3 of 3 (cast), so at least 2."))
        #expect(dutch.lines.first == "Aangenomen: plan")
        #expect(dutch.out.contains("Onthoudingen en blanco stemmen tellen niet mee."))
    }

    @Test("--json prints result, winners, counts and the explanation with every number, in one line")
    func json() throws {
        let answer = try count(Self.council, "--json")
        let value = try value(answer)

        #expect(answer.status == 0)
        #expect(answer.lines.count == 1)
        #expect(value["result"] == "adopted")
        #expect(value["winners"] == ["plan"])
        #expect(value["counts"]["for"] == 2)
        #expect(value["counts"]["abstain"] == 1)
        #expect(value["explanation"].string?.contains("at least 2/3 of 3 (cast)") == true)
        #expect(value["steps"].list?.count == 5)
    }

    @Test("a rejection is counted too: exit code 0")
    func rejected() throws {
        let answer = try count(
            Self.council.replacingOccurrences(of: #""b", "cast": "for""#, with: #""b", "cast": "against""#), "--json")

        #expect(answer.status == 0)
        #expect(try value(answer)["result"] == "rejected")
    }

    @Test("what cannot be counted ends with 1, the place, the rule and how to mend it, in words and in JSON")
    func refused() throws {
        let wrong = Self.council.replacingOccurrences(of: #"{"seat": "d""#, with: #"{"seat": "x""#)
        let words = try count(wrong)
        let json = try count(wrong, "--json")
        let problem = try value(json)["problems"].list?.first ?? .null

        #expect(words.status == 1)
        #expect(words.out.isEmpty)
        #expect(words.err.contains("ballots.3.seat: ballot.seat There is no seat “x”."))
        #expect(json.status == 1)
        #expect(problem["rule"] == "ballot.seat")
        #expect(problem["path"] == ["ballots", "3", "seat"])
        #expect(problem["mend"].string?.isEmpty == false)
    }

    @Test("a file that is not there, is no JSON, or is too large to be read, is refused")
    func files() throws {
        let folder = try Folder()
        let file = try folder.file("large.json")
        try file.truncate(atOffset: 600 << 20)
        try file.close()
        let large = try Program.run("ballot", "count", folder["large.json"])

        #expect(large.status == 1)
        #expect(large.err.contains("file.large"))
        #expect(try Program.run("ballot", "count", folder["none.json"]).status == 1)
        #expect(try count("{").err.contains("json.syntax"))
        #expect(try Program.run("ballot", "count").status == 64)
    }

    @Test("counts a public vector as the vector says, and the same bytes every time")
    func vectors() throws {
        let vectors = Program.repository.appendingPathComponent("Shared/Counting/Tests/vectors")
        for name in ["tennessee-irv", "schulze-45-voters", "stv-party-food", "consent-argued-objection-blocks"] {
            let vector = try JSONReader.read(try Data(contentsOf: vectors.appendingPathComponent("\(name).json")))
            let input = CanonicalJSON.string(vector["input"])
            let first = try count(input, "--json")
            #expect(try value(first)["result"] == vector["expected"]["result"] || vector["expected"]["result"].isNull)
            #expect(
                try value(first)["winners"] == vector["expected"]["winners"] || vector["expected"]["winners"].isNull)
            #expect(try count(input, "--json").out == first.out)
        }
    }
}
