import Kernel
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("Relations")
struct RelationTests {
    private func refusal(_ values: [String: Value]) throws -> [String] {
        let sample = try MapSample.filled()
        let command = ChangeRecords([RecordChange("relations", "new", .put(values))])
        do throws(Refusal) {
            _ = try command.decide(in: sample.situation, catalogue: MapSample.catalogue)
            return []
        } catch { return error.problems.map(\.rule) }
    }

    @Test("a relation ties two organisations, with a weight above zero")
    func rules() throws {
        #expect(try refusal(["from": "town", "to": "town", "kind": "pays"]) == ["relation.self"])
        #expect(try refusal(["from": "town", "to": "lab", "kind": "pays", "weight": 0]) == ["relation.weight"])
        #expect(try refusal(["from": "town", "to": "lab", "kind": "hates"]) == ["method.missing"])
        #expect(try refusal(["from": "town", "to": "moon", "kind": "pays"]) == ["reference.missing"])
        #expect(try refusal(["from": "town", "to": "lab", "kind": "pays", "weight": .number(2.5)]) == [])
    }

    @Test("a participant whom nobody is tied to is noticed, and a network without relations")
    func findings() throws {
        let found = MapSample.catalogue.findings(try MapSample.filled().situation)
        #expect(found.map(\.rule) == ["organisation.isolated"])
        #expect(found.first?.message.en == "1 participant has no relation yet: Club.")
        #expect(found.first?.record == "club")

        var bare = try MapSample()
        try bare.add("organisations", "a", ["name": "A"])
        #expect(MapSample.catalogue.findings(bare.situation).isEmpty)
        try bare.add("organisations", "b", ["name": "B"])
        #expect(MapSample.catalogue.findings(bare.situation).map(\.rule) == ["relation.none"])
    }
}
