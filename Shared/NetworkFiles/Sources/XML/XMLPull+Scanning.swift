import Kernel

extension XMLPull {
    /// Whether so many bytes stand from `at`, bringing in more where need be.
    func isThere(_ count: Int) throws(Problem) -> Bool {
        while window.end - window.at < count { guard try window.more() else { return false } }
        return true
    }

    /// Whether this stands at `at`.
    func looksAt(_ wanted: StaticString) throws(Problem) -> Bool {
        guard try isThere(wanted.utf8CodeUnitCount) else { return false }
        return Self.isSame(window.slice(window.at..<window.at + wanted.utf8CodeUnitCount), wanted)
    }

    func isNameByte(_ offset: Int) throws(Problem) -> Bool {
        guard try isThere(offset + 1) else { return false }
        return Self.isName(window.base[window.at + offset])
    }

    /// The index of the next such byte, `from` bytes after `at` or later. Everything in between then stands in the window.
    func find(_ wanted: UInt8, from offset: Int) throws(Problem) -> Int {
        var offset = offset
        while true {
            while window.at + offset < window.end {
                if window.base[window.at + offset] == wanted { return window.at + offset }
                offset += 1
            }
            guard try window.more() else { throw unclosedTag() }
        }
    }

    func skipMark() throws(Problem) {
        if try isThere(3), window.slice(window.at..<window.at + 3).elementsEqual([0xEF, 0xBB, 0xBF]) { window.at += 3 }
        guard try isThere(2) else { return }
        let first = window.slice(window.at..<window.at + 2)
        let isWide = first.elementsEqual([0xFF, 0xFE]) || first.elementsEqual([0xFE, 0xFF]) || first.contains(0)
        if isWide { throw wrongEncoding("UTF-16") }
    }

    /// `<?xml version="1.0" encoding="UTF-8"?>`
    func declaration() throws(Problem) {
        let end = try find(Self.greater, from: 5)
        let text = String(decoding: window.slice(window.at..<end), as: UTF8.self)
        guard let version = text.firstMatch(of: /\sversion\s*=\s*["']([^"']*)["']/)?.output.1 else {
            throw syntax(Text("de versie van XML ontbreekt", "the version of XML is missing"), at: window.at)
        }
        guard version == "1.0" else {
            throw Problem(
                "xml.version", in: window.place(of: window.at),
                Text("dit is XML \(version).", "this is XML \(version)."),
                mend: Text("Bewaar het als XML 1.0.", "Save it as XML 1.0."))
        }
        if let encoding = text.firstMatch(of: /\sencoding\s*=\s*["']([^"']*)["']/)?.output.1 {
            guard ["UTF-8", "US-ASCII", "ASCII"].contains(encoding.uppercased()) else {
                throw wrongEncoding(String(encoding))
            }
        }
        window.at = end + 1
    }

    /// `<!-- … -->` and `<![CDATA[ … ]]>`; refuses a DOCTYPE.
    func declarationOrComment() throws(Problem) {
        if try looksAt("<!--") {
            try skip(past: "-->", from: 4, forbidding: "--")
        } else if try looksAt("<![CDATA[") {
            guard depth > 0 else { throw outside() }
            try cdata()
        } else if try looksAt("<!DOCTYPE") {
            throw Problem(
                "xml.doctype", in: window.place(of: window.at),
                Text(
                    "een DOCTYPE kan naar buiten verwijzen en wordt niet gelezen.",
                    "a DOCTYPE can refer to the outside and is not read."),
                mend: Text("Haal de DOCTYPE weg.", "Take the DOCTYPE out."))
        } else {
            throw syntax(Text("dit is geen XML", "this is no XML"), at: window.at)
        }
    }

    /// `<?target … ?>`, which is passed over.
    func instruction() throws(Problem) {
        if try looksAt("<?xml"), try !isNameByte(5) {
            throw syntax(
                Text("de XML-declaratie hoort vooraan", "the XML declaration belongs at the very start"), at: window.at)
        }
        try skip(past: "?>", from: 2, forbidding: nil)
    }

    /// Passes over everything up to and including an end; refuses what may not stand inside.
    private func skip(past end: StaticString, from offset: Int, forbidding: StaticString?) throws(Problem) {
        window.at += offset
        while true {
            if try looksAt(end) {
                window.at += end.utf8CodeUnitCount
                return
            }
            if let forbidding, try looksAt(forbidding) {
                throw syntax(
                    Text("in commentaar mag geen -- staan", "no -- may stand in a comment"), at: window.at)
            }
            guard try isThere(1) else {
                throw syntax(Text("dit houdt niet op", "this does not end"), at: window.at)
            }
            window.at += 1
        }
    }

    private func cdata() throws(Problem) {
        window.at += 9
        while try !looksAt("]]>") {
            guard try isThere(1) else {
                throw syntax(Text("deze CDATA houdt niet op", "this CDATA does not end"), at: window.at)
            }
            try keep(window.base[window.at])
            window.at += 1
        }
        window.at += 3
    }
}
