import Kernel
import Testing

@testable import Web

@Suite("Calendars of meetings")
struct GovernanceCalendarTests {
    private let base = "/ecosystems/city-deal/governance"

    @Test("a calendar address works without signing in, shows what its maker sees, and stops when it is revoked")
    func calendar() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            let shown = try await member.post("\(base)/calendar")
            let address = try #require(shown.value(of: "calendar-address"))
            #expect(address.hasPrefix("http://localhost:8080\(base)/meetings.ics?token=stl_"))
            let path = String(address.dropFirst("http://localhost:8080".count)).replacing("&amp;", with: "&")
            let stranger = try await bed.browser(client)
            let feed = try await stranger.get(path)
            #expect(feed.body.contains("UID:meeting-stuurgroep-2026-12@city-deal.stelsel"))
            #expect(!(try await stranger.get("\(base)/meetings.ics").body.contains("VEVENT")))
            #expect(try await stranger.get("\(base)/meetings.ics?token=stl_wrong").status != .ok)
            #expect(try await member.get("\(base)/bodies/stuurgroep/meetings.ics").body.contains("BEGIN:VEVENT"))
            #expect(try await bed.browser(client).post("\(base)/calendar").status != .ok)
        }
    }
}
