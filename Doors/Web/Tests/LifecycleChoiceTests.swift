import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Testing

@testable import Web

@Suite("Choosing a lifecycle on its page")
struct LifecycleChoiceTests {
    private let page = "/ecosystems/it-lots/lifecycle"

    @Test("The phase is asked in the same step, and leads to the page of the lifecycle")
    func choose() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let shown = try await browser.get(page)
            #expect(shown.body.contains("<summary>Nog een levensloop kiezen</summary>"))
            #expect(shown.body.contains("<select id=\"choose-ecosystem-life-cycle-phase\" name=\"phase\">"))
            #expect(!shown.body.contains("class=\"plain choices\""))
            let sent = [
                ("method", "ecosystem-life-cycle"), ("phase", "birth"), ("on", "2026-11-01"), ("scope", "Alles"),
            ]
            let chosen = try await browser.post(page, sent)
            #expect(chosen.location == "\(page)?course=ecosystem-life-cycle")
            #expect(CourseState.of("ecosystem-life-cycle", try await bed.reader())?.current?.id == "birth")
            #expect(try await browser.get(chosen.location).body.contains("aria-current=\"step\""))
        }
    }

    @Test("A day in the future is told at the form of that lifecycle, with what was chosen; strangers choose nothing")
    func refused() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let sent = [("method", "ecosystem-life-cycle"), ("phase", "growth"), ("on", "2027-01-01")]
            let refused = try await browser.post(page, sent)
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains("is nog niet geweest"))
            #expect(refused.body.contains("<option value=\"growth\" selected>"))
            #expect(refused.body.contains("value=\"2027-01-01\""))
            #expect(try await !bed.browser(client).get(page).body.contains("name=\"method\""))
            let stranger = try await bed.browser(client).post(page, sent).status
            #expect(stranger == .forbidden || stranger == .unauthorized)
        }
    }

    @Test("A new ecosystem sees lifecycles, and no lists of zeros before a phase runs")
    func none() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            _ = try await browser.post("/ecosystems", [("nl", "Proef"), ("en", ""), ("id", "")])
            let page = try await browser.get("/ecosystems/proef/lifecycle")
            #expect(page.body.contains("Waar staat u nu?"))
            #expect(!page.body.contains("Hoe gezond is het ecosysteem?"))
            #expect(try await browser.get(self.page).body.contains("Hoe gezond is het ecosysteem?"))
        }
    }

    @Test("A lifecycle that was added or changed as a record leads to its own page too")
    func record() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let added = try await browser.post(
                "/ecosystems/it-lots/records/lifecycles", [("f.method", "ecosystem-life-cycle"), ("id", "tweede")])
            #expect(added.location == "\(page)?course=tweede")
        }
    }
}
