import Drawing
import Testing

@testable import NetworkMap

@Suite("The names on the map")
struct DrawingLabelTests {
    private func check(_ scene: MapScene) {
        let marks = scene.nodes.map(\.markBox)
        let places = scene.nodes.map(\.place)
        for index in scene.nodes.indices {
            guard let box = places[index]?.box else { continue }
            #expect(box.minX >= 0 && box.minY >= 0 && box.maxX <= scene.width && box.maxY <= scene.height)
            for other in scene.nodes.indices where other != index {
                #expect(!box.overlaps(marks[other]), "\(scene.nodes[index].node.label) covers a node")
                if let second = places[other]?.box {
                    #expect(!box.overlaps(second), "\(scene.nodes[index].node.label) covers a name")
                }
            }
            #expect(!box.overlaps(marks[index]) || places[index]?.side != .below)
        }
    }

    @Test(
        "no name touches another name or a node, and every name has a place", arguments: [320.0, 440, 640, 960, 1600])
    func nothingCollides(width: Double) {
        let options = MapOptions(width: width, focus: "fcf")
        let city = MapScene(nodes: DrawingSamples.nodes, edges: DrawingSamples.edges, options: options)
        let star = MapScene(nodes: DrawingSamples.nodes, edges: DrawingSamples.star, options: options)
        for scene in [city, star] {
            check(scene)
            #expect(scene.nodes.allSatisfy { $0.place != nil })
        }
    }

    @Test("with many nodes the important names are sure of a place and the rest never collide")
    func importantNamesFirst() {
        let (nodes, edges) = DrawingSamples.made(260, 600)
        let scene = MapScene(nodes: nodes, edges: edges, options: MapOptions(labelsSure: 60))
        check(scene)
        let graph = MapGraph(nodes: nodes, edges: edges)
        let busiest = graph.nodes.indices.sorted { (graph.degrees[$1], $0) < (graph.degrees[$0], $1) }.prefix(60)
        #expect(busiest.allSatisfy { scene.nodes[$0].place != nil })
        #expect(scene.nodes.count { $0.place != nil } > 60)
    }

    @Test("a self-loop is not covered by a name")
    func loopsStayFree() {
        let loops = ["tno", "fcf", "rvb"].map { DrawnEdge(id: $0, from: $0, to: $0, kind: "supply", directed: true) }
        let scene = MapScene(
            nodes: DrawingSamples.nodes, edges: DrawingSamples.edges + loops, options: MapOptions())
        check(scene)
        for node in scene.nodes where ["tno", "fcf", "rvb"].contains(node.node.id) {
            let loop = EdgePath.loopBox(at: node.centre, reach: node.mark.reach)
            #expect(scene.nodes.allSatisfy { $0.place?.box.overlaps(loop) != true })
        }
    }

    @Test("among few nodes no name lies on a line", arguments: [2, 3, 4, 5])
    func namesBesideLines(count: Int) {
        let nodes = Array(DrawingSamples.nodes.prefix(count))
        for edges in [ring(nodes), star(nodes)] {
            let scene = MapScene(nodes: nodes, edges: edges, options: MapOptions())
            check(scene)
            for node in scene.nodes {
                guard let box = node.place?.box else { continue }
                let under = scene.lines.flatMap(\.path.pieces).filter { box.length(of: $0.0, $0.1) > 0 }
                #expect(under.isEmpty, "\(node.node.label)")
            }
        }
    }

    private func ring(_ nodes: [DrawnNode]) -> [DrawnEdge] {
        zip(nodes, nodes.dropFirst() + nodes.prefix(1)).map {
            DrawnEdge(id: $0.id, from: $0.id, to: $1.id, kind: "supply", directed: true)
        }
    }

    private func star(_ nodes: [DrawnNode]) -> [DrawnEdge] {
        nodes.dropFirst().map { DrawnEdge(id: $0.id, from: nodes[0].id, to: $0.id, kind: "supply") }
    }

    @Test("long names take two lines, longer ones end in an ellipsis")
    func wrapping() {
        func lines(_ text: String) -> [String] { LabelText(text, size: 12).lines }
        #expect(lines("TNO") == ["TNO"])
        #expect(lines("Gemeente Sittard-Geleen") == ["Gemeente", "Sittard-Geleen"])
        #expect(
            lines("Ministerie van Infrastructuur en Waterstaat") == ["Ministerie van Infrastructuur", "en Waterstaat"])
        let long = lines("Stichting ter bevordering van de samenwerking tussen kleine en grote gemeenten in het oosten")
        #expect(long.count == 2)
        #expect(long.last?.hasSuffix("…") == true)
        let word = LabelText(String(repeating: "lang", count: 2500), size: 12)
        #expect(word.lines.count == 1 && word.width <= LabelText.widestLine)
        #expect(lines(" \n\t ").isEmpty)
    }

    @Test("other scripts and stacked marks are measured, not trusted")
    func otherScripts() {
        let measure = Lettering(10)
        #expect(measure.width(of: "漢字") >= 20)
        #expect(measure.width(of: "e\u{301}") == measure.width(of: "e"))
        #expect(PlainText.clean("z" + String(repeating: "\u{336}", count: 900), limit: 9).unicodeScalars.count == 3)
    }
}
