import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Testing

@testable import Web

@Suite("Pages of the lifecycle")
struct LifecyclePagesTests {
    private let cloud = "/ecosystems/it-lots/lifecycle/cloud"

    @Test("The lifecycle shows the phase it is in, its questions and what must be ready")
    func current() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let page = try await browser.get("/ecosystems/it-lots/lifecycle")
            #expect(page.status == .ok)
            #expect(page.body.contains("aria-current=\"step\""))
            #expect(page.body.contains("klaar</h2>"))
            #expect(page.body.contains("\(cloud)/discover"))
            let phase = try await browser.get("\(cloud)/define", language: "en")
            #expect(phase.body.contains("Questions to answer together"))
            #expect(phase.body.contains("You are looking at another phase"))
            #expect(try await browser.get("\(cloud)/bestaat-niet").status == .notFound)
        }
    }

    @Test("A lifecycle that has not begun asks where you are now")
    func notBegun() async throws {
        let bed = try await WebTestBed("icd-drachten")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let page = try await browser.get("/ecosystems/icd-drachten/lifecycle")
            #expect(page.body.contains("nog in geen enkele fase"))
            #expect(page.body.contains("/ecosystems/icd-drachten/lifecycle/cluster/passages"))
        }
    }

    @Test("Going back needs a reason; with one, the lifecycle is there")
    func move() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let refused = try await browser.post("\(cloud)/passages", [("phase", "define"), ("on", "2026-11-19")])
            #expect(refused.status == .badRequest)
            #expect(refused.body.contains("zegt waarom"))
            let moved = try await browser.post(
                "\(cloud)/passages", [("phase", "define"), ("on", "2026-11-19"), ("reason", "Nieuwe kavel")])
            #expect(moved.location == "\(cloud)/define")
            #expect(CourseState.of("cloud", try await bed.reader())?.current?.id == "define")
            let looker = try await bed.browser(client)
            let forbidden = try await looker.post("\(cloud)/passages", [("phase", "deliver"), ("on", "2026-11-19")])
            #expect(forbidden.status == .forbidden || forbidden.status == .unauthorized)
        }
    }

    @Test("Nothing dangerous is chosen beforehand; an ending takes a reason and a second step")
    func endingAsks() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let ending = try #require(
                try await CourseState.of("cloud", bed.reader())?.moves.first { $0.isEnding && !$0.isBack }?.phase)
            let page = try await browser.get("\(cloud)/deliver")
            #expect(!page.body.contains("value=\"\(ending)\" required checked"))
            #expect(!page.body.contains("value=\"define\" required checked"))
            let day = ("on", "2026-11-19")
            let once = try await browser.post("\(cloud)/passages", [("phase", ending), day, ("reason", "Klaar")])
            #expect(once.status == .badRequest && once.body.contains("Zet een vinkje"))
            let silent = try await browser.post("\(cloud)/passages", [("phase", ending), day, ("sure", "yes")])
            #expect(silent.status == .badRequest && silent.body.contains("zegt waarom"))
            let sure = try await browser.post(
                "\(cloud)/passages", [("phase", ending), day, ("sure", "yes"), ("reason", "Klaar")])
            #expect(sure.location == "\(cloud)/\(ending)")
        }
    }

    @Test("Who is still arriving does not count as having left properly")
    func gate() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let ending = try #require(
                try await CourseState.of("cloud", bed.reader())?.phases.first { $0.isEnding }?.id)
            let page = try await bed.browser(client).get("\(cloud)/\(ending)")
            #expect(
                page.body.contains("Het vertrek van de deelnemers is geregeld en afgerond.</p><p class=\"why\">0 van 1")
            )
        }
    }

    @Test("A question is answered; an empty answer is explained beside the question")
    func answer() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let address = "\(cloud)/deliver/answers"
            let empty = try await browser.post(address, [("question", "works"), ("answer", " ")])
            #expect(empty.status == .badRequest)
            let answered = try await browser.post(address, [("question", "works"), ("answer", "Ja, <b>goed</b>")])
            #expect(answered.location == "\(cloud)/deliver#question-works")
            #expect(try await browser.get("\(cloud)/deliver").body.contains("Ja, &lt;b&gt;goed&lt;/b&gt;"))
        }
    }

    @Test("An ending is decided with a closing checklist, and its steps are ticked")
    func closing() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let decided = try await browser.post(
                "\(cloud)/closing",
                [("choice", "handOver"), ("reason", "Klaar"), ("decided", "2026-11-19"), ("checklist", "closing")])
            #expect(decided.location == "\(cloud)/closing")
            let closure = try #require(try await bed.reader().records(Closure.self).first)
            let step = try #require(try await bed.reader().library.checklist("closing")?.items.first?.id)
            _ = try await browser.post(
                "\(cloud)/closing/\(closure.id)", [("step", step), ("done", "2026-11-20")])
            let page = try await browser.get("\(cloud)/closing")
            #expect(page.body.contains("Overdragen"))
            #expect(page.body.contains("1 van "))
        }
    }

    @Test("An item of a checklist gets a verdict; twice on a day is one verdict")
    func verdict() async throws {
        let bed = try await WebTestBed("it-lots")
        let address = "/ecosystems/it-lots/checklists/success-factors"
        try await bed.test { client in
            let browser = try await bed.browser(client, as: "it-directeur")
            let before = try await bed.reader().records(Assessment.self).count
            for verdict in ["partly", "yes"] {
                let sent = try await browser.post(address, [("item", "clear-goal"), ("verdict", verdict), ("why", "")])
                #expect(sent.location == "\(address)#item-clear-goal")
            }
            #expect(try await bed.reader().records(Assessment.self).count <= before + 1)
            let page = try await browser.get(address)
            #expect(page.status == .ok)
            #expect(
                try await browser.get("/ecosystems/it-lots/checklists/onboarding").location == "/methods/onboarding")
        }
    }
}
