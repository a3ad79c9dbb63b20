/// Finds a place beside its node for every name, such that no name touches a node or another name.
struct LabelPlacement {
    enum Side: CaseIterable {
        case below, above, right, left, belowRight, belowLeft, aboveRight, aboveLeft
        case belowEast, belowWest, aboveEast, aboveWest, rightHigh, rightLow, leftHigh, leftLow

        /// What it costs to stand here: below reads calmest. Less than one line through the name, wherever it stands.
        var cost: Double {
            switch self {
            case .below: 0
            case .above: 3
            case .right: 5
            case .left: 8
            case .belowRight, .belowLeft, .aboveRight, .aboveLeft: 12
            default: 10
            }
        }
    }

    struct Item {
        var mark: Box
        var text: LabelText
        /// Begins below its node, where the layout kept room, and never loses its place.
        var isSure: Bool
        /// Higher goes first.
        var importance: Int
        /// The only side allowed, for nodes in a list.
        var fixed: Side?
    }

    struct Place: Hashable {
        var side: Side
        var box: Box
    }

    let items: [Item]
    /// Where lines run.
    let lines: [(Point, Point)]
    /// Where else no name may stand, such as self-loops.
    let obstacles: [Box]
    let bounds: Box

    /// Space that stays free around a name, in px.
    static let gap = 2.0
    /// What a line through a name costs, next to how long it runs there.
    private static let crossing = 16.0

    /// One place per item; nil for who has no name or found no room.
    func places() -> [Place?] {
        var places: [Place?] = items.map { item in
            guard item.isSure || item.fixed != nil, !item.text.isEmpty else { return nil }
            let side = item.fixed ?? .below
            return Place(side: side, box: Self.box(item, side))
        }
        let order = items.indices.sorted { (items[$1].importance, $0) < (items[$0].importance, $1) }
        let near = items.map(linesNear)
        for _ in 0..<4 {
            var moved = false
            for index in order where items[index].fixed == nil && !items[index].text.isEmpty {
                guard let better = best(for: index, near[index], places), better != places[index] else { continue }
                places[index] = better
                moved = true
            }
            if !moved { break }
        }
        return places
    }

    /// The lines that any of an item's places could touch.
    private func linesNear(_ item: Item) -> [(Point, Point)] {
        guard item.fixed == nil, !item.text.isEmpty else { return [] }
        let reach = Side.allCases.reduce(item.mark) { $0.union(Self.box(item, $1)) }
        return lines.filter { reach.length(of: $0.0, $0.1) > 0 }
    }

    private func best(for index: Int, _ near: [(Point, Point)], _ places: [Place?]) -> Place? {
        var (best, lowest) = (places[index], places[index].map { cost($0, near) } ?? .infinity)
        for side in Side.allCases where lowest > 0 && side.cost < lowest {
            let place = Place(side: side, box: Self.box(items[index], side))
            let cost = cost(place, near)
            if cost < lowest, isFree(place.box, index, places) { (best, lowest) = (place, cost) }
        }
        return best
    }

    private func isFree(_ box: Box, _ index: Int, _ places: [Place?]) -> Bool {
        guard box.minX >= bounds.minX, box.maxX <= bounds.maxX, box.minY >= bounds.minY, box.maxY <= bounds.maxY else {
            return false
        }
        for other in items.indices {
            if other != index, items[other].mark.overlaps(box, gap: Self.gap) { return false }
            if other != index, let place = places[other], place.box.overlaps(box, gap: Self.gap) { return false }
        }
        return !obstacles.contains { $0.overlaps(box) }
    }

    private func cost(_ place: Place, _ near: [(Point, Point)]) -> Double {
        near.reduce(place.side.cost) { sum, line in
            let under = place.box.length(of: line.0, line.1)
            return under > 0 ? sum + Self.crossing + under / 3 : sum
        }
    }

    /// Where a name stands on one side of its node.
    static func box(_ item: Item, _ side: Side) -> Box {
        let (mark, width, height) = (item.mark, item.text.width, item.text.height)
        let (middleX, middleY) = ((mark.minX + mark.maxX) / 2, (mark.minY + mark.maxY) / 2)
        let x: Double
        switch side {
        case .below, .above: x = middleX - width / 2
        case .belowEast, .aboveEast: x = middleX - width / 4
        case .belowWest, .aboveWest: x = middleX - width * 3 / 4
        case .right, .rightHigh, .rightLow: x = mark.maxX + 4
        case .left, .leftHigh, .leftLow: x = mark.minX - 4 - width
        case .belowRight, .aboveRight: x = mark.maxX - 1
        case .belowLeft, .aboveLeft: x = mark.minX + 1 - width
        }
        let y: Double
        switch side {
        case .right, .left: y = middleY - height / 2
        case .rightHigh, .leftHigh: y = middleY - height
        case .rightLow, .leftLow: y = middleY
        case .below, .belowEast, .belowWest: y = mark.maxY + 2
        case .above, .aboveEast, .aboveWest: y = mark.minY - 2 - height
        case .belowRight, .belowLeft: y = mark.maxY
        case .aboveRight, .aboveLeft: y = mark.minY - height
        }
        return Box(minX: x, minY: y, maxX: x + width, maxY: y + height)
    }
}
