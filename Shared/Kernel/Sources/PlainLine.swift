extension String {
    /// The text on one line, with what would break the line or stay hidden written as an escape: `\n`, `\u{1B}`.
    package var onOneLine: String {
        guard unicodeScalars.contains(where: \.isHidden) else { return self }
        return unicodeScalars.reduce(into: "") { line, scalar in
            switch scalar {
            case "\n": line += #"\n"#
            case "\r": line += #"\r"#
            case "\t": line += #"\t"#
            case _ where scalar.isHidden: line += #"\u{"# + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: line.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether it takes more than one line.
    var breaksLine: Bool {
        unicodeScalars.contains { (0x0A...0x0D).contains($0.value) || [0x85, 0x2028, 0x2029].contains($0.value) }
    }

    /// The beginning of a text, enough to know it by in a message.
    package var inShort: String {
        let start = unicodeScalars.prefix(121)
        return start.count > 120 ? String(String.UnicodeScalarView(start.dropLast())) + "…" : self
    }
}

extension Unicode.Scalar {
    /// What does not survive a text file.
    var isUnwritable: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Embeds, overrides or isolates a direction of writing, and so shows a text in another order than it has.
    var turnsDirection: Bool {
        switch value {
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    fileprivate var isHidden: Bool {
        isUnwritable || turnsDirection || value < 0x20 || value == 0x2028 || value == 0x2029
    }
}
