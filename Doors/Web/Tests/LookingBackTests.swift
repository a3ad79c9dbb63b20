import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Markup
import Testing

@testable import Web

@Suite("Looking back")
struct LookingBackTests {
    @Test("Whoever follows links in the past stays there, on every page, and is offered nothing to change")
    func crawl() async throws {
        let bed = try await WebTestBed("icd-drachten")
        let root = "/ecosystems/\(bed.id)"
        let then = try await bed.reader().state.sequence
        let ecosystem = try await bed.installation.host.ecosystem(bed.id)
        let later = RecordChange("terms", "later", .add(["term": "Van later", "definition": "Er was eens niet"]))
        _ = try await ecosystem.perform(ChangeRecords([later]), by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            var seen: Set<String> = []
            var waiting = [root, "\(root)/settings", "\(root)/search?q=de", "\(root)/findings"]
            while let address = waiting.popLast() {
                let path = String(address.prefix { $0 != "?" })
                guard seen.insert(path).inserted else { continue }
                let query = address.contains("?") ? "&" : "?"
                let page = try await browser.get("\(address)\(query)as-of=\(then)")
                #expect(page.status == .ok, "\(address)")
                #expect(!page.body.contains("Van later"), "\(address)")
                // A file tells of the same moment, but cannot say so.
                guard page.body.hasPrefix("<!doctype html>") else { continue }
                #expect(page.body.contains("U kijkt terug naar"), "\(address)")
                #expect(!page.body.contains("href=\"/people"), "\(address)")
                for link in page.links(into: root) where link != path {
                    #expect(link.contains("as-of="), "\(address) → \(link)")
                    let next = String(link.prefix { $0 != "?" && $0 != "#" })
                    #expect(!next.hasSuffix("/edit") && !next.contains("/new/"), "\(address) → \(link)")
                    waiting.append(next)
                }
                for form in page.body.components(separatedBy: "<form ").dropFirst() {
                    let tag = form.prefix { $0 != ">" }
                    #expect(
                        tag.contains("/language") || tag.contains("/sign-out")
                            || form.components(separatedBy: "</form>")[0].contains("name=\"as-of\""),
                        "\(address) \(tag)")
                }
            }
            #expect(seen.count > 100)
        }
    }

    @Test(
        "A moment is told as people say it; a day before the start leads to the first; a day to come is refused kindly")
    func banner() async throws {
        let bed = try await WebTestBed("icd-drachten")
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let root = "/ecosystems/\(bed.id)"
            let line = try await browser.get("\(root)?as-of=12")
            #expect(line.body.contains("<strong>vr 20 nov 2026, 13:00 (regel 12)</strong>"))
            #expect(line.body.contains("Alleen lezen."))
            let day = try await browser.get("\(root)?as-of=2026-11-20")
            #expect(day.body.contains("<strong>vr 20 nov 2026</strong>"))
            let early = try await browser.get("\(root)/purpose?as-of=2024-12-31")
            #expect(early.status == .notFound)
            #expect(early.body.contains("Op di 31 dec 2024 stond dit ecosysteem nog niet in Stelsel"))
            #expect(early.body.contains("href=\"\(root)/purpose?as-of=2026-11-20\""))
            for future in ["2030-01-01", "99999"] {
                let refused = try await browser.get("\(root)?as-of=\(future)")
                #expect(refused.status == .badRequest)
                #expect(refused.body.contains("is nog niet geweest"))
            }
        }
    }

    @Test("The past has no forms, and search there finds what was there")
    func readOnly() async throws {
        let bed = try await WebTestBed("icd-drachten")
        let then = try await bed.reader().state.sequence
        let ecosystem = try await bed.installation.host.ecosystem(bed.id)
        let later = RecordChange("terms", "later", .add(["term": "Tijdmachine", "definition": "Wie weet"]))
        _ = try await ecosystem.perform(ChangeRecords([later]), by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client, administrator: true)
            let root = "/ecosystems/\(bed.id)"
            #expect(try await browser.get("\(root)/new/goals?as-of=\(then)").status == .forbidden)
            #expect(try await browser.get("\(root)/mergers?as-of=\(then)").status == .forbidden)
            let now = try await browser.get("\(root)/search?q=tijdmachine&format=fragment")
            #expect(now.body.contains("/records/terms/later\""))
            let past = try await browser.get("\(root)/search?q=tijdmachine&format=fragment&as-of=\(then)")
            #expect(!past.body.contains("/records/terms/later"))
            #expect(try await browser.get("\(root)/records/terms/later/history?as-of=\(then)").status == .notFound)
        }
    }

    @Test("An address of another ecosystem that begins alike is left alone")
    func neighbours() {
        let links = PastLinks(root: "/ecosystems/deal", asOf: "12")
        let page: HTML = """
            <a href="/ecosystems/deal"><a href="/ecosystems/deal-2"><a href="/ecosystems/deal/map?kind=a&amp;depth=2#x">\
            <a href="/ecosystems/deal?as-of=9"><form method="get" action="/ecosystems/deal/map"><p></p></form>
            """
        #expect(
            links.html(page).text == """
                <a href="/ecosystems/deal?as-of=12"><a href="/ecosystems/deal-2"><a href="/ecosystems/deal/map?kind=a&amp;depth=2&amp;as-of=12#x">\
                <a href="/ecosystems/deal?as-of=9"><form method="get" action="/ecosystems/deal/map"><input type="hidden" name="as-of" value="12"><p></p></form>
                """)
    }
}

extension AccessAnswer {
    /// The addresses on the page, inside one ecosystem, without what belongs to a form that is posted.
    func links(into root: String) -> [String] {
        body.components(separatedBy: "href=\"").dropFirst().map { part in
            String(part.prefix { $0 != "\"" }).replacingOccurrences(of: "&amp;", with: "&")
        }
        .filter { link in link == root || ["/", "?", "#"].contains { link.hasPrefix(root + $0) } }
    }
}
