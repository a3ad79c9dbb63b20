import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("Organisations that may be one")
struct LookalikePagesTests {
    private let root = "/ecosystems/it-lots"

    @Test("Both pages, the findings and a fresh record lead to the comparison; a double space is no difference")
    func doubles() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let director = try await bed.browser(client, as: "it-directeur")
            for (id, name) in [("bureau", "Bureau Maat"), ("bureau-2", "Bureau  Maat")] {
                let added = try await director.post(
                    "\(root)/records/organisations", [("f.name.nl", name), ("f.sector", "government"), ("id", id)])
                #expect(added.location == "\(root)/parties/\(id)")
            }
            let link = "<a href=\"\(root)/mergers?into=bureau&amp;duplicate=bureau-2\">Vergelijk en voeg samen</a>"
            for path in ["parties/bureau", "parties/bureau-2", "findings"] {
                #expect(try await director.get("\(root)/\(path)").body.contains(link), "\(path)")
            }
            let compared = try await director.get("\(root)/mergers?into=bureau&duplicate=bureau-2").body
            #expect(compared.contains("Voeg samen") && !compared.contains("≠"))
            let member = try await bed.browser(client, as: "deliverymanager-cloud")
            #expect(try await !member.get("\(root)/parties/bureau").body.contains("\(root)/mergers?"))
        }
    }
}
