import Ecosystems
import Governance
import Kernel
import Testing

@testable import Web

@Suite("Governance on the web")
struct GovernancePagesTests {
    private let base = "/ecosystems/city-deal/governance"

    @Test(
        "the first page says what is asked, what meets next and what is at risk, and draws the bodies with a table beside it"
    )
    func overview() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let page = try await bed.browser(client, as: "projectmanager").get(base).body
            for words in [
                "Gevraagd van u", "Halfjaarverslag rondsturen", "Wat eraan komt", "Uw zetels", "<svg", "Als tabel",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            #expect(page.contains("aria-current=\"page\">Bestuur</a>"))
            #expect(page.components(separatedBy: "<tr><th scope=\"row\"><a href=\"\(base)/bodies/").count == 15)
            let english = try await bed.browser(client).english(base)
            #expect(english.body.contains("Meetings are for participants.") && !english.body.contains("Asked of you"))
        }
    }

    @Test("a body shows who sits in it, its way of deciding and its meetings; who does not take part sees no persons")
    func body() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let path = "\(base)/bodies/stuurgroep"
            let member = try await bed.browser(client, as: "partner-we-labs").get(path).body
            #expect(member.contains("id=\"seat-stuurgroep-tno\"") && member.contains("kan niet stemmen"))
            #expect(member.contains("Wethouder") && member.contains("voorzitter"))
            let stranger = try await bed.browser(client).get(path).body
            #expect(stranger.contains("id=\"seat-stuurgroep-tno\"") && !stranger.contains("Wethouder"))
            #expect(try await bed.browser(client).get("\(base)/bodies/none").status == .notFound)
        }
    }

    @Test("members without a seat get one by a button, and a form of governance makes its bodies")
    func steps() async throws {
        let bed = try await WebTestBed("icd-drachten")
        let base = "/ecosystems/\(bed.id)/governance"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            #expect(try await admin.get(base).body.contains("Kies hieronder een vorm"))
            let made = try await admin.post("\(base)/forms", [("form", "ecosystem-bodies/lead-organisation")])
            #expect(made.status == .seeOther)
            #expect(
                try await bed.reader().records(Body.self).map(\.id.rawValue) == [
                    "core-group", "steering-group", "working-group",
                ])
            let again = try await admin.post("\(base)/forms", [("form", "ecosystem-bodies/lead-organisation")])
            #expect(again.status == .badRequest && again.body.contains("zijn er al"))
            let stranger = try await bed.browser(client).post(
                "\(base)/forms", [("form", "ecosystem-bodies/self-governed")])
            #expect(stranger.status != .seeOther)
        }
    }

    @Test("the matrix has letters in its cells and is changed where it stands, with amounts kept")
    func rights() async throws {
        let bed = try await WebTestBed("it-lots")
        let path = "/ecosystems/it-lots/governance/rights"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            let page = try await admin.get(path).body
            #expect(page.contains("<abbr title=\"besluit, in een noodgeval\">B</abbr>"))
            #expect(page.contains("in nood, daarna bekrachtigen") && page.contains("tot € 5.000"))
            let version = try await bed.reader().state.table("decisionRights")?.version(of: "meerwerk") ?? 0
            let boxes = ["werkgroep-cloud/decides", "stuurgroep/decides", "werkgroep-storingen/informed"]
            let fields = [("seen", "\(version)")] + boxes.map { ("may", $0) }
            #expect(try await admin.post("\(path)/meerwerk", fields).status == .seeOther)
            let right = try await bed.reader().record(DecisionRight.self, "meerwerk")
            #expect(right?.shares.count == 3 && right?.shares.first?.limit?.cents == 500_000)
            #expect(try await admin.post("\(path)/meerwerk", fields).body.contains("intussen gewijzigd"))
            let now = try await bed.reader().state.table("decisionRights")?.version(of: "meerwerk") ?? 0
            let wrong = [
                ("seen", "\(now)"), ("may", "stuurgroep/decides"), ("may", "werkgroep-cloud/overrides"),
                ("may", "werkgroep-storingen/decides"),
            ]
            let refused = try await admin.post("\(path)/meerwerk", wrong)
            #expect(refused.status == .badRequest && refused.body.contains("Twee organen besluiten over hetzelfde"))
        }
    }

    @Test("a meeting shows agenda and papers, notes presence and what was said, and records who does what")
    func meeting() async throws {
        let bed = try await WebTestBed("city-deal")
        let path = "\(base)/meetings/stuurgroep-2026-12"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            let page = try await admin.get(path).body
            for words in [
                "Halfjaarverslag", "Zes denkhoeden", "Open: elke deelnemer mag erbij zijn", "Noteer wie er zijn",
            ] {
                #expect(page.contains(words), "\(words)")
            }
            let version = try await bed.reader().state.table("meetings")?.version(of: "stuurgroep-2026-12") ?? 0
            let presence = [
                ("seen", "\(version)"), ("how.stuurgroep-tno", "online"), ("how.stuurgroep-cvd", "excused"),
            ]
            #expect(try await admin.post("\(path)/presence", presence).status == .seeOther)
            let action = [("what", "Verslag maken"), ("organisation", "tno"), ("due", "2027-01-08")]
            #expect(try await admin.post("\(path)/actions", action).status == .seeOther)
            let after = try await admin.get(path).body
            #expect(after.contains("online aanwezig") && after.contains("Verslag maken"))
            let empty = try await admin.post("\(path)/actions", [("what", ""), ("organisation", "tno")])
            #expect(empty.status == .badRequest)
            #expect(try await bed.browser(client).get(path).status == .notFound)
        }
    }

    @Test("minutes are a document in HTML and Markdown")
    func minutes() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "partner-we-labs")
            let text = try await member.get("\(base)/meetings/stuurgroep-2026-12/minutes.md").body
            #expect(
                text.contains("Voortgang van de werkgroepen") && text.contains("halfjaarverslag")
            )
            let page = try await member.get("\(base)/meetings/stuurgroep-2026-09/minutes.html").body
            #expect(page.contains("Verslag") && page.contains("Halfjaarverslag rondsturen"))
        }
    }
}
