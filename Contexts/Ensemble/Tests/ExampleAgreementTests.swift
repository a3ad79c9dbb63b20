import Ecosystems
import Foundation
import Kernel
import MethodLibrary
import Testing

@testable import Agreements
@testable import Ensemble

@Suite("Agreements and decisions of the examples") struct ExampleAgreementTests {
    static func told(_ name: String) throws -> AgreementStory {
        let kinds = Set(Catalogue.stelsel.kinds.map(\.plural))
        let methods = try Library.load(folder: "\(EnsembleTests.root)/Methods", kinds: kinds)
        var story = try AgreementStory(name, methods: methods)
        switch name {
        case "it-lots": try story.tellLots()
        case "city-deal":
            try story.tellDeal()
            try story.tellCity()
        case "den-bosch":
            try story.tellLetter()
            try story.tellDistrict()
        default: break
        }
        return story
    }

    @Test(
        "Versions, signatures, votes and decisions in the folder are those of the story, with real hashes and proofs",
        arguments: ["it-lots", "city-deal", "den-bosch"])
    func folder(name: String) throws {
        let files = try FolderWriter.files(try Self.told(name).state, catalogue: .stelsel)
        let path = "\(EnsembleTests.root)/Examples/\(name)"
        if ProcessInfo.processInfo.environment["STELSEL_RENEW"] == "1" { _ = try FolderWriter.write(files, to: path) }
        for kind in AgreementStory.made + ["agreements", "clauses", "norms"] {
            let committed = try? String(contentsOfFile: "\(path)/\(kind).yaml", encoding: .utf8)
            #expect(
                committed == files["\(kind).yaml"],
                "\(name)/\(kind).yaml is out of date; renew it: STELSEL_RENEW=1 swift test --filter ExampleAgreementTests"
            )
        }
    }

    @Test("Of the lots one is bound by the first version, one joined late, and one left a clause out")
    func lots() throws {
        let story = try Self.told("it-lots")
        let today = try #require(Day("2026-11-20"))
        let standing = AgreementStanding(AgreementFacts(ID("kavelafspraken"), in: story.state), on: today)
        #expect(standing.current?.version.number == 3)
        #expect(standing.bond(of: ID("kavel-netwerk"))?.version == 1)
        #expect(standing.bond(of: ID("cloudleverancier"))?.version == 3)
        #expect(standing.bond(of: ID("kavel-datacenter"))?.except == ["overstapkosten"])
        #expect(standing.bond(of: ID("kavel-werkplek")) == nil)
    }
}
