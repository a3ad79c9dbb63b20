import Kernel
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("The picture of a network")
struct NetworkPictureTests {
    @Test("everything is on it, with names, shapes by sector, and the same as tables")
    func everything() throws {
        let picture = try MapSample.filled().picture()
        #expect(picture.nodes.map(\.id) == ["club", "firm", "lab", "town"])
        #expect(picture.nodes.map(\.shape) == [.square, .square, .square, .circle])
        #expect(picture.nodes.last?.label == "Town")
        #expect(picture.nodes.last?.title == "Town, state en, pilot en")
        #expect(picture.nodes.last?.href == "/organisations/town")
        #expect(picture.edges.map(\.id) == ["r1", "r2", "r3"])
        #expect(picture.edges.map(\.directed) == [true, false, true])
        #expect(picture.edges.map(\.label) == ["Town → Firm: pays en", "Firm ↔ Lab: knows en", "Lab → Town: pays en"])
        #expect(
            picture.legend == [
                .note(text: "Colour and shape: sector"), .node(shape: .square, sector: "trade", text: "trade en"),
                .node(shape: .circle, sector: "state", text: "state en"),
                .line(kind: "pays", pattern: 0, text: "pays en"), .line(kind: "knows", pattern: 1, text: "knows en"),
            ])
        #expect(picture.relations.map(\.id) == ["r2", "r3", "r1"])
        #expect(picture.organisations.map(\.name.en) == ["Club", "Firm", "Lab", "Town"])
        #expect(picture.organisations.map(\.relations) == [0, 2, 2, 2])
        #expect(picture.sentence.en == "4 organisations and 3 relations.")
    }

    @Test("a kind of relation has the same line when it is alone as among others")
    func fixedPatterns() throws {
        let alone = try MapSample.filled().picture(MapQuestion(kinds: ["knows"]))
        #expect(alone.legend.last == .line(kind: "knows", pattern: 1, text: "knows en"))
        let options = MapOptions(legend: alone.legend)
        let drawing = MapRenderer.render(nodes: alone.nodes, edges: alone.edges, options: options)
        #expect(drawing.svg.contains("edge kind-knows line-1") && drawing.legend.contains("edge kind-knows line-1"))
    }

    @Test("filters by kind, sector, role and status")
    func filters() throws {
        let sample = try MapSample.filled()
        #expect(try sample.picture(MapQuestion(kinds: ["knows"])).edges.map(\.id) == ["r2"])
        #expect(try sample.picture(MapQuestion(sectors: ["trade"])).edges.map(\.id) == ["r2"])
        #expect(try sample.picture(MapQuestion(roles: ["crew/captain"])).nodes.map(\.id) == ["town"])
        #expect(try sample.picture(MapQuestion(statuses: [.left])).nodes.isEmpty)
        let kinds = MapQuestion(kinds: ["knows"], showsLonely: false)
        #expect(try sample.picture(kinds).nodes.map(\.id) == ["firm", "lab"])
    }

    @Test("a range of days keeps what held then: relations and participants")
    func phase() throws {
        let sample = try MapSample.filled()
        func during(_ from: String, _ until: String) throws -> NetworkPicture {
            try sample.picture(MapQuestion(during: Period(from: Day(from), until: Day(until))))
        }
        let early = try during("2021-01-01", "2021-06-30")
        #expect(early.nodes.map(\.id) == ["club", "lab", "town"])
        #expect(early.edges.map(\.id) == ["r3"])
        let late = try during("2023-01-01", "2023-06-30")
        #expect(late.nodes.count == 4)
        #expect(late.edges.map(\.id) == ["r1", "r3"])
    }

    @Test("who left is on the map of before, who declined is not")
    func comingAndGoing() throws {
        var sample = try MapSample.filled()
        try sample.add("participations", "lab", ["organisation": "lab", "status": "left", "since": "2021-01-01"])
        try sample.add("participations", "club", ["organisation": "club", "status": "declined"])
        let before = MapQuestion(during: Period(from: Day("2020-06-01"), until: Day("2020-06-01")))
        let after = MapQuestion(during: Period(from: Day("2022-06-01"), until: nil))
        #expect(try sample.picture(before).nodes.map(\.id) == ["lab", "town"])
        #expect(try sample.picture(after).nodes.map(\.id) == ["firm", "town"])
        #expect(try sample.picture().nodes.count == 4)
    }

    @Test("a focus stays whatever the filters, with its neighbours up to a depth")
    func focus() throws {
        let sample = try MapSample.filled()
        let alone = try sample.picture(MapQuestion(sectors: ["state"], focus: "firm", depth: 1))
        #expect(alone.nodes.map(\.id) == ["firm", "town"])
        let near = try sample.picture(MapQuestion(focus: "town", depth: 1, limit: 2))
        #expect(near.nodes.count == 2)
        #expect(near.leftOut == 1)
        #expect(try sample.picture(MapQuestion(focus: "club", depth: 3)).leftOut == 0)
    }

    @Test("what does not fit is counted")
    func leftOut() throws {
        let picture = try MapSample.filled().picture(MapQuestion(limit: 3))
        #expect(picture.nodes.count == 3)
        #expect(picture.leftOut == 1)
        #expect(picture.sentence.nl.contains("Nog 1 organisaties"))
    }

    @Test("shape can tell the role: that of the whole, the most telling first")
    func shapeByRole() throws {
        let picture = try MapSample.filled().picture(MapQuestion(shape: .role))
        #expect(picture.nodes.map(\.shape) == [.ring, .square, .ring, .circle])
        #expect(picture.nodes.map(\.sector) == ["trade", "trade", "trade", "state"])
        #expect(
            picture.legend.prefix(5) == [
                .node(shape: .circle, sector: "trade", text: "colour: trade en"),
                .node(shape: .circle, sector: "state", text: "colour: state en"),
                .node(shape: .circle, sector: "", text: "shape: captain en"),
                .node(shape: .square, sector: "", text: "shape: cook en"),
                .node(shape: .ring, sector: "", text: "shape: no role"),
            ])
    }

    @Test("names that do not exist are refused, all at once")
    func unknownNames() throws {
        let sample = try MapSample.filled()
        let question = MapQuestion(kinds: ["hates"], roles: ["crew/king"], sectors: ["sky"], focus: "nobody")
        do throws(Refusal) {
            _ = try NetworkPicture.of(question, sample.reader, language: .nl)
            Issue.record("not refused")
        } catch {
            #expect(error.problems.map(\.path) == [["kinds"], ["roles"], ["sectors"], ["focus"]])
        }
    }
}
