import Ecosystems
import Governance
import Hummingbird
import Kernel
import Purpose
import Responsibilities
import Testing

@testable import Web

@Suite("Beginning a division on the web")
struct DivisionStartPagesTests {
    @Test(
        "An empty matrix offers columns for who has a role, takes over who does what, and a cell keeps the chosen columns"
    )
    func empty() async throws {
        let bed = try await WebTestBed("city-deal")
        let root = "/ecosystems/city-deal/responsibilities"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            let page = try await admin.get(root)
            #expect(page.body.contains("<table class=\"rasci\">") && page.body.contains("party=agenda-stad#cell\""))
            #expect(page.body.contains("Neem dat over als R"))
            let chosen = try await admin.get("\(root)?columns=own&with=cvd")
            #expect(chosen.body.contains("party=cvd#cell\"") && !chosen.body.contains("party=agenda-stad#cell\""))
            let activity = try #require(try await bed.reader().records(Activity.self).first).id.rawValue
            let cell = try await admin.get("\(root)?columns=own&with=cvd&subject=\(activity)&party=cvd")
            #expect(cell.body.contains("/responsibilities/parts?columns=own&amp;with=cvd\""))
            let saved = try await admin.post(
                "\(root)/parts?columns=own&with=cvd",
                [("subject", activity), ("party", "cvd"), ("part", "accountable"), ("from", "2026-11-20")])
            #expect(saved.headers[.location] == "\(root)?columns=own&with=cvd#row-\(activity)")
            #expect(try await admin.post("\(root)/doers", []).status == .seeOther)
            let matrix = ResponsibilityMatrix(try await bed.reader())
            #expect(matrix.subjects.allSatisfy { !matrix.row($0).isEmpty })
            #expect(try await !admin.get(root).body.contains("Neem dat over als R"))
            let reader = try await bed.browser(client, as: "partner-we-labs").get(root)
            #expect(!reader.body.contains("Neem dat over als R") && !reader.body.contains("Kolommen kiezen"))
        }
    }

    @Test("Without activities the library's processes become activities, where one is not yet divided too")
    func processes() async throws {
        let bed = try await WebTestBed("den-bosch")
        let root = "/ecosystems/den-bosch/responsibilities"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            #expect(try await admin.get("\(root)/processes").body.contains("Begin met processen uit de bibliotheek"))
            let wrong = try await admin.post(
                "\(root)/activities", [("process", "shared-responsibility-model/monitoring"), ("view", "processes")])
            #expect(wrong.status == .badRequest && wrong.body.contains("wie het uitvoert"))
            let made = try await admin.post(
                "\(root)/activities",
                [("process", "shared-responsibility-model/monitoring"), ("organisation", "heijmans")])
            #expect(made.status == .seeOther)
            let activities = try await bed.reader().records(Activity.self)
            #expect(activities.contains { $0.process == "shared-responsibility-model/monitoring" })
        }
    }
}

@Suite("A selection on the web")
struct SelectionPagesTests {
    private let root = "/ecosystems/city-deal/selections"

    @Test("The four bidders of the source: bars, both totals, reasons, and who wins if a criterion counts double")
    func bidders() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let member = try await bed.browser(client, as: "projectmanager")
            let list = try await member.get(root)
            #expect(list.body.contains("gelijke stand") && list.body.contains("gekozen: Ecosysteem Demy BVm"))
            let four = try await member.get("\(root)/sensoren-vier-aanbieders")
            #expect(four.body.contains("★ Ecosysteem Demy BVm") && four.body.contains("class=\"score-bar\""))
            #expect(four.body.contains("Wat als een criterium zwaarder telt?"))
            #expect(four.body.contains("Nog geen staat van dienst."))
            let three = try await member.get("\(root)/sensoren-drie-aanbieders")
            #expect(three.body.contains("Gelijke stand.") && three.body.components(separatedBy: "★").count > 3)
            let stranger = try await bed.browser(client).get("\(root)/sensoren-vier-aanbieders")
            #expect(stranger.status == .notFound)
        }
    }
}

