import Ecosystems
import Foundation
import Governance
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Web

@Suite("The register of decisions on the web")
struct RegisterPagesTests {
    private let place = "/ecosystems/it-lots"
    private let hostile = #"<script>alert("1")</script> & ]]> 'x' &amp;"#

    private func decide(_ bed: WebTestBed) async throws {
        try await bed.put("bodies", "proefraad", ["name": .string(hostile), "sort": "council"])
        try await bed.put(
            "matters", "proef", ["question": .string(hostile), "body": "proefraad", "why": .string(hostile)])
        var proposal = Proposal()
        (proposal.matter, proposal.name, proposal.text) = (ID("proef"), Text(same: hostile), Text(same: "Wij gaan."))
        try await bed.carryOut(Propose(proposal))
        let made = try #require(try await bed.reader().records(Proposal.self).first { $0.matter == ID("proef") })
        try await bed.carryOut(DecideUrgently(made.id.rawValue, reason: Text("Het brandt \(hostile)", "It burns")))
    }

    @Test("Anybody reads the register and follows it; hostile titles stay words, and what is known is not sent again")
    func feed() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let stranger = try await bed.browser(client)
            #expect(try await stranger.get("\(place)/decisions").body.contains("Er is nog niets besloten"))
            let empty = try Atom(try await stranger.get("\(place)/decisions.atom").body)
            #expect(empty.entries == 0 && empty.texts["updated"]?.count == 1)
            try await decide(bed)

            let page = try await stranger.get("\(place)/decisions")
            #expect(page.body.contains("Aangenomen: &lt;script&gt;") && !page.body.contains("<script>alert"))
            #expect(page.body.contains("rel=\"alternate\" type=\"application/atom+xml\""))
            let answer = try await stranger.get("\(place)/decisions.atom")
            #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
            let atom = try Atom(answer.body)
            #expect(atom.entries == 1 && atom.texts["title"]?.last == "Aangenomen: \(hostile)")
            #expect(atom.texts["name"] == [hostile] && atom.texts["updated"]?.last == "2026-11-20T12:00:00Z")
            #expect(atom.texts["summary"]?.first?.contains("Het brandt") == true)
            let again = try await client.execute(
                uri: "\(place)/decisions.atom", method: .get,
                headers: [.ifNoneMatch: try #require(answer.headers[.eTag]), .acceptLanguage: "nl"])
            #expect(again.status == .notModified)
            let steward = try await bed.browser(client, administrator: true)
            #expect(try await steward.get("\(place)/decisions.atom").body == answer.body)
            #expect(try await steward.english("\(place)/decisions.atom").body.contains("Decisions of "))
        }
    }

    @Test("Of an ecosystem for participants only there is no feed, also not for who is signed in")
    func closed() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.patch("ecosystems", "it-lots", ["participantsOnly": true])
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            #expect(try await steward.get("\(place)/decisions.atom").status == .notFound)
            #expect(!(try await steward.get("\(place)/decisions").body.contains("atom")))
            #expect(try await bed.browser(client).get("\(place)/decisions").status == .notFound)
        }
    }

    @Test("One's digest stands on a page of its own, and its e-mail can be switched off and on")
    func digest() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            #expect(try await bed.browser(client).get("/digest").status == .seeOther)
            try await decide(bed)
            let member = try await bed.browser(client, as: "accountmanager-netwerk")
            let page = try await member.get("/digest?since=2026-11-20")
            #expect(page.body.contains("Uw overzicht") && page.body.contains("Aangenomen: &lt;script&gt;"))
            #expect(try await member.get("/").body.contains("href=\"/digest\""))
            #expect(try await member.post("/account/digest", [("mail", "off")]).status == .seeOther)
            #expect(try await member.get("/digest").body.contains("U krijgt dit niet per e-mail"))
            #expect(try await member.get("/account").body.contains("Staat uit"))
            #expect(try await member.post("/account/digest", [("mail", "on")]).status == .seeOther)
            #expect(try await member.get("/account").body.contains("Staat aan"))
        }
    }
}

/// An Atom feed read by a strict XML parser; refuses what is not well-formed.
private struct Atom {
    var entries = 0
    /// The words inside elements by name, in order.
    var texts: [String: [String]] = [:]

    struct NotWellFormed: Error {}

    init(_ text: String) throws {
        let (parser, reader) = (XMLParser(data: Data(text.utf8)), Reading())
        parser.delegate = reader
        guard parser.parse() else { throw NotWellFormed() }
        (entries, texts) = (reader.texts["entry"]?.count ?? 0, reader.texts)
    }

    private final class Reading: NSObject, XMLParserDelegate {
        var texts: [String: [String]] = [:]
        private var open: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { open.append("") }

        func parser(_ parser: XMLParser, foundCharacters words: String) { open[open.count - 1] += words }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) { texts[name, default: []].append(open.removeLast()) }
    }
}
