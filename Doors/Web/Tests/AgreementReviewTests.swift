import Agreements
import Ecosystems
import Kernel
import Testing

@testable import Web

@Suite("Reviewing an agreement on the web")
struct AgreementReviewTests {
    private let lots = "/ecosystems/it-lots/agreements/kavelafspraken"

    private func session(_ more: [(String, String)] = [], held: String = "2026-11-20") -> [(String, String)] {
        [
            ("review", "kavelafspraken-2027"), ("held", held), ("attended", "opdrachtgever"),
            ("attended", "kavel-netwerk"), ("conclusions", "Het doel mag scherper."),
        ] + more
    }

    private let proposal = [
        ("clause-0", "doel"), ("wish-0", "Scherper doel"),
        ("wording-0", "Wij maken het landschap toekomstvast in 2028."),
        ("wish-1", "Later nog eens naar de kosten kijken"),
    ]

    @Test("A review is prepared with what is known, in both languages")
    func prepared() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            #expect(try await steward.get("\(lots)/course").body.contains("href=\"\(lots)/review\""))
            let dutch = try await steward.get("\(lots)/review")
            for words in [
                "Gepland op wo 14 apr 2027", "Niet nagekomen of in gevaar", "Bezwaren die bleven staan",
                "Wie draagt de kosten van de extra koppelingen", "Niet gebonden aan de geldende versie", "31 mrt 2029",
            ] { #expect(dutch.body.contains(words), "\(words)") }
            #expect(!dutch.body.contains("&lt;p&gt;"))
            #expect(try await steward.english("\(lots)/review").body.contains("Objections that remained"))
            let stranger = try await bed.browser(client).get("\(lots)/review")
            #expect(stranger.status == .ok && !stranger.body.contains("<form method=\"post\" action=\"\(lots)"))
            #expect(!stranger.body.contains("Gelijk delen raakt"))
        }
    }

    @Test("A session is held; its wordings are taken over into the draft and become the next version")
    func held() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            let done = try await steward.post("\(lots)/reviews", session(proposal))
            #expect(done.status == .seeOther && done.location == "\(lots)/review?review=kavelafspraken-2027")
            let page = try await steward.get(done.location)
            for words in [
                "Gehouden op", "Het doel mag scherper.", "Opdrachtgever, Kavel netwerk", "Later nog eens",
                "data-testid=\"draft\"",
            ] { #expect(page.body.contains(words), "\(words)") }
            let draft = "\(lots)/reviews/kavelafspraken-2027/draft"
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            #expect(try await party.post(draft).status == .forbidden)
            let taken = try await steward.post(draft, [("review", "kavelafspraken-2027")])
            #expect(taken.status == .seeOther && taken.location == "\(lots)/redline?to=draft")
            #expect(try await steward.get(taken.location).body.contains("2028"))
            #expect(try await steward.get(done.location).body.contains("✓ overgenomen"))
            let twice = try await steward.post(draft, [("review", "kavelafspraken-2027")])
            #expect(twice.status == .badRequest && twice.body.contains("data-rule=\"review.drafted\""))
            #expect(try await steward.post("\(lots)/versions", [("changes", "Uit de evaluatie")]).status == .seeOther)
            #expect(try await steward.get("\(lots)?version=4").body.contains("toekomstvast in 2028"))
            #expect(try await steward.get("\(lots)/course").body.contains("Evaluatie gehouden"))
        }
    }

    @Test("A session on a day to come, about a clause of another agreement or by who does not orchestrate is refused")
    func refused() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.put("agreements", "anders", ["name": "Anders", "kind": "cooperation"])
        try await bed.put(
            "clauses", "vreemd", ["agreement": "anders", "position": 1, "heading": "Vreemd", "text": "Vreemd."])
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            let future = try await steward.post("\(lots)/reviews", session(proposal, held: "2026-12-01"))
            #expect(future.status == .badRequest && future.body.contains("data-rule=\"day.future\""))
            #expect(future.body.contains(">\nScherper doel</textarea>"), "What was typed stays.")
            let none = try await steward.post("\(lots)/reviews", session(held: "<i>ooit"))
            #expect(none.status == .badRequest && none.body.contains("data-rule=\"review.day\""))
            #expect(!none.body.contains("<i>ooit"))
            let foreign = [("clause-0", "vreemd"), ("wish-0", "x")]
            let other = try await steward.post("\(lots)/reviews", session(foreign))
            #expect(other.status == .badRequest && other.body.contains("data-rule=\"agreement.other\""))
            let early = try await steward.post(
                "\(lots)/reviews/kavelafspraken-2027/draft", [("review", "kavelafspraken-2027")])
            #expect(early.status == .badRequest && early.body.contains("data-rule=\"review.not-held\""))
            let party = try await bed.browser(client, as: "accountmanager-netwerk")
            #expect(try await party.post("\(lots)/reviews", session(proposal)).status == .forbidden)
            let wordless = try await steward.post("\(lots)/reviews", session([("wish-0", "Iets anders")]))
            #expect(!(try await steward.get(wordless.location).body.contains("data-testid=\"draft\"")))
        }
    }
}
