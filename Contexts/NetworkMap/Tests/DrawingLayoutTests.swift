import Testing

@testable import NetworkMap

@Suite("The layout of the map")
struct DrawingLayoutTests {
    @Test("the order of nodes and relations does not change where a node stands")
    func orderDoesNotMatter() {
        let ids = (0..<60).map { "n\($0)" }
        let edges = (1..<60).map { ($0, $0 / 3) } + [(5, 40), (7, 33)]
        let places = Layout.compute(nodes: ids, edges: edges)

        let order = DrawingSamples.shuffled(Array(ids.indices))
        let turned = order.map { ids[$0] }
        let index = Dictionary(uniqueKeysWithValues: turned.enumerated().map { ($1, $0) })
        let mixed = DrawingSamples.shuffled(edges).map { (index[ids[$0.1]] ?? -1, index[ids[$0.0]] ?? -1) }
        let again = Layout.compute(nodes: turned, edges: mixed)

        #expect(order.map { places[$0] } == again)
    }

    @Test(
        "footprints never overlap and stay inside the size that is promised",
        arguments: [(2, 1), (12, 11), (57, 85), (120, 200), (300, 700), (700, 2100)])
    func nothingOverlaps(count: Int, edgeCount: Int) {
        var random = FixedRandom()
        let rooms = (0..<count).map { _ in
            let half = Double(10 + random.next() % 70)
            return Footprint(left: half, right: half, up: 9, down: Double(20 + random.next() % 25))
        }
        let edges = (0..<edgeCount).map { _ in (Int(random.next() % UInt64(count)), Int(random.next() % UInt64(count)))
        }

        let layout = Layout.arrange(nodes: (0..<count).map { "n\($0)" }, edges: edges, footprints: rooms)

        let boxes = zip(rooms, layout.points).map { $0.box(at: $1) }
        for (one, box) in boxes.enumerated() {
            #expect(box.minX >= -0.001 && box.minY >= -0.001)
            #expect(box.maxX <= layout.width + 0.001 && box.maxY <= layout.height + 0.001)
            for other in boxes[(one + 1)...] { #expect(!box.overlaps(other)) }
        }
    }

    @Test("connected parts lie apart and lonely nodes lie in rows below them")
    func partsLieApart() throws {
        let edges = [(0, 1), (1, 2), (2, 0), (3, 4), (5, 6), (6, 7)]

        let layout = Layout.arrange(nodes: (0..<14).map { "n\($0 + 10)" }, edges: edges)

        let parts = [[0, 1, 2], [3, 4], [5, 6, 7]].map { part in
            part.map { Footprint.plain.box(at: layout.points[$0]) }.reduce(nil as Box?) { $0?.union($1) ?? $1 }
        }.compactMap { $0 }
        for (index, part) in parts.enumerated() {
            for other in parts[(index + 1)...] { #expect(!part.overlaps(other, gap: Layout.partGap - 1)) }
        }
        let top = try #require(layout.lonelyTop)
        #expect(parts.allSatisfy { $0.maxY < top })
        #expect((8..<14).allSatisfy { layout.points[$0].y > top })
        #expect(Set((8..<14).map { layout.points[$0].y }).count == 1)
    }

    @Test("bad indices, loops and absurd footprints are survived")
    func badInput() {
        let rooms = [Footprint(left: .nan, right: .infinity, up: -4, down: 1e300)]
        let points = Layout.compute(
            nodes: ["a", "b"], edges: [(0, 9), (-1, 0), (0, 0)], footprints: rooms, width: .nan)
        #expect(points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        #expect(Layout.compute(nodes: [], edges: [(0, 1)]).isEmpty)
    }

    @Test("neighbours stand closer together than strangers")
    func neighboursAreNear() {
        let graph = MapGraph(nodes: DrawingSamples.nodes, edges: DrawingSamples.edges)
        let points = Layout.compute(nodes: graph.nodes.map(\.id), edges: graph.lines.map { ($0.from, $0.to) })
        let tied = Set(graph.lines.map { [$0.from, $0.to] })
        let adjacency = Adjacency(count: points.count, edges: graph.lines.map { ($0.from, $0.to) })
        let steps = adjacency.distances(from: 0)
        let pairs = points.indices.flatMap { one in points.indices.dropFirst(one + 1).map { [one, $0] } }
            .filter { steps[$0[0]] >= 0 && steps[$0[1]] >= 0 }
        func mean(_ pairs: [[Int]]) -> Double {
            pairs.reduce(0) { $0 + points[$1[0]].distance(to: points[$1[1]]) } / Double(pairs.count)
        }
        #expect(mean(pairs.filter { tied.contains($0) }) < 0.6 * mean(pairs.filter { !tied.contains($0) }))
    }
}