@Suite("Disputes at the desk of whom they concern")
struct DisputeDeskTests {
    @Test(
        "Today asks the parties and who guides; another participant, a stranger and an administrator see nothing anywhere"
    )
    func today() async throws {
        let bed = try await WebTestBed("it-lots")
        let root = "/ecosystems/it-lots"
        try await bed.test { client in
            let party = try await bed.browser(client, as: "dienstmanager-applicaties")
            let raised = try await party.post(
                "\(root)/disputes",
                [
                    ("raisedBy", "kavel-applicaties"), ("sort", "disagreement"), ("subject", "Zeldzaam onderwerp"),
                    ("statement", "Dubbele licenties"), ("other", "kavel-datacenter"),
                ])
            let place = raised.headers[.location] ?? ""
            let other = try await bed.browser(client, as: "accountmanager-datacenter")
            #expect(try await other.get("/").body.contains("Geef uw kant van “Zeldzaam onderwerp”"))
            #expect(try await other.get("/").body.contains("href=\"\(place)\""))
            let words = [("organisation", "kavel-datacenter"), ("words", "Wij betaalden al")]
            #expect(try await other.post("\(place)/replies", words).status == .seeOther)
            #expect(try await !other.get("/").body.contains("Geef uw kant"))
            #expect(try await party.get(place).body.contains("Wij betaalden al"))
            let outsiders = [
                try await bed.browser(client, as: "accountmanager-netwerk"), try await bed.browser(client),
                try await bed.browser(client, administrator: true), try await bed.browser(client, as: "it-directeur"),
            ]
            for browser in outsiders {
                #expect(try await browser.get(place).status == .notFound)
                for page in [
                    "/", root, "\(root)/disputes", "\(root)/history", "\(root)/search?query=zeldzaam",
                    "\(root)/findings", "\(root)/records/disputes", "\(root)/governance", "\(root)/dispute-report",
                    "\(root)/digest", "\(root)/organisations/kavel-datacenter", "/search?query=zeldzaam",
                ] {
                    let body = try await browser.get(page).body
                    #expect(!body.contains("Zeldzaam") && !body.contains("Dubbele licenties"), "\(page)")
                    #expect(!body.contains(place), "\(page)")
                }
            }
        }
    }

    @Test("The report by quarter is for participants, as a page and as a table")
    func report() async throws {
        let bed = try await WebTestBed("it-lots")
        let root = "/ecosystems/it-lots"
        try await bed.test { client in
            let party = try await bed.browser(client, as: "dienstmanager-applicaties")
            #expect(try await party.get("\(root)/dispute-report").body.contains("niets ingebracht"))
            _ = try await party.post(
                "\(root)/disputes",
                [("raisedBy", "kavel-applicaties"), ("sort", "conduct"), ("subject", "Zeldzaam")])
            let page = try await party.get("\(root)/dispute-report").body
            #expect(page.contains("Meldingen over gedrag") && page.contains("4e kwartaal 2026 (tot nu)"))
            let table = try await party.get("\(root)/dispute-report.csv")
            #expect(table.body.contains("2026-Q4,2026-10-01,2026-11-20,conduct,1,0,1,0,,\r\n"))
            let stranger = try await bed.browser(client)
            #expect(try await stranger.get("\(root)/dispute-report").body.contains("Alleen deelnemers"))
            #expect(try await stranger.get("\(root)/dispute-report.csv").status != .ok)
        }
    }
}

