/// The places of the nodes, by the arrangement asked for.
extension SceneBuilder {
    func arranged(_ rooms: [Footprint], width: Double) -> Layout {
        let (ids, edges) = (graph.nodes.map(\.id), graph.lines.map { ($0.from, $0.to) })
        switch options.arrangement {
        case .springs: return Layout.arrange(nodes: ids, edges: edges, footprints: rooms, width: width)
        case .groups(let bands) where !bands.isEmpty:
            return GroupLayout(
                bands: bands, ids: ids, graph: Adjacency(count: ids.count, edges: edges), rooms: rooms
            ).placed()
        case .rings(let bands) where !bands.isEmpty:
            return RingLayout(
                bands: bands, ids: ids, graph: Adjacency(count: ids.count, edges: edges), rooms: rooms
            ).placed()
        case .groups, .rings: return Layout.arrange(nodes: ids, edges: edges, footprints: rooms, width: width)
        }
    }

    /// Whether nodes without relations stand in a list of their own.
    var listsLonely: Bool {
        if case .rings = options.arrangement { false } else { true }
    }
}
