import Kernel

/// What changed between two texts, word by word. A function of the two texts.
///
/// What is kept and added, in order, is the new text; what is kept and removed the old one.
package struct WordDifference: Sendable, Hashable {
    package enum Fate: Sendable, Hashable {
        case kept
        case added
        case removed
    }

    /// A stretch of one fate; never empty, and never the same fate twice in a row.
    package struct Segment: Sendable, Hashable {
        package let text: String
        package let fate: Fate
    }

    package let segments: [Segment]

    /// - Parameter bound: how many words may differ before the stretch between the common beginning and end is told as
    ///   replaced as a whole, which says enough of a text that was rewritten.
    package init(from old: String, to new: String, bound: Int = 1_000) {
        guard old != new else {
            segments = old.isEmpty ? [] : [Segment(text: old, fate: .kept)]
            return
        }
        let (before, after) = (Self.tokens(old), Self.tokens(new))
        segments = Self.joined(Self.settled(WordWalk(before, after, bound: bound).steps))
    }

    package var changes: Bool { segments.contains { $0.fate != .kept } }

    /// The text after the changes.
    package var new: String { segments.filter { $0.fate != .removed }.map(\.text).joined() }

    /// The text before the changes.
    package var old: String { segments.filter { $0.fate != .added }.map(\.text).joined() }

    /// As it is shown: what is gone struck through, what is new underlined.
    package var runs: [Run] {
        segments.map { segment in
            switch segment.fate {
            case .kept: Run(segment.text)
            case .added: Run(segment.text, .added)
            case .removed: Run(segment.text, .removed)
            }
        }
    }

    /// Words, white space, and other characters each by itself.
    static func tokens(_ text: String) -> [Substring] {
        var tokens: [Substring] = []
        var start = text.startIndex
        while start < text.endIndex {
            let kind = text[start].tokenKind
            var end = text.index(after: start)
            while kind != .other, end < text.endIndex, text[end].tokenKind == kind { end = text.index(after: end) }
            tokens.append(text[start..<end])
            start = end
        }
        return tokens
    }

    /// White space alone between two changes reads better as a part of them.
    private static func settled(_ steps: [(Substring, Fate)]) -> [(Substring, Fate)] {
        var settled: [(Substring, Fate)] = []
        for (index, step) in steps.enumerated() {
            let isBetween =
                index > 0 && index + 1 < steps.count && steps[index - 1].1 != .kept && steps[index + 1].1 != .kept
            if step.1 == .kept, isBetween, step.0.allSatisfy({ $0 == " " }) {
                settled += [(step.0, .removed), (step.0, .added)]
            } else {
                settled.append(step)
            }
        }
        return settled
    }

    /// In each stretch of changes, what is removed comes before what is added.
    private static func joined(_ steps: [(Substring, Fate)]) -> [Segment] {
        var segments: [Segment] = []
        var texts: [Fate: String] = [:]
        func close(_ fates: [Fate]) {
            for fate in fates {
                if let text = texts[fate], !text.isEmpty { segments.append(Segment(text: text, fate: fate)) }
                texts[fate] = nil
            }
        }
        for (text, fate) in steps {
            close(fate == .kept ? [.removed, .added] : [.kept])
            texts[fate, default: ""] += text
        }
        close([.kept, .removed, .added])
        return segments
    }
}

extension Character {
    fileprivate enum TokenKind { case word, space, other }

    fileprivate var tokenKind: TokenKind {
        if isLetter || isNumber { return .word }
        return isWhitespace ? .space : .other
    }
}
