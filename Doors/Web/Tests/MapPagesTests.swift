import Ecosystems
import Foundation
import Hummingbird
import Kernel
import MethodLibrary
import NetworkMap
import Purpose
import Testing

@testable import Web

@Suite("The map and the matrix")
struct MapPagesTests {
    @Test("a node leads to its neighbourhood with the filters kept; the one in the middle to its page")
    func neighbourhood() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let map = "/ecosystems/it-lots/map"
            let whole = try await browser.get("\(map)?shape=role")
            #expect(whole.body.contains("\(map)?focus=opdrachtgever&amp;shape=role\""))
            let near = try await browser.get("\(map)?focus=opdrachtgever")
            #expect(near.body.contains("href=\"/ecosystems/it-lots/parties/opdrachtgever\" data-id=\"opdrachtgever\""))
            #expect(near.body.contains(">Een stap verder</a>"))
        }
    }

    @Test("a kind of relation that nobody has gets a sentence instead of loose names")
    func nothing() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let used = Set(try await bed.reader().records(Relation.self).map(\.kind))
            let unused = try #require(
                bed.installation.methods.choices(for: .relationKind).first { !used.contains($0.id) })
            let page = try await browser.get("/ecosystems/it-lots/map?kind=\(unused.id)")
            #expect(page.body.contains("Er zijn geen relaties van deze soort."))
            #expect(!page.body.contains("<figure"))
        }
    }

    @Test("the overview's map says what it means and has the same as a table")
    func small() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/it-lots")
            #expect(page.body.contains("class=\"map-legend\""))
            #expect(page.body.contains("<summary>Als tabel</summary>"))
        }
    }

    @Test("many parties still have a matrix, with the others together; a party narrows it and the list")
    func matrix() async throws {
        let bed = try await WebTestBed("city-deal")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let address = "/ecosystems/city-deal/purpose/exchanges"
            let all = try await browser.get(address)
            #expect(all.body.contains("class=\"matrix\""))
            #expect(all.body.components(separatedBy: "<th scope=\"col\">").count - 1 <= 8)
            #expect(all.body.contains("<a href=\"\(address)?from=*#every\">"))
            #expect(!all.body.contains("<details open><summary><h2>Elke ruil"))
            let others = try await browser.get("\(address)?from=*")
            #expect(others.body.contains("<details open><summary><h2>Elke ruil"))
            #expect(others.body.count < all.body.count)
            let giver = try #require(try await bed.reader().records(Exchange.self).first).from
            #expect(all.body.contains("<option value=\"\(giver)\""))
            let some = try await browser.get("\(address)?party=\(giver)")
            #expect(some.body.contains("class=\"matrix\"") && some.body.count < all.body.count)
        }
    }
}
