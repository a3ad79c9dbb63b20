import Drawing

/// What lies behind the nodes: grounds of groups, lines of rings, and their titles.
extension SVGWriter {
    func backdrops() -> [String] {
        guard !scene.backdrops.isEmpty else { return [] }
        // The widest first: what is smaller lies on top of it.
        let forms = scene.backdrops.sorted { $1.box.width < $0.box.width }.map(form)
        return ["<g class=\"bands\">"] + forms + ["</g>"]
    }

    /// Above the lines, so that they can be read.
    func bandTitles() -> [String] {
        guard scene.backdrops.contains(where: { !$0.title.isEmpty }) else { return [] }
        return ["<g class=\"band-titles\">"] + scene.backdrops.map(title) + ["</g>"]
    }

    private func form(_ band: Backdrop) -> String {
        let box = band.box
        switch band.form {
        case .ground:
            return "<rect class=\"band\" x=\"\(box.minX.px)\" y=\"\(box.minY.px)\" width=\"\(box.width.px)\""
                + " height=\"\(box.height.px)\" rx=\"14\"/>"
        case .ring:
            let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
            return "<ellipse class=\"band band-ring\" cx=\"\(x.px)\" cy=\"\(y.px)\" rx=\"\((box.width / 2).px)\""
                + " ry=\"\((box.height / 2).px)\"/>"
        }
    }

    private func title(_ band: Backdrop) -> String {
        guard let line = band.title.lines.first else { return "" }
        let box = band.titleBox
        let (anchor, x) = band.form == .ground ? ("start", box.minX) : ("middle", (box.minX + box.maxX) / 2)
        let y = (box.minY + box.maxY) / 2 + band.title.size * 0.35
        let words =
            "<text class=\"band-title\" x=\"\(x.px)\" y=\"\(y.px)\" text-anchor=\"\(anchor)\">"
            + "\(PlainText.escaped(line))</text>"
        guard let address = PlainText.safeAddress(band.href) else { return words }
        return "<a class=\"band-link\" href=\"\(PlainText.escaped(address))\">\(words)</a>"
    }
}
