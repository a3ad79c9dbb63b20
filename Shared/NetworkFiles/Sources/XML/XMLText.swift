/// Texts as XML holds them. What XML 1.0 cannot hold (control characters) becomes U+FFFD.
enum XMLText {
    /// Between tags.
    static func content(_ text: String) -> [UInt8] { escaped(text, isAttribute: false) }

    /// In an attribute between double quotes; line ends and tabs survive.
    static func attribute(_ text: String) -> [UInt8] { escaped(text, isAttribute: true) }

    /// How many characters of a text XML cannot hold.
    static func unwritable(_ text: String) -> Int {
        // Quick for what nearly every text is.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return 0 }
        return text.unicodeScalars.count { !$0.isXML }
    }

    private static func escaped(_ text: String, isAttribute: Bool) -> [UInt8] {
        let needsCare = text.utf8.contains {
            $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0xEF
        }
        guard needsCare else { return Array(text.utf8) }
        var out: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;".utf8
            case "<": out += "&lt;".utf8
            case ">": out += "&gt;".utf8
            case "\"" where isAttribute: out += "&quot;".utf8
            case "\r": out += "&#13;".utf8
            case "\n" where isAttribute: out += "&#10;".utf8
            case "\t" where isAttribute: out += "&#9;".utf8
            default: out += UTF8.encode(scalar.isXML ? scalar : "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
            }
        }
        return out
    }
}

extension ByteSink {
    /// ` name="value"`
    func attribute(_ name: String, _ value: String) {
        write(" ")
        write(name)
        write("=\"")
        write(XMLText.attribute(value))
        write("\"")
    }

    func attribute(_ name: String, unlessEmpty value: String) { if !value.isEmpty { attribute(name, value) } }
}
