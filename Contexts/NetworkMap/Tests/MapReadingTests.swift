import Kernel
import NetworkFiles
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("What the map can be asked")
struct MapReadingTests {
    /// Two triangles with one bridge, and somebody alone.
    private func twoGroups() throws -> MapSample {
        var sample = try MapSample()
        for id in ["a1", "a2", "a3", "b1", "b2", "b3", "lone"] {
            try sample.add(
                "organisations", id,
                ["name": .string(id.uppercased()), "sector": id.hasPrefix("a") ? "state" : "trade"])
        }
        for (number, ends) in [
            ("a1", "a2"), ("a2", "a3"), ("a1", "a3"), ("b1", "b2"), ("b2", "b3"), ("b1", "b3"), ("a3", "b1"),
        ]
        .enumerated() {
            try sample.tie("r\(number)", ends.0, ends.1, number == 6 ? "pays" : "knows")
        }
        return sample
    }

    private func reading(_ question: MapQuestion = MapQuestion()) throws -> MapReading {
        try MapReading(question, try twoGroups().reader)
    }

    @Test(
        "groups are the triangles; each is called after its best connected member, and the bridge is a link between them"
    )
    func groups() throws {
        let groups = try reading().groups()
        #expect(groups.groups.map(\.members) == [["a1", "a2", "a3"], ["b1", "b2", "b3"]])
        #expect(groups.groups.map(\.title.en) == ["1. Around A1", "2. Around B1"])
        #expect(groups.groups.map(\.sector) == ["state", "trade"] && groups.groups.map(\.inside) == [3, 3])
        #expect(groups.links == [MapGroups.Link(from: 1, to: 2, count: 1)])
        #expect(groups.alone == 1 && groups.number(of: "b2") == 2 && groups.number(of: "lone") == nil)
    }

    @Test("a question for one group holds only that group; an unknown group is refused with the ones there are")
    func drillDown() throws {
        let second = try reading(MapQuestion(group: 2))
        #expect(second.organisations == ["b1", "b2", "b3"] && second.size == (3, 3))
        let refusal = #expect(throws: Refusal.self) { try reading(MapQuestion(group: 7)) }
        #expect(refusal?.problems.first?.rule == "map.group")
    }

    @Test("rings hold everybody once, the most important inside")
    func rings() throws {
        for importance in MapImportance.allCases {
            let bands = try reading().rings(by: importance, .en)
            #expect(bands.flatMap(\.members).sorted() == ["a1", "a2", "a3", "b1", "b2", "b3", "lone"])
            #expect(bands.first?.members.prefix(2) == ["a3", "b1"])
            #expect(bands.last?.members.contains("lone") == true)
        }
        #expect(try reading().rings(by: .partners, .nl).map(\.title).first == "2 partners of meer")
    }

    @Test("roles make rings: who directs inside, who has no role outside")
    func roles() throws {
        let sample = try MapSample.filled()
        let bands = try MapReading(MapQuestion(), sample.reader).roleRings(["town", "firm", "lab", "club"], .en)
        #expect(bands.map(\.title) == ["captain en", "cook en", "no role"])
        #expect(bands.map(\.members) == [["town"], ["firm"], ["lab", "club"]])
    }

    @Test("flows count directed relations their own way, and others once from the sector that stands first")
    func flows() throws {
        let flows = try reading().flows()
        #expect(flows.sectors.map(\.id) == ["trade", "state"])
        #expect(
            flows.flows.map { "\($0.from.id)>\($0.to.id) \($0.count) \($0.undirected)" } == [
                "trade>trade 3 3", "state>trade 1 0", "state>state 3 3",
            ])
    }

    @Test("the matrix puts groups together and undirected relations on both sides")
    func matrix() throws {
        let reading = try reading()
        let (sides, cells) = reading.picture(.en).matrix(try reading.groups(), .en)
        #expect(sides.map(\.block) == [1, 1, 1, 2, 2, 2, 0])
        let places = Set(cells.map { "\($0.row) \($0.column)" })
        #expect(places.contains("a1 a2") && places.contains("a2 a1"))
        #expect(places.contains("a3 b1") && !places.contains("b1 a3"))
    }

    @Test("a file holds what passes the filters, and nothing else")
    func file() throws {
        let file = try reading(MapQuestion(kinds: ["pays"], showsLonely: false)).file(.en)
        #expect(file.nodes.map(\.id) == ["a3", "b1"] && file.edges.map(\.id) == ["r6"])
    }

    @Test("positions are the same for the same network, lie on the sheet, and name each line once")
    func positions() throws {
        let positions = try reading().positions(.en)
        #expect(try reading().positions(.en) == positions)
        #expect(
            positions.dots.map(\.id) == ["a1", "a2", "a3", "b1", "b2", "b3", "lone"] && positions.lines.count == 14)
        #expect(
            positions.dots.allSatisfy { (0...positions.width).contains($0.x) && (0...positions.height).contains($0.y) })
        #expect(String(decoding: positions.json, as: UTF8.self).hasPrefix("{\"dots\":["))
    }

    @Test("a view keeps only what the map can be asked")
    func views() {
        func rules(_ query: String) -> [String] {
            var view = View(id: "v")
            view.query = query
            return view.problems().map(\.rule)
        }
        #expect(rules("view=groups&sector=a%20b&sector=c").isEmpty && rules("").isEmpty)
        #expect(rules("/ecosystems/x/map?view=rings&by=between").isEmpty)
        #expect(rules("view=cake") == ["view.form"] && rules("token=x&view=who") == ["view.query"])
        var view = View(id: "v")
        view.query = "?focus=a%26b&lonely"
        #expect(view.pairs.map(\.name) == ["focus", "lonely"] && view.pairs.map(\.value) == ["a&b", ""])
    }
}
