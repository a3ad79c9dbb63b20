/// Estimates how wide a text becomes in the reader's own font, in px, and breaks it into lines. The tables are those of
/// DejaVu, the widest of the system fonts in use: another font leaves a little more air, never a collision.
struct Lettering: Sendable, Hashable {
    enum Face { case sans, bold, serif }

    let size: Double
    let face: Face

    init(_ size: Double, _ face: Face = .sans) {
        self.size = size
        self.face = face
    }

    var lineHeight: Double { (size * 1.32).rounded(.up) }

    func width(of text: some StringProtocol) -> Double {
        var sum = 0
        for scalar in text.unicodeScalars {
            let place = Int(scalar.value) - 0x20
            sum += Self.table.indices.contains(place) ? Self.table[place] : Self.width(ofOther: scalar)
        }
        return Double(sum) * size / 1000 * (face == .bold ? 1.12 : 1.02)
    }

    /// At most so many lines that fit in the widths given for each line; the last ends in an ellipsis when text is left
    /// over. `fits` tells whether nothing had to be cut, not even a long word.
    func lines(of text: String, widths: [Double]) -> (lines: [String], fits: Bool) {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        var lines: [String] = []
        var isWhole = true
        for (index, width) in widths.enumerated() where !words.isEmpty {
            if index == widths.count - 1 {
                let rest = words.joined(separator: " ")
                if self.width(of: rest) <= width { return (lines + [rest], isWhole) }
                return (lines + [shortened(rest, to: width)], false)
            }
            let count = words.count
            lines.append(takeLine(from: &words, width))
            if words.count == count { isWhole = false }
        }
        return (lines, isWhole && words.isEmpty)
    }

    /// As much of the text as fits with an ellipsis, cut between words where that costs little.
    func shortened(_ text: String, to widest: Double) -> String {
        guard width(of: text) > widest else { return text }
        var (kept, room) = ("", widest - width(of: "…"))
        for character in text {
            room -= width(of: String(character))
            if room < 0 { break }
            kept.append(character)
        }
        if let space = kept.lastIndex(of: " "), kept.distance(from: space, to: kept.endIndex) <= kept.count / 3 {
            kept = String(kept[..<space])
        }
        while let last = kept.last, " -–/,.:;&(".contains(last) { kept.removeLast() }
        return kept + "…"
    }

    /// The words of one line; a word that is too long by itself is broken where the line ends.
    private func takeLine(from words: inout ArraySlice<String>, _ width: Double) -> String {
        var line = ""
        while let word = words.first {
            let longer = line.isEmpty ? word : line + " " + word
            if self.width(of: longer) <= width {
                line = longer
                words.removeFirst()
                continue
            }
            guard line.isEmpty else { return line }
            let head = String(shortened(word, to: width).dropLast())
            guard !head.isEmpty, word.hasPrefix(head), head.count < word.count else {
                words.removeFirst()
                return word
            }
            words[words.startIndex] = String(word.dropFirst(head.count))
            return head + "-"
        }
        return line
    }

    /// Outside ASCII, by class: generous, because the font that answers is unknown.
    private static func width(ofOther scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x2013, 0x2018...0x201F, 0xB7: return 520
        case 0x2026: return 1000
        case 0x1100..<0x2000, 0x2E80...: return 1200
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        case .lowercaseLetter: return scalar.value < 0x250 ? 650 : 900
        case .uppercaseLetter: return scalar.value < 0x250 ? 800 : 1100
        default: return 1000
        }
    }

    /// Thousandths of the font size for U+0020 to U+007E.
    private static let table = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
        636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656,
        557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613,
        635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818,
        592, 592, 525, 636, 337, 636, 838,
    ]
}
