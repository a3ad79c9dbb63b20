import Agreements
import Ecosystems
import HummingbirdTesting
import Kernel
import Testing

@testable import Web

/// Den Bosch with a role that orchestrates and the letter of intent in force for all three parties: the same story begins here.
struct LifeBed: Sendable {
    static let intent = "/ecosystems/den-bosch/agreements/intentie"
    /// Who signs for each party.
    static let persons = [
        "gemeente-den-bosch": "programmadirecteur-digitaal", "heijmans": "business-development-manager",
        "dei": "directeur-dei",
    ]

    let bed: WebTestBed

    init() async throws {
        bed = try await WebTestBed("den-bosch")
        try await bed.put(
            "assignments", "regie",
            [
                "role": "handbook-roles/orchestrator", "organisation": "gemeente-den-bosch",
                "person": "programmadirecteur-digitaal", "period": ["from": "2026-01-01"],
            ])
    }

    /// A party answers the version that is offered, on the pages: the ceremony, then the confirmation.
    static func answer(
        _ browser: AccessBrowser, _ party: String, _ answer: String = "accept", _ more: String = ""
    ) async throws -> AccessAnswer {
        let page = try await browser.get("\(intent)/signing?party=\(party)&answer=\(answer)\(more)")
        return try await browser.post("\(intent)/signing", [("declaration", try page.hidden("declaration"))])
    }

    /// A browser for each party, by party; those that are there already stay.
    func browsers(
        _ client: any TestClientProtocol, with known: [String: AccessBrowser]
    ) async throws -> [(party: String, browser: AccessBrowser)] {
        var all: [(party: String, browser: AccessBrowser)] = []
        for (party, person) in Self.persons.sorted(by: { $0.key < $1.key }) {
            if let browser = known[party] {
                all.append((party, browser))
            } else {
                all.append((party, try await bed.browser(client, as: person)))
            }
        }
        return all
    }

    /// The last party says yes, so that version 1 binds all.
    func inForce(_ dei: AccessBrowser) async throws {
        #expect(try await Self.answer(dei, "dei").status == .seeOther)
        try await bed.patch("offerings", "intentie-v1-voorlegging", ["withdrawn": "2026-11-20"])
    }

    func standing(on day: String) async throws -> AgreementStanding {
        let day = try #require(Day(day))
        return AgreementStanding(AgreementFacts(ID("intentie"), in: try await bed.reader().state), on: day)
    }
}
