import Kernel
import Testing

@testable import Counting

@Suite("The words for the numbers of a count")
struct NumberWordTests {
    @Test("every number and step of every vector has words in both languages, or is an option")
    func complete() throws {
        for vector in Vector.all where !vector.isRefused {
            let file = try BallotFile.read(vector.input)
            let outcome = try Count(file).outcome()
            let options = Set(file.options.map(\.id))
            for step in outcome.steps {
                #expect(
                    NumberWords.step(step.what).nl != step.what || step.what == "quorum", "\(vector.name): \(step.what)"
                )
                for key in step.numbers.keys where !options.contains(key) {
                    let words = try #require(NumberWords.label(key), "\(vector.name): \(key)")
                    #expect(!words.nl.isEmpty && !words.en.isEmpty)
                }
            }
        }
    }
}
