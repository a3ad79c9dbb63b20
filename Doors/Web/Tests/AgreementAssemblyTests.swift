import Agreements
import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Assembling agreements on the web")
struct AgreementAssemblyTests {
    private let lots = "/ecosystems/it-lots/agreements/kavelafspraken/assembly"

    /// A new agreement of the city deal without a single clause.
    private func begun(_ bed: WebTestBed) async throws -> String {
        try await bed.put(
            "agreements", "nieuw",
            [
                "name": ["nl": "Nieuwe afspraak", "en": "New agreement"], "kind": "cooperation",
                "parties": [["organisation": "tno"], ["organisation": "argaleo"]], "languages": ["nl", "en"],
            ])
        return "/ecosystems/city-deal/agreements/nieuw/assembly"
    }

    private func clauses(_ bed: WebTestBed, _ agreement: String) async throws -> [Clause] {
        try await bed.reader().records(Clause.self).filter { $0.agreement.rawValue == agreement }
            .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    }

    @Test("An empty agreement says how to begin; advice explains each proposal and is taken over at once")
    func advice() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let path = try await begun(bed)
            let steward = try await bed.browser(client, administrator: true)
            let empty = try await steward.get(path)
            #expect(empty.body.contains("Nog geen bepalingen."))
            #expect(empty.body.contains("Voorstel: zo weinig mogelijk"))
            #expect(empty.body.contains("bouwstenen blijven weg"))
            #expect(try await steward.english(path).body.contains("Proposal: as little as possible"))
            let phase = try empty.hidden("phase")
            #expect(try await steward.post("\(path)/advice", [("phase", phase)]).status == .seeOther)
            let count = try await clauses(bed, "nieuw").count
            #expect(count > 0)
            let full = try await steward.get(path)
            #expect(full.body.components(separatedBy: "class=\"assembling\"").count - 1 == count)
            #expect(full.body.contains("✓ staat erin"))
            #expect(full.body.contains("id=\"balance\""))
        }
    }

    @Test("A block becomes a clause, moves up and down, and goes again; what depends on it keeps it in place")
    func blocks() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let path = try await begun(bed)
            let steward = try await bed.browser(client, administrator: true)
            let library = try await bed.reader().library
            for block in ["data-sources/register", "data-sources/access"] {
                let text = try #require(library.block(block)?.clauses.first?.id)
                let added = try await steward.post("\(path)/blocks", [("block", block), ("clause", text)])
                #expect(added.status == .seeOther)
            }
            let two = try await clauses(bed, "nieuw")
            #expect(two.map(\.block) == ["data-sources/register", "data-sources/access"])
            let (register, access) = (two[0].id.rawValue, two[1].id.rawValue)
            #expect(try await steward.post("\(path)/clauses/\(access)/place", [("after", "")]).status == .seeOther)
            #expect(try await clauses(bed, "nieuw").map(\.id.rawValue) == [access, register])
            let needed = try await steward.post("\(path)/clauses/\(register)/removal")
            #expect(needed.status == .badRequest || needed.status == .conflict)
            #expect(needed.body.contains("leunt erop"))
            #expect(try await clauses(bed, "nieuw").count == 2)
            #expect(try await steward.post("\(path)/clauses/\(access)/removal").status == .seeOther)
            #expect(try await steward.post("\(path)/clauses/\(register)/removal").status == .seeOther)
            #expect(try await clauses(bed, "nieuw").isEmpty)
            let unknown = try await steward.post("\(path)/blocks", [("block", "geen/blok"), ("clause", "x")])
            #expect(unknown.status != .seeOther && unknown.status != .internalServerError)
        }
    }

    @Test("Places are filled in the way of the language: 12.500,50 in Dutch and 12,500.50 in English are one amount")
    func numbers() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            let path = "\(lots)/clauses/mandaat/variables"
            #expect(try await steward.post(path, [("grens", "12.500,50")]).status == .seeOther)
            func stored() async throws -> String? {
                try await clauses(bed, "kavelafspraken").first { $0.id == ID("mandaat") }?.variables.first?.plain
            }
            let dutch = try await stored()
            #expect(dutch == "12500.50" || dutch == "12500.5")
            #expect(try await steward.get(lots).body.contains("value=\"12500,5"))
            #expect(try await steward.english(lots).body.contains("value=\"12500.5"))
            #expect(try await steward.get(lots).body.contains("€ 12.500,50") == true)
            _ = try await steward.send(
                .post, "\(path)?lang=en", [.contentType: "application/x-www-form-urlencoded"],
                "grens=12%2C500.50&csrf=\(steward.csrf)")
            #expect(try await stored() == dutch)
        }
    }

    @Test(
        "A value that does not fit stands beside its place, with what was typed",
        arguments: ["veel", "1.2.3,4,5", "<script>"])
    func misfit(_ typed: String) async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            let refused = try await steward.post("\(lots)/clauses/mandaat/variables", [("grens", typed)])
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains("id=\"fill-mandaat-troubles\""))
            #expect(refused.body.contains("aria-describedby=\"fill-mandaat-troubles\""))
            #expect(!refused.body.contains("<script>\""))
            #expect(
                try await clauses(bed, "kavelafspraken").first { $0.id == ID("mandaat") }?.variables.first?.plain
                    == "25000")
        }
    }

    @Test("An organisation or number that does not exist is refused beside the form")
    func unknown() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            let nobody = try await steward.post("\(lots)/clauses/demarcatie/variables", [("integrator", "niemand")])
            #expect(nobody.status == .badRequest)
            #expect(nobody.body.contains("id=\"fill-demarcatie-troubles\""))
            let words = try await steward.post("\(lots)/clauses/reageren/variables", [("reactietijd", "vijf")])
            #expect(words.status == .badRequest)
        }
    }

    @Test("Hostile text in a place of a clause is text in the preview and in every document")
    func hostile() async throws {
        let attack = "<script>alert(1)</script>\"' # kop *vet* [a](javascript:x)"
        let bed = try await WebTestBed("it-lots")
        try await bed.put(
            "clauses", "vrij",
            [
                "agreement": "kavelafspraken", "position": 900, "heading": ["nl": "Vrij", "en": "Free"],
                "text": ["nl": "Naam: {naam}.", "en": "Name: {naam}."],
                "variables": [["name": "naam", "type": "text", "value": ["nl": "x", "en": "x"]]],
            ])
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            #expect(try await steward.post("\(lots)/clauses/vrij/variables", [("naam", attack)]).status == .seeOther)
            let root = "/ecosystems/it-lots/agreements/kavelafspraken"
            for page in [
                lots, "\(root)?draft=1", "\(root)/redline?from=3&to=draft", "\(root)/document.html?draft=1&lang=both",
            ] {
                let text = try await steward.get(page).body
                #expect(text.contains("&lt;script&gt;alert(1)"), "\(page)")
                #expect(!text.contains("<script>alert") && !text.contains("href=\"javascript:"), "\(page)")
            }
            let markdown = try await steward.get("\(root)/document.md?draft=1&lang=nl").body
            #expect(!markdown.contains("<script>") && !markdown.contains("[a](javascript:x)"))
            #expect(!markdown.contains("\n# kop") && !markdown.contains(" *vet*"))
        }
    }

    @Test("Who does not orchestrate is told who writes")
    func rights() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let page = try await party.get(lots)
            #expect(
                page.status == .forbidden && page.body.contains("Alleen wie de regie heeft, schrijft aan de tekst."))
            let fill = try await party.post("\(lots)/clauses/mandaat/variables", [("grens", "1")])
            #expect(fill.status == .forbidden)
        }
    }
}
