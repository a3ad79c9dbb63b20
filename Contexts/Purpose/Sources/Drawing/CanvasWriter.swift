import Drawing
import Kernel

/// Writes a canvas as one `<svg>` element, without styles or scripts of its own.
struct CanvasWriter {
    let canvas: DesignCanvas
    let layout: CanvasLayout
    let options: CanvasOptions

    func svg() -> String {
        let middle = [opening()] + layout.leaders.map { "<path class=\"leader\" d=\"\($0)\"/>" }
        return (middle + ring() + goal() + layout.blocks.map(block) + empty() + ["</svg>"]).joined(separator: "\n")
            + "\n"
    }

    private var identifier: String { PlainText.slug(options.identifier) }

    /// A picture for who reads by ear, unless it holds links: an image may not hold anything to operate.
    private func opening() -> String {
        let size = "\(layout.width.px) \(layout.height.px)"
        let links = canvas.centre.map(\.goal) + canvas.segments.flatMap { $0.stakeholders.map(\.organisation) }
        let role = links.contains { PlainText.safeAddress(options.address($0)) != nil } ? "group" : "img"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="canvas canvas-\(options.form.rawValue)" id="\(identifier)" \
            viewBox="0 0 \(size)" width="\(layout.width.px)" height="\(layout.height.px)" role="\(role)" \
            aria-labelledby="\(identifier)-title \(identifier)-desc">
            <title id="\(identifier)-title">\(PlainText.escaped(options.shown(options.words.title)))</title>
            <desc id="\(identifier)-desc">\(PlainText.escaped(description))</desc>
            """
    }

    /// The canvas in two sentences: the goal, and who stand around it.
    private var description: String {
        let goals = canvas.centre.map { options.shown($0.goal.title) }.joined(separator: "; ")
        let parts = canvas.segments.map { "\(options.shown($0.title)) \($0.stakeholders.count)" }.joined(
            separator: ", ")
        let middle =
            goals.isEmpty ? options.shown(options.words.noGoal) : "\(options.shown(options.words.goal)): \(goals)"
        return "\(middle). \(parts.isEmpty ? options.shown(options.words.empty) : parts)."
    }

    private func ring() -> [String] {
        let ring = layout.ring
        var parts = [
            "<circle class=\"disc\" cx=\"\(ring.x.px)\" cy=\"\(ring.y.px)\" r=\"\(ring.disc.px)\"/>"
        ]
        if layout.blocks.isEmpty {
            parts.append("<path class=\"band\" d=\"\(ring.band(CanvasArc(from: 0, to: 360)))\"/>")
        }
        for place in layout.blocks {
            let stakeholders = place.block.segment.stakeholders
            let isNumbered = options.form == .narrow
            parts.append("<g class=\"segment\"><title>\(title(of: place.block))</title>")
            parts.append("<path class=\"band\" d=\"\(ring.band(place.arc))\"/>")
            let places = ring.places(in: place.arc, count: stakeholders.count, keeping: isNumbered ? 8 : 0)
            parts += zip(stakeholders, places).map { CanvasMark($0).svg(x: $1.x, y: $1.y) }
            if isNumbered {
                let spot = ring.point(place.arc.middle, ring.radius - 10)
                parts.append(text("\(place.block.number)", "number", x: spot.x, y: spot.y + 4, anchor: "middle"))
            }
            parts.append("</g>")
        }
        return parts
    }

    private func title(of block: CanvasBlock) -> String {
        PlainText.escaped("\(options.shown(block.segment.title)): \(block.segment.stakeholders.count)")
    }

    private func goal() -> [String] {
        GoalText(canvas.centre, radius: layout.ring.disc, options).lines.map { line in
            let drawn = text(line.text, line.style, x: layout.ring.x, y: layout.ring.y + line.y, anchor: "middle")
            return linked(line.reference, drawn)
        }
    }

    private func empty() -> [String] {
        guard layout.blocks.isEmpty else { return [] }
        let y = layout.ring.y + layout.ring.radius - 14
        return [text(options.shown(options.words.empty), "note", x: layout.ring.x, y: y, anchor: "middle")]
    }

    func linked(_ reference: Reference?, _ drawn: String) -> String {
        guard let reference else { return drawn }
        let title = PlainText.escaped(options.shown(reference.title))
        return linked(
            to: options.address(reference), drawn, class: " data-id=\"\(PlainText.escaped(reference.id))\"",
            title: title
        )
    }

    func linked(to address: String?, _ drawn: String, class extra: String, title: String) -> String {
        let title = title.isEmpty ? "" : "<title>\(title)</title>"
        guard let address = PlainText.safeAddress(address) else {
            return title.isEmpty ? drawn : "<g\(extra)>\(title)\(drawn)</g>"
        }
        return "<a href=\"\(PlainText.escaped(address))\"\(extra)>\(title)\(drawn)</a>"
    }

    func text(
        _ text: String, _ style: String, x: Double, y: Double, anchor: String = "", tail: String = "",
        tailStyle: String = ""
    ) -> String {
        let anchor = anchor.isEmpty ? "" : " text-anchor=\"\(anchor)\""
        let end = tail.isEmpty ? "" : "<tspan class=\"\(tailStyle)\">\(PlainText.escaped(tail))</tspan>"
        return "<text class=\"\(style)\" x=\"\(x.px)\" y=\"\(y.px)\"\(anchor)>\(PlainText.escaped(text))\(end)</text>"
    }
}
