import Testing

@testable import NetworkMap

@Suite("Maps in groups and rings")
struct ArrangedDrawingTests {
    private static let groups = stride(from: 0, to: DrawingSamples.parties.count, by: 8).map { start in
        NodeBand(
            title: "Rond \(DrawingSamples.parties[start].1)",
            members: DrawingSamples.parties[start..<min(start + 8, DrawingSamples.parties.count)].map(\.0),
            href: "/g/\(start)")
    }

    private func scene(_ arrangement: Arrangement) -> MapScene {
        MapScene(
            nodes: DrawingSamples.nodes, edges: DrawingSamples.edges, options: MapOptions(arrangement: arrangement))
    }

    @Test("the same network gives the same bytes in any order, whatever the arrangement")
    func sameBytes() {
        for arrangement in [Arrangement.groups(Self.groups), .rings(Self.groups)] {
            let options = MapOptions(arrangement: arrangement)
            let first = MapRenderer.render(nodes: DrawingSamples.nodes, edges: DrawingSamples.edges, options: options)
            let other = MapRenderer.render(
                nodes: DrawingSamples.shuffled(DrawingSamples.nodes), edges: DrawingSamples.edges.reversed(),
                options: options)
            #expect(first == other)
        }
    }

    @Test("every node stands on the ground of its group, and no ground on another")
    func grounds() throws {
        let scene = scene(.groups(Self.groups))
        #expect(scene.backdrops.count == Self.groups.count)
        for (index, ground) in scene.backdrops.enumerated() {
            for other in scene.backdrops[(index + 1)...] { #expect(!ground.box.overlaps(other.box)) }
            for member in Self.groups[index].members {
                let node = try #require(scene.nodes.first { $0.node.id == member })
                #expect(ground.box.union(node.markBox) == ground.box)
            }
        }
    }

    @Test("a ring holds its own nodes outside what is more inside, and no title touches a node")
    func rings() throws {
        let scene = scene(.rings(Self.groups))
        func height(_ point: Point, _ ring: Backdrop) -> Double {
            let (x, y) = ((ring.box.minX + ring.box.maxX) / 2, (ring.box.minY + ring.box.maxY) / 2)
            let (across, up) = ((point.x - x) / RingLayout.flatness, point.y - y)
            return (across * across + up * up).squareRoot() / (ring.box.height / 2)
        }
        for (index, ring) in scene.backdrops.enumerated() {
            for member in Self.groups[index].members {
                let node = try #require(scene.nodes.first { $0.node.id == member })
                #expect(height(node.centre, ring) < 1)
                if index > 0 { #expect(height(node.centre, scene.backdrops[index - 1]) > 1) }
                #expect(!node.markBox.overlaps(ring.titleBox))
            }
        }
    }

    @Test(
        "no node stands on another node or its name, in random networks of many sizes", arguments: [1, 2, 9, 40, 110])
    func apart(count: Int) {
        let (nodes, edges) = DrawingSamples.made(count, count * 2)
        let bands = (0..<5).map { band in
            NodeBand(title: "Band \(band)", members: nodes.indices.filter { $0 % 5 == band }.map { nodes[$0].id })
        }
        for arrangement in [Arrangement.groups(bands), .rings(bands)] {
            let scene = MapScene(nodes: nodes, edges: edges, options: MapOptions(arrangement: arrangement))
            #expect(scene.nodes.count == count)
            for (index, one) in scene.nodes.enumerated() {
                for other in scene.nodes[(index + 1)...] {
                    #expect(!one.markBox.overlaps(other.markBox))
                    if let name = one.place?.box { #expect(!name.overlaps(other.markBox)) }
                }
            }
        }
    }

    @Test("who is in no band is on the map all the same; unknown and empty bands are no ground")
    func rest() {
        let bands = [
            NodeBand(title: "A", members: ["tno", "fcf", "nobody"]), NodeBand(title: "B", members: ["tno"]),
            NodeBand(title: "C", members: []),
        ]
        for arrangement in [Arrangement.groups(bands), .rings(bands)] {
            let scene = scene(arrangement)
            #expect(scene.nodes.count == DrawingSamples.parties.count)
            #expect(scene.backdrops.map(\.title.lines.first) == ["A"])
        }
        #expect(scene(.groups([])).backdrops.isEmpty)
    }

    @Test("a title is shortened, escaped and leads only to a page")
    func titles() {
        let bad = "</svg><script>\"&" + String(repeating: "lang ", count: 80)
        for href in ["javascript:alert(1)", "/groups/1"] {
            let svg = MapRenderer.render(
                nodes: DrawingSamples.nodes, edges: [],
                options: MapOptions(arrangement: .rings([NodeBand(title: bad, members: ["tno"], href: href)]))
            ).svg
            #expect(ElementNames(svg).isValid && !ElementNames(svg).elements.contains("script"))
            #expect(svg.contains("class=\"band-link\"") == (href == "/groups/1"))
        }
    }

    @Test(
        "directions are those of a circle",
        arguments: [(0.0, 0.0, -1.0), (0.25, 1, 0), (0.5, 0, 1), (0.75, -1, 0), (2.25, 1, 0)])
    func turns(share: Double, x: Double, y: Double) {
        let direction = Turn.direction(share)
        #expect(abs(direction.x - x) < 1e-9 && abs(direction.y - y) < 1e-9)
        let order = stride(from: 0.0, to: 1, by: 0.01).map { Turn.order(of: Turn.direction($0)) }
        #expect(order == order.sorted())
    }
}
