import Foundation
import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("The stylesheet of the canvas")
struct CanvasStylesheetTests {
    private let css: String

    init() throws {
        let file = Ground.root.appending(path: "Doors/Web/Sources/Public/canvas.css")
        css = try String(contentsOf: file, encoding: .utf8)
    }

    @Test("text stands out 4.5 to 1 and marks 3 to 1, in both themes")
    func contrast() throws {
        let palettes = blocks().filter { $0["ground"] != nil }
        #expect(palettes.count == 3 && palettes[1] == palettes[2])
        for palette in palettes {
            func ratio(_ name: String, on ground: String) throws -> Double {
                contrast(try #require(palette[name]), try #require(palette[ground]))
            }
            for name in ["ink", "muted", "attention", "accent"] {
                #expect(try ratio(name, on: "ground") >= 4.5, "\(name)")
            }
            for name in ["ink", "muted"] { #expect(try ratio(name, on: "disc") >= 4.5, "\(name)") }
            for name in ["government", "company", "knowledge", "citizens", "association", "other"] {
                for ground in ["ground", "band"] { #expect(try ratio(name, on: ground) >= 3, "\(name) on \(ground)") }
            }
            #expect(try ratio("line", on: "ground") >= 3)
        }
    }

    @Test("every class that a drawing carries is known to the stylesheet, and it fetches nothing")
    func classes() throws {
        let changes = [
            Ground.goal("together"), Ground.interest("alpha", "opposing"), Ground.activity("work"),
            Ground.activity("more"),
        ]
        let canvas = DesignCanvas(try Ground.reader(changes))
        let drawings = [CanvasOptions.Form.wide, .narrow].map {
            CanvasDrawing(canvas, options: CanvasOptions(form: $0, limit: 1))
        }
        let classes = drawings.flatMap { ($0.svg + $0.legend).matches(of: /class="([^"]*)"/) }
            .flatMap { $0.1.split(separator: " ").map(String.init) }
        for name in Set(classes).subtracting(["segment", "block", "sector-other"]) {
            #expect(css.contains(".\(name)"), "\(name)")
        }
        #expect(!css.contains("@import") && !css.contains("url("))
    }

    /// The custom properties of every rule that sets some.
    private func blocks() -> [[String: String]] {
        css.split(separator: "}").map { block in
            block.matches(of: /--canvas-([a-z-]+): (#[0-9a-f]{6});/).reduce(into: [:]) {
                $0[String($1.1)] = String($1.2)
            }
        }
    }

    private func contrast(_ one: String, _ other: String) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { level in
            let share = Double(level) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
