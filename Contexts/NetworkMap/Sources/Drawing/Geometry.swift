/// A place in the drawing, in px; y grows downward.
package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// The distance to another place, in px.
    func distance(to other: Point) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// The room that a node needs around its centre, in px: the node itself, its label and some air.
package struct Footprint: Sendable, Hashable {
    package var left: Double
    package var right: Double
    package var up: Double
    package var down: Double

    package init(left: Double, right: Double, up: Double, down: Double) {
        (self.left, self.right, self.up, self.down) = (left, right, up, down)
    }

    /// A node without a label.
    package static let plain = Footprint(left: 14, right: 14, up: 14, down: 14)

    var width: Double { left + right }
    var height: Double { up + down }

    func box(at point: Point) -> Box {
        Box(minX: point.x - left, minY: point.y - up, maxX: point.x + right, maxY: point.y + down)
    }
}

/// An upright rectangle, in px.
struct Box: Sendable, Hashable {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    var width: Double { maxX - minX }
    var height: Double { maxY - minY }

    /// Whether two boxes share more than a border; `gap` widens the test.
    func overlaps(_ other: Box, gap: Double = 0) -> Bool {
        minX < other.maxX + gap && other.minX < maxX + gap && minY < other.maxY + gap && other.minY < maxY + gap
    }

    func union(_ other: Box) -> Box {
        Box(
            minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY))
    }

    func moved(x: Double, y: Double) -> Box {
        Box(minX: minX + x, minY: minY + y, maxX: maxX + x, maxY: maxY + y)
    }

    /// How much of the segment lies inside, in px (Liang–Barsky clipping); 0 when it passes by.
    func length(of start: Point, _ end: Point) -> Double {
        if max(start.x, end.x) < minX || min(start.x, end.x) > maxX { return 0 }
        if max(start.y, end.y) < minY || min(start.y, end.y) > maxY { return 0 }
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        var (enter, leave) = (0.0, 1.0)
        if dx != 0 {
            let (one, two) = ((minX - start.x) / dx, (maxX - start.x) / dx)
            (enter, leave) = (max(enter, min(one, two)), min(leave, max(one, two)))
        }
        if dy != 0 {
            let (one, two) = ((minY - start.y) / dy, (maxY - start.y) / dy)
            (enter, leave) = (max(enter, min(one, two)), min(leave, max(one, two)))
        }
        return enter < leave ? (leave - enter) * (dx * dx + dy * dy).squareRoot() : 0
    }
}
