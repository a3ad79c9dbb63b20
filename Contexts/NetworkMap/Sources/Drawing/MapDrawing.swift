/// A finished map.
package struct MapDrawing: Sendable, Hashable {
    /// One `<svg>` element for in a page; its colours come from `map.css`.
    package let svg: String
    /// A `<ul>` that explains shapes and lines, to stand under the map; empty without legend texts.
    package let legend: String
    /// In px.
    package let width: Double
    package let height: Double
    /// How many nodes have their name beside them.
    package let placedLabels: Int
    /// How many nodes are not drawn because there were more than the limit.
    package let leftOut: Int
}

/// Draws networks.
package enum MapRenderer {
    /// A `<ul>` that explains shapes and lines, to stand under a drawing; empty without entries.
    package static func legend(_ entries: [LegendEntry]) -> String { MapLegend.html(entries) }

    /// Promises the same bytes for the same network in any order of input, valid XML for any text, and no name on top of a node or another
    /// name. Relations with an unknown end are left out; so are nodes beyond `options.limit`, the least connected first.
    package static func render(
        nodes: [DrawnNode], edges: [DrawnEdge], options: MapOptions = MapOptions()
    ) -> MapDrawing {
        let selection = MapSelection.choose(nodes: nodes, edges: edges, limit: options.saneLimit, focus: options.focus)
        let scene = MapScene(nodes: selection.nodes, edges: selection.edges, options: options)
        return MapDrawing(
            svg: SVGWriter(scene: scene, options: options).svg(), legend: legend(options.legend),
            width: scene.width, height: scene.height,
            placedLabels: scene.nodes.count { $0.place != nil }, leftOut: selection.leftOut)
    }
}
