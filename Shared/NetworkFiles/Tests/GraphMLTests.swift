import Kernel
import Testing

@testable import NetworkFiles

@Suite("GraphML")
struct GraphMLTests {
    static let head = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"

    @Test("keys of other programs are understood: weights, labels, types, defaults, edges before their nodes")
    func foreign() throws {
        let text =
            Self.head
                + """
                <key id="d0" for="node" attr.name="color" attr.type="string"><default>yellow</default></key>
                <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
                <key id="d2" for="all" attr.name="note" attr.type="int"/>
                <key id="d3" for="node" yfiles.type="nodegraphics"/>
                <graph id="G" edgedefault="directed">
                  <edge id="e0" source="n0" target="n1" directed="false"><data key="d1">1.5</data><data key="d2">7</data></edge>
                  <node id="n0"><data key="d0">green &amp; red</data><data key="d3"><y:Shape xmlns:y="http://y"/></data></node>
                  <node id="n1"><data key="d2">3</data></node>
                </graph></graphml>
                """

        let reading = try NetworkFile.read(Array(text.utf8), .graphML)

        let file = reading.file
        #expect(file.nodes.map(\.id) == ["n0", "n1"])
        #expect(file.edges[0].from == 0 && file.edges[0].to == 1)
        #expect(file.edges[0].weight == 1.5)
        #expect(file.edges[0].direction == .undirected)
        #expect(file.value(of: file.edges[0], "note") == .whole(7))
        #expect(file.value(of: file.nodes[0], "color") == .text("green & red"))
        #expect(file.nodeFields[0].standard == .text("yellow"))
        #expect(file.nodeFields[1].nativeType == "int")
        #expect(reading.remarks.map(\.rule) == ["loss.element.data"])
    }

    static let wrong: [(String, String)] = [
        ("<gexf/>", "graphml.root Line 1, column 1: this file does not begin with the element graphml."),
        (
            "<graphml xmlns='http://example.org/2'/>",
            "graphml.version Line 1, column 1: “http://example.org/2” is no GraphML that is known."
        ),
        (head + "<graph/><graph/></graphml>", "graphml.graphs Line 2, column 9: there is more than one graph."),
        (
            head + "<graph><node id='a'><graph/></node></graph></graphml>",
            "graphml.graphs Line 2, column 21: there is more than one graph."
        ),
        (
            head + "<graph><hyperedge/></graph></graphml>",
            "graphml.hyperedge Line 2, column 8: a hyperedge ties more than two nodes, which is not possible here."
        ),
        (
            head + "<graph><node id='a'><data key='x'>1</data></node></graph></graphml>",
            "graphml.key Line 2, column 21: the key “x” is not declared."
        ),
        (
            head + "<key id='w' for='edge' attr.name='weight' attr.type='double'/><graph><node id='a'/>"
                + "<edge source='a' target='a'><data key='w'>-2</data></edge></graph></graphml>",
            "network.weight Line 2, column 112: a weight is a number of 0 or more; this says “-2”."
        ),
        (
            head + "<graph><edge source='a' target='b'/><node id='b'/></graph></graphml>",
            "network.edge.end Line 2, column 8: there is no node “a”."
        ),
        (
            head + "<key id='a' for='node' attr.name='x' attr.type='kleur'/></graphml>",
            "graphml.type Line 2, column 1: the type “kleur” is not known."
        ),
    ]

    @Test("what is wrong is refused with its place", arguments: wrong)
    func refusals(_ text: String, _ expected: String) { #expect(told(text, .graphML) == [expected]) }
}
