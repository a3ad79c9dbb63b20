import Kernel

extension XMLPull {
    /// Broken XML, with its place. The message gets its full stop here.
    func syntax(_ message: Text, at index: Int) -> Problem {
        Problem(
            "xml.syntax", in: window.place(of: index), Text("\(message.nl).", "\(message.en)."),
            mend: Text("Verbeter de XML op die plek.", "Mend the XML at that place."))
    }

    func unclosedTag() -> Problem {
        syntax(Text("deze tag wordt niet gesloten", "this tag is not closed"), at: window.at)
    }

    func outside() -> Problem {
        syntax(
            Text("buiten het eerste element mag geen tekst staan", "no text may stand outside the first element"),
            at: window.at)
    }

    func unclosed() -> Problem {
        let start = openEnds.count > 1 ? openEnds[openEnds.count - 2] : 0
        let name = String(decoding: openNames[start...], as: UTF8.self)
        return syntax(
            Text("het element “\(name)” wordt niet gesloten", "the element “\(name)” is not closed"), at: window.at)
    }

    func wrongEnd(_ open: ArraySlice<UInt8>) -> Problem {
        let name = String(decoding: open, as: UTF8.self)
        return syntax(Text("hier werd </\(name)> verwacht", "expected </\(name)> here"), at: window.at)
    }

    func forbidden(_ byte: UInt8, at index: Int) -> Problem {
        let code = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        return syntax(
            Text("het stuurteken \(code) mag niet in XML staan", "the control character \(code) may not stand in XML"),
            at: index)
    }

    func badReference(at index: Int) -> Problem {
        Problem(
            "xml.entity", in: window.place(of: index),
            Text(
                "alleen &lt; &gt; &amp; &quot; &apos; en tekens als &#233; worden gelezen.",
                "only &lt; &gt; &amp; &quot; &apos; and characters such as &#233; are read."),
            mend: Text("Schrijf het teken zelf.", "Write the character itself."))
    }

    func wrongEncoding(_ name: String) -> Problem {
        Problem(
            "xml.encoding", in: window.place(of: window.at),
            Text("de codering “\(name.inShort)” wordt niet gelezen.", "the encoding “\(name.inShort)” is not read."),
            mend: Text("Bewaar het bestand als UTF-8.", "Save the file as UTF-8."))
    }

    func tooDeep() -> Problem {
        Problem(
            "xml.depth", in: window.place(of: window.at),
            Text(
                "de elementen zijn dieper genest dan \(limits.depth) lagen.",
                "the elements nest deeper than \(limits.depth) levels."),
            mend: Text("Maak de invoer vlakker.", "Flatten the input."))
    }

    func tooManyAttributes(at index: Int) -> Problem {
        Problem(
            "xml.attributes", in: window.place(of: index),
            Text(
                "dit element heeft meer dan \(limits.attributes) attributen.",
                "this element has more than \(limits.attributes) attributes."),
            mend: Text("Laat er weg.", "Leave some out."))
    }
}
