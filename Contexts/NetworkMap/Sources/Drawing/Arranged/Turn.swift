/// Directions around a circle. Cosine and sine are reckoned here with + and × only, because those of a library may round otherwise
/// elsewhere.
enum Turn {
    private static let whole = 6.283_185_307_179_586

    /// The direction after a share of a whole turn, clockwise from the top; its length is 1.
    static func direction(_ share: Double) -> Point {
        let part = share - share.rounded(.down)
        let angle = (part > 0.5 ? part - 1 : part) * whole
        let square = angle * angle
        var (cosine, sine) = (0.0, 0.0)
        var (even, odd) = (1.0, angle)
        for step in 1...16 {
            cosine += even
            sine += odd
            let double = Double(2 * step)
            even *= -square / (double * (double - 1))
            odd *= -square / (double * (double + 1))
        }
        return Point(x: sine, y: -cosine)
    }

    /// Grows with the direction, clockwise from the top, from 0 to 4: for sorting, where no real angle is needed.
    static func order(of point: Point) -> Double {
        let (across, up) = (point.x, -point.y)
        let sum = max(abs(across) + abs(up), 1e-12)
        if across >= 0 { return up >= 0 ? across / sum : 1 - up / sum }
        return up < 0 ? 2 - across / sum : 3 + up / sum
    }
}
