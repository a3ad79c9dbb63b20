import Drawing

/// Writes the inside of a grid: stripes, frames, cells, and the names along both sides.
struct GridWriter {
    let grid: GridDrawing

    private var cell: Double { grid.cell }
    private var right: Double { grid.left + cell * Double(grid.columns.count) }
    private var bottom: Double { grid.top + cell * Double(grid.rows.count) }

    var parts: [String] {
        let found = ["<g class=\"edges\">"] + cells + ["</g>"]
        let heads = ["<g class=\"heads\">"] + grid.columns.indices.map(head) + ["</g>"]
        let names = ["<g class=\"nodes\">"] + grid.rows.indices.map(name) + ["</g>"]
        return lines + (grid.isSquare ? diagonal + frames : []) + heads + found + names
    }

    /// One path for all lines between the cells.
    private var lines: [String] {
        let across = (0...grid.rows.count).map { "M\(grid.left.px) \(y($0).px)L\(right.px) \(y($0).px)" }
        let down = (0...grid.columns.count).map { "M\(x($0).px) \(grid.top.px)L\(x($0).px) \(bottom.px)" }
        return ["<path class=\"rule\" d=\"\((across + down).joined())\"/>"]
    }

    /// Nobody is tied to themselves.
    private var diagonal: [String] {
        grid.rows.indices.map { index in
            "<rect class=\"diagonal\" x=\"\(x(index).px)\" y=\"\(y(index).px)\" width=\"\(cell.px)\" height=\"\(cell.px)\"/>"
        }
    }

    /// Around neighbours of one block.
    private var frames: [String] {
        var (frames, start) = ([String](), 0)
        while start < grid.rows.count {
            let block = grid.rows[start].block
            let end = grid.rows[start...].firstIndex { $0.block != block } ?? grid.rows.count
            if block > 0, end - start > 1 {
                let side = (cell * Double(end - start)).px
                frames.append(
                    "<rect class=\"block\" x=\"\(x(start).px)\" y=\"\(y(start).px)\" width=\"\(side)\" height=\"\(side)\"/>"
                )
            }
            start = end
        }
        return frames
    }

    private func x(_ column: Int) -> Double { grid.left + cell * Double(column) }
    private func y(_ row: Int) -> Double { grid.top + cell * Double(row) }

    // Names

    private func head(_ index: Int) -> String {
        let column = grid.columns[index]
        let (left, top) = (x(index) + cell / 2 + 4, grid.top - 6)
        let words =
            "<text class=\"label\" x=\"\(left.px)\" y=\"\(top.px)\" transform=\"rotate(-\(GridDrawing.lean.degrees)"
            + " \(left.px) \(top.px))\">\(PlainText.escaped(grid.heads[index]))</text>"
        let title = "<title>\(SVGFrame.text(column.title.isEmpty ? column.label : column.title))</title>"
        // In a matrix the rows lead to the same places already; a second way in would only be in the way of the keyboard.
        guard !grid.isSquare, let address = PlainText.safeAddress(column.href) else {
            return "<g class=\"head\" data-id=\"\(SVGFrame.text(column.id))\">\(title)\(words)</g>"
        }
        return "<a class=\"head\" href=\"\(PlainText.escaped(address))\" data-id=\"\(SVGFrame.text(column.id))\">"
            + "\(title)\(words)</a>"
    }

    private func name(_ index: Int) -> String {
        let row = grid.rows[index]
        let middle = y(index) + cell / 2
        let hasMark = row.shape != nil
        let mark =
            row.shape.map { NodeMark(shape: $0, radius: 5.5).svg(at: Point(x: grid.left - 12, y: middle)) } ?? ""
        let words =
            "<text class=\"label\" x=\"\((grid.left - (hasMark ? 24 : 8)).px)\" y=\"\((middle + 4).px)\" text-anchor=\"end\">"
            + "\(PlainText.escaped(grid.labels[index]))</text>"
        let title = "<title>\(SVGFrame.text(row.title.isEmpty ? row.label : row.title))</title>"
        let classes = "node sector-\(PlainText.slug(row.sector))"
        guard let address = PlainText.safeAddress(row.href) else {
            return "<g class=\"\(classes)\" data-id=\"\(SVGFrame.text(row.id))\">\(title)\(mark)\(words)</g>"
        }
        return "<a class=\"\(classes)\" href=\"\(PlainText.escaped(address))\" data-id=\"\(SVGFrame.text(row.id))\">"
            + "\(title)\(mark)\(words)</a>"
    }

    // Cells

    private var cells: [String] {
        let rows = Self.places(grid.rows.map(\.id))
        let columns = Self.places(grid.columns.map(\.id))
        var isTaken: Set<Int> = []
        let placed = grid.cells.compactMap { cell -> (place: Int, cell: GridCell)? in
            guard let row = rows[cell.row], let column = columns[cell.column] else { return nil }
            let place = row * grid.columns.count + column
            return isTaken.insert(place).inserted ? (place, cell) : nil
        }
        return placed.sorted { $0.place < $1.place }.map { place, cell in
            written(cell, row: place / grid.columns.count, column: place % grid.columns.count)
        }
    }

    private static func places(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func written(_ item: GridCell, row: Int, column: Int) -> String {
        // A square tells its level by its size; a cell with a mark is as large as it can be, and tells it in words.
        let side = item.mark.isEmpty ? (cell - 4) * (0.4 + 0.15 * Double(item.level)) : cell - 2
        let (left, top) = (x(column) + (cell - side) / 2, y(row) + (cell - side) / 2)
        let ends = "data-from=\"\(SVGFrame.text(item.row))\" data-to=\"\(SVGFrame.text(item.column))\""
        let title = item.title.isEmpty ? "" : "<title>\(SVGFrame.text(item.title))</title>"
        let square =
            "<rect class=\"cell level-\(item.level)\" x=\"\(left.px)\" y=\"\(top.px)\" width=\"\(side.px)\""
            + " height=\"\(side.px)\" rx=\"2\"/>"
        let words =
            item.mark.isEmpty
            ? ""
            : "<text class=\"cell-mark level-\(item.level)\" x=\"\((x(column) + cell / 2).px)\""
                + " y=\"\((y(row) + cell / 2 + 4).px)\" text-anchor=\"middle\">"
                + "\(SVGFrame.text(item.mark))</text>"
        guard let address = PlainText.safeAddress(item.href) else {
            return "<g class=\"edge\" \(ends)>\(title)\(square)\(words)</g>"
        }
        // Not in the order of Tab: hundreds of cells would stand between a reader and the table.
        return
            "<a class=\"edge\" href=\"\(PlainText.escaped(address))\" tabindex=\"-1\" \(ends)>\(title)\(square)\(words)</a>"
    }
}
