import Drawing

/// A node's shape in px: how large it is and how it is written.
struct NodeMark: Sendable, Hashable {
    let shape: NodeShape
    let radius: Double
    /// Drawn with a ring around it: the node that the page is about.
    let hasHalo: Bool

    /// From 7 px for one relation to 19 px for a great many.
    init(shape: NodeShape, degree: Int, sizeByDegree: Bool, hasHalo: Bool = false, radius own: Double? = nil) {
        (self.shape, self.hasHalo) = (shape, hasHalo)
        let usual = sizeByDegree ? min(4.6 + 2.4 * Double(max(degree, 1)).squareRoot(), 19) : 8
        radius = own.map { $0.isFinite ? min(max($0, 3), 60) : usual } ?? usual
    }

    init(shape: NodeShape, radius: Double) {
        (self.shape, self.radius, hasHalo) = (shape, radius, false)
    }

    /// Half of the square that the shape fits in, its outline and its ring included.
    var reach: Double { hasHalo ? outline + 5 : outline }

    private var outline: Double {
        switch shape {
        case .circle, .ring: radius + 1
        case .square: radius * 0.9 + 1
        case .triangle, .hexagon: radius * 1.1 + 1
        case .diamond: radius * 1.2 + 1
        }
    }

    func svg(at centre: Point) -> String {
        hasHalo ? circle(centre, reach - 1, "halo") + figure(at: centre) : figure(at: centre)
    }

    private func figure(at centre: Point) -> String {
        switch shape {
        case .circle: circle(centre, radius, "mark")
        case .ring: circle(centre, radius - 2, "mark mark-ring")
        case .square: square(centre)
        case .triangle: polygon(centre, [(0, -1.1), (1.1, 0.85), (-1.1, 0.85)])
        case .diamond: polygon(centre, [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])
        case .hexagon:
            polygon(centre, [(-1.1, 0), (-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95)])
        }
    }

    private func circle(_ centre: Point, _ radius: Double, _ name: String) -> String {
        "<circle class=\"\(name)\" cx=\"\(centre.x.px)\" cy=\"\(centre.y.px)\" r=\"\(radius.px)\"/>"
    }

    private func square(_ centre: Point) -> String {
        let half = radius * 0.9
        return
            "<rect class=\"mark\" x=\"\((centre.x - half).px)\" y=\"\((centre.y - half).px)\" width=\"\((half * 2).px)\""
            + " height=\"\((half * 2).px)\" rx=\"2\"/>"
    }

    private func polygon(_ centre: Point, _ corners: [(Double, Double)]) -> String {
        let points = corners.map { "\((centre.x + $0.0 * radius).px),\((centre.y + $0.1 * radius).px)" }
        return "<polygon class=\"mark\" points=\"\(points.joined(separator: " "))\"/>"
    }
}
