import Kernel
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("How both sides see a relation")
struct ObservationTests {
    private static func told(_ by: String, _ quality: String, _ on: String) -> [String: Value] {
        ["relation": "r1", "by": .string(by), "on": .string(on), "quality": .string(quality)]
    }

    private func refusal(_ values: [String: Value]) throws -> [String] {
        let situation = try MapSample.filled().situation
        let command = ChangeRecords([RecordChange("observations", "new", .put(values))])
        do throws(Refusal) {
            _ = try command.decide(in: situation, catalogue: MapSample.catalogue)
            return []
        } catch { return error.problems.map(\.rule) }
    }

    @Test("only a side of the relation tells, about a day that has been, with a weight above zero")
    func rules() throws {
        #expect(try refusal(Self.told("town", "shared", "2023-01-01")) == [])
        #expect(try refusal(Self.told("lab", "shared", "2023-01-01")) == ["observation.side"])
        #expect(try refusal(Self.told("firm", "shared", "2999-01-01")) == ["observation.day"])
        #expect(try refusal(Self.told("firm", "lovely", "2023-01-01")) == ["field.choice"])
        let light = Self.told("firm", "shared", "2023-01-01").merging(["weight": 0]) { $1 }
        #expect(try refusal(light) == ["relation.weight"])
    }

    @Test("the last word of each side counts, and no later than the day that is asked for")
    func lastWord() throws {
        var sample = try MapSample.filled()
        try sample.add("observations", "a", Self.told("town", "disturbing", "2022-02-01"))
        try sample.add("observations", "b", Self.told("town", "shared", "2023-02-01"))
        func tie(_ day: String) throws -> NetworkTie {
            let asked = try #require(Day(day))
            let network = EcosystemNetwork(sample.reader, asOf: asked)
            return try #require(network.ties.first { $0.id == "r1" })
        }
        #expect(try tie("2022-06-01").quality == .disturbing)
        #expect(try tie("2023-06-01").quality == .shared)
        #expect(try tie("2023-06-01").sides == TieSides(from: .shared))
    }

    @Test("sides that differ have no quality in common")
    func disputed() throws {
        var sample = try MapSample.filled()
        try sample.add("observations", "a", Self.told("town", "shared", "2023-02-01"))
        try sample.add("observations", "b", Self.told("firm", "unaware", "2023-03-01"))
        let tie = try #require(EcosystemNetwork(sample.reader).ties.first { $0.id == "r1" })
        #expect(tie.sides.isDisputed && tie.quality == nil)
        #expect(tie.sides == TieSides(from: .shared, to: .unaware))
    }

    @Test("qualities go from less than the sum of both to more")
    func order() {
        #expect(TieQuality.allCases == TieQuality.allCases.sorted())
    }
}
