import Agreements
import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Leaving an agreement on the web")
struct AgreementExitTests {
    private let lots = "/ecosystems/it-lots/agreements/kavelafspraken"

    @Test(
        "Before confirming, the page shows when it ends, what to settle, what goes on, what is owed and whom it touches"
    )
    func outlook() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            #expect(try await party.get("\(lots)/course").body.contains("href=\"\(lots)/exit\""))
            let dutch = try await party.get("\(lots)/exit")
            for words in [
                "6 maanden", "<strong>do 20 mei 2027</strong>", "draagt lopend werk, kennis en gegevens over",
                "Nog te doen tot die dag", "5 andere partijen blijven gebonden", "Wat blijft gelden",
                "verdelen het werk van het kavel", "Zeg op namens Kavel netwerk",
            ] { #expect(dutch.body.contains(words), "\(words)") }
            #expect(!dutch.body.contains("value=\"kavel-datacenter\""), "A party leaves for itself.")
            let english = try await party.english("\(lots)/exit")
            for words in ["This follows", "6 months", "5 other parties stay bound", "What goes on", "To be settled"] {
                #expect(english.body.contains(words), "\(words)")
            }
            #expect(try await bed.reader().records(Exit.self).isEmpty, "Looking records nothing.")
        }
    }

    @Test("Too early, no day, for another or for nobody is refused, beside the form")
    func refused() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            for early in [
                try await party.get("\(lots)/exit?effective=2027-05-19"),
                try await party.post("\(lots)/exits", [("party", "kavel-netwerk"), ("effective", "2027-05-19")]),
            ] {
                #expect(early.body.contains("id=\"exit-troubles\"") && early.body.contains("data-rule=\"exit.notice\""))
                #expect(
                    early.body.contains("eindigen kan vanaf") && !early.body.contains("data-testid=\"give-notice\""))
            }
            let words = try await party.post("\(lots)/exits", [("party", "kavel-netwerk"), ("effective", "<b>gauw")])
            #expect(words.status == .badRequest && words.body.contains("data-rule=\"exit.day\""))
            #expect(!words.body.contains("<b>gauw"))
            let other = try await party.post("\(lots)/exits", [("party", "kavel-datacenter")])
            #expect(other.status == .forbidden)
            let steward = try await bed.browser(client, administrator: true)
            let unbound = try await steward.get("\(lots)/exit?party=kavel-werkplek")
            #expect(unbound.body.contains("data-rule=\"exit.not-bound\""))
            let stranger = try await bed.browser(client).get("\(lots)/exit")
            #expect(stranger.status == .ok && stranger.body.contains("U kunt nu voor geen enkele partij opzeggen"))
            #expect(try await bed.reader().records(Exit.self).isEmpty)
        }
    }

    @Test("Notice is given once; the course tells it, the settlement waits as a task, and after that day nothing binds")
    func given() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            let fields = [("party", "kavel-netwerk"), ("effective", ""), ("reason", "Wij stoppen")]
            let done = try await party.post("\(lots)/exits", fields)
            #expect(done.status == .seeOther && done.location.contains("/course"))
            let course = try await party.get("\(lots)/course")
            #expect(course.body.contains("Kavel netwerk zegt op") && course.body.contains("Wij stoppen"))
            #expect(course.body.contains("Kavel netwerk treedt uit"))
            #expect(!course.body.contains("href=\"\(lots)/exit\""), "It gave notice already.")
            let twice = try await party.post("\(lots)/exits", fields)
            #expect(twice.status == .badRequest && twice.body.contains("data-rule=\"exit.twice\""))
            let exit = try #require(try await bed.reader().records(Exit.self).first)
            #expect(exit.settlement.map(\.due) == [Day("2027-05-20")])
            let bound = try await party.get("\(lots)/bound?on=2027-05-21")
            #expect(bound.body.contains("trad uit"))
            #expect(try await party.get("/").body.contains("draagt lopend werk"))
        }
    }

    @Test("A clause that goes on after leaving says so in the text, and stands on the page of who leaves")
    func surviving() async throws {
        let life = try await LifeBed()
        try await life.bed.test { client in
            let dei = try await life.bed.browser(client, as: "directeur-dei")
            try await life.inForce(dei)
            let clause = try #require(
                try await life.bed.reader().records(Clause.self).first { $0.agreement.rawValue == "intentie" })
            try await life.bed.patch("clauses", clause.id.rawValue, ["survives": true])
            try await life.bed.carryOut(ProposeVersion(agreement: "intentie"))
            let steward = try await life.bed.browser(client, as: "programmadirecteur-digitaal")
            let offered = [("version", "intentie-v2"), ("until", "2026-12-20")]
            #expect(try await steward.post("\(LifeBed.intent)/offerings", offered).status == .seeOther)
            #expect(try await dei.get(LifeBed.intent).body.contains("Deze bepaling blijft gelden na uittreden."))
            #expect(
                try await dei.english("\(LifeBed.intent)/document.md?version=2").body.contains("goes on after leaving"))
            let browsers = try await life.browsers(client, with: ["dei": dei, "gemeente-den-bosch": steward])
            for (party, browser) in browsers {
                #expect(try await LifeBed.answer(browser, party).status == .seeOther)
            }
            let page = try await dei.get("\(LifeBed.intent)/exit")
            #expect(page.body.contains("version=2#clause-\(clause.id)"))
            #expect(page.body.contains("1 maand"))
        }
    }
}
