import Testing

@testable import Networks

@Suite("What comes loose without a node or an edge")
struct CutLossTests {
    @Test("a path loses the shorter end, a star all but one, a ring nothing")
    func plain() throws {
        let path = try NetworkGraph(edges: [("a", "b", nil), ("b", "c", nil), ("c", "d", nil)])
        #expect(path.cutPoints.losses == [1, 1])
        #expect(path.cutPoints.sides == [[1, 3], [2, 2], [3, 1]])
        let star = try NetworkGraph(edges: [("hub", "a", nil), ("hub", "b", nil), ("hub", "c", nil)])
        #expect(star.cutPoints.losses == [2])
        let ring = try NetworkGraph(edges: [("a", "b", nil), ("b", "c", nil), ("c", "a", nil)])
        #expect(ring.cutPoints.losses.isEmpty && ring.cutPoints.sides.isEmpty)
    }

    @Test("losses are what the pieces say, on networks by chance", arguments: 1...20)
    func pieces(seed: Int) throws {
        var chance = SplitMix64(seed: UInt64(seed))
        let order = chance.order(40)
        let links = (0..<39).map { place in
            NetworkLink(from: Int(order[place]), to: Int(order[(place * 7 + seed) % (place + 2)]), weight: 1)
        }
        let graph = try NetworkGraph(nodes: (0..<40).map { "n\($0)" }, links: links)
        let cuts = graph.cutPoints
        for (place, node) in cuts.articulationPoints.enumerated() {
            let loose = graph.pieces(without: node).dropFirst().map(\.count).reduce(0, +)
            #expect(cuts.losses[place] == loose)
        }
        for (place, bridge) in cuts.bridges.enumerated() {
            let without = try graph.applying([.removeEdge(graph.ids[bridge[0]], graph.ids[bridge[1]])])
            let parts = without.components
            let sides = bridge.map { parts.sizes[parts.parts[$0]] }
            #expect(cuts.sides[place] == sides)
        }
    }
}
