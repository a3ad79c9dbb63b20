import Governance
import Kernel
import Testing

@testable import Web

@Suite("Drawing members on the web")
struct DrawPagesTests {
    private let body = "/ecosystems/den-bosch/governance/bodies/bewonerspanel"

    private func panel() async throws -> WebTestBed {
        let bed = try await WebTestBed("den-bosch")
        try await bed.put(
            "bodies", "bewonerspanel", ["name": ["nl": "Bewonerspanel", "en": "Residents' panel"], "sort": "panel"])
        return bed
    }

    private func form(_ candidates: String, _ quotas: String) -> [(String, String)] {
        [("candidates", candidates), ("quotas", quotas), ("from", "2026-12-01"), ("why", "Om de beurt.")]
    }

    @Test("The list is fixed, the draw is held, everybody reads who was drawn and how to recompute it")
    func story() async throws {
        let bed = try await panel()
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            #expect(try await steward.get(body).body.contains("Loot nieuwe leden"))
            let other = "/ecosystems/den-bosch/governance/bodies/werkgroep-gebied"
            #expect(try await !steward.get(other).body.contains("Loot nieuwe leden"))
            let few = try await steward.post("\(body)/draws", form("1; noord\n2; zuid", "noord: 2\nzuid: 1"))
            #expect(few.status == .badRequest && few.body.contains("Voor 2 plaatsen in “noord” zijn er 1 kandidaten"))
            #expect(few.body.contains("1; noord\n2; zuid"))
            let fixed = try await steward.post(
                "\(body)/draws", form("1; noord\n2; noord\n3; noord\n4; zuid\n5; zuid", "noord: 2\nzuid: 1"))
            #expect(fixed.status == .seeOther, "\(fixed.body)")
            let draw = try #require(try await bed.reader().records(MemberDraw.self).first)
            let place = "/ecosystems/den-bosch/governance/draws/\(draw.id)"
            let anybody = try await bed.browser(client)
            let before = try await anybody.get(place).body
            #expect(before.contains("2 van 3") && !before.contains("\(place)/drawing"))
            #expect(try await steward.get(place).body.contains("\(place)/drawing"))

            #expect(try await steward.post("\(place)/drawing", []).status == .seeOther)
            let held = try #require(try await bed.reader().records(MemberDraw.self).first)
            let order = try #require(held.order)
            let page = try await anybody.get(place, language: "en").body
            #expect(page.contains("sha256sum") && page.contains(held.seedRoot) && page.contains(order.places[0].hash))
            #expect(page.components(separatedBy: "✓ drawn").count - 1 == 3 + 1)
            let seats = try await bed.reader().records(Seat.self).filter { $0.body == held.body }
            #expect(seats.count == 3 && seats.allSatisfy { !$0.group.isEmpty })
            let again = try await steward.post("\(place)/drawing", [])
            #expect(again.status == .badRequest && again.body.contains("al gehouden"))
        }
    }

    @Test("A draw is withdrawn with a reason, by who leads the body only")
    func withdrawn() async throws {
        let bed = try await panel()
        try await bed.test { client in
            let steward = try await bed.browser(client, administrator: true)
            _ = try await steward.post("\(body)/draws", form("1\n2", "1"))
            let draw = try #require(try await bed.reader().records(MemberDraw.self).first)
            let place = "/ecosystems/den-bosch/governance/draws/\(draw.id)"
            let member = try await bed.browser(client, as: "business-development-manager")
            #expect(try await member.post("\(place)/drawing", []).status == .forbidden)
            #expect(try await steward.post("\(place)/withdrawal", []).status == .badRequest)
            #expect(try await steward.post("\(place)/withdrawal", [("reason", "Te weinig")]).status == .seeOther)
            let page = try await steward.get(place).body
            #expect(page.contains("Te weinig") && !page.contains("\(place)/drawing"))
            #expect(try await steward.get("/ecosystems/den-bosch/governance/draws/niets").status == .notFound)
        }
    }
}
