import Drawing
import MethodLibrary

/// The sign of a stakeholder: its shape tells the sector, hollow that it does not take part yet.
struct CanvasMark {
    let shape: SectorsMethod.Shape
    let sector: String
    let isHollow: Bool

    init(_ stakeholder: DesignCanvas.Stakeholder) {
        self.init(shape: stakeholder.shape, sector: stakeholder.sector, isHollow: !stakeholder.takesPart)
    }

    init(shape: SectorsMethod.Shape, sector: String, isHollow: Bool) {
        (self.shape, self.sector, self.isHollow) = (shape, sector, isHollow)
    }

    func svg(x: Double, y: Double, radius: Double = 5) -> String {
        let hollow = isHollow || shape == .ring
        let classes = "mark sector-\(PlainText.slug(sector))" + (hollow ? " is-hollow" : "")
        let size = hollow ? radius - 0.8 : radius
        guard let corners = Self.corners[shape] else {
            return "<circle class=\"\(classes)\" cx=\"\(x.px)\" cy=\"\(y.px)\" r=\"\(size.px)\"/>"
        }
        let points = corners.map { "\((x + $0.0 * size).px),\((y + $0.1 * size).px)" }.joined(separator: " ")
        return "<polygon class=\"\(classes)\" points=\"\(points)\"/>"
    }

    private static let corners: [SectorsMethod.Shape: [(Double, Double)]] = [
        .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        .triangle: [(0, -1.1), (1.1, 0.85), (-1.1, 0.85)],
        .diamond: [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)],
        .hexagon: [(-1.1, 0), (-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95)],
    ]
}
