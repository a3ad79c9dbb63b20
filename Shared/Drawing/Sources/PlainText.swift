/// Text and addresses from outside made harmless for a drawing.
package enum PlainText {
    /// One line without control, direction-changing and non-XML characters, at most `limit` characters (then with an ellipsis), and at
    /// most two marks stacked on a letter.
    package static func clean(_ text: String, limit: Int) -> String {
        var (kept, characters, marks, spaced) = (String.UnicodeScalarView(), 0, 0, true)
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                if !spaced { kept.append(" ") }
                spaced = true
                continue
            }
            if isUnwanted(scalar) { continue }
            let isMark = isCombining(scalar)
            marks = isMark ? marks + 1 : 0
            if marks > 2 { continue }
            if !isMark { characters += 1 }
            if characters > limit {
                kept.append("…")
                break
            }
            kept.append(scalar)
            spaced = false
        }
        while kept.last == " " { kept.removeLast() }
        return String(kept)
    }

    /// The same text, safe inside XML elements and double-quoted attributes.
    package static func escaped(_ text: String) -> String {
        var safe = ""
        safe.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default:
                if isSpace(scalar) { safe += " " } else if !isUnwanted(scalar) { safe.unicodeScalars.append(scalar) }
            }
        }
        return safe
    }

    /// A class name: small letters, digits and dashes; `other` when nothing is left.
    package static func slug(_ text: String) -> String {
        var name = ""
        for byte in text.utf8.prefix(64) {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: name.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x41...0x5A: name.unicodeScalars.append(Unicode.Scalar(byte + 32))
            default: if !name.isEmpty, name.last != "-" { name += "-" }
            }
        }
        while name.last == "-" { name.removeLast() }
        return name.isEmpty ? "other" : name
    }

    /// The address when a click on it can only open a page: a path here, a fragment or http(s); else nil.
    package static func safeAddress(_ text: String?) -> String? {
        guard let text, !text.isEmpty,
            !text.unicodeScalars.contains(where: { isSpace($0) || isUnwanted($0) || $0 == "\\" })
        else { return nil }
        let small = text.lowercased()
        if small.hasPrefix("http://") || small.hasPrefix("https://") { return text }
        if text.hasPrefix("//") { return nil }
        let head = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return head.contains(":") ? nil : text
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFF:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}

extension Double {
    /// In tenths of a px, without a zero that says nothing: the same text on every machine.
    package var px: String {
        guard isFinite, magnitude < 1e9 else { return "0" }
        let tenths = Int((self * 10).rounded())
        let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
        return tenths % 10 == 0 ? whole : whole + ".\(tenths.magnitude % 10)"
    }
}
