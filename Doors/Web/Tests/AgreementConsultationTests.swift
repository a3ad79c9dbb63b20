import Agreements
import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Consulting on the web")
struct AgreementConsultationTests {
    private let lots = "/ecosystems/it-lots/agreements/kavelafspraken"

    /// With a fourth version fixed and a round about it open until 10 December.
    private func consulted(_ bed: WebTestBed, _ steward: AccessBrowser) async throws {
        try await bed.patch("clauses", "doel", ["heading": ["nl": "Ons doel", "en": "Our goal"]])
        #expect(try await steward.post("\(lots)/versions", [("changes", "Nieuwe kop")]).status == .seeOther)
        let round = [("version", "kavelafspraken-v4"), ("closes", "2026-12-10")]
        #expect(try await steward.post("\(lots)/rounds", round).status == .seeOther)
    }

    private func react(
        _ browser: AccessBrowser, _ party: String, clause: String, sort: String, text: String = "",
        proposal: String = ""
    ) async throws -> AccessAnswer {
        try await browser.post(
            "\(lots)/remarks",
            [
                ("clause", clause), ("round", "kavelafspraken-v4-round"), ("party", party), ("sort", sort),
                ("text", text), ("proposal", proposal),
            ])
    }

    @Test("From a fixed version over a round to an offering, each step where the page says it is next")
    func steps() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await bed.patch("clauses", "doel", ["heading": ["nl": "Ons doel", "en": "Our goal"]])
            #expect(try await steward.get(lots).body.contains("Leg versie 4 vast"))
            #expect(try await steward.post("\(lots)/versions", [("changes", "Nieuwe kop")]).status == .seeOther)
            let fixed = try await steward.get(lots)
            #expect(fixed.body.contains("● in consultatie"))
            #expect(fixed.body.contains("versie 3 is van kracht"))
            #expect(fixed.body.contains("Vraag de partijen om een reactie"))
            #expect(try fixed.hidden("version") == "kavelafspraken-v4")
            let wrong = try await steward.post(
                "\(lots)/rounds", [("version", "kavelafspraken-v4"), ("closes", "2026-11-01")])
            #expect(wrong.status == .badRequest)
            #expect(wrong.body.contains("id=\"round-troubles\""))
            #expect(wrong.body.contains("value=\"2026-11-01\""), "What was typed stays.")
            let twice = try await steward.post(
                "\(lots)/offerings", [("version", "kavelafspraken-v4"), ("until", "2026-12-20")])
            #expect(twice.status == .badRequest)
            #expect(twice.body.contains("Er ligt al een versie ter ondertekening"))
            try await bed.patch("offerings", "kavelafspraken-v3-voorlegging", ["withdrawn": "2026-11-20"])
            let offered = try await steward.post(
                "\(lots)/offerings", [("version", "kavelafspraken-v4"), ("until", "2026-12-20")])
            #expect(offered.status == .seeOther)
            #expect(try await steward.english(lots).body.contains("● offered"))
        }
    }

    @Test("A party sees how many clauses ask for its answer; an answer brings it down")
    func asked() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            try await consulted(bed, try await bed.browser(client, administrator: true))
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            #expect(try await party.get(lots).body.contains("<strong>10 bepalingen vragen uw reactie"))
            let sent = try await react(
                party, "kavel-netwerk", clause: "overstapkosten", sort: "objection", text: "Te duur.")
            #expect(sent.status == .seeOther && sent.location.contains("#clause-overstapkosten"))
            let page = try await party.english(lots)
            #expect(page.body.contains("<strong>9 clauses need your answer"))
            #expect(page.body.contains("1 objection"))
            _ = try await react(party, "kavel-netwerk", clause: "", sort: "agree")
            #expect(!(try await party.get(lots).body.contains("bepalingen vragen uw reactie")))
        }
    }

    @Test(
        "An objection needs a reason and a proposal a text; the refusal stands beside the form and keeps what was typed"
    )
    func refused() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            try await consulted(bed, try await bed.browser(client, administrator: true))
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let objection = try await react(party, "kavel-netwerk", clause: "doel", sort: "objection")
            #expect(objection.status == .badRequest)
            #expect(objection.body.contains("id=\"react-doel-troubles\""))
            let proposal = try await react(party, "kavel-netwerk", clause: "doel", sort: "proposal", text: "Zo liever")
            #expect(proposal.status == .badRequest)
            #expect(proposal.body.contains(">\nZo liever</textarea>"))
            let other = try await react(party, "kavel-datacenter", clause: "doel", sort: "agree")
            #expect(other.status == .forbidden, "A party speaks for itself.")
            let unknown = try await react(party, "kavel-netwerk", clause: "bestaat-niet", sort: "agree")
            #expect(unknown.status == .badRequest)
        }
    }

    @Test("A party with a mandate that takes no part reacts, sees its own remark and not those of others")
    func withoutParticipation() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            try await consulted(bed, try await bed.browser(client, administrator: true))
            let other = try await bed.browser(client, as: "accountmanager-datacenter")
            _ = try await react(other, "kavel-datacenter", clause: "doel", sort: "comment", text: "Van het datacenter.")
            let gone = RecordChange("participations", "kavel-netwerk", .remove)
            try await bed.carryOut(ChangeRecords([gone]))
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let sent = try await react(
                party, "kavel-netwerk", clause: "doel", sort: "objection", text: "Van het netwerk.")
            #expect(sent.status == .seeOther)
            let page = try await party.get(lots)
            #expect(page.body.contains("Van het netwerk."))
            #expect(!page.body.contains("Van het datacenter."))
            #expect(page.body.contains("<strong>9 bepalingen vragen uw reactie"))
        }
    }

    @Test("Who orchestrates closes a round early with a reason, which the course tells; nobody else can")
    func closedEarly() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await consulted(bed, steward)
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let closing = "\(lots)/rounds/kavelafspraken-v4-round/closing"
            #expect(!(try await party.get(lots).body.contains(closing)))
            #expect(try await party.post(closing, [("reason", "x")]).status == .forbidden)
            #expect(try await steward.get(lots).body.contains("action=\"\(closing)\""))
            let bare = try await steward.post(closing, [("reason", " ")])
            #expect(bare.status == .badRequest && bare.body.contains("id=\"closing-troubles\""))
            #expect(try await steward.post(closing, [("reason", "Iedereen reageerde.")]).status == .seeOther)
            #expect(!(try await party.get(lots).body.contains("action=\"\(lots)/remarks\"")))
            let course = try await party.get("\(lots)/course").body
            #expect(course.contains("Consultatie eerder gesloten") && course.contains("Iedereen reageerde."))
        }
    }

    @Test("After closing nobody reacts any more")
    func closed() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await consulted(bed, steward)
            try await bed.patch("rounds", "kavelafspraken-v4-round", ["opens": "2026-11-10", "closes": "2026-11-19"])
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let late = try await react(party, "kavel-netwerk", clause: "doel", sort: "agree")
            #expect(late.status == .badRequest)
            #expect(!(try await party.get(lots).body.contains("action=\"\(lots)/remarks\"")))
        }
    }

    @Test("Adopting a proposal changes the draft and not the version; setting aside needs a reason")
    func replies() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await consulted(bed, steward)
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            _ = try await react(
                party, "kavel-netwerk", clause: "openheid", sort: "proposal", text: "Korter",
                proposal: "Alles ligt open.")
            _ = try await react(party, "kavel-netwerk", clause: "doel", sort: "objection", text: "Te vaag.")
            let remark = "kavelafspraken-kavel-netwerk-"
            let bare = try await steward.post(
                "\(lots)/remarks/\(remark)doel/replies", [("outcome", "set-aside"), ("reason", "")])
            #expect(bare.status == .badRequest)
            #expect(bare.body.contains("id=\"reply-\(remark)doel-troubles\""))
            let nothing = try await steward.post(
                "\(lots)/remarks/\(remark)doel/replies", [("outcome", "adopted"), ("reason", "Ja")])
            #expect(nothing.status == .badRequest)
            let adopted = try await steward.post(
                "\(lots)/remarks/\(remark)openheid/replies", [("outcome", "adopted"), ("reason", "Ja")])
            #expect(adopted.status == .seeOther)
            #expect(try await steward.get("\(lots)?draft=1").body.contains("Alles ligt open."))
            let version = try #require(
                try await steward.get("\(lots)/document.md?version=4&lang=nl").body.components(separatedBy: "## ").first
            )
            #expect(!version.contains("Alles ligt open."))
            #expect(try await steward.get("\(lots)/redline?from=4&to=draft").body.contains("<ins>"))
            let writing = try await steward.get("\(lots)/assembly").body
            #expect(writing.contains("De Nederlandse tekst is na de Engelse gewijzigd."))
            let confirmed = try await steward.post("\(lots)/assembly/clauses/openheid/confirmation", [])
            #expect(confirmed.status == .seeOther)
            #expect(!(try await steward.get("\(lots)/assembly").body.contains("tekst is na de")))
            let again = try await steward.post(
                "\(lots)/remarks/\(remark)openheid/replies", [("outcome", "answered"), ("reason", "Nee")])
            #expect(again.status != .seeOther, "A remark has one reply.")
        }
    }

    @Test("Fixing the same text twice is refused, and who does not orchestrate fixes, consults and offers nothing")
    func rights() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await consulted(bed, steward)
            let same = try await steward.post("\(lots)/versions", [("changes", "Niets")])
            #expect(same.status != .seeOther)
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            for (path, fields) in [
                ("versions", [("changes", "x")]),
                ("rounds", [("version", "kavelafspraken-v4"), ("closes", "2026-12-30")]),
                ("offerings", [("version", "kavelafspraken-v4"), ("until", "2026-12-30")]),
                ("assembly/advice", [("phase", "digital-ecosystem-lifecycle/define")]),
            ] {
                #expect(try await party.post("\(lots)/\(path)", fields).status == .forbidden, "\(path)")
            }
            let forged = try await steward.post("\(lots)/versions", [("changes", "x")], csrf: "x")
            #expect(forged.status == .forbidden || forged.status == .badRequest)
        }
    }

    @Test("Hostile words in remarks, headings and places stay words on every page")
    func hostile() async throws {
        let attack = "<script>alert(1)</script>\"'><img src=x onerror=1> # kop [a](javascript:x)"
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            try await consulted(bed, try await bed.browser(client, administrator: true))
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let refused = try await react(party, "kavel-netwerk", clause: "doel", sort: "proposal", text: attack)
            #expect(refused.status == .badRequest && !refused.body.contains("<script>alert"))
            let sent = try await react(
                party, "kavel-netwerk", clause: "doel", sort: "proposal", text: attack, proposal: attack)
            #expect(sent.status == .seeOther)
            for text in [try await party.get(lots).body, try await party.english(lots).body] {
                #expect(text.contains("&lt;script&gt;alert(1)"))
                #expect(!text.contains("<script>alert") && !text.contains("<img src=x"))
                #expect(!text.contains("href=\"javascript:"))
            }
        }
    }
}
