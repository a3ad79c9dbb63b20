import Drawing
import Kernel

/// A segment written out: its heading, the stakeholders there is room for, and how many more there are.
struct CanvasBlock {
    let segment: DesignCanvas.Segment
    let number: Int
    let heading: String
    let cards: [CanvasCard]
    let more: Int
    let height: Double

    static let headingLetters = Lettering(13, .bold)
    static let headingHeight = 34.0
    static let moreHeight = 24.0
    static let gap = 26.0

    init(_ segment: DesignCanvas.Segment, number: Int, limit: Int, width: Double, _ options: CanvasOptions) {
        (self.segment, self.number) = (segment, number)
        let room = width - Self.headingLetters.width(of: " \(segment.stakeholders.count)") - 28
        heading = Self.headingLetters.shortened(options.shown(segment.title), to: room)
        cards = segment.stakeholders.prefix(limit).map { CanvasCard($0, width: width, options) }
        more = segment.stakeholders.count - cards.count
        let cardHeights = cards.reduce(0) { $0 + $1.height + CanvasCard.gap }
        height = Self.headingHeight + cardHeights + (more > 0 ? Self.moreHeight : 0)
    }
}
