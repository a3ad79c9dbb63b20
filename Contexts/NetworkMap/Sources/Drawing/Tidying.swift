/// Small moves of single nodes that make a drawing easier to read: fewer crossings, no line through a node or a name, no detours.
struct Tidying {
    let rooms: [Footprint]
    let edges: [(Int, Int)]
    let width: Double
    let gap: Double

    /// Comparisons to spend, at most; a fixed number and not a time, so that the outcome is the same everywhere.
    private static let budget = 4_000_000
    private static let directions: [(Double, Double)] = [
        (1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7),
    ]
    /// How far a node tries to move, in px, round by round.
    private static let steps: [Double] = [120, 70, 40, 20, 90, 50, 28, 12]

    /// What a fault costs, in px of line.
    private static let crossing = 26.0
    private static let throughNode = 90.0
    private static let throughName = 14.0

    func improve(_ points: inout [Point]) {
        guard points.count > 2, !edges.isEmpty else { return }
        var own = [[Int]](repeating: [], count: points.count)
        for (index, edge) in edges.enumerated() {
            own[edge.0].append(index)
            own[edge.1].append(index)
        }
        let usual = edges.reduce(0) { $0 + points[$1.0].distance(to: points[$1.1]) } / Double(edges.count)
        let order = points.indices.sorted { (own[$0].count, $0) < (own[$1].count, $1) }
        var spent = 0
        for step in Self.steps {
            for node in order {
                guard spent < Self.budget else { return }
                move(node, step, own[node], usual, &points, &spent)
            }
        }
    }

    private func move(
        _ node: Int, _ step: Double, _ own: [Int], _ usual: Double, _ points: inout [Point], _ spent: inout Int
    ) {
        let start = points[node]
        var (best, lowest) = (start, cost(of: node, own, usual, points))
        spent += (own.count + 1) * edges.count + own.count * points.count
        for (x, y) in Self.directions {
            points[node] = Point(x: start.x + x * step, y: start.y + y * step)
            spent += points.count
            guard isFree(node, points) else { continue }
            spent += (own.count + 1) * edges.count + own.count * points.count
            let cost = cost(of: node, own, usual, points)
            if cost < lowest - 1 { (best, lowest) = (points[node], cost) }
        }
        points[node] = best
    }

    private func isFree(_ node: Int, _ points: [Point]) -> Bool {
        let box = rooms[node].box(at: points[node])
        guard box.minX >= 0, box.maxX <= width else { return false }
        for other in points.indices where other != node {
            if rooms[other].box(at: points[other]).overlaps(box, gap: gap) { return false }
        }
        return true
    }

    /// What one node's place costs: its lines (longer or much shorter than usual) with all they cross, and the lines that run through it.
    private func cost(of node: Int, _ own: [Int], _ usual: Double, _ points: [Point]) -> Double {
        var sum = 0.0
        for index in own {
            let other = edges[index].0 == node ? edges[index].1 : edges[index].0
            let length = points[node].distance(to: points[other])
            sum += 0.5 * max(length - usual, 0) + 0.8 * max(0.75 * usual - length, 0)
            sum += faults(node, other, points)
        }
        let box = rooms[node].box(at: points[node])
        let mark = markBox(node, points)
        for (from, to) in edges where from != node && to != node {
            if mark.length(of: points[from], points[to]) > 0 {
                sum += Self.throughNode
            } else {
                let under = box.length(of: points[from], points[to])
                if under > 0 { sum += Self.throughName + under / 4 }
            }
        }
        return sum
    }

    /// What one line runs into.
    private func faults(_ node: Int, _ other: Int, _ points: [Point]) -> Double {
        let (start, end) = (points[node], points[other])
        var sum = 0.0
        for (from, to) in edges where from != node && to != node && from != other && to != other {
            if Self.cross(start, end, points[from], points[to]) { sum += Self.crossing }
        }
        for third in points.indices where third != node && third != other {
            if markBox(third, points).length(of: start, end) > 0 {
                sum += Self.throughNode
            } else {
                let under = rooms[third].box(at: points[third]).length(of: start, end)
                if under > 0 { sum += Self.throughName + under / 4 }
            }
        }
        return sum
    }

    /// The node itself with some air: the footprint reaches as far above the centre as the node does around it.
    private func markBox(_ node: Int, _ points: [Point]) -> Box {
        let reach = rooms[node].up + 4
        return Box(
            minX: points[node].x - reach, minY: points[node].y - reach, maxX: points[node].x + reach,
            maxY: points[node].y + reach)
    }

    private static func cross(_ one: Point, _ two: Point, _ three: Point, _ four: Point) -> Bool {
        func side(_ start: Point, _ end: Point, _ point: Point) -> Bool {
            (end.x - start.x) * (point.y - start.y) > (end.y - start.y) * (point.x - start.x)
        }
        return side(one, two, three) != side(one, two, four) && side(three, four, one) != side(three, four, two)
    }
}
