import Kernel

/// Running text in paragraphs and lists, in each language.
package struct Prose: Sendable, Hashable {
    /// A paragraph or a list, in one language.
    package enum Block: Sendable, Hashable {
        case paragraph([Run])
        case list([[Run]])

        var isList: Bool { if case .list = self { true } else { false } }
    }

    package let nl: [Block]
    package let en: [Block]

    /// Cuts words into paragraphs at empty lines, and into list items at lines that begin with “- ”.
    package init(_ words: Words) {
        nl = Self.blocks(words.nl)
        en = Self.blocks(words.en)
    }

    package init(_ text: Text) { self.init(Words(text)) }

    /// One list.
    init(items: [Words]) {
        let (nl, en) = (items.map(\.nl).filter { !$0.isEmpty }, items.map(\.en).filter { !$0.isEmpty })
        self.nl = nl.isEmpty ? [] : [.list(nl)]
        self.en = en.isEmpty ? [] : [.list(en)]
    }

    package var isEmpty: Bool { nl.isEmpty && en.isEmpty }

    subscript(language: Language) -> [Block] { language == .nl ? nl : en }

    /// Whether both languages have the same paragraphs and lists in the same order, so that they can stand side by side.
    var isParallel: Bool { nl.count == en.count && zip(nl, en).allSatisfy { $0.isList == $1.isList } }

    private static func blocks(_ runs: [Run]) -> [Block] {
        var blocks: [Block] = []
        var isOpen = false
        for line in lines(runs) {
            guard !line.plain.allSatisfy(\.isWhitespace) else {
                isOpen = false
                continue
            }
            if let item = line.listItem {
                if case .list(let items) = blocks.last {
                    blocks[blocks.count - 1] = .list(items + [item])
                } else {
                    blocks.append(.list([item]))
                }
            } else if isOpen, let last = blocks.last {
                blocks[blocks.count - 1] = last.continued(with: line)
            } else {
                blocks.append(.paragraph(line))
            }
            isOpen = true
        }
        return blocks
    }

    private static func lines(_ runs: [Run]) -> [[Run]] {
        var lines: [[Run]] = [[]]
        for run in runs {
            let parts = run.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, part) in parts.enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append(Run(String(part), run.style)) }
            }
        }
        return lines
    }
}

extension Prose.Block {
    /// With one more line of the same paragraph or item.
    fileprivate func continued(with line: [Run]) -> Prose.Block {
        switch self {
        case .paragraph(let runs): return .paragraph(runs + [Run("\n")] + line)
        case .list(let items):
            guard let last = items.last else { return .list([line]) }
            return .list(items.dropLast() + [last + [Run("\n")] + line])
        }
    }
}

extension [Run] {
    /// What follows “- ” at the beginning of a line; nil when it is no item of a list.
    fileprivate var listItem: [Run]? {
        guard plain.drop(while: \.isWhitespace).hasPrefix("- ") else { return nil }
        var rest = self
        var left = plain.prefix(while: \.isWhitespace).count + 2
        while left > 0, let first = rest.first {
            let cut = Swift.min(left, first.text.count)
            rest[0].text.removeFirst(cut)
            left -= cut
            if rest[0].text.isEmpty { rest.removeFirst() }
        }
        return rest
    }
}
