import Testing

@testable import NetworkMap

@Suite("Grids and flows")
struct GridAndFlowTests {
    private let texts = MapTexts(title: "t", description: "d", empty: "Nog niets")
    private let sides = DrawingSamples.parties.prefix(6).enumerated().map { index, party in
        GridSide(
            id: party.0, label: party.1, sector: party.2, shape: DrawingSamples.shape(of: party.2),
            href: "/p/\(party.0)",
            block: index / 3 + 1)
    }

    @Test(
        "cells stand in the order of rows and columns, whatever their order; a second one in a place and loose ends are left out"
    )
    func cells() {
        let cells = [
            GridCell(row: "argaleo", column: "amersfoort", level: 9, title: "a"),
            GridCell(row: "amersfoort", column: "apeldoorn", level: 2, mark: "7"),
            GridCell(row: "amersfoort", column: "nobody", level: 1),
        ]
        let grid = GridDrawing.render(rows: sides, columns: sides, cells: cells, texts: texts)
        #expect(grid == GridDrawing.render(rows: sides, columns: sides, cells: cells.reversed(), texts: texts))
        #expect(grid.svg.matches(of: /class="cell level-/).count == 2)
        #expect(grid.svg.contains("class=\"cell level-4\""))
        #expect(grid.svg.contains(">7</text>"))
        let twice = cells + [GridCell(row: "argaleo", column: "amersfoort", level: 1)]
        #expect(GridDrawing.render(rows: sides, columns: sides, cells: twice, texts: texts) == grid)
    }

    @Test("only a matrix has a diagonal and frames; only another grid's columns lead somewhere")
    func matrix() {
        let square = GridDrawing.render(rows: sides, columns: sides, cells: [], texts: texts).svg
        #expect(square.matches(of: /class="diagonal"/).count == 6 && square.matches(of: /class="block"/).count == 2)
        #expect(!square.contains("<a class=\"head\""))
        let other = GridDrawing.render(rows: sides, columns: Array(sides.prefix(2)), cells: [], texts: texts).svg
        #expect(!other.contains("diagonal") && other.contains("<a class=\"head\" href=\"/p/amersfoort\""))
    }

    @Test(
        "counts fall into four levels by quarters",
        arguments: [(1.0, 1.0, 1), (1, 12, 1), (3, 12, 1), (4, 12, 2), (9, 12, 3), (12, 12, 4)])
    func levels(count: Double, most: Double, level: Int) { #expect(GridCell.level(of: count, most: most) == level) }

    @Test("nothing to draw says so, and hostile words stay words")
    func hostile() {
        #expect(GridDrawing.render(rows: [], columns: [], cells: [], texts: texts).svg.contains("Nog niets"))
        #expect(ChordDrawing.render(groups: [], flows: [], texts: texts).svg.contains("Nog niets"))
        let bad = "</svg><script>alert(1)</script>\"'\u{0}&"
        let side = GridSide(id: bad, label: bad, sector: bad, shape: .ring, href: "javascript:x", title: bad)
        let grid = GridDrawing.render(
            rows: [side], columns: [side],
            cells: [GridCell(row: bad, column: bad, level: 1, mark: bad, title: bad, href: "//x")],
            texts: texts)
        let group = FlowGroup(id: bad, label: bad, sector: bad, href: "data:x")
        let chord = ChordDrawing.render(
            groups: [group], flows: [Flow(from: bad, to: bad, count: 3, title: bad, href: "javascript:x")], texts: texts
        )
        for svg in [grid.svg, chord.svg] {
            let names = ElementNames(svg)
            #expect(names.isValid && !names.elements.contains("script"))
            #expect(names.attributes.isDisjoint(with: ["href", "style", "onload"]))
        }
    }

    @Test("ribbons have the colour of who gives; flows without an end or a count are left out")
    func flows() {
        let groups = ["government", "company"].map { FlowGroup(id: $0, label: $0, sector: $0, href: "/s/\($0)") }
        let flows = [
            Flow(from: "company", to: "government", count: 4), Flow(from: "government", to: "government", count: 1),
            Flow(from: "company", to: "nobody", count: 4), Flow(from: "company", to: "company", count: 0),
        ]
        let drawing = ChordDrawing.render(groups: groups, flows: flows, texts: texts)
        #expect(drawing == ChordDrawing.render(groups: groups, flows: flows.reversed(), texts: texts))
        #expect(drawing.svg.matches(of: /class="edge ribbon/).count == 2)
        #expect(drawing.svg.contains("ribbon sector-company\" data-from=\"company\" data-to=\"government\""))
        #expect(drawing.svg.contains("<a class=\"node sector-government\" href=\"/s/government\""))
    }
}
