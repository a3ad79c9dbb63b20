import Drawing
import Kernel

/// One stakeholder written out: a name, and what it does, wants and clashes with, broken into lines.
struct CanvasCard {
    struct Fact {
        let label: String
        let style: String
        let reference: Reference
        let lines: [String]
        /// How many more there are; 0 when this is all.
        let more: Int
        let top: Double
    }

    let stakeholder: DesignCanvas.Stakeholder
    let name: [String]
    /// Shown behind the name of who does not take part yet.
    let status: String
    let facts: [Fact]
    let height: Double

    static let nameLetters = Lettering(14, .bold)
    static let letters = Lettering(13)
    /// Where the text begins: after the mark, and after the label of a fact.
    static let nameIndent = 22.0
    static let factIndent = 76.0
    static let gap = 14.0

    init(_ stakeholder: DesignCanvas.Stakeholder, width: Double, _ options: CanvasOptions) {
        self.stakeholder = stakeholder
        let status = stakeholder.takesPart ? nil : stakeholder.status.map { options.shown($0.label) }
        self.status = status ?? ""
        let statusWidth = status.map { Self.letters.width(of: " · " + $0) } ?? 0
        let widths = [width - Self.nameIndent - statusWidth, width - Self.nameIndent - statusWidth]
        name = Self.nameLetters.lines(of: options.shown(stakeholder.organisation.title), widths: widths).lines
        var top = Double(name.count) * Self.nameLetters.lineHeight + 2
        var facts: [Fact] = []
        let words = options.words
        for (label, style, references) in [
            (words.does, "fact", stakeholder.activities), (words.wants, "fact", stakeholder.goals),
            (words.clashes, "fact fact-clash", stakeholder.opposing),
        ] {
            guard let first = references.first else { continue }
            let more = references.count - 1
            let room = width - Self.factIndent
            let tail = more > 0 ? Self.letters.width(of: " +\(more)") : 0
            let lines = Self.letters.lines(of: options.shown(first.title), widths: [room - tail, room - tail]).lines
            facts.append(
                Fact(
                    label: options.shown(label), style: style, reference: first, lines: lines, more: more, top: top))
            top += Double(lines.count) * Self.letters.lineHeight + 2
        }
        self.facts = facts
        height = top
    }
}
