import Ecosystems
import Foundation
import Gate
import Hummingbird
import HummingbirdTesting
import Kernel
import Lifecycle
import Parties
import Testing

@testable import Web

@Suite("Forms for any kind of record")
struct RecordFormTests {
    private let records = "/ecosystems/it-lots/records"
    private let new = "/ecosystems/it-lots/new"

    private func bed(
        as person: String? = nil, _ work: @Sendable @escaping (WebTestBed, AccessBrowser) async throws -> Void
    ) async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: person, administrator: person == nil)
            try await work(bed, browser)
        }
    }

    @Test("Several of many are boxes to tick, never a list that one click empties; each group of options stands once")
    func boxes() async throws {
        try await bed { _, browser in
            for page in [
                "\(records)/ecosystems/it-lots/edit", "\(new)/activities", "\(new)/exchanges", "\(new)/interests",
            ] {
                let body = try await browser.get(page).body
                #expect(!body.contains(" multiple"))
                #expect(body.contains("type=\"checkbox\""))
            }
            let profile = try await browser.get("\(records)/ecosystems/it-lots/edit").body
            let legends = profile.components(separatedBy: "<legend>Rollen</legend>").count - 1
            #expect(legends == 1)
            #expect(profile.contains("<legend>Methoden in gebruik"))
        }
    }

    @Test("Saving what a form showed changes nothing, of any record and in either language", arguments: ["nl", "en"])
    func unchanged(language: String) async throws {
        try await bed { bed, browser in
            let before = try await bed.reader()
            var forms = 0
            for kind in before.catalogue.kinds where !kind.isProcess {
                for id in before.state.table(kind.plural)?.ids ?? [] {
                    let page = try await browser.get("\(records)/\(kind.plural)/\(id)/edit", language: language)
                    let sent = SentForm(page.body).fields
                    #expect(sent.count > kind.fields.count / 2)
                    let saved = try await browser.post("\(records)/\(kind.plural)/\(id)", sent, language: language)
                    #expect(saved.cookies.contains { $0.hasPrefix("done=unchanged") }, "\(kind.plural)/\(id)")
                    forms += 1
                }
            }
            #expect(forms > 100)
            #expect(try await bed.reader().state.sequence == before.state.sequence)
        }
    }

    @Test("Choices keep the order in which they stood")
    func order() async throws {
        try await bed { bed, browser in
            let page = try await browser.get("\(records)/ecosystems/it-lots/edit").body
            let sent = SentForm(page).fields
            let methods = try #require(try await bed.reader().record(Profile.self, "it-lots")).methods
            let others = sent.filter { $0.0 != "f.methods" } + methods.reversed().map { ("f.methods", $0) }
            _ = try await browser.post("\(records)/ecosystems/it-lots", others)
            #expect(try await bed.reader().record(Profile.self, "it-lots")?.methods == methods)
        }
    }

    @Test(
        "An amount is read as people write it",
        arguments: ["2.500,50", "€ 2.500,50", "2500,5", "2,500.50", "2 500,50"])
    func amount(typed: String) async throws {
        try await bed { bed, browser in
            let saved = try await browser.post(
                "\(records)/mandates/opdrachtgever-it", try await mandate(bed, limit: typed))
            #expect(saved.status == .seeOther)
            #expect(try await bed.reader().record(Mandate.self, "opdrachtgever-it")?.limit == Money(cents: 250_050))
            #expect(
                try await browser.get("\(records)/mandates/opdrachtgever-it/edit").body.contains("value=\"2500,50\""))
        }
    }

    @Test("An amount that may mean two things is refused with what was typed, tied to its input")
    func ambiguous() async throws {
        try await bed { bed, browser in
            let refused = try await browser.post(
                "\(records)/mandates/opdrachtgever-it", try await mandate(bed, limit: "2,500"))
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains("“2,500” kan twee dingen betekenen"))
            #expect(refused.body.contains("Schrijf 2500 of 2500,00."))
            #expect(refused.body.contains("value=\"2,500\""))
            #expect(refused.body.contains("<a href=\"#f.limit\">Tot welk bedrag</a>"))
            #expect(
                refused.body.contains(
                    "id=\"f.limit\" name=\"f.limit.amount\" aria-invalid=\"true\" aria-describedby=\"f.limit-help f.limit-wrong\""
                ))
            #expect(refused.body.contains("id=\"f.limit-wrong\""))
            #expect(!refused.body.contains("is geen bedrag"))
        }
    }

    @Test("What is wrong is listed with links to the fields and gets the focus; required inputs say so")
    func summary() async throws {
        try await bed { _, browser in
            let form = try await browser.get("\(new)/organisations")
            #expect(form.body.contains("id=\"f.name\" name=\"f.name.nl\" required"))
            #expect(form.body.contains("<select id=\"f.sector\" name=\"f.sector\" required>"))
            let refused = try await browser.post(
                "\(records)/organisations",
                [("f.name.nl", "Bureau"), ("f.website", "javascript:alert(1)"), ("f.kvk", "1")])
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains("<title>Fout: "))
            #expect(refused.body.contains("role=\"alert\" tabindex=\"-1\" autofocus"))
            #expect(
                refused.body.contains("<a href=\"#f.website\">Website</a>: “javascript:alert(1)” is geen webadres."))
            #expect(refused.body.contains("<a href=\"#f.sector\">Sector</a>: “Sector” is verplicht."))
            #expect(refused.body.contains("<a href=\"#f.kvk\">KVK-nummer</a>"))
            #expect(refused.body.contains("<details class=\"group\" open><summary>Andere namen en nummers"))
            #expect(!refused.body.contains("href=\"javascript:"))
        }
    }

    @Test("A web address is shown as a link that tells nothing about us")
    func web() async throws {
        try await bed { _, browser in
            let saved = try await browser.post(
                "\(records)/organisations",
                [("f.name.nl", "Bureau"), ("f.sector", "government"), ("f.website", "https://www.voorbeeld.nl")])
            #expect(saved.location == "/ecosystems/it-lots/parties/bureau")
            let link = "<a href=\"https://www.voorbeeld.nl\" rel=\"noopener noreferrer\">"
            #expect(try await browser.get(saved.location).body.contains(link))
            #expect(try await browser.get("\(records)/organisations/bureau").body.contains(link))
        }
    }

    @Test(
        "Overtaken by someone else: both texts are shown, what only they changed is taken over, and saving goes on from there"
    )
    func overtaken() async throws {
        try await bed { bed, browser in
            let seen = try #require(try await bed.reader().state.table("persons")?.version(of: "moderator"))
            let theirs: [String: Value] = ["function": "Gespreksleider", "source": "Overleg"]
            _ = try await bed.installation.host.ecosystem("it-lots").perform(
                ChangeRecords([RecordChange("persons", "moderator", .patch(theirs))]), by: .atTheMachine)
            let old = "handbooks A18 (001:1712-1730)"
            let mine = { (seen: String, source: String) in
                [
                    ("f.organisation", "procesbegeleider"), ("f.function.nl", "Begeleider"), ("f.source", source),
                    ("seen", seen),
                ]
            }
            let refused = try await browser.post("\(records)/persons/moderator", mine("\(seen)", old))
            #expect(refused.status == .conflict)
            #expect(refused.body.contains("value=\"Begeleider\""))
            #expect(refused.body.contains("<strong>Nu staat er:</strong> Gespreksleider"))
            #expect(refused.body.contains("value=\"Overleg\""))
            #expect(refused.body.contains("Bewaar mijn tekst"))
            let now = try #require(try await bed.reader().state.table("persons")?.version(of: "moderator"))
            #expect(refused.body.contains("name=\"seen\" value=\"\(now)\""))
            let saved = try await browser.post("\(records)/persons/moderator", mine("\(now)", "Overleg"))
            #expect(saved.status == .seeOther)
            let moderator = try await bed.reader().record(Person.self, "moderator")
            #expect(moderator?.function.nl == "Begeleider")
            #expect(moderator?.source == "Overleg")
        }
    }

    @Test("A form that is refused for want of rights keeps what was typed and says who may do it")
    func forbidden() async throws {
        try await bed(as: "accountmanager-netwerk") { _, browser in
            let refused = try await browser.post(
                "\(records)/goals",
                [
                    ("f.title.nl", "Snellere <routers>"), ("f.level", "organisation"),
                    ("f.organisation", "kavel-datacenter"),
                ])
            #expect(refused.status == .forbidden)
            #expect(refused.body.contains("value=\"Snellere &lt;routers&gt;\""))
            #expect(refused.body.contains("geldig mandaat heeft van Kavel"))
            #expect(!refused.body.contains("Vraag uw organisatie om een mandaat"))
            #expect(refused.body.contains("De regie heeft: "))
        }
    }

    @Test("Who acts for one organisation is offered that one, where a field says whose it is")
    func own() async throws {
        try await bed(as: "accountmanager-netwerk") { _, browser in
            let body = try await browser.get("\(new)/goals").body
            #expect(body.contains("<option value=\"kavel-netwerk\">"))
            let interest = try await browser.get("\(new)/interests").body
            #expect(interest.contains("<option value=\"kavel-netwerk\" selected>"))
            #expect(!body.contains("<option value=\"kavel-datacenter\">"))
        }
    }

    @Test("An address that is taken or cannot be is told at its input, with the form as it was")
    func badID() async throws {
        try await bed { _, browser in
            let sent = [("f.name.nl", "Bureau"), ("f.sector", "government"), ("id", "Geen Goede")]
            let refused = try await browser.post("\(records)/organisations", sent)
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains("<a href=\"#id\">"))
            #expect(refused.body.contains("value=\"Bureau\""))
            #expect(refused.body.contains("value=\"Geen Goede\""))
            let begun = try await browser.post("/ecosystems", [("nl", "Proef & co"), ("en", ""), ("id", "Geen Goede")])
            #expect(begun.status == .badRequest)
            #expect(begun.body.contains("value=\"Proef &amp; co\""))
            let taken = try await browser.post("/ecosystems", [("nl", "Nog een"), ("en", ""), ("id", "it-lots")])
            #expect(taken.status == .conflict || taken.status == .badRequest)
            #expect(taken.body.contains("value=\"Nog een\""))
            let named = try await browser.post("/ecosystems", [("nl", "Proef & co"), ("en", ""), ("id", "")])
            #expect(named.location == "/ecosystems/proef-co")
        }
    }

    @Test("Persons stand with their organisation; phases, questions, items and steps are chosen by their names")
    func names() async throws {
        try await bed { bed, browser in
            let mandate = try await browser.get("\(new)/mandates").body
            #expect(mandate.contains("<option value=\"accountmanager-netwerk\">Accountmanager, "))
            let method = try #require(try await bed.reader().record(Course.self, "cloud")?.method)
            let phase = try #require(try await bed.reader().library.lifecycle(method)?.phases.first)
            let answer = try await browser.get("\(new)/answers?lifecycle=cloud").body
            #expect(answer.contains("<option value=\"\(phase.id)\">\(phase.name.nl)</option>"))
            #expect(answer.contains("<select id=\"f.question\""))
            #expect(try await browser.get("\(new)/passages").body.contains("<select id=\"f.phase\""))
            #expect(try await browser.get("\(new)/assessments").body.contains("<select id=\"f.item\""))
            let boarding = try await browser.get("\(records)/boardings/cloudleverancier/edit").body
            #expect(boarding.contains("<select id=\"f.steps.0.step\""))
            let shown = try await browser.get("\(records)/answers/define-mandate").body
            #expect(!shown.contains("<dd>define</dd>"))
            #expect(!shown.contains("<dd>mandate</dd>"))
        }
    }

    @Test("What is required and has a usual value starts with it, and cannot be left open")
    func usual() async throws {
        try await bed { _, browser in
            let goal = try await browser.get("\(new)/goals").body
            let select = try #require(
                goal.range(of: "<select id=\"f.level\"[^>]*>(?:(?!</select>).)*", options: .regularExpression))
            #expect(goal[select].contains(" selected"))
            #expect(!goal[select].contains("Kies…"))
            #expect(goal[select].contains("required"))
        }
    }

    @Test("What was done is told once, in a sentence of ours")
    func told() async throws {
        try await bed { bed, browser in
            let saved = try await browser.post(
                "\(records)/persons/moderator",
                [("f.organisation", "procesbegeleider"), ("f.function.nl", "Gespreksleider")])
            let cookie = try #require(saved.cookies.first { $0.hasPrefix("done=saved") })
            #expect(cookie.contains("HttpOnly"))
            let page = try await browser.get("\(records)/persons/moderator", done: "saved")
            #expect(page.body.contains("role=\"status\">✓ Bewaard."))
            #expect(
                page.cookies.contains {
                    $0.hasPrefix("done=;") || $0.hasPrefix("done=\"\"") || $0.contains("Max-Age=0")
                })
            let forged = try await browser.get("\(records)/persons/moderator", done: "U bent gehackt")
            #expect(!forged.body.contains("gehackt"))
            #expect(!forged.body.contains("banner ok"))
        }
    }

    @Test("A new organisation asks for little; the rest is folded and says what it holds")
    func calm() async throws {
        try await bed { _, browser in
            let body = try await browser.get("\(new)/organisations").body
            #expect(body.contains("<details class=\"group\"><summary>Profiel"))
            #expect(body.contains("0 van 5 ingevuld"))
            #expect(body.contains("<details class=\"other\"><summary>Ook in het Engels</summary>"))
        }
    }

    @Test("A text that is the same in both languages stays so")
    func same() {
        let fields = Kind(Organisation.self).fields.filter { $0.name == "name" }
        let same = Form(["f.name.nl": ["Zwolle"], "f.name.en": [""], "f.name.same": ["true"]])
        #expect(same.values(fields)["name"] == "Zwolle")
        let own = Form(["f.name.nl": ["Zwolle"], "f.name.en": ["City of Zwolle"], "f.name.same": ["true"]])
        #expect(own.values(fields)["name"] == ["nl": "Zwolle", "en": "City of Zwolle"])
    }

    @Test("Comparing an organisation with itself says why there is nothing to compare")
    func merger() async throws {
        try await bed { _, browser in
            let page = try await browser.get("/ecosystems/it-lots/mergers?into=kavel-netwerk&duplicate=kavel-netwerk")
            #expect(page.body.contains("geen twee verschillende organisaties"))
            #expect(try await !browser.get("/ecosystems/it-lots/mergers").body.contains("geen twee verschillende"))
        }
    }

    private func mandate(_ bed: WebTestBed, limit: String) async throws -> [(String, String)] {
        let mandate = try #require(try await bed.reader().record(Mandate.self, "opdrachtgever-it"))
        return [
            ("f.person", "\(mandate.person)"), ("f.organisation", "\(mandate.organisation)"),
            ("f.scope.nl", mandate.scope.nl),
            ("f.scope.en", mandate.scope.en), ("f.level", mandate.level.rawValue), ("f.limit.amount", limit),
            ("f.limit.currency", "EUR"), ("f.grantor.nl", mandate.grantor.nl), ("f.grantor.en", mandate.grantor.en),
        ]
    }
}

extension AccessBrowser {
    fileprivate func post(_ path: String, _ fields: [(String, String)], language: String) async throws -> AccessAnswer {
        let body = (fields + [("csrf", csrf)]).map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(
            separator: "&")
        return try await send(
            .post, path, [.contentType: "application/x-www-form-urlencoded", .acceptLanguage: language], body)
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// A page that is asked for with the cookie that tells what was just done.
    fileprivate func get(_ path: String, done: String) async throws -> AccessAnswer {
        let encoded = done.replacingOccurrences(of: " ", with: "%20")
        let session = session.map { "\(VisitorMiddleware.cookie)=\($0.secret); " } ?? ""
        return try await client.execute(
            uri: path, method: .get, headers: [.cookie: "\(session)done=\(encoded)", .acceptLanguage: "nl"]
        ) { AccessAnswer(status: $0.status, headers: $0.headers, body: String(buffer: $0.body)) }
    }
}
