/// Pushes footprints apart until none overlap, sideways only as far as the width allows.
struct Spacing {
    let rooms: [Footprint]
    let width: Double
    let gap: Double

    /// Rounds of pushing the cheapest way, and pairs looked at in all of them, at most.
    private static let rounds = 80
    private static let budget = 4_000_000
    /// Above this many nodes, which no eye can follow, plain rows are the answer.
    private static let sweepLimit = 4_000

    func separate(_ points: inout [Point]) {
        guard points.count > 1 else { return }
        guard points.count <= Self.sweepLimit else { return layInRows(&points) }
        var looked = 0
        for _ in 0..<Self.rounds where looked < Self.budget {
            keepInside(&points)
            if !push(&points, &looked) { return }
        }
        keepInside(&points)
        sweep(&points)
    }

    private func keepInside(_ points: inout [Point]) {
        for index in points.indices {
            points[index].x = max(min(points[index].x, width - rooms[index].right), rooms[index].left)
        }
    }

    /// One round over all pairs whose boxes touch, found from left to right. Answers whether any did.
    private func push(_ points: inout [Point], _ looked: inout Int) -> Bool {
        let starts = points.indices.map { points[$0].x - rooms[$0].left }
        let order = points.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
        let widest = rooms.reduce(0) { max($0, $1.width) }
        var touched = false
        for (place, one) in order.enumerated() {
            for other in order[(place + 1)...] {
                if starts[other] - starts[one] > widest + gap { break }
                looked += 1
                if part(one, other, &points) { touched = true }
            }
        }
        return touched
    }

    /// Moves two boxes half of their overlap each, the cheapest way out.
    private func part(_ one: Int, _ other: Int, _ points: inout [Point]) -> Bool {
        let (first, second) = (rooms[one].box(at: points[one]), rooms[other].box(at: points[other]))
        let overlapX = min(first.maxX, second.maxX) - max(first.minX, second.minX) + gap
        let overlapY = min(first.maxY, second.maxY) - max(first.minY, second.minY) + gap
        guard overlapX > 1e-6, overlapY > 1e-6 else { return false }
        if overlapX < overlapY {
            let toRight = (points[one].x, one) < (points[other].x, other)
            let move = (overlapX / 2 + 0.05) * (toRight ? 1 : -1)
            points[one].x -= move
            points[other].x += move
        } else {
            let toBottom = (points[one].y, one) < (points[other].y, other)
            let move = (overlapY / 2 + 0.05) * (toBottom ? 1 : -1)
            points[one].y -= move
            points[other].y += move
        }
        return true
    }

    /// What always ends: from the middle downward, then from the middle upward, each box moves just past those already passed.
    private func sweep(_ points: inout [Point]) {
        let order = points.indices.sorted { (points[$0].y, $0) < (points[$1].y, $1) }
        let middle = order.count / 2
        var settled: [Box] = []
        for index in order[middle...] {
            let (room, box) = (rooms[index], rooms[index].box(at: points[index]))
            let top = settled.reduce(box.minY) { overlapsAcross($1, box) ? max($0, $1.maxY + gap) : $0 }
            points[index].y = top + room.up
            settled.append(room.box(at: points[index]))
        }
        for index in order[..<middle].reversed() {
            let (room, box) = (rooms[index], rooms[index].box(at: points[index]))
            let bottom = settled.reduce(box.maxY) { overlapsAcross($1, box) ? min($0, $1.minY - gap) : $0 }
            points[index].y = bottom - room.down
            settled.append(room.box(at: points[index]))
        }
    }

    private func overlapsAcross(_ one: Box, _ other: Box) -> Bool {
        one.minX < other.maxX + gap && other.minX < one.maxX + gap
    }

    private func layInRows(_ points: inout [Point]) {
        let order = points.indices.sorted { (points[$0].y, $0) < (points[$1].y, $1) }
        var (x, top, rowHeight) = (0.0, 0.0, 0.0)
        for index in order {
            let room = rooms[index]
            if x > 0, x + room.width > width {
                (x, top, rowHeight) = (0, top + rowHeight + gap, 0)
            }
            points[index] = Point(x: x + room.left, y: top + room.up)
            x += room.width + gap
            rowHeight = max(rowHeight, room.height)
        }
    }
}
