import Drawing

/// Rows and columns with what they have to do with each other: the matrix of who is tied to whom, the heatmap of who does what.
package struct GridDrawing {
    let rows: [GridSide]
    let columns: [GridSide]
    let cells: [GridCell]
    let texts: MapTexts
    let identifier: String

    /// Rows and columns are drawn in the order given; of two cells in one place the first is drawn, one without its row or
    /// column not at all. The same input gives the same bytes. Where `columns` are the same ids in the same order as `rows`, the diagonal is
    /// marked and blocks are framed.
    package static func render(
        rows: [GridSide], columns: [GridSide], cells: [GridCell], texts: MapTexts, identifier: String = "map"
    ) -> MapDrawing {
        GridDrawing(
            rows: rows, columns: columns, cells: cells, texts: texts, identifier: PlainText.slug(identifier)
        ).drawing
    }

    // Measures, in px.

    /// A cell gets smaller when there are many, and never too small to hit or to hold two letters.
    var cell: Double {
        let most = max(rows.count, columns.count)
        return most <= 16 ? 28 : most <= 32 ? 22 : 18
    }
    static let margin = 8.0
    static let widestLabel = 190.0
    static let widestHead = 150.0
    static let lettering = Lettering(12)
    /// How columns' names lean: 55 degrees; its cosine and sine.
    static let lean = (degrees: 55, across: 0.5736, up: 0.8192)

    var labels: [String] { rows.map { Self.shortened($0.label, to: Self.widestLabel) } }
    var heads: [String] { columns.map { Self.shortened($0.label, to: Self.widestHead) } }

    private static func shortened(_ text: String, to widest: Double) -> String {
        lettering.shortened(PlainText.clean(text, limit: 200), to: widest)
    }

    /// Where the cells begin.
    var left: Double {
        let widest = labels.reduce(0) { max($0, Self.lettering.width(of: $1)) }
        return Self.margin + widest + (rows.contains { $0.shape != nil } ? 24 : 8)
    }
    private var longestHead: Double { heads.reduce(0) { max($0, Self.lettering.width(of: $1)) } }
    var top: Double { Self.margin + longestHead * Self.lean.up + 14 }

    private var drawing: MapDrawing {
        let isEmpty = rows.isEmpty || columns.isEmpty
        let width =
            isEmpty ? 640 : left + cell * Double(columns.count) + longestHead * Self.lean.across + Self.margin
        let height = isEmpty ? MapScene.emptyHeight : top + cell * Double(rows.count) + Self.margin
        let hrefs = rows.map(\.href) + columns.map(\.href) + cells.map(\.href)
        let frame = SVGFrame(
            identifier: identifier, width: width, height: height, texts: texts,
            hasLinks: hrefs.contains { PlainText.safeAddress($0) != nil })
        let parts = isEmpty ? [frame.emptyText] : GridWriter(grid: self).parts
        return MapDrawing(
            svg: frame.around(parts), legend: "", width: width, height: height, placedLabels: rows.count, leftOut: 0)
    }

    var isSquare: Bool { rows.map(\.id) == columns.map(\.id) }
}
