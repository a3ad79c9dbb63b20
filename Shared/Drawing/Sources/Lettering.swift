/// Estimates how wide a text becomes in the reader's own font, in px, and breaks it into lines. The tables are those of
/// DejaVu, the widest of the system fonts in use: another font leaves a little more air, never a collision.
package struct Lettering: Sendable, Hashable {
    package enum Face: Sendable { case sans, bold, serif }

    package let size: Double
    package let face: Face

    package init(_ size: Double, _ face: Face = .sans) {
        self.size = size
        self.face = face
    }

    package var lineHeight: Double { (size * 1.32).rounded(.up) }

    package func width(of text: some StringProtocol) -> Double {
        let table = face == .bold ? Self.bold : Self.regular
        var sum = 0
        for scalar in text.unicodeScalars {
            let place = Int(scalar.value) - 0x20
            sum += table.indices.contains(place) ? table[place] : Self.width(ofOther: scalar, isBold: face == .bold)
        }
        return Double(sum) * size / 1000 * (face == .serif ? 1.02 : 1)
    }

    /// At most so many lines that fit in the widths given for each line; the last ends in an ellipsis when text is left
    /// over. `fits` tells whether nothing had to be cut, not even a long word.
    package func lines(of text: String, widths: [Double]) -> (lines: [String], fits: Bool) {
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
    package func shortened(_ text: String, to widest: Double) -> String {
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
    private static func width(ofOther scalar: Unicode.Scalar, isBold: Bool) -> Int {
        let extra = isBold ? 110 : 0
        switch scalar.value {
        case 0xA0..<0xB7, 0xB8..<0xC0: return 640 + extra
        case 0x1C4...0x1F3: return 1450 + extra
        case 0x2013, 0x2018...0x201F, 0xB7: return 520 + extra
        case 0x2026: return 1000
        case 0x1F000...: return 1400
        case 0x1100..<0x2000, 0x2E80...: return scalar.value == 0xFDFD ? 11_000 : 1050 + extra
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        case .lowercaseLetter: return (scalar.value < 0x250 ? 650 : 900) + extra
        case .uppercaseLetter: return (scalar.value < 0x250 ? 800 : 1100) + extra
        default: return 1000 + extra
        }
    }

    /// Thousandths of the font size for U+0020 to U+007E.
    private static let regular = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
        636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656,
        557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613,
        635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818,
        592, 592, 525, 636, 337, 636, 838,
    ]

    private static let bold = [
        348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696,
        696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775,
        637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675,
        716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924,
        645, 652, 582, 712, 365, 712, 838,
    ]
}
