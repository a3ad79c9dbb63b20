/// Everything on the map with its place in px: what the drawing writes down, and what tests can measure.
struct MapScene: Sendable {
    struct Node: Sendable {
        var node: DrawnNode
        var mark: NodeMark
        var centre: Point
        var text: LabelText
        var place: LabelPlacement.Place?

        var markBox: Box {
            Box(
                minX: centre.x - mark.reach, minY: centre.y - mark.reach, maxX: centre.x + mark.reach,
                maxY: centre.y + mark.reach)
        }
    }

    struct Line: Sendable {
        var edge: DrawnEdge
        var from: String
        var to: String
        var path: EdgePath
        /// 1, 2 or 3: how thick.
        var thickness: Int
    }

    let width: Double
    let height: Double
    let nodes: [Node]
    let lines: [Line]
    /// The line above the block of nodes without relations; nil when there is none.
    let lonelyTop: Double?
    /// What lies behind nodes that stand together, in the order of the bands.
    var backdrops: [Backdrop] = []

    static let margin = 16.0
    /// Around a node that is alone on the map.
    static let wideMargin = 48.0
    static let emptyHeight = 160.0
}

extension MapScene {
    init(nodes: [DrawnNode], edges: [DrawnEdge], options: MapOptions) {
        let graph = MapGraph(nodes: nodes, edges: edges)
        let builder = SceneBuilder(graph: graph, options: options)
        guard !graph.nodes.isEmpty else {
            self.init(width: options.saneWidth, height: Self.emptyHeight, nodes: [], lines: [], lonelyTop: nil)
            return
        }
        self = builder.scene()
    }
}
