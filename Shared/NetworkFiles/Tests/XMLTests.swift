import Kernel
import Testing

@testable import NetworkFiles

@Suite("XML that nobody vouches for")
struct XMLTests {
    static let start = "<gexf version=\"1.3\"><graph><nodes>"
    static let end = "</nodes><edges/></graph></gexf>"

    private func pull(_ text: String) throws -> XMLPull {
        try XMLPull(ByteWindow(GivenBytes(Array(text.utf8)), NetworkLimits(), chunk: 16), NetworkLimits())
    }

    /// Reads everything; what is told when it is refused.
    private func told(_ text: String) -> String {
        do {
            let pull = try pull(text)
            while try pull.next() != .done {}
            return ""
        } catch let problem as Problem {
            return "\(problem.rule) \(problem.message.en)"
        } catch {
            return "\(error)"
        }
    }

    @Test("elements, attributes, text, CDATA, comments and instructions are read, however they are cut in pieces")
    func whole() throws {
        let pull = try pull(
            "\u{FEFF}<?xml version='1.0' encoding='utf-8'?>\n<!-- a - b --><?style x?><a b='1 &lt; 2' c=\"&#233;&#x1F418;\">"
                + "een &amp; <!-- niet --><![CDATA[<twee>]]>\r\ndrie\r</a >\n")

        #expect(try pull.next() == .start)
        #expect(pull.localName == "a")
        #expect(try pull.attribute("b") == "1 < 2")
        #expect(try pull.attribute("c") == "é🐘")
        #expect(try pull.attribute("d") == nil)
        #expect(try pull.textOfElement() == "een & <twee>\ndrie\n")
        #expect(try pull.next() == .done)
    }

    @Test("line ends and tabs in an attribute are spaces, unless they are written as characters")
    func normalised() throws {
        let pull = try pull("<a b='x\r\ny\tz&#10;&#9;&#13;'/>")

        #expect(try pull.next() == .start)
        #expect(try pull.attribute("b") == "x y z\n\t\r")
        #expect(try pull.next() == .end)
    }

    static let broken: [(String, String)] = [
        ("", "xml.syntax Line 1, column 1: there is no element."),
        ("<a>\n  <b></c>", "xml.syntax Line 2, column 6: expected </b> here."),
        ("<a>\n<b>", "xml.syntax Line 2, column 4: the element “b” is not closed."),
        ("<a b=1/>", "xml.syntax Line 1, column 6: expected a quote here."),
        ("<a b='1' b='2'/>", "xml.syntax Line 1, column 10: the attribute “b” appears twice."),
        ("<a b='1'c='2'/>", "xml.syntax Line 1, column 9: expected a space here."),
        ("<a b='<'/>", "xml.syntax Line 1, column 7: < may not stand in a value."),
        ("<a <b/>", "xml.syntax Line 1, column 4: a tag begins inside a tag."),
        ("<a b='1", "xml.syntax Line 1, column 1: this tag is not closed."),
        ("<a/><b/>", "xml.syntax Line 1, column 5: no second element may follow the first."),
        ("<a/>tekst", "xml.syntax Line 1, column 5: no text may stand outside the first element."),
        ("tekst<a/>", "xml.syntax Line 1, column 1: no text may stand outside the first element."),
        ("<a>]]></a>", "xml.syntax Line 1, column 4: ]]> may not stand in text."),
        ("<a>\u{1}</a>", "xml.syntax Line 1, column 4: the control character U+0001 may not stand in XML."),
        ("<a b='\u{1F}'/>", "xml.syntax Line 1, column 7: the control character U+001F may not stand in XML."),
        ("<a><!-- -- --></a>", "xml.syntax Line 1, column 9: no -- may stand in a comment."),
        ("<1/>", "xml.syntax Line 1, column 2: expected a name here."),
        (" <?xml version='1.0'?><a/>", "xml.syntax Line 1, column 2: the XML declaration belongs at the very start."),
        ("<?xml version='1.1'?><a/>", "xml.version Line 1, column 1: this is XML 1.1."),
        (
            "<?xml version='1.0' encoding='latin1'?><a/>",
            "xml.encoding Line 1, column 1: the encoding “latin1” is not read."
        ),
    ]

    @Test("broken XML is refused with line and column", arguments: broken)
    func refusals(_ text: String, _ expected: String) { #expect(told(text) == expected) }

    static let dangerous: [(String, String)] = [
        ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "xml.doctype"),
        ("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>", "xml.doctype"),
        ("<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;'>]><a>&y;</a>", "xml.doctype"),
        ("<a>&x;</a>", "xml.entity"), ("<a b='&x;'/>", "xml.entity"), ("<a>&#0;</a>", "xml.entity"),
        ("<a>&#x1B;</a>", "xml.entity"), ("<a>&#xD800;</a>", "xml.entity"), ("<a>&#+65;</a>", "xml.entity"),
        ("<a>&amp</a>", "xml.entity"), ("<a>& </a>", "xml.entity"), ("<a>&#99999999999;</a>", "xml.entity"),
        ("<!ENTITY x 'y'><a/>", "xml.syntax"), ("<a><!ELEMENT a ANY></a>", "xml.syntax"),
    ]

    @Test("entities and what refers to the outside are never resolved", arguments: dangerous)
    func safe(_ text: String, _ rule: String) { #expect(told(text).split(separator: " ").first ?? "" == rule) }

    @Test("depth, attributes and the size of one part are bounded")
    func bounded() {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        let wide = "<a " + (0..<300).map { "a\($0)=''" }.joined(separator: " ") + "/>"
        var limits = NetworkLimits()
        limits.partBytes = 1 << 20
        let long = Self.start + "<node id=\"" + String(repeating: "x", count: 4 << 20) + "\"/>" + Self.end

        #expect(told(deep).hasPrefix("xml.depth Line 1, column 193:"))
        #expect(told(wide).hasPrefix("xml.attributes"))
        #expect(
            refused { _ = try NetworkFile.read(Array(long.utf8), .gexf, limits: limits) } == ["file.part-too-large"])
    }

    @Test("a file over the limit is refused while it is read, not after")
    func tooLarge() {
        var limits = NetworkLimits()
        limits.bytes = 1 << 20
        let rows = String(repeating: "a,b\n", count: 1 << 19)

        #expect(
            refused { _ = try NetworkFile.read(Array(("from,to\n" + rows).utf8), .csv, limits: limits) }
                == ["file.too-large"])
    }

    @Test("damaged files are refused or read, and never crash", arguments: NetworkFormat.allCases)
    func damaged(_ format: NetworkFormat) throws {
        for seed in 1...60 as ClosedRange<UInt64> {
            var dice = Dice(seed)
            var networks = Networks(seed, controls: false)
            var bytes = try networks.next().bytes(format)
            for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
                let at = Int.random(in: 0..<bytes.count, using: &dice)
                switch Int.random(in: 0..<4, using: &dice) {
                case 0: bytes.remove(at: at)
                case 1: bytes[at] = UInt8.random(in: 0...255, using: &dice)
                case 2: bytes.insert(UInt8.random(in: 0...127, using: &dice), at: at)
                default: bytes.removeLast(bytes.count - at)
                }
            }
            _ = refused { _ = try NetworkFile.read(bytes, format) }
        }
    }
}
