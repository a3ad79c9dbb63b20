import Drawing
import Foundation
import Kernel

/// The shared goal, broken into lines that fit in a circle.
struct GoalText {
    struct Line {
        let text: String
        /// From the middle of the circle down to the baseline.
        let y: Double
        let style: String
        let reference: Reference?
    }

    let lines: [Line]

    /// At most three goals are written out.
    static let most = 3

    private struct Paragraph {
        let text: String
        let letters: Lettering
        let style: String
        let reference: Reference?
        let mostLines: Int
    }

    init(_ centre: [DesignCanvas.Centre], radius: Double, _ options: CanvasOptions) {
        let sizes = [19.0, 17, 15, 13.5]
        let sets = sizes.lazy.map { Self.set(Self.paragraphs(centre, $0, options), radius: radius) }
        let last = { Self.set(Self.paragraphs(centre, 13, options), radius: radius, mayShorten: true) }
        lines = (sets.first(where: \.fits) ?? last()).lines
    }

    private static func paragraphs(
        _ centre: [DesignCanvas.Centre], _ size: Double, _ options: CanvasOptions
    ) -> [Paragraph] {
        let note = Lettering(12)
        guard !centre.isEmpty else {
            return [
                Paragraph(
                    text: options.shown(options.words.noGoal), letters: Lettering(15), style: "note", reference: nil,
                    mostLines: 3)
            ]
        }
        var paragraphs = [
            Paragraph(
                text: options.shown(options.words.goal), letters: note, style: "note", reference: nil, mostLines: 1)
        ]
        for item in centre.prefix(most) {
            paragraphs.append(
                Paragraph(
                    text: options.shown(item.goal.title), letters: Lettering(size, .serif),
                    style: "goal goal-\(Int(size))",
                    reference: item.goal, mostLines: 8))
        }
        return paragraphs
            + captions(centre, options).map {
                Paragraph(text: $0, letters: note, style: "note", reference: nil, mostLines: 1)
            }
    }

    /// Under one goal: its parts and its year; under more than fit: how many are not shown.
    private static func captions(_ centre: [DesignCanvas.Centre], _ options: CanvasOptions) -> [String] {
        guard centre.count == 1, let only = centre.first else {
            return centre.count > most ? ["+ \(centre.count - most) \(options.shown(options.words.more))"] : []
        }
        let count = only.parts.count
        let parts = "\(count) \(options.shown(count == 1 ? options.words.part : options.words.parts))"
        let year = only.due.map { "\(options.shown(options.words.by)) \($0.parts.year)" }
        return (count == 0 ? [] : [parts]) + [year].compactMap { $0 }
    }

    /// Fills the circle from a height that suits the number of lines: tries more lines until the text fits.
    private static func set(
        _ paragraphs: [Paragraph], radius: Double, mayShorten: Bool = false
    ) -> (lines: [Line], fits: Bool) {
        let gap = 6.0
        var best: (lines: [Line], fits: Bool) = ([], false)
        var counts = paragraphs.map { _ in 1 }
        while true {
            let height = zip(paragraphs, counts).reduce(0) { $0 + Double($1.1) * $1.0.letters.lineHeight }
            let total = height + gap * Double(paragraphs.count - 1)
            if total > radius * 2 - 40 { return best }
            var (top, failing, lines) = (-total / 2, Int?.none, [Line]())
            for (index, paragraph) in paragraphs.enumerated() {
                let letters = paragraph.letters
                let widths = (0..<counts[index]).map { row in
                    chord(radius, top + Double(row) * letters.lineHeight, letters.lineHeight)
                }
                let set = letters.lines(of: paragraph.text, widths: widths)
                if !set.fits, failing == nil, counts[index] < paragraph.mostLines { failing = index }
                for (row, text) in set.lines.enumerated() {
                    let y = top + Double(row) * letters.lineHeight + letters.size
                    lines.append(Line(text: text, y: y, style: paragraph.style, reference: paragraph.reference))
                }
                top += Double(counts[index]) * letters.lineHeight + gap
            }
            if failing == nil || mayShorten { best = (lines, failing == nil) }
            guard let failing else { return best }
            counts[failing] += 1
        }
    }

    /// The width of a circle over the height of one line, with air at both ends.
    private static func chord(_ radius: Double, _ top: Double, _ height: Double) -> Double {
        let far = max(abs(top), abs(top + height))
        return far >= radius ? 0 : 2 * (radius * radius - far * far).squareRoot() - 18
    }
}