@Suite("Rights, seats and papers where they stand")
struct GovernanceDeskTests {
    @Test("A cell of the matrix of rights is a form with amounts and circumstances; other bodies keep theirs")
    func cell() async throws {
        let bed = try await WebTestBed("it-lots")
        let path = "/ecosystems/it-lots/governance/rights"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            let page = try await admin.get("\(path)?right=meerwerk&body=werkgroep-cloud").body
            #expect(page.contains("<td id=\"cell\" class=\"edited\"") && page.contains("value=\"5000\""))
            let version = try await bed.reader().state.table("decisionRights")?.version(of: "meerwerk") ?? 0
            func post(_ limit: String, _ mode: String, seen: Int) async throws -> HTTPResponse.Status {
                try await admin.post(
                    "\(path)/meerwerk/bodies/werkgroep-cloud",
                    [
                        ("seen", "\(seen)"), ("right.0", "decides"), ("limit.0", limit), ("currency.0", "eur"),
                        ("mode.0", mode), ("right.1", "advises"), ("limit.1", ""), ("currency.1", "EUR"),
                        ("mode.1", ""), ("right.2", ""), ("limit.2", ""),
                    ]
                ).status
            }
            #expect(try await post("veel", "", seen: version) == .badRequest)
            #expect(try await post("12.500", "ordinary", seen: version) == .seeOther)
            let right = try #require(try await bed.reader().record(DecisionRight.self, "meerwerk"))
            let own = right.shares.filter { $0.body.rawValue == "werkgroep-cloud" }
            #expect(own.map(\.right) == [.decides, .advises] && own.first?.limit?.cents == 1_250_000)
            #expect(own.first?.mode == .ordinary && right.shares.contains { $0.body.rawValue == "stuurgroep" })
            #expect(try await admin.get(path).body.contains("tot € 12.500, gewoon"))
            let now = try await bed.reader().state.table("decisionRights")?.version(of: "meerwerk") ?? 0
            #expect(try await post("1", "emergency", seen: now) == .badRequest, "Nobody ratifies.")
            let reader = try await bed.browser(client, as: "accountmanager-netwerk")
            #expect(
                try await !reader.get("\(path)?right=meerwerk&body=werkgroep-cloud").body.contains("class=\"edited\""))
        }
    }

    @Test("A representative names who sits on its own seat where the seat stands, and sees no such form at others")
    func holder() async throws {
        let bed = try await WebTestBed("city-deal")
        let path = "/ecosystems/city-deal/governance/bodies/stuurgroep"
        try await bed.test { client in
            let own = try await bed.browser(client, as: "partner-we-labs")
            let page = try await own.get(path).body
            #expect(page.contains("/seats/stuurgroep-we-labs/holder\""))
            #expect(!page.contains("/seats/stuurgroep-argaleo/holder\""))
            let done = try await own.post("\(path)/seats/stuurgroep-we-labs/holder", [("person", ""), ("deputy", "")])
            #expect(done.status == .seeOther)
            #expect(try await bed.reader().record(Seat.self, "stuurgroep-we-labs")?.person == nil)
            let other = try await own.post(
                "\(path)/seats/stuurgroep-argaleo/holder", [("person", "partner-we-labs"), ("deputy", "")])
            #expect(other.status == .forbidden)
            let wrong = try await own.post(
                "\(path)/seats/stuurgroep-we-labs/holder", [("person", "eigenaar-argaleo"), ("deputy", "")])
            #expect(wrong.status == .badRequest && wrong.body.contains("Deze persoon is niet van"))
        }
    }

    @Test("A paper is a text that is here or an address, added where the agenda stands")
    func paper() async throws {
        let bed = try await WebTestBed("city-deal")
        let path = "/ecosystems/city-deal/governance/meetings/stuurgroep-2026-12"
        try await bed.test { client in
            let admin = try await bed.browser(client, administrator: true)
            #expect(try await admin.get(path).body.contains("Een stuk dat hier staat"))
            func post(_ fields: [(String, String)]) async throws -> AccessAnswer {
                let version = try await bed.reader().state.table("meetings")?.version(of: "stuurgroep-2026-12") ?? 0
                return try await admin.post("\(path)/papers", [("seen", "\(version)"), ("item", "0")] + fields)
            }
            let agreement = try #require(try await bed.reader().state.table("agreements")?.ids.first)
            #expect(try await post([("record", "agreements/\(agreement)")]).status == .seeOther)
            #expect(try await post([("address", "https://example.nl/stuk"), ("name", "Een stuk")]).status == .seeOther)
            let page = try await admin.get(path).body
            #expect(page.contains("href=\"/ecosystems/city-deal/agreements/\(agreement)\""))
            #expect(page.contains("<a href=\"https://example.nl/stuk\">Een stuk</a>"))
            let refused = try await post([("address", "javascript:alert(1)"), ("name", "X")])
            #expect(refused.status == .badRequest)
            #expect(try await post([("name", "Zonder plaats")]).body.contains("Vul een van beide in."))
        }
    }
}
