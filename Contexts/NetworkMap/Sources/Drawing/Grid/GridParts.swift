/// One row or column of a grid: an organisation, a theme, an activity.
package struct GridSide: Sendable, Hashable {
    package var id: String
    package var label: String
    /// The colour class of its mark; "" for none.
    package var sector: String
    /// The outline of its mark; nil for none.
    package var shape: NodeShape?
    package var href: String
    /// The tooltip; empty means the full label.
    package var title: String
    /// Neighbours with the same number stand in one frame where rows and columns are the same; 0 is in none.
    package var block: Int

    package init(
        id: String, label: String, sector: String = "", shape: NodeShape? = nil, href: String = "",
        title: String = "", block: Int = 0
    ) {
        (self.id, self.label, self.sector, self.shape) = (id, label, sector, shape)
        (self.href, self.title, self.block) = (href, title, block)
    }
}

/// What a row has to do with a column.
package struct GridCell: Sendable, Hashable {
    package var row: String
    package var column: String
    /// From 1 (little) to 4 (much): darker, and in a matrix larger.
    package var level: Int
    /// A number or a letter or two in the cell; "" draws a square whose size tells the level.
    package var mark: String
    package var title: String
    package var href: String

    package init(row: String, column: String, level: Int, mark: String = "", title: String = "", href: String = "") {
        (self.row, self.column, self.level) = (row, column, min(max(level, 1), 4))
        (self.mark, self.title, self.href) = (mark, title, href)
    }
}

extension GridCell {
    /// Which of the four levels a count is among counts up to `most`: by quarters, 1 is always the lowest.
    package static func level(of count: Double, most: Double) -> Int {
        guard most > 1, count > 1 else { return 1 }
        return min(max(Int((count / most * 4).rounded(.up)), 1), 4)
    }
}
