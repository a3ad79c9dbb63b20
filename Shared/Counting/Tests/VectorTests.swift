import Foundation
import Kernel
import Testing

@testable import Counting

@Suite("The public vectors") struct VectorTests {
    @Test("there are at least 150, each with a name of its own, a reason and a source")
    func complete() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Vector.folder.path).filter {
            $0.hasSuffix(".json")
        }
        #expect(Vector.all.count == files.count)
        #expect(Vector.all.count >= 150)
        #expect(Set(files) == Set(Vector.all.map { $0.name + ".json" }))
        #expect(Vector.all.allSatisfy { !$0.why.isEmpty && !$0.source.isEmpty })
    }

    @Test("counts as expected", arguments: Vector.all.filter { !$0.isRefused })
    func counted(vector: Vector) throws {
        let outcome = try Counted.value(vector.input)
        #expect(outcome.differences(from: vector.expected) == [], "\(vector.why)")
    }

    @Test("is refused for what is expected, there, with how to mend it", arguments: Vector.all.filter(\.isRefused))
    func refused(vector: Vector) throws {
        let problems = Counted.problems(vector.input)
        let told = problems.map { Value.map(["rule": .string($0.rule), "path": .list($0.path.map(Value.string))]) }
        let wanted = try #require(vector.expected["refused"].list)
        #expect(Set(told) == Set(wanted))
        #expect(told.count == wanted.count)
        #expect(
            problems.allSatisfy {
                !$0.message.nl.isEmpty && !$0.message.en.isEmpty && !$0.mend.nl.isEmpty && !$0.mend.en.isEmpty
            })
    }

    @Test("what is counted fits the schemas of input and outcome", arguments: Vector.all.filter { !$0.isRefused })
    func schemas(vector: Vector) throws {
        #expect(try Schema.named("input").problems(vector.input) == [])
        #expect(try Schema.named("outcome").problems(try Counted.value(vector.input)) == [])
    }

    @Test("a wrong form fails the schema of input too", arguments: Vector.all.filter(\.isRefused))
    func wrongForm(vector: Vector) throws {
        let rules = (vector.expected["refused"].list ?? []).compactMap { $0["rule"].string }
        guard !Set(rules).isDisjoint(with: ["key.unknown", "value.word", "value.moment"]) else { return }
        #expect(try Schema.named("input").problems(vector.input) != [])
    }

    @Test("every number adds up: for, against, abstentions, blank and not voted are the whole")
    func sums() throws {
        for vector in Vector.all where !vector.isRefused {
            let file = try BallotFile.read(vector.input)
            let tally = try Count(file).tally
            #expect(tally.yes + tally.no + tally.abstain + tally.blank + tally.options + tally.notVoted == tally.total)
            #expect(tally.notVoted >= 0, "\(vector.name)")
        }
    }

    @Test("every sentence is there in Dutch and in English")
    func sentences() throws {
        for vector in Vector.all where !vector.isRefused {
            let outcome = try Counted.outcome(vector.input)
            #expect(outcome.steps.last?.what == "result")
            #expect(outcome.steps.allSatisfy { !$0.text.nl.isEmpty && !$0.text.en.isEmpty }, "\(vector.name)")
            #expect(!outcome.explanation.nl.contains("  ") && !outcome.explanation.en.contains("  "), "\(vector.name)")
        }
    }
}
