import Access
import Ecosystems
import Hummingbird
import Kernel
import Testing

@testable import Web

@Suite("Who did it")
struct HistoryNamesTests {
    private let root = "/ecosystems/it-lots"

    @Test("Administrators tell each other apart by name; everybody else reads the role")
    func administrators() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            var accounts: [Account] = []
            for (name, place) in [("Noor", "Assen"), ("Ids", "Emmen")] {
                let account = try await bed.installation.access.createAccount(
                    contact: Contact(name: name, email: nil), administrator: true)
                accounts.append(account)
                _ = try await bed.installation.host.ecosystem("it-lots").perform(
                    ChangeRecords([RecordChange("organisations", "kavel-netwerk", .patch(["place": .string(place)]))]),
                    by: Caller(account: account.id.rawValue, administrator: true))
            }
            let administrator = try await bed.browser(client, administrator: true)
            for path in ["\(root)/history", "\(root)/records/organisations/kavel-netwerk/history", "/"] {
                let page = try await administrator.get(path).body
                #expect(page.contains("Noor, beheerder") && page.contains("Ids, beheerder"), "\(path)")
            }
            let filtered = try await administrator.get("\(root)/history?person=\(accounts[0].id.rawValue)").body
            #expect(filtered.contains("selected>Noor, beheerder"))
            #expect(!filtered.contains("class=\"why\">Ids"))
            for person in ["it-directeur", nil] {
                let page = try await bed.browser(client, as: person).get("\(root)/history").body
                #expect(page.contains("een beheerder") && !page.contains("Noor") && !page.contains("Ids,"))
                #expect(!page.contains(accounts[0].id.rawValue))
                #expect(page.components(separatedBy: "<option value=\"administrator\">").count == 2)
            }
            let own = try await bed.browser(client).get("\(root)/history?person=administrator").body
            #expect(own.contains("een beheerder ·"))
        }
    }

    @Test("A list offers to add only to who may")
    func adding() async throws {
        let bed = try await WebTestBed("it-lots")
        try await bed.test { client in
            let reading = try await bed.browser(client, as: "deliverymanager-cloud")
            let director = try await bed.browser(client, as: "it-directeur")
            let representative = try await bed.browser(client, as: "accountmanager-datacenter")
            for kind in bed.installation.catalogue.kinds.map(\.plural) {
                let (list, new) = ("\(root)/records/\(kind)", "\(root)/new/\(kind)")
                #expect(try await !reading.get(list).body.contains("href=\"\(new)\""), "\(kind)")
                let offered = try await representative.get(list).body.contains("href=\"\(new)\"")
                let form = try await representative.get(new).status
                #expect(offered == (form == .ok), "\(kind)")
            }
            #expect(try await director.get("\(root)/records/goals").body.contains("href=\"\(root)/new/goals\""))
            #expect(try await !director.get("\(root)/records/ecosystems").body.contains("\(root)/new/ecosystems"))
        }
    }
}
