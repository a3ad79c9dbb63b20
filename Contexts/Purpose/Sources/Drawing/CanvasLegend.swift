import Drawing
import Kernel
import MethodLibrary

/// The explanation under a canvas, as an HTML list: it wraps on a phone and can be read aloud.
struct CanvasLegend {
    let canvas: DesignCanvas
    let options: CanvasOptions
    /// What sectors are called; one that is missing is called by its id.
    let sectors: [SectorsMethod.Sector]

    func html() -> String {
        let stakeholders = canvas.segments.flatMap(\.stakeholders)
        guard !stakeholders.isEmpty else { return "" }
        let present = Dictionary(stakeholders.map { ($0.sector, $0.shape) }, uniquingKeysWith: { first, _ in first })
        let order = sectors.map(\.id)
        let ids = order.filter { present[$0] != nil } + present.keys.filter { !order.contains($0) }.sorted()
        let names = Dictionary(sectors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var items = ids.map { id in
            let mark = CanvasMark(shape: present[id] ?? .ring, sector: id, isHollow: false)
            return item(mark, options.shown(names[id] ?? Text(same: id)))
        }
        if stakeholders.contains(where: { !$0.takesPart }) {
            items.append(
                item(CanvasMark(shape: .circle, sector: "", isHollow: true), options.shown(options.words.coming)))
        }
        return "<ul class=\"canvas-legend\">\n\((items + keys(stakeholders)).joined(separator: "\n"))\n</ul>\n"
    }

    private func keys(_ stakeholders: [DesignCanvas.Stakeholder]) -> [String] {
        let words = options.words
        return [
            (words.does, words.doesMeaning, stakeholders.contains { !$0.activities.isEmpty }),
            (words.wants, words.wantsMeaning, stakeholders.contains { !$0.goals.isEmpty }),
            (words.clashes, words.clashesMeaning, stakeholders.contains { !$0.opposing.isEmpty }),
        ].filter(\.2).map { word, meaning, _ in
            "<li><b>\(PlainText.escaped(options.shown(word)))</b> \(PlainText.escaped(options.shown(meaning)))</li>"
        }
    }

    private func item(_ mark: CanvasMark, _ text: String) -> String {
        "<li><svg class=\"canvas canvas-sample\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">"
            + "\(mark.svg(x: 8, y: 8, radius: 6))</svg> \(PlainText.escaped(text))</li>"
    }
}
