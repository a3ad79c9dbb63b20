/// Puts the connected parts beside and below each other, and the lonely nodes in columns at the bottom.
struct Packing {
    let graph: Adjacency
    let rooms: [Footprint]
    let width: Double

    struct Placed {
        var points: [Point]
        var width: Double
        var height: Double
        var lonelyTop: Double?
    }

    private struct Shelf {
        var items: [(component: Component, x: Double, y: Double)] = []
        var width = 0.0
        var height = 0.0
        /// Where the last column of stacked parts starts, how wide it is and how far it is filled.
        var column = (x: 0.0, width: 0.0, filled: 0.0)
    }

    func placed() -> Placed {
        let groups = graph.components()
        let lonely = groups.filter { $0.count == 1 }.compactMap(\.first)
        let components = groups.filter { $0.count > 1 }
            .map { Component(members: $0, graph: graph, rooms: rooms, width: width) }
            .sorted { ($1.height, $0.members[0]) < ($0.height, $1.members[0]) }
        var result = Placed(
            points: [Point](repeating: Point(x: 0, y: 0), count: graph.count), width: width, height: 0, lonelyTop: nil)
        layShelves(components, &result)
        layLonely(lonely, &result)
        return result
    }

    private func layShelves(_ components: [Component], _ result: inout Placed) {
        var waiting = components
        while !waiting.isEmpty {
            var shelf = Shelf()
            var later: [Component] = []
            for component in waiting where !place(component, on: &shelf) { later.append(component) }
            waiting = later
            let top = result.height > 0 ? result.height + Layout.partGap : 0
            result.width = max(result.width, shelf.width)
            let left = max((width - shelf.width) / 2, 0)
            for item in shelf.items {
                for (member, point) in zip(item.component.members, item.component.points) {
                    result.points[member] = Point(x: left + item.x + point.x, y: top + item.y + point.y)
                }
            }
            result.height = top + shelf.height
        }
    }

    /// Onto the column at hand, else into a new column, else not on this shelf.
    private func place(_ component: Component, on shelf: inout Shelf) -> Bool {
        let below = shelf.column.filled + Layout.partGap
        let widened = max(shelf.column.width, component.width)
        if !shelf.items.isEmpty, shelf.items.count > 1 || shelf.width < width * 0.6,
            below + component.height <= shelf.height, shelf.column.x + widened <= width
        {
            shelf.items.append((component, shelf.column.x, below))
            shelf.column = (shelf.column.x, widened, below + component.height)
        } else {
            guard shelf.items.isEmpty || max(shelf.width, component.width) < width * 0.6 else { return false }
            let x = shelf.items.isEmpty ? 0 : shelf.width + Layout.partGap
            guard shelf.items.isEmpty || x + component.width <= width else { return false }
            shelf.items.append((component, x, 0))
            shelf.column = (x, component.width, component.height)
            shelf.height = max(shelf.height, component.height)
        }
        shelf.width = max(shelf.width, shelf.column.x + shelf.column.width)
        return true
    }

    private func layLonely(_ lonely: [Int], _ result: inout Placed) {
        guard !lonely.isEmpty else { return }
        let top = result.height > 0 ? result.height + Layout.lonelyGap : 0
        if top > 0 { result.lonelyTop = top }
        let left = lonely.reduce(0) { max($0, rooms[$1].left) }
        let cell = left + lonely.reduce(0) { max($0, rooms[$1].right) }
        let columns = max(min(Int((width + Layout.gap) / (cell + Layout.gap)), lonely.count), 1)
        let rows = (lonely.count + columns - 1) / columns
        let step = columns > 1 ? max((width - cell) / Double(columns - 1), cell + Layout.gap) : 0
        let pitch = min(step, cell + 48)
        var y = top
        for row in 0..<rows {
            let members = (0..<columns).map { $0 * rows + row }.filter { $0 < lonely.count }
            let (up, down) = members.reduce((0.0, 0.0)) {
                (max($0.0, rooms[lonely[$1]].up), max($0.1, rooms[lonely[$1]].down))
            }
            for place in members {
                result.points[lonely[place]] = Point(x: Double(place / rows) * pitch + left, y: y + up)
            }
            y += up + down + 4
        }
        if graph.count == 1 { result.points[0].x = max(width / 2, cell / 2) }
        result.width = max(result.width, cell)
        result.height = y
    }
}
