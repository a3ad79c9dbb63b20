/// What a scene takes of the room that was laid out for it; the rest is cut off.
extension SceneBuilder {
    /// What nodes, names and loops take.
    func extent(of centres: [Point], _ places: [LabelPlacement.Place?]) -> Box {
        let boxes = graph.nodes.indices.flatMap { index in
            let (centre, reach) = (centres[index], marks[index].reach)
            let mark = Box(
                minX: centre.x - reach, minY: centre.y - reach, maxX: centre.x + reach, maxY: centre.y + reach)
            return [mark, places[index]?.box].compactMap { $0 }
        }
        let loops = graph.loops.map { EdgePath.loopBox(at: centres[$0.from], reach: marks[$0.from].reach) }
        return (boxes + loops).dropFirst().reduce(boxes.first ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0)) {
            $0.union($1)
        }
    }

    /// How much of both sides is empty and can go, so that a small map is large enough to read on a phone.
    func emptySides(_ used: Box, width: Double, _ layout: Layout) -> (left: Double, right: Double) {
        guard graph.nodes.count > 1, layout.lonelyTop == nil else { return (0, 0) }
        let (left, right) = (max(used.minX - Self.side, 0), max(width - used.maxX - Self.side, 0))
        let needed = max(Self.narrowest - (width - left - right), 0) / 2
        return (max(left - needed, 0), max(right - needed, 0))
    }

    /// Lines may bow out this far beside the outermost nodes, in px; and no map is narrower than this.
    private static let side = 28.0
    private static let narrowest = 300.0
}
