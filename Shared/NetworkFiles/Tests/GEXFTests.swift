import Kernel
import Testing

@testable import NetworkFiles

@Suite("GEXF")
struct GEXFTests {
    private func read(_ text: String) throws -> NetworkReading { try NetworkFile.read(Array(text.utf8), .gexf) }

    /// What the primer of GEXF shows, and what Gephi once lost.
    static let web = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
          <meta lastmodifieddate="2009-03-20"><creator>Iemand</creator><description>Een web</description></meta>
          <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
            <attributes class="node" mode="static">
              <attribute id="0" title="url" type="anyURI"/>
              <attribute id="1" title="indegree" type="float"/>
              <attribute id="2" title="frog" type="boolean"><default>true</default></attribute>
              <attribute id="3" title="hobby" type="liststring"><options>[dans, ski]</options></attribute>
            </attributes>
            <attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight" type="float"/></attributes>
            <nodes count="2">
              <node id="0" label="Gephi" start="2009-03-01" end="2009-03-10">
                <attvalues>
                  <attvalue for="0" value="https://example.org/?a=1&amp;b=2"/><attvalue for="1" value="1"/>
                  <attvalue for="3" value="[dans, 'ski, snel']"/>
                </attvalues>
                <viz:color r="239" g="173" b="66" a="0.6"/><viz:position x="15.78" y="40.1"/>
              </node>
              <node id="1" label="Net">
                <spells><spell start="2009-01-01" end="2009-01-15"/><spell start="2009-01-30"/></spells>
                <nodes><node id="2" label="Binnen"/></nodes>
              </node>
            </nodes>
            <edges>
              <edge id="e7" source="0" target="1" kind="verwijst" start="2009-03-01">
                <attvalues>
                  <attvalue for="weight" value="1.5" start="2009-03-01" end="2009-03-05"/>
                  <attvalue for="weight" value="2" start="2009-03-06"/>
                </attvalues>
              </edge>
              <edge source="1" target="0" type="mutual" weight="2.5"/>
            </edges>
          </graph>
        </gexf>
        """

    @Test("ids, headers, values, times and weights that change are kept through us")
    func knownLosses() throws {
        let first = try read(Self.web).file
        let text = String(decoding: try first.bytes(.gexf), as: UTF8.self)
        let again = try read(text).file

        for file in [first, again] {
            // Node times (gephi/gephi#18), values (#51), the id of an edge and the header of a field (#776), a changing weight (#2783).
            #expect(file.nodes[0].spells == [NetworkSpell("2009-03-01", "2009-03-10")])
            #expect(file.nodes.last?.spells.count == 2)
            #expect(file.value(of: file.nodes[0], "url") == .text("https://example.org/?a=1&b=2"))
            #expect(file.value(of: file.nodes[0], "hobby") == .list(["dans", "ski, snel"]))
            #expect(file.edges[0].id == "e7")
            #expect(file.nodeFields.first { $0.title == "frog" }?.standard == .flag(true))
            #expect(file.nodeFields.first { $0.title == "url" }?.nativeType == "anyURI")
            #expect(
                file.value(of: file.edges[0], "Weight")
                    == .timed([
                        NetworkMoment(NetworkSpell("2009-03-01", "2009-03-05"), .number(1.5)),
                        NetworkMoment(NetworkSpell("2009-03-06"), .number(2)),
                    ]))
            #expect(file.edges[1].direction == .mutual)
            #expect(file.edges[1].weight == 2.5)
            #expect(file.name == "Een web")
        }
        #expect(text.contains("id=\"0\" title=\"url\" type=\"anyURI\""))
        #expect(text.contains("<viz:color r=\"239\" g=\"173\" b=\"66\" a=\"0.6\"/>"))
        #expect(again.described() == first.described())
        #expect(again.declared == first.declared)
    }

    @Test("what is kept in another form, or left out, is told")
    func remarks() throws {
        let reading = try read(Self.web)

        #expect(reading.remarks.map(\.rule) == ["kept.parent", "loss.meta"])
        let inner = try #require(reading.file.nodes.first { $0.id == "2" })
        #expect(reading.file.value(of: inner, "parent") == .text("1"))
        #expect(reading.file.value(of: reading.file.nodes[0], "viz:position") == .text("x=15.78 y=40.1"))
    }

    @Test("intervals, moments and prefixes of a namespace are understood")
    func spellings() throws {
        let file = try read(
            """
            <g:gexf xmlns:g="http://gexf.net/1.3" version="1.3"><g:graph><g:nodes>
            <g:node id="a" intervals="&lt;[2001, 2003]; [2005, Infinity]&gt;"/>
            <g:node id="b" timestamps="&lt;[1.5, 2.5]&gt;"/><g:node id="c" timestamp="2020-01-01T10:00:00Z"/>
            </g:nodes><g:edges><g:edge source="a" target="b"/></g:edges></g:graph></g:gexf>
            """
        ).file

        #expect(file.nodes[0].spells == [NetworkSpell("2001", "2003"), NetworkSpell("2005")])
        #expect(file.nodes[1].spells == [NetworkSpell("1.5", "1.5"), NetworkSpell("2.5", "2.5")])
        #expect(file.nodes[2].spells == [NetworkSpell("2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z")])
        #expect(file.edges.count == 1)
    }

    @Test("attributes and elements that are not known are told, not dropped in silence")
    func unknown() throws {
        let reading = try read(
            """
            <gexf version="1.3"><graph timezone="Europe/Amsterdam"><nodes><node id="0" colour="red"><hobby/></node></nodes>
            <edges><edge source="0" target="0" thick="2"/></edges></graph></gexf>
            """)

        #expect(
            reading.remarks.map(\.rule) == [
                "loss.attribute.colour", "loss.attribute.thick", "loss.attribute.timezone", "loss.element.hobby",
            ])
    }

    @Test("a file of GEXF 1.1, with its slices, is understood")
    func older() throws {
        let file = try read(
            """
            <gexf xmlns="http://www.gexf.net/1.1draft" version="1.1"><graph defaultedgetype="directed"><nodes>
            <node id="0"><slices><slice start="2001-01-01" end="2002-01-01"/></slices></node><node id="1"/>
            </nodes><edges><edge id="0" source="0" target="1"/></edges></graph></gexf>
            """
        ).file

        #expect(file.nodes[0].spells == [NetworkSpell("2001-01-01", "2002-01-01")])
        #expect(file.edges[0].direction == .directed)
    }

    static let lists: [(String, [String])] = [
        ("[a, b]", ["a", "b"]), ("[]", []), ("", []), ("['a, b', \"c\"]", ["a, b", "c"]), ("a|b", ["a", "b"]),
        (#"["\"", "\\"]"#, ["\"", #"\"#]), ("[1, 2]", ["1", "2"]), ("[\"\"]", [""]), ("[it's]", ["it's"]),
    ]

    @Test("lists are read with and without quotes and brackets", arguments: lists)
    func listForms(_ text: String, _ items: [String]) { #expect(GEXFList.items(text) == items) }

    private static func graph(_ inner: String, version: String = "1.3") -> String {
        "<gexf version=\"\(version)\">\n<graph>\(inner)</graph></gexf>"
    }

    private static func node(_ inner: String) -> String { "<nodes>\(inner)</nodes><edges/>" }

    static let wrong: [(String, String)] = [
        ("<svg/>", "gexf.root Line 1, column 1: this file does not begin with the element gexf."),
        (graph("", version: "1.0"), "gexf.version Line 1, column 1: version “1.0” of GEXF is not known."),
        (graph("", version: "2.0"), "gexf.version Line 1, column 1: version “2.0” of GEXF is not known."),
        (
            graph(node("<node id='a'/><node id='a'/>")),
            "network.node.twice Line 2, column 29: the id “a” is in use already."
        ),
        (graph(node("<node label='a'/>")), "network.node.id Line 2, column 15: this node has no id."),
        (
            graph("<nodes><node id='a'/></nodes><edges><edge source='a' target='b'/></edges>"),
            "network.edge.end Line 2, column 44: there is no node “b”."
        ),
        (
            graph("<nodes><node id='a'/></nodes><edges><edge source='a'/></edges>"),
            "gexf.edge Line 2, column 44: this edge has no target."
        ),
        (
            graph("<nodes><node id='a'/></nodes><edges><edge source='a' target='a' weight='NaN'/></edges>"),
            "network.weight Line 2, column 44: a weight is a number of 0 or more; this says “NaN”."
        ),
        (
            graph("<nodes><node id='a'/></nodes><edges><edge source='a' target='a' type='links'/></edges>"),
            "network.direction Line 2, column 44: “links” is no direction."
        ),
        (
            graph(node("<node id='a'><attvalues><attvalue for='9' value='1'/></attvalues></node>")),
            "gexf.attribute Line 2, column 39: the attribute “9” is not declared."
        ),
        (
            graph(
                "<attributes class='node'><attribute id='0' title='n' type='integer'/></attributes>"
                    + node("<node id='a'><attvalues><attvalue for='0' value='x'/></attvalues></node>")),
            "network.value Line 2, column 121: “n” is a whole number; this says “x”."
        ),
        (
            graph("<attributes class='node'><attribute id='0' title='n' type='kleur'/></attributes>"),
            "gexf.type Line 2, column 33: the type “kleur” is not known."
        ),
        (
            graph("<attributes class='graph'/>"),
            "gexf.class Line 2, column 8: attributes are of node or of edge, not of “graph”."
        ),
        (graph(node("<node id='a' start='ooit'/>")), "network.time Line 2, column 15: “ooit” is no time."),
    ]

    @Test("what is wrong is refused with its place", arguments: wrong)
    func refusals(_ text: String, _ expected: String) { #expect(told(text, .gexf) == [expected]) }
}
