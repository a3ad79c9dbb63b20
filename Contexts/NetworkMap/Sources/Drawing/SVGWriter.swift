import Drawing

/// Writes a scene as one `<svg>` element without styles or scripts of its own.
struct SVGWriter {
    let scene: MapScene
    let options: MapOptions

    private var identifier: String { PlainText.slug(options.identifier) }

    func svg() -> String {
        var parts: [String] = []
        if scene.lines.contains(where: \.edge.directed) { parts.append(arrowhead()) }
        if scene.nodes.isEmpty, !options.texts.empty.isEmpty { parts.append(frame.emptyText) }
        if let top = scene.lonelyTop { parts.append(lonelyHeading(top)) }
        parts += backdrops()
        if !scene.lines.isEmpty {
            parts.append("<g class=\"edges\">")
            parts += scene.lines.map(line)
            parts.append("</g>")
        }
        parts += bandTitles()
        if !scene.nodes.isEmpty {
            parts.append("<g class=\"nodes\">")
            parts += readingOrder().map(node)
            parts.append("</g>")
        }
        return frame.around(parts)
    }

    private var frame: SVGFrame {
        SVGFrame(
            identifier: identifier, width: scene.width, height: scene.height, texts: options.texts,
            hasLinks: scene.nodes.contains { PlainText.safeAddress($0.node.href) != nil })
    }

    private func arrowhead() -> String {
        """
        <defs><marker id="\(identifier)-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" \
        markerUnits="userSpaceOnUse" orient="auto"><path class="arrow" d="M0 0.8L7 4L0 7.2Z"/></marker></defs>
        """
    }

    private func lonelyHeading(_ top: Double) -> String {
        let (left, right) = (MapScene.margin.px, (scene.width - MapScene.margin).px)
        let rule = (top - 36).px
        return "<path class=\"rule\" d=\"M\(left) \(rule)L\(right) \(rule)\"/>\n"
            + "<text class=\"heading\" x=\"\(left)\" y=\"\((top - 14).px)\">\(text(options.texts.lonely))</text>"
    }

    private func line(_ line: MapScene.Line) -> String {
        var classes = ["edge", "kind-\(PlainText.slug(line.edge.kind))", "line-\(pattern(of: line.edge.kind))"]
        if line.thickness > 1 { classes.append("weight-\(line.thickness)") }
        if line.edge.derived { classes.append("derived") }
        let arrow = line.edge.directed ? " marker-end=\"url(#\(identifier)-arrow)\"" : ""
        let head =
            "<path class=\"\(classes.joined(separator: " "))\" d=\"\(line.path.data)\"\(arrow)"
            + " data-from=\"\(text(line.from))\" data-to=\"\(text(line.to))\""
        return line.edge.label.isEmpty ? head + "/>" : head + "><title>\(text(line.edge.label))</title></path>"
    }

    /// One of ten line patterns, as the legend says.
    private func pattern(of kind: String) -> Int {
        for case .line(kind, let pattern, _) in options.legend { return MapLegend.known(pattern) }
        return 0
    }

    /// The names from A to Z, for who steps through them with the keyboard.
    private func readingOrder() -> [MapScene.Node] {
        scene.nodes.enumerated()
            .sorted { one, other in
                one.element.node.label == other.element.node.label
                    ? one.offset < other.offset : bytesPrecede(one.element.node.label, other.element.node.label)
            }
            .map(\.element)
    }

    private func node(_ node: MapScene.Node) -> String {
        let classes = "node sector-\(PlainText.slug(node.node.sector))" + (node.mark.hasHalo ? " is-focus" : "")
        let address = PlainText.safeAddress(node.node.href)
        let name = address == nil ? "g" : "a"
        let link = address.map { " href=\"\(PlainText.escaped($0))\"" } ?? ""
        let title = node.node.title.isEmpty ? node.node.label : node.node.title
        return "<\(name) class=\"\(classes)\"\(link) data-id=\"\(text(node.node.id))\">"
            + "<title>\(text(title))</title>\(node.mark.svg(at: node.centre))\(label(node))</\(name)>"
    }

    private func label(_ node: MapScene.Node) -> String {
        guard let place = node.place else { return "" }
        let (box, text) = (place.box, node.text)
        let (anchor, x) =
            switch place.side {
            case .right, .belowRight, .aboveRight, .rightHigh, .rightLow: ("start", box.minX)
            case .left, .belowLeft, .aboveLeft, .leftHigh, .leftLow: ("end", box.maxX)
            default: ("middle", (box.minX + box.maxX) / 2)
            }
        let lines = text.lines.enumerated().map { index, line in
            let y = box.minY + text.lineHeight * Double(index) + text.lineHeight * 0.78
            return "<tspan x=\"\(x.px)\" y=\"\(y.px)\">\(PlainText.escaped(line))</tspan>"
        }
        return "<text class=\"label\" text-anchor=\"\(anchor)\">\(lines.joined())</text>"
    }

    private func text(_ text: String) -> String { SVGFrame.text(text) }
}
