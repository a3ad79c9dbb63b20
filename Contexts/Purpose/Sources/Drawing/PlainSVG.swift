/// Text and numbers from outside made harmless for a drawing.
enum PlainSVG {
    /// The text, safe inside XML elements and double-quoted attributes; without control and direction-changing characters.
    static func escaped(_ text: String) -> String {
        var safe = ""
        safe.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            case "\t", "\n", "\r": safe += " "
            default: if !isUnwanted(scalar) { safe.unicodeScalars.append(scalar) }
            }
        }
        return safe
    }

    /// A class name: small letters, digits and dashes; `other` when nothing is left.
    static func slug(_ text: String) -> String {
        let name = text.lowercased().utf8.prefix(64).filter {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
        return name.isEmpty ? "other" : String(decoding: name, as: UTF8.self)
    }

    /// The address when a click on it can only open a page: a path here, a fragment or http(s); else nil.
    static func safeAddress(_ text: String?) -> String? {
        guard let text, !text.isEmpty,
            !text.unicodeScalars.contains(where: { isUnwanted($0) || $0 == "\\" || $0.properties.isWhitespace })
        else { return nil }
        let small = text.lowercased()
        if small.hasPrefix("http://") || small.hasPrefix("https://") { return text }
        if text.hasPrefix("//") { return nil }
        return text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":") ? nil : text
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFF:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}

extension Double {
    /// In tenths of a px, without a zero that says nothing: the same text on every machine.
    var px: String {
        guard isFinite, magnitude < 1e9 else { return "0" }
        let tenths = Int((self * 10).rounded())
        let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
        return tenths % 10 == 0 ? whole : whole + ".\(tenths.magnitude % 10)"
    }
}
