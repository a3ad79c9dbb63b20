import Ecosystems
import Governance
import Kernel
import Parties
import Testing

@testable import Web

@Suite("Deciding on the web")
struct DecisionPagesTests {
    private let place = "/ecosystems/it-lots"

    /// A council of four suppliers of the example, with a seat each, and a question before it.
    private func council(_ bed: WebTestBed) async throws {
        try await bed.put(
            "bodies", "proefraad", ["name": ["nl": "Proefraad", "en": "Test council"], "sort": "council"])
        let reader = try await bed.reader()
        let persons = reader.records(Person.self).sorted { $0.id < $1.id }
        var seats = 0
        for person in persons where seats < 4 {
            let organisation = person.organisation.rawValue
            guard reader.state.table("seats")?.contains("proef-\(organisation)") != true,
                reader.state.table("participations")?.contains(organisation) == true,
                try await bed.reader().state.table("seats")?.contains("proef-\(organisation)") != true
            else { continue }
            try await bed.put(
                "mandates", "proef-\(person.id)",
                [
                    "person": person.id.value, "organisation": .string(organisation), "scope": "Stemmen",
                    "level": "executive", "grantor": "Bestuur",
                ])
            try await bed.put(
                "seats", "proef-\(organisation)",
                ["body": "proefraad", "organisation": .string(organisation), "person": person.id.value])
            seats += 1
        }
        #expect(seats == 4)
        try await bed.put(
            "matters", "proef", ["question": ["nl": "Gaan we over?", "en": "Do we move?"], "body": "proefraad"])
    }

    private func voters(_ bed: WebTestBed) async throws -> [(seat: String, person: String)] {
        try await bed.reader().records(Seat.self).filter { $0.body == ID("proefraad") }.compactMap { seat in
            seat.person.map { (seat.id.rawValue, $0.rawValue) }
        }
    }

    private func opened(
        _ bed: WebTestBed, _ steward: AccessBrowser, secrecy: String = "named", method: String = "consent"
    )
        async throws
    {
        let made = try await steward.post(
            "\(place)/matters/proef/proposals", [("name", "Overgaan"), ("text", "Wij gaan over.")])
        #expect(made.status == .seeOther, "\(made.body)")
        let answer = try await steward.post(
            "\(place)/proposals/overgaan/ballots",
            [("method", method), ("secrecy", secrecy), ("closes", "2026-12-01"), ("changeable", "1")])
        #expect(answer.status == .seeOther, "\(answer.body)")
    }

    @Test("From an empty list over a proposal, votes and an objection to a decision, each page saying what is next")
    func story() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            #expect(try await steward.get("\(place)/matters").body.contains("Er zijn nog geen kwesties"))
            try await council(bed)
            #expect(try await steward.get("\(place)/matters/proef").body.contains("Doe een voorstel"))
            try await opened(bed, steward)
            let seats = try await voters(bed)
            let first = try await bed.browser(client, as: seats[0].person)
            #expect(try await first.get("/").body.contains("Stem over “Overgaan”"))
            let page = try await first.get("\(place)/ballots/overgaan")
            #expect(page.body.contains("name=\"cast\"") && page.body.contains("Ik maak bezwaar"))
            let bare = try await first.post(
                "\(place)/ballots/overgaan/votes", [("seat", seats[0].seat), ("cast", "against"), ("objects", "1")])
            #expect(bare.status == .badRequest && bare.body.contains("Een bezwaar heeft een argument nodig"))
            let objected = try await first.post(
                "\(place)/ballots/overgaan/votes",
                [("seat", seats[0].seat), ("cast", "against"), ("objects", "1"), ("reason", "Te vroeg")])
            #expect(objected.status == .seeOther, "\(objected.body)")
            let stranger = try await first.post(
                "\(place)/ballots/overgaan/votes", [("seat", seats[1].seat), ("cast", "for")])
            #expect(stranger.status == .forbidden)
            let second = try await bed.browser(client, as: seats[1].person)
            #expect(
                try await second.post("\(place)/ballots/overgaan/votes", [("seat", seats[1].seat), ("cast", "for")])
                    .status == .seeOther)
            let vote = try #require(try await bed.reader().records(Vote.self).first { $0.objection == .open })
            let settled = try await steward.post(
                "\(place)/ballots/overgaan/votes/\(vote.id)/resolution",
                [("outcome", "recorded"), ("resolution", "Over een jaar weer")])
            #expect(settled.status == .seeOther)
            #expect(try await steward.post("\(place)/ballots/overgaan/closing", []).status == .seeOther)
            #expect(try await steward.post("\(place)/ballots/overgaan/outcome", []).status == .seeOther)
            let result = try await steward.get("\(place)/ballots/overgaan")
            #expect(result.body.contains("✓ Aangenomen") && result.body.contains("Wie er anders over dacht"))
            #expect(result.body.contains("Over een jaar weer"))
            let english = try await steward.english("\(place)/matters/proef")
            #expect(english.body.contains("Decision: adopted") && english.body.contains("class=\"chain\""))
            let file = try await steward.get("\(place)/ballots/overgaan/file.json")
            #expect(file.status == .ok && file.body.contains("\"method\":\"consent\""))
        }
    }

    @Test("A secret vote shows its code once; no page tells what a seat voted, and afterwards the code finds the vote")
    func secret() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            try await council(bed)
            try await opened(bed, steward, secrecy: "secret", method: "majority")
            var codes: [String] = []
            for (index, voter) in try await voters(bed).enumerated() {
                let browser = try await bed.browser(client, as: voter.person)
                let sent = try await browser.post(
                    "\(place)/ballots/overgaan/papers",
                    [("seat", voter.seat), ("cast", index == 0 ? "against" : "for")])
                #expect(sent.status == .ok, "\(sent.body)")
                codes.append(try #require(sent.part(from: "receipt-code\">", to: "<")))
                #expect(!(try await browser.get("\(place)/ballots/overgaan").body.contains(codes[index])))
            }
            let open = try await steward.get("\(place)/ballots/overgaan")
            #expect(open.body.contains("heeft gestemd") && !open.body.contains("Alle stembiljetten"))
            for page in ["history", "records/turnoutMarks", "records/ballots/overgaan"] {
                let body = try await steward.get("\(place)/\(page)").body
                // A risk of the example has the word in its name.
                let told = body.replacing("houden de overstap tegen", with: "")
                #expect(!told.contains("against") && !told.contains("tegen"), "\(page)")
            }
            #expect(try await steward.post("\(place)/ballots/overgaan/closing", []).status == .seeOther)
            #expect(try await steward.post("\(place)/ballots/overgaan/outcome", []).status == .seeOther)
            let found = try await steward.post("\(place)/ballots/overgaan/receipts", [("code", codes[0].lowercased())])
            #expect(found.body.contains("Uw stem is geteld") && found.body.contains("<p>tegen</p>"))
            let wrong = try await steward.post("\(place)/ballots/overgaan/receipts", [("code", "AAAA")])
            #expect(wrong.status == .badRequest)
        }
    }
}
