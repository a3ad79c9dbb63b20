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
            if line.allSatisfy({ $0.text.utf8.allSatisfy { $0 == 32 || $0 == 9 } }) {
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
            for (index, part) in cut(run.text).enumerated() {
                if index > 0 { lines.append([]) }
                if !part.isEmpty { lines[lines.count - 1].append(Run(part, run.style)) }
            }
        }
        return lines
    }

    /// A text cut at whatever breaks a line in Unicode, by bytes.
    private static func cut(_ text: String) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var lines: [String] = []
            var (start, index) = (0, 0)
            while index < bytes.count {
                let length = mayBreak(bytes[index]) ? lineBreak(bytes[index...]) : 0
                guard length > 0 else {
                    index += 1
                    continue
                }
                lines.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += length
                start = index
            }
            return lines + [String(decoding: bytes[start...], as: UTF8.self)]
        }
    }

    private static func mayBreak(_ byte: UInt8) -> Bool { byte < 0x0E || byte == 0xC2 || byte == 0xE2 }

    /// How many bytes break a line here; 0: none.
    private static func lineBreak(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        switch bytes.first {
        case 0x0D: bytes.dropFirst().first == 0x0A ? 2 : 1
        case 0x0A, 0x0B, 0x0C: 1
        case 0xC2: bytes.dropFirst().first == 0x85 ? 2 : 0
        case 0xE2: bytes.starts(with: [0xE2, 0x80, 0xA8]) || bytes.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
        default: 0
        }
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
        var rest = self
        guard let first = rest.first else { return nil }
        let words = first.text.drop { $0 == " " || $0 == "\t" }
        guard words.utf8.starts(with: "- ".utf8) else { return nil }
        rest[0].text = String(words.dropFirst(2))
        if rest[0].text.isEmpty { rest.removeFirst() }
        return rest
    }
}
