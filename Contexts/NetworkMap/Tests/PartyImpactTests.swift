import Kernel
import Networks
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("What hangs on one organisation")
struct PartyImpactTests {
    private func sample() throws -> InsightSample {
        var sample = try InsightSample(["a", "b", "c", "d", "e"])
        try sample.tie(["a-b", "b-c", "c-a", "c-d", "d-e"])
        sample.carry("goals", "clean", by: ["c"])
        sample.carry("activities", "mow", by: ["c", "b"])
        return sample
    }

    @Test("alone, with others, and who loses touch")
    func whole() throws {
        let impact = try PartyImpact("c", try sample().reader)
        #expect(impact.alone.map(\.what.id) == ["clean"] && impact.shared.map(\.what.id) == ["mow"])
        #expect(impact.cutOff == [["d", "e"]] && impact.cutOffCount == 2)
        #expect(impact.partners == ["a", "b", "d"] && impact.ties == 3)
        #expect(!impact.isLight)
    }

    @Test("a record that it carries in two capacities is told once")
    func once() throws {
        var sample = try sample()
        sample.carry("goals", "clean", by: ["c"])
        #expect(try PartyImpact("c", sample.reader).alone.count == 1)
    }

    @Test("who leaves nothing behind is light")
    func light() throws {
        #expect(try PartyImpact("a", try sample().reader).isLight)
    }

    @Test("who left is still shown, and who never was there is refused")
    func unknown() throws {
        var sample = try sample()
        try sample.map.add("participations", "c", ["organisation": "c", "status": "left", "since": "2020-01-01"])
        #expect(try PartyImpact("c", sample.reader).partners == ["a", "b", "d"])
        #expect(throws: Refusal.self) { try PartyImpact("nobody", sample.reader) }
    }

    @Test("what comes loose is what the network loses when it goes: the same as taking it away")
    func removal() throws {
        let sample = try sample()
        let graph = try EcosystemNetwork(sample.reader).graph()
        for id in graph.ids {
            let parts = try graph.applying([.removeNode(id)]).components
            let loose = parts.sizes.dropFirst().reduce(0, +)
            #expect(try PartyImpact(id, sample.reader).cutOffCount == loose)
        }
    }
}
