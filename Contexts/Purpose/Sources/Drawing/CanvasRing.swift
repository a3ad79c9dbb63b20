import Drawing
import Foundation

/// A part of the ring, in degrees from the top; clockwise when `to` is larger.
struct CanvasArc: Hashable {
    let from: Double
    let to: Double

    var middle: Double { (from + to) / 2 }
}

/// The ring around the goal: circles, arcs and the places of marks on it.
struct CanvasRing {
    let x: Double
    let y: Double
    let radius: Double

    /// The inner edge of the band with segments.
    var inner: Double { radius - 38 }
    /// The disc with the goal in it.
    var disc: Double { inner - 6 }

    /// Between two segments, in degrees.
    private static let gap = 2.4
    private static let rowHeight = 13.0

    func point(_ degrees: Double, _ radius: Double) -> (x: Double, y: Double) {
        let angle = degrees * .pi / 180
        return (x + radius * sin(angle), y - radius * cos(angle))
    }

    /// The part of a circle between two angles, divided by weight with a little air between.
    func arcs(_ weights: [Double], from: Double, to: Double) -> [CanvasArc] {
        let total = weights.reduce(0, +)
        guard total > 0 else { return [] }
        let air = (to < from ? -Self.gap : Self.gap) / 2
        let isWhole = weights.count == 1 && abs(to - from) >= 360
        var start = from
        return weights.map { weight in
            let end = start + (to - from) * weight / total
            defer { start = end }
            return isWhole ? CanvasArc(from: start, to: end) : CanvasArc(from: start + air, to: end - air)
        }
    }

    /// The outline of a segment of the band.
    func band(_ arc: CanvasArc) -> String {
        let (from, to) = (min(arc.from, arc.to), max(arc.from, arc.to))
        let isWhole = to - from >= 360
        let (outer, back) = (curve(radius, from: from, to: to), curve(inner, from: to, to: from))
        return "M" + outer + (isWhole ? "ZM" : "L") + back + "Z"
    }

    /// Part of a circle, in steps of at most a quarter: with rounded ends a longer arc would get another centre.
    private func curve(_ radius: Double, from: Double, to: Double) -> String {
        let steps = max(Int((abs(to - from) / 90).rounded(.up)), 1)
        let sweep = to > from ? 1 : 0
        return (0...steps).map { step in
            let end = point(from + (to - from) * Double(step) / Double(steps), radius)
            let place = "\(end.x.px) \(end.y.px)"
            return step == 0 ? place : "A\(radius.px) \(radius.px) 0 0 \(sweep) \(place)"
        }.joined()
    }

    /// Places for at most so many marks in a segment, in one or two rows; fewer when it is too small for all. `keeping` moves one row
    /// inwards, so that a number fits outside it.
    func places(in arc: CanvasArc, count: Int, keeping room: Double = 0) -> [(x: Double, y: Double)] {
        let middle = (radius + inner) / 2
        let length = abs(arc.to - arc.from) * .pi / 180 * middle - 10
        let perRow = max(Int(length / Self.rowHeight) + 1, 1)
        let rows = min((count + perRow - 1) / perRow, room > 0 ? 1 : 2)
        guard rows > 0 else { return [] }
        let shown = min(count, perRow * rows)
        return (0..<rows).flatMap { row in
            let inRow = shown / rows + (row < shown % rows ? 1 : 0)
            let distance = middle + (Double(rows - 1) / 2 - Double(row)) * Self.rowHeight + (room > 0 ? -room : 0)
            let step = min(Self.rowHeight * 1.35, length / Double(max(inRow - 1, 1)))
            return (0..<inRow).map { index in
                let along = (Double(index) - Double(inRow - 1) / 2) * step
                let direction = arc.to < arc.from ? -1.0 : 1.0
                return point(arc.middle + direction * along / middle * 180 / .pi, distance)
            }
        }
    }

    /// A line from a segment to a heading beside the ring, leaving the ring where it is nearest to that height.
    func leader(from arc: CanvasArc, side: Double, toX end: Double, y height: Double) -> String {
        let ratio = min(max((y - height) / radius, -1), 1)
        let level = side * acos(ratio) * 180 / .pi
        let (low, high) = (min(arc.from, arc.to) + 3, max(arc.from, arc.to) - 3)
        let angle = low < high ? min(max(level, low), high) : arc.middle
        let start = point(angle, radius + 1)
        let knee = point(angle, radius + min(36, 4 + abs(end - start.x) * 0.4))
        let bend = end - side * min(abs(end - start.x) * 0.6, 90)
        return "M\(start.x.px) \(start.y.px)C\(knee.x.px) \(knee.y.px) \(bend.px) \(height.px) \(end.px) \(height.px)"
    }
}
