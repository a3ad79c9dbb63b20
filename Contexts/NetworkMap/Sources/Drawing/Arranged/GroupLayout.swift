/// Each group laid out by itself on a ground of its own, and the grounds near those with which they have most to do.
struct GroupLayout {
    let bands: [NodeBand]
    /// Sorted; indices of `graph` and `rooms`.
    let ids: [String]
    let graph: Adjacency
    let rooms: [Footprint]

    /// Air inside a ground, room for its title, and air between grounds, in px.
    private static let padding = 16.0
    private static let heading = 28.0
    private static let apart = 30.0
    /// Part of the area that grounds fill: they need less air than nodes do.
    private static let density = 0.74

    private struct Ground {
        var title: LabelText
        var href: String
        var members: [Int]
        var points: [Point]
        var width: Double
        var height: Double
    }

    func placed() -> Layout {
        let (groups, rest) = NodeBand.places(bands, in: ids)
        let grounds = zip(bands, groups).filter { !$1.isEmpty }.map { ground($0, $1.sorted()) }
        var points = [Point](repeating: Point(x: 0, y: 0), count: ids.count)
        var (backdrops, width, height) = ([Backdrop](), 0.0, 0.0)
        for (ground, middle) in zip(grounds, middles(of: grounds)) {
            let (left, top) = (middle.x - ground.width / 2, middle.y - ground.height / 2)
            for (member, point) in zip(ground.members, ground.points) {
                points[member] = Point(x: left + point.x, y: top + point.y)
            }
            let box = Box(minX: left, minY: top, maxX: left + ground.width, maxY: top + ground.height)
            backdrops.append(
                Backdrop(
                    form: .ground, box: box, title: ground.title, href: ground.href, count: ground.members.count))
            (width, height) = (max(width, box.maxX), max(height, box.maxY))
        }
        let lonelyTop = layRest(rest, &points, &width, &height)
        return Layout(points: points, width: width, height: height, lonelyTop: lonelyTop, backdrops: backdrops)
    }

    private func ground(_ band: NodeBand, _ members: [Int]) -> Ground {
        let inside = graph.part(members)
        let own = members.map { rooms[$0] }
        let roomy = (Component.area(of: own) / Component.fullDensity * 1.5).squareRoot()
        let layout = Layout.arrange(
            nodes: members.map { ids[$0] }, edges: inside.edges, footprints: own, width: max(roomy, 120))
        let boxes = zip(own, layout.points).map { $0.box(at: $1) }
        let used = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
        let title = band.text
        let width = max(used.width, title.width) + 2 * Self.padding
        let left = (width - used.width) / 2 - used.minX
        return Ground(
            title: title, href: band.href, members: members,
            points: layout.points.map { Point(x: $0.x + left, y: $0.y - used.minY + Self.heading) }, width: width,
            height: used.height + Self.heading + Self.padding)
    }

    /// The middle of each ground. Grounds between which nothing runs are tied in a chain, so that they stay near each other.
    private func middles(of grounds: [Ground]) -> [Point] {
        guard grounds.count > 1 else { return grounds.map { Point(x: $0.width / 2, y: $0.height / 2) } }
        var groundOf = [Int](repeating: -1, count: ids.count)
        for (place, ground) in grounds.enumerated() { for member in ground.members { groundOf[member] = place } }
        var ties = graph.edges.compactMap { from, to -> (Int, Int)? in
            let (one, other) = (groundOf[from], groundOf[to])
            return one >= 0 && other >= 0 && one != other ? (one, other) : nil
        }
        let parts = Adjacency(count: grounds.count, edges: ties).components()
        for part in parts.dropFirst() { ties.append((parts[0][0], part[0])) }
        let half = Self.apart / 2
        let rooms = grounds.map {
            Footprint(
                left: $0.width / 2 + half, right: $0.width / 2 + half, up: $0.height / 2 + half,
                down: $0.height / 2 + half)
        }
        let laid = Component(
            members: Array(grounds.indices), graph: Adjacency(count: grounds.count, edges: ties), rooms: rooms,
            width: 20_000, density: Self.density)
        return drawnTogether(laid.points, rooms).map { Point(x: $0.x - half, y: $0.y - half) }
    }

    /// Grounds may stand closer than springs put them: step by step toward the middle, as long as the whole gets smaller.
    private func drawnTogether(_ points: [Point], _ rooms: [Footprint]) -> [Point] {
        func extent(_ points: [Point]) -> Box {
            let boxes = zip(rooms, points).map { $0.box(at: $1) }
            return boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
        }
        var (best, box) = (points, extent(points))
        for step in 0..<60 {
            let share = step % 2 == 0 ? 0.86 : 0.95
            let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
            // First in one direction, then in the other: so grounds slide past each other.
            var tried = best.map {
                step % 3 == 0
                    ? Point(x: x + ($0.x - x) * share, y: $0.y) : Point(x: $0.x, y: y + ($0.y - y) * share)
            }
            Spacing(rooms: rooms, width: box.width, gap: 0).separate(&tried)
            let found = extent(tried)
            let isSmaller = Self.cost(of: found) < Self.cost(of: box) * 0.999
            if isSmaller { (best, box) = (tried, found) }
        }
        return best.map { Point(x: $0.x - box.minX, y: $0.y - box.minY) }
    }

    /// The area of the screen that a drawing of this extent takes: what is not 1.5 times as wide as high leaves some empty.
    private static func cost(of box: Box) -> Double {
        let width = max(box.width, box.height * 1.5)
        return width * width
    }

    private func layRest(
        _ rest: [Int], _ points: inout [Point], _ width: inout Double, _ height: inout Double
    ) -> Double? {
        guard !rest.isEmpty else { return nil }
        let list = Layout.arrange(
            nodes: rest.map { ids[$0] }, edges: [], footprints: rest.map { rooms[$0] }, width: max(width, 600))
        let top = height > 0 ? height + Layout.lonelyGap : 0
        for (member, point) in zip(rest, list.points) { points[member] = Point(x: point.x, y: point.y + top) }
        (width, height) = (max(width, list.width), top + list.height)
        return top > 0 ? top : nil
    }
}
