import Foundation
import Testing

@testable import NetworkMap

@Suite("The stylesheet of the map")
struct DrawingStylesheetTests {
    private let css: String
    private let script: String
    private let others: [String]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let folder = root.appending(path: "Doors/Web/Sources/Public")
        css = try String(contentsOf: folder.appending(path: "map.css"), encoding: .utf8)
        script = try String(contentsOf: folder.appending(path: "map.js"), encoding: .utf8)
        others = try ["map-canvas.js", "presentation.js"].map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
    }

    @Test("every colour that tells something stands out from the ground in both themes")
    func contrast() throws {
        let palettes = blocks().filter { $0["ground"] != nil && $0["government"] != nil }
        #expect(palettes.count == 3)
        for palette in palettes {
            let grounds = [try #require(palette["ground"]), palette == palettes[0] ? "#fbfaf7" : "#14161b"]
            for ground in grounds {
                for name in [
                    "government", "company", "knowledge", "citizens", "association", "other", "line", "line-tinted",
                    "accent",
                ] {
                    let colour = try #require(palette[name])
                    #expect(ratio(colour, ground) >= 3, "\(name) \(colour) on \(ground)")
                }
                for name in ["ink", "muted"] { #expect(ratio(try #require(palette[name]), ground) >= 4.5) }
            }
        }
        #expect(palettes[1] == palettes[2])
    }

    @Test("every class that a drawing can carry is known to the stylesheet")
    func classes() throws {
        let legend: [LegendEntry] = (0..<10).map { .line(kind: "k\($0)", pattern: $0, text: "k") }
        let heavy = DrawingSamples.edges.enumerated().map { index, edge in
            var edge = edge
            edge.weight = Double(index + 1)
            return edge
        }
        let texts = MapTexts(title: "t", lonely: "l", empty: "e")
        let options = MapOptions(focus: "tno", legend: legend, texts: texts)
        let full = MapRenderer.render(nodes: DrawingSamples.nodes, edges: heavy, options: options)
        let empty = MapRenderer.render(nodes: [], edges: [], options: options)
        let bands = [NodeBand(title: "b", members: ["tno", "fcf"], href: "/b")]
        let arranged = [Arrangement.groups(bands), .rings(bands)].map {
            MapRenderer.render(
                nodes: DrawingSamples.nodes, edges: heavy, options: MapOptions(texts: texts, arrangement: $0)
            ).svg
        }
        let sides = ["a", "b"].map {
            GridSide(id: $0, label: $0, sector: "company", shape: .ring, href: "/x", block: 1)
        }
        let cells = (1...4).map {
            GridCell(row: $0 < 3 ? "a" : "b", column: $0 % 2 == 0 ? "a" : "b", level: $0, mark: $0 < 3 ? "1" : "")
        }
        let grid = GridDrawing.render(rows: sides, columns: sides, cells: cells, texts: texts).svg
        let chord = ChordDrawing.render(
            groups: [FlowGroup(id: "a", label: "a", sector: "company")], flows: [Flow(from: "a", to: "a", count: 1)],
            texts: texts
        ).svg
        let classes = (full.svg + full.legend + empty.svg + arranged.joined() + grid + chord).matches(
            of: /class="([^"]*)"/
        )
        .flatMap { $0.1.split(separator: " ").map(String.init) }
        let own = Set(classes).filter {
            !$0.hasPrefix("kind-") && !["line-0", "edges", "nodes", "heads", "bands", "band-titles"].contains($0)
        }
        for name in own { #expect(css.contains(".\(name)"), "\(name)") }
    }

    @Test("the script asks for nothing that a strict policy forbids")
    func policy() {
        for word in ["eval(", "innerHTML", ".style", "import ", "fetch(", "http:", "https:", "new Function"] {
            #expect(!script.contains(word), "\(word)")
        }
        for script in others {
            for word in ["eval(", "innerHTML", ".style", "http:", "https:", "new Function", "XMLHttpRequest"] {
                #expect(!script.contains(word), "\(word)")
            }
        }
        #expect(!css.contains("@import") && !css.contains("url("))
    }

    /// The custom properties of every rule that sets some.
    private func blocks() -> [[String: String]] {
        css.split(separator: "}").map { block in
            var found: [String: String] = [:]
            for match in block.matches(of: /--map-([a-z-]+): (#[0-9a-f]{6});/) {
                found[String(match.1)] = String(match.2)
            }
            return found
        }
    }

    private func ratio(_ one: String, _ other: String) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let red = linear(value >> 16 & 255)
        let green = linear(value >> 8 & 255)
        return 0.2126 * red + 0.7152 * green + 0.0722 * linear(value & 255)
    }

    private func linear(_ level: Int) -> Double {
        let share = Double(level) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
