import Ecosystems
import Kernel
import MethodLibrary
import NetworkMap
import Parties
import Testing

@testable import Ensemble

@Suite("What all contexts say of who is tied to whom") struct ImpliedTieTests {
    private static func reader(_ name: String) throws -> Reader {
        let kinds = Set(Catalogue.stelsel.kinds.map(\.plural))
        let methods = try Library.load(folder: "\(EnsembleTests.root)/Methods", kinds: kinds)
        let check = FolderCheck(
            "\(EnsembleTests.root)/Examples/\(name)", catalogue: .stelsel, methods: methods, today: EnsembleTests.today)
        let situation = try #require(check.situation)
        return Reader(situation: situation, rights: Rights(), catalogue: .stelsel)
    }

    @Test(
        "every tie and everything carried names a record, an organisation and a kind that exist",
        arguments: ["city-deal", "den-bosch", "it-lots", "icd-drachten"])
    func examples(name: String) throws {
        let reader = try Self.reader(name)
        let network = EcosystemNetwork(reader)
        for tie in network.ties {
            let source = network.source(of: tie)
            #expect(reader.state.table(source.kind)?.contains(source.id) == true, "\(source)")
            #expect(reader.library.relationKind(tie.kind) != nil, "\(tie.kind)")
        }
        #expect(Set(network.ties.map(\.id)).count == network.ties.count)
        for carried in reader.carried {
            #expect(reader.state[Organisation.self][ID(carried.by)] != nil, "\(carried.by)")
            #expect(reader.state.table(carried.what.kind)?.contains(carried.what.id) == true, "\(carried.what)")
        }
    }

    @Test("who are bound by an agreement are tied by it, from the day on which both are")
    func agreement() throws {
        let reader = try Self.reader("it-lots")
        let tie = try #require(reader.impliedTies.first { $0.source.kind == "agreements" })
        guard case .circle(let members) = tie.ends else {
            Issue.record("not a circle")
            return
        }
        #expect(members.contains { $0.organisation == "cloudleverancier" && $0.period.from != nil })
        #expect(!members.contains { $0.organisation == "kavel-werkplek" })
        #expect(Set(members.map(\.organisation)).count == members.count)
    }
}
