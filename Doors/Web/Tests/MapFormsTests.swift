import Ecosystems
import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import NetworkMap
import Testing

@testable import Web

@Suite("The forms of the map, and what is done with them")
struct MapFormsTests {
    private let map = "/ecosystems/it-lots/map"

    @Test(
        "each form has its own address and sentence, a drawing, and the same as a table", arguments: ViewForm.allCases)
    func forms(form: ViewForm) async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(map)?view=\(form.rawValue)")
            #expect(page.status == .ok)
            #expect(page.body.contains("aria-current=\"page\">\(form.label.nl)</a>"))
            #expect(page.body.contains("<p class=\"lead\">") && page.body.contains("<table class=\"cards\">"))
            #expect(page.body.contains("<figure") == (form != .table))
            #expect(!page.body.contains(" style="))
        }
    }

    @Test("a filter stays when another form is chosen, and a form stays when something is filtered")
    func filters() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(map)?sector=company&view=groups")
            #expect(page.body.contains("href=\"\(map)?view=matrix&amp;sector=company\""))
            #expect(page.body.contains("<input type=\"hidden\" name=\"view\" value=\"groups\">"))
            #expect(page.body.contains("href=\"\(map)/network.gexf?sector=company\""))
        }
    }

    @Test("the table is sorted by links, up and down")
    func sorting() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            func names(_ query: String) async throws -> [String] {
                let body = try await browser.get("\(map)?view=table&\(query)").body
                let table = body.components(separatedBy: "<h2 id=\"relations\">")[0]
                return table.matches(of: /<th scope="row"><a href="[^"]*\/parties\/([^"]*)"/).map { String($0.1) }
            }
            let up = try await names("sort=relations")
            let named = try await names("sort=name")
            #expect(up.count == 8 && up != named)
            let down = try await names("sort=relations&order=down")
            #expect(Set(down) == Set(up) && down.first != up.first)
            let page = try await browser.get("\(map)?view=table&sort=relations")
            #expect(page.body.contains("aria-sort=\"ascending\""))
            #expect(page.body.contains("sort=relations&amp;order=down"))
        }
    }

    @Test("files hold what is chosen and are made to keep")
    func files() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let all = try await browser.get("\(map)/organisations.csv")
            #expect(all.status == .ok && all.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(all.headers[.contentDisposition] == "attachment; filename=\"it-lots-organisations.csv\"")
            let some = try await browser.get("\(map)/organisations.csv?kind=competition&lonely=no")
            #expect(some.body.count < all.body.count)
            #expect(try await browser.get("\(map)/network.gexf").body.contains("<gexf"))
            #expect(try await browser.get("\(map)/network.graphml").body.contains("<graphml"))
            #expect(try await browser.get("\(map)/relations.csv").body.hasPrefix("from,to"))
            #expect(try await browser.get("\(map)/network.kumu.json").body.contains("\"elements\""))
            #expect(try await browser.get("\(map)/positions.json").body.contains("\"opdrachtgever\""))
        }
    }

    @Test("Kumu loads a public map from elsewhere, and only once while nothing changes")
    func live() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let first = try await client.execute(uri: "\(map)/kumu.json", method: .get)
            #expect(first.status == .ok && first.headers[.accessControlAllowOrigin] == "*")
            let tag = try #require(first.headers[.eTag])
            let again = try await client.execute(uri: "\(map)/kumu.json", method: .get, headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified)
            let page = try await client.execute(uri: map, method: .get)
            #expect(page.headers[.accessControlAllowOrigin] == nil)
        }
    }

    @Test("a map for participants only is read by a token in the address, which reads nothing else and can be revoked")
    func token() async throws {
        let bed = try await WebTestBed("it-lots")
        _ = try await bed.installation.host.ecosystem("it-lots").perform(
            ChangeRecords([RecordChange("ecosystems", "it-lots", .patch(["participantsOnly": true]))]),
            by: .atTheMachine)
        try await bed.test { client in
            let member = try await bed.browser(client, as: "deliverymanager-cloud")
            let secret = try #require(member.session?.secret)
            let account = try await bed.installation.access.resolveSession(secret).account.id
            // The session of the member itself opens nothing here.
            #expect(try await member.get("\(map)/kumu.json").status == .notFound)
            let made = try await member.post("\(map)/links", [])
            let found = try #require(made.body.firstMatch(of: /token=(stl_[A-Za-z0-9_-]+)/))
            let address = "\(map)/kumu.json?token=\(found.1)"
            let read = try await client.execute(uri: address, method: .get)
            #expect(read.status == .ok && read.headers[.cacheControl] == "private, no-cache")
            let token = try #require(try await bed.installation.access.tokens(account).first)
            #expect(token.scopes == [.map] && token.ecosystem == "it-lots")
            let elsewhere = try await client.execute(uri: "\(map)?token=\(found.1)", method: .get)
            #expect(elsewhere.status == .notFound)
            try await bed.installation.access.revokeToken(token.id, of: account)
            let after = try await client.execute(uri: address, method: .get)
            #expect(after.status == .unauthorized && after.headers[.accessControlAllowOrigin] == nil)
        }
    }

    @Test("a view is saved with its story, listed, and stepped through by links")
    func views() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            #expect(try await browser.get("\(map)/views").body.contains("Er is nog geen weergave bewaard."))
            for (name, query) in [("Wie levert", "kind=supply"), ("In groepen", "view=groups")] {
                let kept = try await browser.post(
                    "\(map)/views", [("name", name), ("query", query), ("story", "Kijk <hier>.")])
                #expect(kept.status == .seeOther)
            }
            let list = try await browser.get("\(map)/views")
            #expect(list.body.contains("href=\"\(map)?view=groups\"") && list.body.contains("Kijk &lt;hier&gt;."))
            let first = try await browser.get("\(map)/presentation/1")
            #expect(first.body.contains("<h1>Wie levert</h1>") && !first.body.contains("<header class=\"top\""))
            #expect(
                first.body.contains("rel=\"next\" href=\"\(map)/presentation/2\"")
                    && !first.body.contains("rel=\"prev\""))
            let last = try await browser.get("\(map)/presentation/2")
            #expect(last.body.contains("rel=\"prev\"") && !last.body.contains("rel=\"next\""))
            #expect(try await browser.get("\(map)/presentation/3").status == .notFound)
            let refused = try await browser.post(
                "\(map)/views", [("name", "X"), ("query", "colour=red"), ("story", "Blijft")])
            #expect(refused.status == .badRequest || refused.status == .ok || refused.status == .unprocessableContent)
            #expect(refused.body.contains("De kaart kent geen keuze “colour”.") || refused.status == .seeOther)
            let visitor = try await bed.browser(client)
            #expect(try await visitor.get("\(map)/presentation/1").status == .ok)
            #expect(try await !visitor.get(map).body.contains("Bewaar deze weergave"))
        }
    }
}
