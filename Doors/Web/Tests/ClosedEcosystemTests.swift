import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("Who sees an ecosystem")
struct ClosedEcosystemTests {
    @Test("A new ecosystem is for participants only until it is made public; the form says what public means")
    func closed() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let (administrator, stranger) = (
                try await bed.browser(client, administrator: true), try await bed.browser(client)
            )
            let form = try await administrator.get("/ecosystems").body
            #expect(form.contains("name=\"audience\" value=\"participants\" checked"))
            #expect(form.contains("Alleen deelnemers zien ") && form.contains("mandaten"))
            _ = try await administrator.post("/ecosystems", [("nl", "Proef"), ("en", ""), ("id", "")])
            #expect(try await administrator.get("/ecosystems/proef").body.contains("alleen voor deelnemers"))
            for path in ["", "/parties", "/history", "/map", "/records/organisations", "/updates", "/search?q=a"] {
                #expect(try await stranger.get("/ecosystems/proef\(path)").status == .notFound, "\(path)")
            }
            for path in ["/", "/ecosystems", "/search?q=proef", "/methods/success-factors"] {
                #expect(try await !stranger.get(path).body.contains("Proef"), "\(path)")
            }
            let opened = try await administrator.post(
                "/ecosystems/proef/records/ecosystems/proef", [("f.name.nl", "Proef"), ("f.languages", "nl")])
            #expect(opened.status == .seeOther)
            #expect(try await stranger.get("/ecosystems/proef").status == .ok)
            #expect(
                try await administrator.get("/ecosystems/proef/settings").body.contains("Dit ecosysteem is openbaar."))
        }
    }

    @Test("Whoever belongs to a closed ecosystem sees it; other accounts do not")
    func belonging() async throws {
        let bed = try await WebTestBed("it-lots")
        _ = try await bed.installation.host.ecosystem("it-lots").perform(
            ChangeRecords([RecordChange("ecosystems", "it-lots", .patch(["participantsOnly": true]))]),
            by: .atTheMachine)
        try await bed.test { client in
            let member = try await bed.browser(client, as: "deliverymanager-cloud")
            #expect(try await member.get("/ecosystems/it-lots").status == .ok)
            #expect(try await member.get("/ecosystems").body.contains("/ecosystems/it-lots\""))
            let stranger = try await bed.browser(client)
            #expect(try await stranger.get("/ecosystems/it-lots").status == .notFound)
            let write = try await stranger.post("/ecosystems/it-lots/records/organisations", [("f.name.nl", "X")])
            #expect(write.status == .unauthorized || write.status == .notFound)
        }
    }

    @Test(
        "Signing in takes nothing away: one's own ecosystems first, then all that are public, in the list and in search"
    )
    func ownFirst() async throws {
        let bed = try await WebTestBed("it-lots")
        _ = try await bed.installation.host.begin("buurt").perform(
            ChangeRecords([
                RecordChange("ecosystems", "buurt", .add(["name": "De buurt", "languages": ["nl"]])),
                RecordChange("organisations", "cloud", .add(["name": "Cloud in de buurt", "sector": "unknown"])),
            ]), by: .atTheMachine)
        try await bed.test { client in
            let member = try await bed.browser(client, as: "it-directeur")
            let list = try await member.get("/ecosystems").body
            let own = try #require(list.range(of: "href=\"/ecosystems/it-lots\""))
            let other = try #require(list.range(of: "href=\"/ecosystems/buurt\""))
            #expect(own.lowerBound < other.lowerBound)
            #expect(list.contains("<h2>Andere ecosystemen</h2>"))
            #expect(try await member.get("/search?q=cloud").body.contains("Cloud in de buurt"))
        }
    }
}
