import Drawing

/// A name made to fit beside a node: one line, two lines, or shortened with an ellipsis.
struct LabelText: Sendable, Hashable {
    let lines: [String]
    let size: Double
    let isBold: Bool
    let width: Double

    var height: Double { Double(lines.count) * lineHeight }
    var lineHeight: Double { (size * 1.25).rounded(.up) }
    var isEmpty: Bool { lines.isEmpty }

    /// Names up to this width stay on one line, in px; no line becomes wider than `widestLine`.
    static let oneLine = 96.0
    static let widestLine = 176.0

    init(_ text: String, size: Double, isBold: Bool = false, oneLine: Double = oneLine, widest: Double = widestLine) {
        let measure = Lettering(size, isBold ? .bold : .sans)
        let words = PlainText.clean(text, limit: 200).split(separator: " ").map(String.init)
        lines = Self.lines(of: words, oneLine: oneLine, widest: widest, measure)
        (self.size, self.isBold) = (size, isBold)
        width = lines.reduce(0) { max($0, measure.width(of: $1)) }
    }

    private static func lines(
        of words: [String], oneLine: Double, widest: Double, _ measure: Lettering
    ) -> [String] {
        guard !words.isEmpty else { return [] }
        let whole = words.joined(separator: " ")
        if measure.width(of: whole) <= oneLine { return [whole] }
        if let pair = balanced(words, widest, measure) { return pair }
        if measure.width(of: whole) <= widest { return [whole] }
        let fitting = (1...words.count).last { measure.width(of: words.prefix($0).joined(separator: " ")) <= widest }
        guard let fitting, fitting < words.count else { return [measure.shortened(whole, to: widest)] }
        let rest = words.dropFirst(fitting).joined(separator: " ")
        return [words.prefix(fitting).joined(separator: " "), measure.shortened(rest, to: widest)]
    }

    /// The two lines that are most alike in width, if any cut fits.
    private static func balanced(_ words: [String], _ widest: Double, _ measure: Lettering) -> [String]? {
        var best: (width: Double, lines: [String])?
        for cut in 1..<max(words.count, 1) {
            let lines = [words.prefix(cut), words.dropFirst(cut)].map { $0.joined(separator: " ") }
            let width = lines.reduce(0) { max($0, measure.width(of: $1)) }
            if width <= widest, width < (best?.width ?? .infinity) { best = (width, lines) }
        }
        return best?.lines
    }
}
