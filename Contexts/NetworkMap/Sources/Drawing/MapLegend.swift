import Drawing

/// The explanation under a map, as an HTML list: it wraps on a phone and can be read aloud.
enum MapLegend {
    /// How many line patterns `map.css` knows: `line-0` … `line-9`.
    static let patterns = 10

    static func html(_ entries: [LegendEntry]) -> String {
        guard !entries.isEmpty else { return "" }
        var items: [String] = []
        for entry in entries {
            switch entry {
            case .node(let shape, let sector, let text):
                let mark = NodeMark(shape: shape, radius: 6).svg(at: Point(x: 8, y: 8))
                items.append(
                    item("<g class=\"node sector-\(PlainText.slug(sector))\">\(mark)</g>", width: 16, text))
            case .line(let kind, let pattern, let text):
                let classes = "edge kind-\(PlainText.slug(kind)) line-\(known(pattern))"
                items.append(item("<path class=\"\(classes)\" d=\"M1 8L27 8\"/>", width: 28, text))
            case .derived(let text):
                items.append(item("<path class=\"edge derived\" d=\"M1 8L27 8\"/>", width: 28, text))
            case .note(let text): items.append("<li>\(PlainText.escaped(PlainText.clean(text, limit: 80)))</li>")
            }
        }
        return "<ul class=\"map-legend\">\n\(items.joined(separator: "\n"))\n</ul>\n"
    }

    /// A pattern that the stylesheet has.
    static func known(_ pattern: Int) -> Int { (pattern % patterns + patterns) % patterns }

    private static func item(_ drawing: String, width: Int, _ text: String) -> String {
        "<li><svg class=\"map map-sample\" viewBox=\"0 0 \(width) 16\" width=\"\(width)\" height=\"16\" aria-hidden=\"true\">"
            + "\(drawing)</svg> \(PlainText.escaped(PlainText.clean(text, limit: 80)))</li>"
    }
}
