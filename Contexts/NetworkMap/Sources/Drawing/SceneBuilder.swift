/// Makes a scene in four steps: sizes, places, lines, names.
struct SceneBuilder {
    let graph: MapGraph
    let options: MapOptions
    let marks: [NodeMark]
    private let texts: [LabelText]
    /// Most connected first.
    private let ranks: [Int]

    init(graph: MapGraph, options: MapOptions) {
        (self.graph, self.options) = (graph, options)
        marks = graph.nodes.indices.map {
            NodeMark(
                shape: graph.nodes[$0].shape, degree: graph.degrees[$0], sizeByDegree: options.sizeByDegree,
                hasHalo: graph.nodes[$0].id == options.focus, radius: graph.nodes[$0].radius)
        }
        texts = graph.nodes.indices.map { index in
            let isLonely = graph.degrees[index] == 0
            return LabelText(
                graph.nodes[index].label, size: 12, isBold: graph.nodes[index].id == options.focus,
                oneLine: isLonely ? 200 : LabelText.oneLine, widest: isLonely ? 200 : LabelText.widestLine)
        }
        var ranks = [Int](repeating: 0, count: graph.nodes.count)
        let order = graph.nodes.indices.sorted { (graph.degrees[$1], $0) < (graph.degrees[$0], $1) }
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        self.ranks = ranks
    }

    func scene() -> MapScene {
        let margin = graph.nodes.count == 1 ? MapScene.wideMargin : MapScene.margin
        let rooms = graph.nodes.indices.map(room)
        let width = Layout.roomyWidth(for: rooms, atLeast: options.saneWidth - 2 * margin)
        let layout = arranged(rooms, width: width)
        let grounds = layout.backdrops.map { $0.moved(x: margin, y: margin + Self.headroom) }
        let high = layout.points.map { Point(x: $0.x + margin, y: $0.y + margin + Self.headroom) }
        let bounds = Box(
            minX: 4, minY: 4, maxX: layout.width + 2 * margin - 4,
            maxY: layout.height + 2 * margin + Self.headroom - 4)
        let found = placement(high, lines(between: high), bounds, grounds.map(\.titleBox)).places()
        let used = grounds.reduce(extent(of: high, found)) { $0.union($1.box).union($1.titleBox) }
        let lift = min(max(used.minY - margin, 0), Self.headroom)
        let (left, right) = emptySides(used, width: layout.width + 2 * margin, layout)
        let centres = high.map { Point(x: $0.x - left, y: $0.y - lift) }
        let nodes = graph.nodes.indices.map { index in
            MapScene.Node(
                node: graph.nodes[index], mark: marks[index], centre: centres[index], text: texts[index],
                place: found[index].map { .init(side: $0.side, box: $0.box.moved(x: -left, y: -lift)) })
        }
        let down = margin + Self.headroom - lift
        return MapScene(
            width: layout.width + 2 * margin - left - right, height: layout.height + margin + down, nodes: nodes,
            lines: lines(between: centres), lonelyTop: layout.lonelyTop.map { $0 + down },
            backdrops: grounds.map { $0.moved(x: -left, y: -lift) })
    }

    /// Room above the highest nodes, so that their names may stand there too; what stays empty is cut off.
    private static let headroom = 34.0

    private func isSure(_ index: Int) -> Bool { ranks[index] < options.labelsSure }

    /// Whether it stands in the list of nodes without relations, its name on the right.
    private func isListed(_ index: Int) -> Bool {
        graph.degrees[index] == 0 && graph.nodes.count > 1 && listsLonely
    }

    /// The node with its name below it, so that a free place for that name is certain.
    private func room(_ index: Int) -> Footprint {
        let (reach, text) = (marks[index].reach, texts[index])
        let hasName = isSure(index) || isListed(index)
        let (width, height) = hasName && !text.isEmpty ? (text.width, text.height) : (0, 0)
        let loop = graph.loops.contains { $0.from == index } ? 12.0 : 0
        if isListed(index) {
            let half = max(reach, height / 2) + 4
            return Footprint(left: reach + loop, right: reach + 4 + width, up: half + loop, down: half)
        }
        return Footprint(
            left: max(reach + loop, width / 2), right: max(reach, width / 2), up: reach + loop, down: reach + 2 + height
        )
    }

    private func lines(between centres: [Point]) -> [MapScene.Line] {
        let weights = graph.lines.map(\.edge.weight)
        let range = (weights.min() ?? 1, weights.max() ?? 1)
        var lines: [MapScene.Line] = []
        var start = 0
        let pairs = graph.lines.indices.sorted { pairKey($0) < pairKey($1) }
        while start < pairs.count {
            let key = pairKey(pairs[start])
            let end = pairs[start...].firstIndex { pairKey($0) != key } ?? pairs.count
            for (place, index) in pairs[start..<end].enumerated() {
                let bend = Double(place) - Double(end - start - 1) / 2
                lines.append(line(graph.lines[index], bend: bend * 2, centres, range))
            }
            start = end
        }
        return lines
            + graph.loops.map { loop in
                MapScene.Line(
                    edge: loop.edge, from: loop.edge.from, to: loop.edge.to,
                    path: EdgePath(loopAt: centres[loop.from], reach: marks[loop.from].reach), thickness: 1)
            }
    }

    /// Pair without direction, then the place among the lines.
    private func pairKey(_ index: Int) -> Int {
        let line = graph.lines[index]
        return min(line.from, line.to) * graph.nodes.count + max(line.from, line.to)
    }

    private func line(
        _ line: MapGraph.Line, bend: Double, _ centres: [Point], _ range: (Double, Double)
    ) -> MapScene.Line {
        let share = range.1 > range.0 * 1.5 ? (line.edge.weight - range.0) / (range.1 - range.0) : 0
        let path = EdgePath(
            from: centres[line.from], to: centres[line.to], bend: line.from < line.to ? bend : -bend,
            startGap: marks[line.from].reach, endGap: marks[line.to].reach + (line.edge.directed ? EdgePath.arrow : 0))
        return MapScene.Line(
            edge: line.edge, from: line.edge.from, to: line.edge.to, path: path,
            thickness: share > 0.66 ? 3 : share > 0.33 ? 2 : 1)
    }

    private func placement(
        _ centres: [Point], _ lines: [MapScene.Line], _ bounds: Box, _ titles: [Box]
    ) -> LabelPlacement {
        let items = graph.nodes.indices.map { index in
            let (centre, reach) = (centres[index], marks[index].reach)
            return LabelPlacement.Item(
                mark: Box(
                    minX: centre.x - reach, minY: centre.y - reach, maxX: centre.x + reach, maxY: centre.y + reach),
                text: texts[index], isSure: isSure(index), importance: graph.nodes.count - ranks[index],
                fixed: isListed(index) ? .right : nil)
        }
        return LabelPlacement(
            items: items, lines: lines.flatMap(\.path.pieces),
            obstacles: titles
                + graph.loops.map { EdgePath.loopBox(at: centres[$0.from], reach: marks[$0.from].reach) },
            bounds: bounds)
    }
}
