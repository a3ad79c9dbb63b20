/// Springs between all pairs of one connected component: two nodes want to be as far apart as the steps between them.
///
/// Solved by stochastic gradient descent over the pairs (Zheng, Pawar and Goodman, 2019) in a fixed shuffle. Only +, −, ×, ÷ and
/// square roots are used, which IEEE 754 rounds alike everywhere: the same graph gives the same bytes on every machine.
struct StressLayout {
    private struct Spring {
        var one: Int32
        var other: Int32
        var length: Double
        var weight: Double
        /// A pivot pulls but is not pulled back.
        var isPivot: Bool
    }

    /// Up to this many nodes every pair is a spring; above it only edges and a few pivots, so that time grows with n.
    static let allPairsLimit = 600

    private let graph: Adjacency

    /// Positions for a connected graph, in steps.
    static func positions(of graph: Adjacency) -> [Point] {
        guard graph.count > 1 else { return [Point](repeating: Point(x: 0, y: 0), count: graph.count) }
        let layout = StressLayout(graph: graph)
        var springs = graph.count <= allPairsLimit ? layout.allPairs() : layout.edgesAndPivots()
        var random = FixedRandom()
        random.shuffle(&springs)
        return layout.relaxed(springs)
    }

    private func allPairs() -> [Spring] {
        var springs: [Spring] = []
        springs.reserveCapacity(graph.count * (graph.count - 1) / 2)
        for one in 0..<graph.count {
            let steps = graph.distances(from: one)
            for other in (one + 1)..<max(graph.count, one + 1) where steps[other] > 0 {
                springs.append(spring(one, other, steps[other], isPivot: false))
            }
        }
        return springs
    }

    private func edgesAndPivots() -> [Spring] {
        var springs: [Spring] = []
        for one in 0..<graph.count {
            for other in graph.neighbours(of: one) where one < other {
                springs.append(spring(one, other, 1, isPivot: false))
            }
        }
        var pivot = (0..<graph.count).max { graph.degree(of: $0) < graph.degree(of: $1) } ?? 0
        var nearest = [Int32](repeating: .max, count: graph.count)
        for _ in 0..<(graph.count > 5_000 ? 24 : 60) {
            let steps = graph.distances(from: pivot)
            for other in 0..<graph.count where steps[other] > 1 {
                springs.append(spring(other, pivot, steps[other], isPivot: true))
            }
            for other in 0..<graph.count { nearest[other] = min(nearest[other], steps[other]) }
            pivot = nearest.indices.max { nearest[$0] < nearest[$1] } ?? 0
        }
        return springs
    }

    private func spring(_ one: Int, _ other: Int, _ steps: Int32, isPivot: Bool) -> Spring {
        let length = Double(steps)
        return Spring(
            one: Int32(one), other: Int32(other), length: length, weight: 1 / (length * length), isPivot: isPivot)
    }

    private func relaxed(_ springs: [Spring]) -> [Point] {
        var points = Spiral.points(graph.count)
        let longest = springs.reduce(1.0) { max($0, $1.length) }
        var rate = longest * longest
        while rate > 0.03 {
            points.withUnsafeMutableBufferPointer { buffer in
                for spring in springs { Self.relax(spring, rate, buffer) }
            }
            rate *= 0.68
        }
        return points
    }

    @inline(__always)
    private static func relax(_ spring: Spring, _ rate: Double, _ points: UnsafeMutableBufferPointer<Point>) {
        let (one, other) = (Int(spring.one), Int(spring.other))
        let (dx, dy) = (points[one].x - points[other].x, points[one].y - points[other].y)
        let distance = max((dx * dx + dy * dy).squareRoot(), 1e-6)
        let share = min(rate * spring.weight, 1) * (distance - spring.length) / (2 * distance)
        let (moveX, moveY) = (dx * share, dy * share)
        points[one].x -= moveX
        points[one].y -= moveY
        guard !spring.isPivot else { return }
        points[other].x += moveX
        points[other].y += moveY
    }
}

/// The start: points on a sunflower spiral, in order, none on top of another.
enum Spiral {
    /// Cosine and sine of the golden angle, as literals: a library's rounding may differ between machines.
    private static let turn = Point(x: -0.737_368_878_078_319_9, y: 0.675_490_294_261_524)

    static func points(_ count: Int) -> [Point] {
        var direction = Point(x: 1, y: 0)
        return (0..<count).map { index in
            let reach = 0.6 * Double(index).squareRoot()
            defer {
                direction = Point(
                    x: direction.x * turn.x - direction.y * turn.y, y: direction.x * turn.y + direction.y * turn.x)
            }
            return Point(x: direction.x * reach, y: direction.y * reach)
        }
    }
}

/// The same numbers every time (SplitMix64 from a fixed seed): a shuffle, not a secret.
struct FixedRandom {
    private var state: UInt64 = 0x5354_454C_5345_4C21

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func shuffle<Element>(_ items: inout [Element]) {
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, Int(next() % UInt64(index + 1)))
        }
    }
}
