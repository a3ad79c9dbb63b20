import Access
import Ecosystems
import Governance
import Kernel
import Parties
import Testing

@testable import Web

@Suite("Something new of which one does not say whose it is")
struct OwnerlessRecordTests {
    private let matters = "/ecosystems/it-lots/records/matters"
    private let typed = [("f.question.nl", "Mag dit?"), ("f.body", "proefraad")]

    /// Two persons of different organisations, each with a mandate.
    private func representatives(_ bed: WebTestBed) async throws -> [Person] {
        try await bed.put("bodies", "proefraad", ["name": "Proefraad", "sort": "council"])
        let reader = try await bed.reader()
        let taking = reader.records(Participation.self).filter { $0.status == .joined }.map(\.organisation)
        var found: [Person] = []
        for person in reader.records(Person.self)
        where taking.contains(person.organisation) && !found.contains(where: { $0.organisation == person.organisation })
        {
            found.append(person)
        }
        for person in found.prefix(2) {
            try await bed.put(
                "mandates", "proef-\(person.id)",
                [
                    "person": person.id.value, "organisation": person.organisation.value, "scope": "Vragen stellen",
                    "level": "executive", "grantor": "Bestuur",
                ])
        }
        return Array(found.prefix(2))
    }

    @Test("Who acts for one organisation only raises a matter for that one, and is not sent away")
    func one() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let person = try #require(try await representatives(bed).first)
            let browser = try await bed.browser(client, as: person.id.rawValue)
            let made = try await browser.post(matters, typed)
            #expect(made.status == .seeOther, "\(made.body)")
            let matter = try #require(
                try await bed.reader().records(Matter.self).first { $0.question.nl == "Mag dit?" })
            #expect(matter.raisedBy == person.organisation)
        }
    }

    @Test("Who acts for several is asked at the field for which one, and loses nothing")
    func several() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let access = bed.installation.access
            let account = try await access.createAccount(contact: Contact(name: "Sam", email: "sam@example.nl"))
            for person in try await representatives(bed) {
                try await access.bind(account.id, ecosystem: bed.id, person: person.id.rawValue)
            }
            let browser = try await AccessBrowser(client: client, door: bed.door).signedIn(account)
            let asked = try await browser.post(matters, typed)
            #expect(asked.status == .badRequest)
            #expect(asked.body.contains("id=\"f.raisedBy-wrong\"") && asked.body.contains("value=\"Mag dit?\""))
        }
    }
}
