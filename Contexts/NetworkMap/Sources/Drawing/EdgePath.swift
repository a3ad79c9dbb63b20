import Drawing

/// The course of one relation: straight, bent when it has a companion, a small loop when it returns to its node.
struct EdgePath: Sendable {
    let data: String
    /// Straight pieces that stand for it when names look for a place.
    let pieces: [(Point, Point)]

    /// How far companions bow apart, and the room kept for an arrowhead, in px.
    private static let bow = 13.0
    static let arrow = 3.0

    /// - Parameters:
    ///   - bend: 0 for straight; companions get …, −1, 0, 1, … counted from the node with the lowest index.
    ///   - startGap: px to stay away from the centre of the first node; `endGap` likewise.
    init(from start: Point, to end: Point, bend: Double, startGap: Double, endGap: Double) {
        let length = max(start.distance(to: end), 0.001)
        let (alongX, alongY) = ((end.x - start.x) / length, (end.y - start.y) / length)
        let offset = bend * min(Self.bow, length / 4)
        let control = Point(
            x: (start.x + end.x) / 2 - alongY * offset, y: (start.y + end.y) / 2 + alongX * offset)
        let first = Self.moved(start, toward: control, by: min(startGap, length / 2.2))
        let last = Self.moved(end, toward: control, by: min(endGap, length / 2.2))
        if bend == 0 {
            data = "M\(first.x.px) \(first.y.px)L\(last.x.px) \(last.y.px)"
            pieces = [(first, last)]
        } else {
            data = "M\(first.x.px) \(first.y.px)Q\(control.x.px) \(control.y.px) \(last.x.px) \(last.y.px)"
            let middle = Point(x: (first.x + 2 * control.x + last.x) / 4, y: (first.y + 2 * control.y + last.y) / 4)
            pieces = [(first, middle), (middle, last)]
        }
    }

    /// A loop on the upper left of a node: names in a list stand on the right.
    init(loopAt centre: Point, reach: Double) {
        let (side, top) = (centre.x - reach * 0.7, centre.y - reach * 0.7)
        data =
            "M\(centre.x.px) \((centre.y - reach).px)C\(centre.x.px) \((top - 14).px) \((side - 14).px) \(centre.y.px)"
            + " \((centre.x - reach).px) \(centre.y.px)"
        pieces = []
    }

    /// The room a loop needs beside its node.
    static func loopBox(at centre: Point, reach: Double) -> Box {
        Box(
            minX: centre.x - reach * 0.7 - 14, minY: centre.y - reach * 0.7 - 14, maxX: centre.x, maxY: centre.y)
    }

    private static func moved(_ point: Point, toward goal: Point, by step: Double) -> Point {
        let length = max(point.distance(to: goal), 0.001)
        return Point(x: point.x + (goal.x - point.x) / length * step, y: point.y + (goal.y - point.y) / length * step)
    }
}
