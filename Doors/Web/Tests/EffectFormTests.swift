import Ecosystems
import Governance
import Kernel
import Testing

@testable import Web

@Suite("What a proposal changes, chosen and told")
struct EffectFormTests {
    private let place = "/ecosystems/it-lots"
    private let told = [
        ("by", ""), ("name", "Omdopen"), ("text", "Wij geven het een andere naam."), ("home", "propose"),
    ]

    private func bed(_ work: @Sendable @escaping (WebTestBed, AccessBrowser) async throws -> Void) async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await bed.put("bodies", "proefraad", ["name": "Proefraad", "sort": "council"])
            try await bed.put("matters", "proef", ["question": "Andere naam?", "body": "proefraad"])
            try await work(bed, steward)
        }
    }

    /// Presses a button of the page that was shown, with these fields changed.
    private func press(
        _ browser: AccessBrowser, _ step: String, on page: AccessAnswer, _ fields: [(String, String)] = []
    ) async throws -> AccessAnswer {
        let changed = Set(fields.map(\.0))
        let shown = SentForm(page.body).fields.filter { !changed.contains($0.0) }
        return try await browser.post("\(place)/matters/proef/draft", shown + fields + [("step", step)])
    }

    /// The steps up to the inputs of the name of an organisation.
    private func chosen(_ browser: AccessBrowser) async throws -> AccessAnswer {
        let kinds = try await browser.post("\(place)/matters/proef/draft", told + [("step", "kind")])
        #expect(kinds.status == .ok && kinds.body.contains("Wat voor gegeven"), "\(kinds.body)")
        #expect(!kinds.body.contains("value=\"ballots\"") && kinds.body.contains("value=\"organisations\""))
        let records = try await press(browser, "record", on: kinds, [("e.kind", "organisations")])
        #expect(records.body.contains("Cloudleverancier") && records.body.contains("Welke velden veranderen"))
        let none = try await press(browser, "value", on: records, [("e.record", "cloudleverancier")])
        #expect(none.status == .badRequest && none.body.contains("Er is nog geen veld gekozen"))
        return try await press(
            browser, "value", on: records, [("e.record", "cloudleverancier"), ("e.field", "name")])
    }

    @Test(
        "One chooses the record, then the field, then gives the value in that field's own input; it is told, and happens"
    )
    func change() async throws {
        try await bed { bed, browser in
            let inputs = try await chosen(browser)
            #expect(inputs.body.contains("name=\"f.name.nl\"") && inputs.body.contains("Nu staat er:"))
            let same = try await press(browser, "keep", on: inputs)
            #expect(same.status == .badRequest && same.body.contains("Zo verandert er niets"))
            let empty = try await press(browser, "keep", on: inputs, [("f.name.nl", ""), ("f.name.en", "")])
            #expect(empty.status == .badRequest && empty.body.contains("id=\"f.name-wrong\""), "\(empty.body)")
            #expect(empty.body.contains("value=\"Omdopen\""))
            let home = try await press(browser, "keep", on: inputs, [("f.name.nl", "Wolk"), ("f.name.en", "Cloud")])
            #expect(home.status == .ok && home.body.contains("Wordt gewijzigd:"), "\(home.body)")
            #expect(home.body.contains("value=\"Omdopen\"") && home.body.contains("Wij geven het een andere naam."))
            let effect = try #require(home.hidden("effect"))
            let made = try await browser.post("\(place)/matters/proef/proposals", told + [("effect", effect)])
            #expect(made.status == .seeOther, "\(made.body)")
            let page = try await browser.get("\(place)/matters/proef").body
            #expect(page.contains("<td data-label=\"Nu\">Cloudleverancier</td><td data-label=\"Wordt\">Wolk</td>"))
            #expect(!page.contains("<code>{"))
            #expect(try await browser.english("\(place)/matters/proef").body.contains("Will be changed:"))
            let proposal = try #require(try await bed.reader().records(Proposal.self).first)
            #expect(proposal.effects.first?.entries?["name"] == ["nl": "Wolk", "en": "Cloud"])
        }
    }

    @Test("What somebody else changed meanwhile is refused where it shows, with what it says now and nothing lost")
    func overtaken() async throws {
        try await bed { bed, browser in
            let inputs = try await chosen(browser)
            try await bed.put("organisations", "cloudleverancier", ["name": "Hemel", "sector": "company"])
            let late = try await press(browser, "keep", on: inputs, [("f.name.nl", "Wolk"), ("f.name.en", "Cloud")])
            #expect(late.status == .badRequest && late.body.contains("intussen door iemand anders gewijzigd"))
            #expect(late.body.contains("Hemel") && late.body.contains("value=\"Wolk\""))
            let home = try await press(browser, "keep", on: late)
            let effect = try #require(home.hidden("effect"))
            try await bed.put("organisations", "cloudleverancier", ["name": "Lucht", "sector": "company"])
            let refused = try await browser.post("\(place)/matters/proef/proposals", told + [("effect", effect)])
            #expect(refused.status == .badRequest && refused.body.contains("intussen door iemand anders gewijzigd"))
            #expect(refused.body.contains("Lucht") && refused.body.contains("value=\"Omdopen\""))
            let again = try #require(refused.hidden("effect"))
            let made = try await browser.post("\(place)/matters/proef/proposals", told + [("effect", again)])
            #expect(made.status == .seeOther)
        }
    }

    @Test("Adding and removing are told likewise, and an effect that was chosen can be changed or taken away")
    func others() async throws {
        try await bed { _, browser in
            let kinds = try await browser.post("\(place)/matters/proef/draft", told + [("step", "kind")])
            let adding = try await press(
                browser, "record", on: kinds, [("e.kind", "principles"), ("e.action", "add")])
            let bare = try await press(browser, "keep", on: adding)
            #expect(bare.status == .badRequest && bare.body.contains("has-wrong"))
            let title = SentForm(adding.body).fields.map(\.0).first { $0.hasPrefix("f.") && $0.hasSuffix(".nl") }
            let home = try await press(browser, "keep", on: adding, [(try #require(title), "Samen delen")])
            #expect(home.body.contains("Komt erbij:") && home.body.contains("Samen delen"), "\(home.body)")
            let effect = try #require(home.hidden("effect"))
            let edited = try await browser.post(
                "\(place)/matters/proef/draft", told + [("effect", effect), ("step", "edit-0")])
            #expect(edited.body.contains("value=\"Samen delen\"") || edited.body.contains(">\nSamen delen"))
            let dropped = try await browser.post(
                "\(place)/matters/proef/draft", told + [("effect", effect), ("step", "drop-0")])
            #expect(dropped.hidden("effect") == nil && dropped.body.contains("value=\"Omdopen\""))
            let removing = try await press(
                browser, "record", on: kinds, [("e.kind", "principles"), ("e.action", "remove")])
            #expect(!removing.body.contains("Welke velden veranderen"))
        }
    }

    @Test("Of a decision that came with its folder nobody can tell what was there before, and the page says so")
    func folder() async throws {
        let bed = try await WebTestBed("den-bosch")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/den-bosch/matters/eerste-casus").body
            #expect(page.contains("gelijk, of niet bewaard") && page.contains("Hiermee begint de verkenning."))
            #expect(!page.contains("blijft zo"))
        }
    }

    @Test(
        "Nobody without the right to propose gets the steps, and a decision that happened tells what was and what became"
    )
    func after() async throws {
        try await bed { bed, browser in
            let home = try await press(
                browser, "keep", on: try await chosen(browser), [("f.name.nl", "Wolk"), ("f.name.en", "Cloud")])
            let effect = try #require(home.hidden("effect"))
            _ = try await browser.post("\(place)/matters/proef/proposals", told + [("effect", effect)])
            _ = try await browser.post("\(place)/proposals/omdopen/urgency", [("reason", "Het kan niet wachten.")])
            let decision = try #require(try await bed.reader().records(Decision.self).first)
            let done = try await browser.post("\(place)/decisions/\(decision.id)/execution")
            #expect(done.status == .seeOther, "\(done.body)")
            let page = try await browser.get("\(place)/matters/proef").body
            #expect(page.contains("<td data-label=\"Was\">Cloudleverancier</td><td data-label=\"Werd\">Wolk</td>"))
            let history = try await browser.get("\(place)/records/organisations/cloudleverancier/history").body
            #expect(history.contains("Door het besluit") && !history.contains("§"))
        }
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            try await bed.put("bodies", "proefraad", ["name": "Proefraad", "sort": "council"])
            try await bed.put("matters", "proef", ["question": "Andere naam?", "body": "proefraad"])
            let person = try #require(try await bed.reader().state.table("persons")?.ids.first)
            let stranger = try await bed.browser(client, as: person)
            let answer = try await stranger.post("\(place)/matters/proef/draft", told + [("step", "kind")])
            #expect(answer.status == .forbidden)
        }
    }
}

extension AccessAnswer {
    /// The value of the first hidden field of this name, as a browser sends it.
    fileprivate func hidden(_ name: String) -> String? {
        part(from: "name=\"\(name)\" value=\"", to: "\"").map { text in
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
                $0.replacing($1.0, with: $1.1)
            }
        }
    }
}
