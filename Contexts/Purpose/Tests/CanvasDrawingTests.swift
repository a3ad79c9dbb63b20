import Drawing
import Foundation
import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The drawn canvas")
struct CanvasDrawingTests {
    private static let forms: [CanvasOptions.Form] = [.wide, .narrow]

    /// A canvas of so many parties in four sectors, with long names and texts.
    private func canvas(_ count: Int, name: String = "Coöperatie voor Grensoverschrijdende Samenwerking") throws
        -> DesignCanvas
    {
        let sectors = ["government", "company", "knowledge", "association"]
        var changes = [Ground.goal("together", ["title": "Processen veranderen zodat de stad de kansen benut"])]
        for index in 0..<count {
            let id = "party-\(index)"
            let values: [String: Value] = ["name": .string("\(name) \(index)"), "sector": .string(sectors[index % 4])]
            changes += [
                Ground.change("organisations", id, values),
                Ground.participation(id, index % 3 == 0 ? "approached" : "joined"),
                Ground.activity(
                    "work-\(index)", ["organisations": [.string(id)], "title": .string("Het \(name) uitvoeren")]),
                Ground.goal(
                    "own-\(index)", ["level": "organisation", "organisation": .string(id), "title": .string(name)]),
                Ground.interest(id, "opposing"),
            ]
        }
        return DesignCanvas(try Ground.reader(changes, parties: []))
    }

    @Test("the same canvas gives the same bytes", arguments: forms)
    func deterministic(_ form: CanvasOptions.Form) throws {
        let options = CanvasOptions(form: form)
        let drawings = try (0..<3).map { _ in CanvasDrawing(try canvas(20), options: options).svg }
        #expect(Set(drawings).count == 1)
    }

    @Test("no text lies on another or outside the drawing", arguments: [0, 1, 2, 5, 8, 30, 73], forms)
    func collisions(_ count: Int, _ form: CanvasOptions.Form) throws {
        let boxes = try Self.boxes(CanvasDrawing(try canvas(count), options: CanvasOptions(form: form)).svg)
        let width = form == .wide ? 976.0 : 320
        #expect(boxes.count >= min(count, 16) * 4 + 2)
        for (index, box) in boxes.enumerated() {
            #expect(box.minX >= 0 && box.maxX <= width + 0.5, "\(box.text)")
            for other in boxes.dropFirst(index + 1) { #expect(!box.meets(other), "\(box.text) on \(other.text)") }
        }
    }

    @Test("a large ecosystem is limited per segment, says how many more there are, and leads to the table")
    func limited() throws {
        let drawing = CanvasDrawing(try canvas(72), options: CanvasOptions(table: "#all"))
        #expect(drawing.leftOut == 72 - 16)
        #expect(drawing.svg.matches(of: /<a href="#all"><text[^>]*>\+ 14 meer</).count == 4)
        let all = CanvasDrawing(try canvas(72), options: CanvasOptions(limit: 100))
        #expect(all.leftOut == 0)
    }

    @Test("hostile names and addresses come out harmless", arguments: forms)
    func hostile(_ form: CanvasOptions.Form) throws {
        let canvas = try canvas(3, name: "\"><script>alert('1')</script>&\u{200E}")
        let options = CanvasOptions(form: form, address: { _ in "java\u{0}script:alert(1)" }, table: "javascript:x")
        let drawing = CanvasDrawing(canvas, options: options)
        let text = drawing.svg + drawing.legend
        for word in ["<script", "javascript:", "\u{200E}", "<a ", "style=", "onclick"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("a drawing is well-formed, has a name and a description, and links to records", arguments: forms)
    func wellFormed(_ form: CanvasOptions.Form) throws {
        let options = CanvasOptions(form: form, address: { "/\($0.kind)/\($0.id)?a=1&b=2" })
        let svg = CanvasDrawing(try canvas(9), options: options).svg
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        #expect(svg.contains("<title id=\"canvas-title\">Ontwerpcanvas</title>"))
        #expect(svg.contains("Gezamenlijk doel: Processen veranderen"))
        #expect(svg.contains("href=\"/organisations/party-1?a=1&amp;b=2\""))
        #expect(svg.contains("role=\"group\""))
    }

    @Test("an empty canvas says so")
    func empty() throws {
        let canvas = DesignCanvas(try Ground.reader([], parties: []))
        let drawing = CanvasDrawing(canvas, options: CanvasOptions(language: .en))
        #expect(drawing.svg.contains("No shared goal yet") && drawing.svg.contains("Nobody takes part yet"))
        #expect(drawing.svg.contains("role=\"img\""))
        #expect(drawing.legend.isEmpty)
    }

    private struct Box {
        let text: String
        let minX, maxX, minY, maxY: Double

        func meets(_ other: Box) -> Bool {
            min(maxX, other.maxX) - max(minX, other.minX) > 0.5 && min(maxY, other.maxY) - max(minY, other.minY) > 3
        }
    }

    /// Every text of a drawing with the room it takes.
    private static func boxes(_ svg: String) throws -> [Box] {
        let pattern = /<text class="([^"]*)" x="([^"]*)" y="([^"]*)"( text-anchor="middle")?>(.*?)<\/text>/
        return try svg.matches(of: pattern).map { match in
            let text = String(match.5).replacing(/<[^>]*>/, with: "")
            let style = String(match.1)
            let letters = Self.letters(style)
            let width = letters.width(of: text)
            let x = try #require(Double(match.2))
            let left = match.4 == nil ? x : x - width / 2
            let base = try #require(Double(match.3))
            return Box(
                text: text, minX: left, maxX: left + width, minY: base - letters.size, maxY: base + letters.size * 0.25)
        }
    }

    private static func letters(_ style: String) -> Lettering {
        switch style {
        case "name": CanvasCard.nameLetters
        case "heading": CanvasBlock.headingLetters
        case "note", "number": Lettering(12)
        case let goal where goal.hasPrefix("goal "): Lettering(Double(goal.suffix(2)) ?? 19, .serif)
        default: CanvasCard.letters
        }
    }
}
