/// Bands around a middle, as flat rings: names are wide and low, and so are screens.
struct RingLayout {
    let bands: [NodeBand]
    /// Sorted; indices of `graph` and `rooms`.
    let ids: [String]
    let graph: Adjacency
    let rooms: [Footprint]

    /// How many times wider than high a ring is.
    static let flatness = 1.8
    /// Air between what stands in a ring and its line, by how much a node moves outward until it fits, and air between nodes, in px.
    private static let air = 10.0
    private static let growth = 6.0
    private static let gap = 5.0

    /// A ring that is filled: the places around the middle, and how far it reaches upward.
    private struct Filled {
        var points: [(Int, Point)]
        var reach: Double
    }

    func placed() -> Layout {
        var (groups, rest) = NodeBand.places(bands, in: ids)
        if !rest.isEmpty, let outermost = groups.lastIndex(where: { !$0.isEmpty }) ?? groups.indices.last {
            groups[outermost] += rest
        }
        var points = [Point](repeating: Point(x: 0, y: 0), count: ids.count)
        var isPlaced = [Bool](repeating: false, count: ids.count)
        var (rings, inner) = ([Backdrop](), 0.0)
        for (band, members) in zip(bands, groups) where !members.isEmpty {
            let filled = fill(members, outside: inner, points, isPlaced)
            for (member, point) in filled.points {
                points[member] = point
                isPlaced[member] = true
            }
            let title = band.text
            let reach = reach(around: filled, title)
            let box = Box(minX: -reach * Self.flatness, minY: -reach, maxX: reach * Self.flatness, maxY: reach)
            rings.append(Backdrop(form: .ring, box: box, title: title, href: band.href, count: members.count))
            inner = reach + title.height / 2
        }
        return moved(points, rings)
    }

    /// The ring's line lies outside its nodes, and so high that its title touches none of them.
    private func reach(around filled: Filled, _ title: LabelText) -> Double {
        let boxes = filled.points.map { rooms[$0.0].box(at: $0.1) }
        var reach = filled.reach + Self.air
        while boxes.contains(where: { $0.overlaps(Backdrop.titleBox(top: -reach, middle: 0, title), gap: 3) }) {
            reach += Self.growth
        }
        return reach
    }

    private func moved(_ points: [Point], _ rings: [Backdrop]) -> Layout {
        guard let last = rings.last else { return Layout(points: points, width: 0, height: 0, lonelyTop: nil) }
        let (right, down) = (-last.box.minX, last.titleBox.height / 2 - last.box.minY)
        return Layout(
            points: points.map { Point(x: $0.x + right, y: $0.y + down) }, width: last.box.width,
            height: last.box.maxY + down, lonelyTop: nil, backdrops: rings.map { $0.moved(x: right, y: down) })
    }

    /// Each node as near to the middle as it can stand outside what is inner, in its own direction or a little beside it.
    private func fill(_ members: [Int], outside inner: Double, _ points: [Point], _ isPlaced: [Bool]) -> Filled {
        if members.count == 1, inner == 0 {
            let box = rooms[members[0]].box(at: Point(x: 0, y: 0))
            return Filled(points: [(members[0], Point(x: 0, y: 0))], reach: Self.farthest(box))
        }
        let order = turned(ordered(members, points, isPlaced), points, isPlaced)
        let stride = members.count > 8 ? 3 : 1
        var (seats, boxes) = ([(Int, Point)](), [Box]())
        // Every third first: they become the row inside, the others find room between and behind them.
        for place in (0..<stride).flatMap({ Swift.stride(from: $0, to: order.count, by: stride) }) {
            let (point, box) = seat(of: order[place], at: Double(place), of: Double(order.count), inner, boxes)
            seats.append((order[place], point))
            boxes.append(box)
        }
        return Filled(points: seats, reach: boxes.reduce(inner) { max($0, Self.farthest($1)) })
    }

    private func seat(
        of member: Int, at place: Double, of count: Double, _ inner: Double, _ taken: [Box]
    ) -> (Point, Box) {
        var best: (reach: Double, point: Point, box: Box)?
        for beside in [0, 0.25, -0.25, 0.5, -0.5] {
            let direction = Turn.direction((place + 0.5 + beside) / count)
            var distance = inner + Self.air
            while distance < best?.reach ?? .infinity {
                let point = Point(x: direction.x * distance * Self.flatness, y: direction.y * distance)
                let box = rooms[member].box(at: point)
                if Self.nearest(box) >= inner + Self.air, !taken.contains(where: { $0.overlaps(box, gap: Self.gap) }) {
                    best = (distance, point, box)
                    break
                }
                distance += Self.growth
            }
        }
        guard let best else { return (Point(x: 0, y: 0), rooms[member].box(at: Point(x: 0, y: 0))) }
        return (best.point, best.box)
    }

    /// Near whom they know: by the mean direction of their neighbours that have a place already; others keep their order.
    private func ordered(_ members: [Int], _ points: [Point], _ isPlaced: [Bool]) -> [Int] {
        let keyed = members.enumerated().map { place, member -> (key: Double, place: Int, member: Int) in
            var sum = Point(x: 0, y: 0)
            for other in graph.neighbours(of: member) where isPlaced[other] {
                let length = max(points[other].distance(to: Point(x: 0, y: 0)), 1)
                sum = Point(x: sum.x + points[other].x / length, y: sum.y + points[other].y / length)
            }
            let isTied = abs(sum.x) + abs(sum.y) > 1e-9
            let key = isTied ? Turn.order(of: sum) : 4 * (Double(place) + 0.5) / Double(members.count)
            return (key, place, member)
        }
        return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.member)
    }

    /// Handed on around the ring, as far as brings them nearest to whom they know inside.
    private func turned(_ order: [Int], _ points: [Point], _ isPlaced: [Bool]) -> [Int] {
        let count = order.count
        let directions = order.indices.map { Turn.direction((Double($0) + 0.5) / Double(count)) }
        let wanted = order.map { member in
            graph.neighbours(of: member).filter { isPlaced[$0] }.reduce(Point(x: 0, y: 0)) {
                Point(x: $0.x + points[$1].x / Self.flatness, y: $0.y + points[$1].y)
            }
        }
        var best = (shift: 0, gain: -Double.infinity)
        for shift in order.indices {
            let gain = order.indices.reduce(0.0) {
                let (direction, goal) = (directions[$1], wanted[($1 + shift) % count])
                return $0 + direction.x * goal.x + direction.y * goal.y
            }
            if gain > best.gain + 1e-6 { best = (shift, gain) }
        }
        return order.indices.map { order[($0 + best.shift) % count] }
    }
}

extension RingLayout {
    /// How high a ring is that a box just stays outside of.
    private static func nearest(_ box: Box) -> Double {
        let (x, y) = (max(box.minX, -box.maxX, 0) / flatness, max(box.minY, -box.maxY, 0))
        return (x * x + y * y).squareRoot()
    }

    /// How high a ring is that a box just stays inside of.
    private static func farthest(_ box: Box) -> Double {
        let (x, y) = (max(-box.minX, box.maxX) / flatness, max(-box.minY, box.maxY))
        return (x * x + y * y).squareRoot()
    }
}
