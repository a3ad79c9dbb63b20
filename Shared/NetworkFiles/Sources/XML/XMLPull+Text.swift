import Kernel

extension XMLPull {
    /// Goes on to the next element inside the one that is open; false when that ends.
    func child() throws(Problem) -> Bool { try next() == .start }

    /// Passes over the element that began last, with everything in it.
    func skip() throws(Problem) {
        let outside = depth - 1
        while depth > outside { _ = try next() }
    }

    /// The text of the element that began last, up to its end; refuses (`xml.text`) elements in it.
    func textOfElement() throws(Problem) -> String {
        let start = window.place(of: tagStart)
        text = []
        defer { text = nil }
        guard try next() == .end else {
            throw Problem(
                "xml.text", in: window.place(of: tagStart),
                Text("hier hoort alleen tekst te staan.", "only text belongs here."),
                mend: Text("Haal het element weg.", "Take the element out."))
        }
        guard let text = String(validating: text ?? [], as: UTF8.self) else { throw Problem.encoding(start) }
        return text
    }

    /// Text up to the next tag.
    func characters() throws(Problem) {
        while try isThere(1) {
            if depth > 0, try plainRun() { continue }
            let byte = window.base[window.at]
            switch byte {
            case Self.less: return
            case UInt8(ascii: "&"):
                let reference = try reference()
                guard depth > 0 else { throw outside() }
                text?.append(contentsOf: reference.bytes)
                window.at = reference.after
            case UInt8(ascii: "]"):
                if try looksAt("]]>") {
                    throw syntax(Text("]]> mag niet in tekst staan", "]]> may not stand in text"), at: window.at)
                }
                try keep(byte)
                window.at += 1
            default:
                try keep(byte)
                window.at += 1
            }
        }
    }

    /// Takes in one piece what needs no care; false when the next byte does.
    private func plainRun() throws(Problem) -> Bool {
        let (bytes, end) = (window.base, window.end)
        var at = window.at
        while at < end, Self.isPlain(bytes[at]) { at += 1 }
        guard at > window.at else { return false }
        if text != nil {
            text?.append(contentsOf: window.slice(window.at..<at))
            try checkLength()
        }
        window.at = at
        return true
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case less, UInt8(ascii: "&"), UInt8(ascii: "]"): false
        default: byte >= 0x20 || byte == 0x0A || byte == 0x09
        }
    }

    /// Keeps one byte of text, with line ends as XML has them.
    func keep(_ byte: UInt8) throws(Problem) {
        if byte < 0x20, !Self.isSpace(byte) { throw forbidden(byte, at: window.at) }
        guard depth > 0 || Self.isSpace(byte) else { throw outside() }
        guard text != nil else { return }
        if byte == 0x0D {
            let isPair = try isThere(2) && window.base[window.at + 1] == 0x0A
            if !isPair { text?.append(0x0A) }
        } else {
            text?.append(byte)
        }
        try checkLength()
    }

    private func checkLength() throws(Problem) {
        guard let count = text?.count, count <= limits.partBytes else {
            throw Problem(
                "file.part-too-large", in: window.place(of: window.at),
                Text(
                    "deze tekst is langer dan \(limits.partBytes >> 20) MB.",
                    "this text is longer than \(limits.partBytes >> 20) MB."),
                mend: Text("Maak hem korter.", "Make it shorter."))
        }
    }

    /// What the reference at `at` stands for, and where it ends.
    private func reference() throws(Problem) -> (bytes: [UInt8], after: Int) {
        _ = try isThere(12)
        return try resolve(window.at, before: window.end)
    }

    /// What a reference stands for, and where it ends; refuses every entity that XML does not have by itself.
    func resolve(_ here: Int, before end: Int) throws(Problem) -> (bytes: [UInt8], after: Int) {
        let rest = window.slice(here..<min(end, here + 12))
        guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { throw badReference(at: here) }
        let name = String(decoding: rest[1..<semicolon], as: UTF8.self)
        let after = here + semicolon + 1
        switch name {
        case "lt": return ([0x3C], after)
        case "gt": return ([0x3E], after)
        case "amp": return ([0x26], after)
        case "quot": return ([0x22], after)
        case "apos": return ([0x27], after)
        default: break
        }
        let code =
            name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        guard let code, let scalar = Unicode.Scalar(code), scalar.isXML, name.dropFirst().first != "+" else {
            throw badReference(at: here)
        }
        return (Array(String(Character(scalar)).utf8), after)
    }
}

extension Unicode.Scalar {
    /// Whether XML 1.0 can hold it.
    var isXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
