/// Where everything on a canvas stands, in px. Blocks stand under each other, so that no text meets another.
struct CanvasLayout {
    struct Placed {
        let block: CanvasBlock
        let x: Double
        let top: Double
        let arc: CanvasArc
    }

    let width: Double
    let height: Double
    let ring: CanvasRing
    let blocks: [Placed]
    /// Lines from the ring to the headings; none when numbers do that.
    let leaders: [String]
    let columnWidth: Double

    init(_ canvas: DesignCanvas, _ options: CanvasOptions) {
        self = options.form == .wide ? Self(wide: canvas, options) : Self(narrow: canvas, options)
    }

    private init(
        width: Double, height: Double, ring: CanvasRing, blocks: [Placed], leaders: [String], columnWidth: Double
    ) {
        (self.width, self.height, self.ring, self.blocks) = (width, height, ring, blocks)
        (self.leaders, self.columnWidth) = (leaders, columnWidth)
    }

    private static let margin = 8.0

    private static func blocks(_ canvas: DesignCanvas, width: Double, _ options: CanvasOptions) -> [CanvasBlock] {
        let limit = options.limit(for: canvas.segments.map(\.stakeholders.count))
        return canvas.segments.enumerated().map { index, segment in
            CanvasBlock(segment, number: index + 1, limit: limit, width: width, options)
        }
    }

    private static func height(_ blocks: ArraySlice<CanvasBlock>) -> Double {
        blocks.reduce(0) { $0 + $1.height } + CanvasBlock.gap * Double(max(blocks.count - 1, 0))
    }

    /// The ring in the middle, the first segments on its left from top to bottom, the others on its right.
    private init(wide canvas: DesignCanvas, _ options: CanvasOptions) {
        let (column, gap, radius) = (296.0, 32.0, 152.0)
        let blocks = Self.blocks(canvas, width: column, options)
        let cut = Self.cut(blocks)
        let (left, right) = (blocks[..<cut], blocks[cut...])
        let tallest = max(Self.height(left), Self.height(right))
        let height = max(tallest, radius * 2 + 16) + Self.margin * 2
        let start = left.isEmpty ? Self.margin : Self.margin + column + gap
        let ring = CanvasRing(x: start + radius, y: height / 2, radius: radius)
        let rightColumn = start + radius * 2 + gap
        var placed = Self.stack(left, x: Self.margin, height: height, ring, side: -1, alone: right.isEmpty)
        placed += Self.stack(right, x: rightColumn, height: height, ring, side: 1, alone: left.isEmpty)
        let width = right.isEmpty ? rightColumn - gap + Self.margin : rightColumn + column + Self.margin
        let leaders = placed.map { place in
            let isLeft = place.x < ring.x
            return ring.leader(
                from: place.arc, side: isLeft ? -1 : 1, toX: isLeft ? place.x + column : place.x,
                y: place.top + CanvasBlock.headingHeight - 10)
        }
        self.init(
            width: width, height: height, ring: ring, blocks: placed, leaders: leaders, columnWidth: column)
    }

    /// After how many blocks the right column begins, so that the taller of both is as low as can be.
    private static func cut(_ blocks: [CanvasBlock]) -> Int {
        guard blocks.count > 1 else { return 0 }
        let cuts = 1..<blocks.count
        return cuts.min {
            max(height(blocks[..<$0]), height(blocks[$0...])) < max(height(blocks[..<$1]), height(blocks[$1...]))
        }
            ?? 1
    }

    /// Blocks in one column, in the middle of the height, each with its part of that half of the ring.
    private static func stack(
        _ blocks: ArraySlice<CanvasBlock>, x: Double, height: Double, _ ring: CanvasRing, side: Double, alone: Bool
    ) -> [Placed] {
        let total = self.height(blocks)
        let weights = blocks.map { max($0.height, total * 0.12) }
        let arcs = alone ? ring.arcs(weights, from: 0, to: 360) : ring.arcs(weights, from: 0, to: 180 * side)
        var top = (height - total) / 2
        return zip(blocks, arcs).map { block, arc in
            defer { top += block.height + CanvasBlock.gap }
            return Placed(block: block, x: x, top: top, arc: arc)
        }
    }

    /// The ring above, the blocks below in one column; numbers tell which belongs to which.
    private init(narrow canvas: DesignCanvas, _ options: CanvasOptions) {
        let (width, radius) = (320.0, 140.0)
        let column = width - Self.margin * 2
        let ring = CanvasRing(x: width / 2, y: radius + Self.margin, radius: radius)
        let blocks = Self.blocks(canvas, width: column, options)
        let weights = blocks.map { min(max(Double($0.segment.stakeholders.count), 4), 40) }
        let arcs = ring.arcs(weights, from: 0, to: 360)
        var top = ring.y + radius + 28
        let placed = zip(blocks, arcs).map { block, arc in
            defer { top += block.height + CanvasBlock.gap }
            return Placed(block: block, x: Self.margin, top: top, arc: arc)
        }
        let height = blocks.isEmpty ? ring.y + radius + Self.margin : top - CanvasBlock.gap + Self.margin
        self.init(width: width, height: height, ring: ring, blocks: placed, leaders: [], columnWidth: column)
    }
}
