import Kernel
import NetworkFiles
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("An ecosystem as a network file")
struct NetworkFileTests {
    @Test("organisations are nodes with sector and roles, relations are edges with kind, direction and period")
    func filled() throws {
        let file = NetworkFile(try MapSample.filled().reader, language: .en)

        #expect(file.nodes.map(\.id) == ["club", "firm", "lab", "town"])
        #expect(file.nodes.map(\.shown) == ["Club", "Firm", "Lab", "Town"])
        let town = try #require(file.nodes.last)
        #expect(file.value(of: town, "sector") == .text("state"))
        #expect(file.value(of: town, "sector name") == .text("state en"))
        #expect(file.value(of: town, "roles") == .list(["crew/pilot"]))
        #expect(file.value(of: town, "role names") == .list(["pilot en"]))
        #expect(file.value(of: town, "status") == .text("joined"))
        #expect(file.edges.map(\.id) == ["r1", "r2", "r3"])
        #expect(file.edges.map(\.direction) == [.directed, .undirected, .directed])
        #expect(file.edges.map(\.kind) == ["pays", "knows", "pays"])
        #expect(file.edges[0].spells == [NetworkSpell("2022-01-01")])
        #expect(file.edges[1].spells == [NetworkSpell(nil, "2021-12-31")])
        #expect(file.edges.map { file.nodes[$0.from].id } == ["town", "firm", "lab"])
    }

    @Test("fields that nobody fills are left out, and an empty ecosystem gives an empty network")
    func sparse() throws {
        let file = NetworkFile(try MapSample().reader, language: .nl)

        #expect(file.nodes.isEmpty && file.edges.isEmpty)
        #expect(file.nodeFields.isEmpty && file.edgeFields.isEmpty)
        #expect(!NetworkFile(try MapSample.filled().reader, language: .nl).nodeFields.contains { $0.title == "kvk" })
    }
}
