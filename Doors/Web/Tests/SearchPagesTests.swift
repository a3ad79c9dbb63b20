import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("Search")
struct SearchPagesTests {
    @Test("Relations of one name are told apart, and what does not fit is a link away")
    func hits() async throws {
        let bed = try await WebTestBed("it-lots")
        let kind = try #require(bed.installation.methods.choices(for: .relationKind).first)
        let organisations = try await bed.reader().state.table("organisations")?.ids ?? []
        let relations = organisations.dropFirst().enumerated().flatMap { index, other in
            (0..<8).map { number in
                RecordChange(
                    "relations", "proef-\(index)-\(number)",
                    .add([
                        "from": .string(organisations[0]), "to": .string(other), "kind": .string(kind.id),
                        "description": "Proefhandboek",
                    ]))
            }
        }
        _ = try await bed.installation.host.ecosystem("it-lots").perform(ChangeRecords(relations), by: .atTheMachine)
        try await bed.test { client in
            let browser = try await bed.browser(client)
            let reader = try await bed.reader()
            let (from, to) = (
                reader.title("organisations", organisations[0]).nl, reader.title("organisations", organisations[1]).nl
            )
            let here = try await browser.get("/ecosystems/it-lots/search?q=proefhandboek").body
            #expect(here.contains("relatie · \(from) → \(to) · \(kind.label.nl)"))
            #expect(here.components(separatedBy: ">Proefhandboek</a>").count == 41)
            #expect(here.contains("/ecosystems/it-lots/search?q=proefhandboek&amp;show=all\">Meer in "))
            let all = try await browser.get("/ecosystems/it-lots/search?q=proefhandboek&show=all").body
            #expect(all.components(separatedBy: ">Proefhandboek</a>").count == relations.count + 1)
            let everywhere = try await browser.get("/search?q=proefhandboek").body
            #expect(everywhere.components(separatedBy: ">Proefhandboek</a>").count == 11)
            #expect(everywhere.contains("href=\"/ecosystems/it-lots/search?q=proefhandboek\">Meer in "))
        }
    }
}
