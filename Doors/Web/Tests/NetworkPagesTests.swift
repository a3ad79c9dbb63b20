import Ecosystems
import Foundation
import Kernel
import MethodLibrary
import NetworkMap
import Parties
import Testing

@testable import Web

@Suite("The network in numbers, what if, and over time")
struct NetworkPagesTests {
    private let map = "/ecosystems/it-lots/map"

    /// The first cells of the rows of a table with a name in front, in their order.
    private func names(_ page: String) -> [String] {
        let body =
            page.components(separatedBy: "<table class=\"sortable\">").last?.components(separatedBy: "</tbody>").first
            ?? ""
        return body.matches(of: /<th scope="row"><a href="\/ecosystems\/it-lots\/parties\/([a-z0-9-]+)">/).map {
            String($0.output.1)
        }
    }

    @Test("the analysis says first what it depends on, and leads from there to what if")
    func analysis() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let page = try await bed.browser(client).get("\(map)/analysis")
            #expect(page.body.contains("Waar het op aankomt"))
            #expect(page.body.contains("Het vaakst tussen anderen: <a href=\"/ecosystems/it-lots/parties/"))
            #expect(page.body.contains("<dt>Dichtheid</dt>"))
            #expect(page.body.contains("Exact; elk paar telt één keer, niet gedeeld"))
            #expect(page.body.contains("<a href=\"\(map)/analysis\" aria-current=\"page\">Analyse</a>"))
            let ids = try await bed.reader().records(Organisation.self).map(\.id.rawValue)
            #expect(Set(names(page.body)) == Set(ids))
        }
    }

    @Test("a heading sorts, chosen again it turns around, and the file has the same rows in the same order")
    func sorting() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let down = try await browser.get("\(map)/analysis?sort=degree")
            #expect(
                down.body.contains(
                    "aria-sort=\"descending\"><a href=\"\(map)/analysis?sort=degree&amp;order=turned\">Verbindingen"))
            let up = try await browser.get("\(map)/analysis?sort=degree&order=turned")
            #expect(up.body.contains("aria-sort=\"ascending\""))
            #expect(names(up.body) != names(down.body))
            let byName = try await browser.get("\(map)/analysis?sort=name")
            #expect(names(byName.body).count == names(down.body).count)
            let file = try await browser.get("\(map)/analysis.csv?sort=degree")
            let lines = file.body.components(separatedBy: "\r\n")
            #expect(lines[0].hasPrefix("id,name,sector,degree,betweenness,harmonic,pagerank,core,clustering,community"))
            let ids = lines.dropFirst().dropLast().map { String($0.prefix { $0 != "," }) }
            #expect(ids == names(down.body))
        }
    }

    @Test("kinds, direction, weight and a day narrow it; a day that does not exist is refused")
    func scope() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let directed = try await browser.get("\(map)/analysis?directed=yes&weighted=yes&derived=no")
            #expect(directed.body.contains("Richting telt.") && directed.body.contains("Gewicht telt."))
            #expect(directed.body.contains("derived=no"))
            let used = Set(try await bed.reader().records(Relation.self).map(\.kind))
            let kind = try #require(
                bed.installation.methods.choices(for: .relationKind).first { !used.contains($0.id) })
            let unused = try await browser.get("\(map)/analysis?kind=\(kind.id)&derived=no")
            #expect(unused.body.contains("Er is geen enkele verbinding om mee te rekenen."))
            #expect(try await browser.get("\(map)/analysis?day=2026-02-30").status == .badRequest)
            #expect(try await browser.get("\(map)/analysis?kind=love").status == .badRequest)
        }
    }

    @Test("a change chosen in the form comes into the address, and can be taken back")
    func form() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let empty = try await browser.get("\(map)/what-if")
            #expect(empty.body.contains("Bedenk een wijziging"))
            let gone = try await browser.get("\(map)/what-if?act=leaves&one=opdrachtgever")
            #expect(gone.location == "\(map)/what-if?remove=opdrachtgever")
            let weak = try await browser.get(
                "\(map)/what-if?remove=kavel-netwerk&act=half&one=opdrachtgever&other=kavel-werkplek")
            #expect(weak.location == "\(map)/what-if?remove=kavel-netwerk&weaken=opdrachtgever,kavel-werkplek%3D0.5")
            let page = try await browser.get("\(map)/what-if?remove=opdrachtgever&remove=kavel-netwerk")
            #expect(page.body.contains("href=\"\(map)/what-if?remove=kavel-netwerk\" aria-label=\"Haal weg: "))
            #expect(page.body.contains("Het geheel, nu en dan"))
            #expect(page.body.contains("sector-gone"))
            #expect(page.body.contains("href=\"/ecosystems/it-lots/parties/opdrachtgever\""))
        }
    }

    @Test("who is cut off stands above; a tie that comes keeps them together; what is not there is refused on the page")
    func whatIf() async throws {
        let bed = try await WebTestBed("it-lots")
        let alone = RecordChange("organisations", "los-eind", .add(["name": "Los eind", "sector": "company"]))
        let tie = RecordChange(
            "relations", "los", .add(["from": "opdrachtgever", "to": "los-eind", "kind": "supply"]))
        _ = try await bed.installation.host.ecosystem("it-lots").perform(
            ChangeRecords([alone, tie]), by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let cut = try await browser.get("\(map)/what-if?remove=opdrachtgever,los-eind&derived=no")
            #expect(cut.body.contains("1 partij raakt los van de rest"))
            #expect(cut.body.contains("kind-gone"))
            let mended = try await browser.get(
                "\(map)/what-if?remove=opdrachtgever,los-eind&add=los-eind,kavel-netwerk&derived=no")
            #expect(mended.body.contains("Niemand raakt los van de rest."))
            #expect(mended.body.contains("kind-come"))
            let unknown = try await browser.get("\(map)/what-if?remove=niemand")
            #expect(unknown.status == .badRequest)
            #expect(unknown.body.contains("“niemand” staat niet in dit netwerk."))
            let analysis = try await browser.get("\(map)/analysis?derived=no")
            #expect(
                analysis.body.contains("what-if?derived=no&amp;remove=opdrachtgever\">Wat als deze partij vertrekt?"))
        }
    }

    @Test("over time: a drawing and a column per number, each day leading to the analysis of that day")
    func time() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let page = try await browser.get("\(map)/time?step=quarter")
            #expect(page.body.contains("<svg class=\"measure\""))
            #expect(page.body.contains("data-growth"))
            #expect(page.body.contains("<a href=\"\(map)/analysis?day="))
            #expect(page.body.contains("<tr data-party=\""))
            let party = try await browser.get("\(map)/time?party=opdrachtgever")
            #expect(party.body.contains("<option value=\"opdrachtgever\" selected>"))
            #expect(party.body.contains("Tussenligging"))
        }
    }

    @Test("without a single day there is a sentence instead of a flat line, and without parties the way to begin")
    func nothing() async throws {
        let bed = try await WebTestBed("icd-drachten")
        try await bed.test { client in
            let page = try await bed.browser(client).get("/ecosystems/icd-drachten/map/time?derived=no")
            #expect(page.body.contains("Nog niets heeft een begin of een eind"))
        }
        _ = try await bed.installation.host.begin("leeg").perform(
            ChangeRecords([RecordChange("ecosystems", "leeg", .add(["name": "Leeg", "languages": ["nl"]]))]),
            by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client)
            for part in ["analysis", "what-if", "time"] {
                let page = try await browser.get("/ecosystems/leeg/map/\(part)")
                #expect(page.body.contains("Begin met de partijen"), "\(part)")
            }
        }
    }
}
