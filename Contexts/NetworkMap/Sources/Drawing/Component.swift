/// One connected part of the network, laid out in px with its upper left corner at 0, 0.
struct Component {
    let members: [Int]
    let points: [Point]
    let width: Double
    let height: Double

    /// How far a crowded middle gives way to the empty rim: 0 keeps the springs' answer, 1 spreads the nodes evenly in each direction.
    private static let evenness = 0.6

    /// Part of the area that footprints fill; the rest is air and lines. Few nodes can afford more air; a pair needs little.
    private static func density(_ count: Int) -> Double {
        count < 4 ? 0.45 : min(0.2 + 0.006 * Double(count), fullDensity)
    }

    static let fullDensity = 0.5

    /// What the footprints fill, in square px.
    static func area(of rooms: [Footprint]) -> Double {
        rooms.reduce(0) { $0 + ($1.width + Layout.gap) * ($1.height + Layout.gap) }
    }

    /// - Parameter density: part of the area that footprints fill; nil: by how many there are.
    init(members: [Int], graph: Adjacency, rooms allRooms: [Footprint], width limit: Double, density: Double? = nil) {
        let rooms = members.map { allRooms[$0] }
        let area = Self.area(of: rooms) / (density ?? Self.density(members.count))
        let widest = rooms.reduce(0) { max($0, $1.width) }
        let target = max(min(limit, (area * (members.count > 6 ? 1.5 : 2.6)).squareRoot()), widest)
        let part = graph.part(members)
        var points = Self.lyingDown(StressLayout.positions(of: part))
        Self.fit(&points, rooms, width: target, height: area / target)
        Spacing(rooms: rooms, width: target, gap: Layout.gap).separate(&points)
        Tidying(rooms: rooms, edges: part.edges, width: target, gap: Layout.gap).improve(&points)
        let boxes = zip(rooms, points).map { $0.box(at: $1) }
        let bounds = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
        self.members = members
        self.points = points.map { Point(x: $0.x - bounds.minX, y: $0.y - bounds.minY) }
        (width, height) = (bounds.width, bounds.height)
    }

    /// Turned so that the longest direction lies flat: names are wide and low, and so are screens.
    private static func lyingDown(_ points: [Point]) -> [Point] {
        let count = Double(points.count)
        let middle = points.reduce(Point(x: 0, y: 0)) { Point(x: $0.x + $1.x / count, y: $0.y + $1.y / count) }
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for point in points {
            let (dx, dy) = (point.x - middle.x, point.y - middle.y)
            xx += dx * dx
            yy += dy * dy
            xy += dx * dy
        }
        let half = (xx - yy) / 2
        let largest = (xx + yy) / 2 + (half * half + xy * xy).squareRoot()
        let axis = Point(x: largest - yy, y: xy)
        let length = axis.distance(to: Point(x: 0, y: 0))
        guard length > 1e-9 else { return points }
        let (cosine, sine) = (axis.x / length, axis.y / length)
        return points.map {
            let (dx, dy) = ($0.x - middle.x, $0.y - middle.y)
            return Point(x: dx * cosine + dy * sine, y: dy * cosine - dx * sine)
        }
    }

    /// Stretches steps into px, each direction on its own, but never one more than 1.7 times the other.
    private static func fit(_ points: inout [Point], _ rooms: [Footprint], width: Double, height: Double) {
        guard let first = points.first else { return }
        let spread = points.reduce(Box(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)) {
            $0.union(Box(minX: $1.x, minY: $1.y, maxX: $1.x, maxY: $1.y))
        }
        let inset = (rooms.reduce(0) { $0 + $1.width } / Double(rooms.count)) / 2
        let fillX = max(width - 2 * inset, width / 4) / max(spread.width, 0.5)
        let fillY = max(height, 1) / max(spread.height, 0.5)
        let (scaleX, scaleY) = (min(fillX, fillY * 1.7), min(fillY, fillX * 1.7))
        let (ranksX, ranksY) = (Self.ranks(points.map(\.x)), Self.ranks(points.map(\.y)))
        for index in points.indices {
            let x = (points[index].x - spread.minX) * scaleX
            let y = (points[index].y - spread.minY) * scaleY
            points[index].x = inset + x + (ranksX[index] * spread.width * scaleX - x) * evenness
            points[index].y = y + (ranksY[index] * spread.height * scaleY - y) * evenness
        }
    }

    /// The place of every value in the row from low to high, from 0 to 1.
    private static func ranks(_ values: [Double]) -> [Double] {
        var ranks = [Double](repeating: 0, count: values.count)
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        for (place, index) in order.enumerated() { ranks[index] = Double(place) / Double(max(values.count - 1, 1)) }
        return ranks
    }
}
