import Drawing
import Kernel

extension CanvasWriter {
    /// A segment beside the ring: heading, stakeholders, and how many more there are.
    func block(_ place: CanvasLayout.Placed) -> String {
        let block = place.block
        let base = place.top + CanvasBlock.headingHeight - 10
        let number = options.form == .narrow ? "\(block.number) " : ""
        let count = " \(block.segment.stakeholders.count)"
        var parts = [
            "<g class=\"block\">",
            text(number + block.heading, "heading", x: place.x, y: base - 8, tail: count, tailStyle: "count"),
            "<path class=\"rule\" d=\"M\(place.x.px) \(base.px)H\((place.x + layout.columnWidth).px)\"/>",
        ]
        var top = place.top + CanvasBlock.headingHeight
        for card in block.cards {
            parts.append(drawn(card, x: place.x, top: top))
            top += card.height + CanvasCard.gap
        }
        if block.more > 0 {
            let more = "+ \(block.more) \(options.shown(options.words.more))"
            let label = text(more, "more", x: place.x + CanvasCard.nameIndent, y: top + 12)
            parts.append(linked(to: options.table, label, class: "", title: ""))
        }
        return (parts + ["</g>"]).joined(separator: "\n")
    }

    private func drawn(_ card: CanvasCard, x: Double, top: Double) -> String {
        let letters = CanvasCard.nameLetters
        let stakeholder = card.stakeholder
        var parts = [CanvasMark(stakeholder).svg(x: x + 8, y: top + 10)]
        let status = card.status.isEmpty ? "" : " · \(card.status)"
        let names = column(card.name, "name", x: x + CanvasCard.nameIndent, top: top + 15, letters, tail: status)
        parts.append(linked(stakeholder.organisation, names))
        for fact in card.facts { parts.append(drawn(fact, x: x, top: top + fact.top)) }
        return parts.joined()
    }

    private func drawn(_ fact: CanvasCard.Fact, x: Double, top: Double) -> String {
        let more = fact.more > 0 ? " +\(fact.more)" : ""
        let label = text(fact.label, "key", x: x + CanvasCard.nameIndent, y: top + 13)
        let start = x + CanvasCard.factIndent
        return label
            + linked(
                fact.reference, column(fact.lines, fact.style, x: start, top: top + 13, CanvasCard.letters, tail: more))
    }

    /// Lines under each other, the last with something behind it.
    private func column(
        _ lines: [String], _ style: String, x: Double, top: Double, _ letters: Lettering, tail: String
    ) -> String {
        lines.enumerated().map { row, line in
            let y = top + Double(row) * letters.lineHeight
            return text(line, style, x: x, y: y, tail: row == lines.count - 1 ? tail : "", tailStyle: "status")
        }.joined()
    }
}
