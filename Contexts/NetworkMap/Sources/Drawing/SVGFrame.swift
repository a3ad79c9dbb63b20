import Drawing

/// The outside of every drawing of a network: one `<svg>` element with its size, its name and what it tells.
struct SVGFrame {
    let identifier: String
    let width: Double
    let height: Double
    let texts: MapTexts
    /// A picture for who reads by ear, unless it holds links: an image may not hold anything to operate.
    let hasLinks: Bool

    var opening: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="\(sizeClass)" id="\(identifier)" viewBox="0 0 \(width.px) \(height.px)" \
        width="\(width.px)" height="\(height.px)" role="\(hasLinks ? "group" : "img")" \
        aria-labelledby="\(identifier)-title \(identifier)-desc">
        <title id="\(identifier)-title">\(Self.text(texts.title))</title>
        <desc id="\(identifier)-desc">\(Self.text(texts.description))</desc>
        """
    }

    /// A whole drawing of these parts, in their order.
    func around(_ parts: [String]) -> String { ([opening] + parts).joined(separator: "\n") + "\n</svg>\n" }

    /// What stands in a drawing of nothing.
    var emptyText: String {
        "<text class=\"empty\" x=\"\((width / 2).px)\" y=\"\((height / 2).px)\" text-anchor=\"middle\">"
            + "\(Self.text(texts.empty))</text>"
    }

    /// Lets the stylesheet decide what to do on a screen that is narrower than the drawing.
    private var sizeClass: String { width <= 640 ? "map map-small" : width > 1200 ? "map map-large" : "map" }

    /// Words as words, and no more of them than a tooltip can show.
    static func text(_ text: String) -> String { PlainText.escaped(PlainText.clean(text, limit: 500)) }
}
