/// Places for the nodes of a network: connected parts apart and packed, lonely nodes in a tidy block below.
package struct Layout: Sendable {
    /// In the order of the nodes given.
    package let points: [Point]
    /// In px; every footprint lies between 0 and these.
    package let width: Double
    package let height: Double
    /// Where the block of lonely nodes begins, in px; nil when nobody is lonely or everybody is.
    let lonelyTop: Double?
    /// What lies behind nodes that stand together.
    var backdrops: [Backdrop] = []

    /// Space between footprints, between connected parts and above the block of lonely nodes, in px.
    static let gap = 10.0
    static let partGap = 28.0
    static let lonelyGap = 56.0

    /// The places only, in px and in the order of `nodes`. See `arrange`.
    package static func compute(
        nodes: [String], edges: [(Int, Int)], footprints: [Footprint] = [], width: Double = 960
    ) -> [Point] {
        arrange(nodes: nodes, edges: edges, footprints: footprints, width: width).points
    }

    /// Promises that no two footprints overlap and that the outcome depends on the ids and the relations between them, not on the order
    /// in which either is given (as long as the ids differ).
    ///
    /// - Parameters:
    ///   - edges: pairs of indices into `nodes`; pairs outside it and self-loops are left out.
    ///   - footprints: room per node; missing ones count as a bare node.
    ///   - width: px to stay within where possible; the height follows.
    package static func arrange(
        nodes: [String], edges: [(Int, Int)], footprints: [Footprint] = [], width: Double = 960
    ) -> Layout {
        let order = nodes.indices.sorted { bytesPrecede(nodes[$0], nodes[$1]) }
        var rank = [Int](repeating: 0, count: nodes.count)
        for (place, index) in order.enumerated() { rank[index] = place }
        let known = edges.filter { nodes.indices.contains($0.0) && nodes.indices.contains($0.1) }
        let graph = Adjacency(count: nodes.count, edges: known.map { (rank[$0.0], rank[$0.1]) })
        let rooms = order.map { $0 < footprints.count ? footprints[$0].finite : Footprint.plain }
        let placed = Packing(graph: graph, rooms: rooms, width: width.isFinite ? max(width, 1) : 960).placed()
        return Layout(
            points: rank.map { placed.points[$0] }, width: placed.width, height: placed.height,
            lonelyTop: placed.lonelyTop)
    }

    /// The width that keeps a drawing of these rooms from becoming much higher than it is wide, in px, at least `width`.
    static func roomyWidth(for rooms: [Footprint], atLeast width: Double) -> Double {
        max(width, (Component.area(of: rooms) / Component.fullDensity / 1.1).squareRoot())
    }
}

extension Footprint {
    /// Room that can be reckoned with: finite, not below 0, not absurd.
    fileprivate var finite: Footprint {
        func sane(_ length: Double) -> Double { length.isFinite ? min(max(length, 0), 10_000) : 0 }
        return Footprint(left: sane(left), right: sane(right), up: sane(up), down: sane(down))
    }
}
