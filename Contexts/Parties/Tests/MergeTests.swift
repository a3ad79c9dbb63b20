import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

@Suite("Merging organisations")
struct MergeTests {
    @Test("The name and aliases of the duplicate live on, and its references move")
    func merge() throws {
        var sample = try Sample.neighbourhood()
        try sample.put(
            "organisations", "dubbel",
            ["name": "Leverancier", "sector": "company", "aliases": ["LEV"], "place": "Zwolle"])
        try sample.person("directeur", of: "dubbel", "Directeur")
        try sample.mandate("deelname", "directeur", of: "dubbel")

        try sample.carryOut(MergeOrganisations(duplicate: "dubbel", into: "leverancier"))

        let kept = try #require(sample.state[Organisation.self]["leverancier"])
        #expect(kept.aliases == ["Leverancier", "LEV"])
        #expect(kept.place == "Zwolle")
        #expect(sample.state[Organisation.self]["dubbel"] == nil)
        #expect(sample.state[Person.self]["directeur"]?.organisation.rawValue == "leverancier")
        #expect(sample.state[Mandate.self]["deelname"]?.standing == .valid)
    }

    @Test("The participation of the duplicate goes when there is one already")
    func bothTakePart() throws {
        var sample = try Sample.neighbourhood()
        try sample.joined("dubbel", "Leverancier")

        try sample.carryOut(MergeOrganisations(duplicate: "dubbel", into: "leverancier"))

        #expect(sample.state[Participation.self].sorted.map(\.id.rawValue) == ["leverancier", "stad"])
    }

    @Test("The participation of the duplicate goes along when there is none yet")
    func onlyDuplicateTakesPart() throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("goed", "Leverancier NV")

        try sample.carryOut(MergeOrganisations(duplicate: "leverancier", into: "goed"))

        let participation = try #require(sample.state[Participation.self]["goed"])
        #expect(participation.organisation.rawValue == "goed")
        #expect(participation.status == .joined)
        #expect(sample.state[Participation.self]["leverancier"] == nil)
    }

    @Test("A parent can be merged with its part, either way round", arguments: [true, false])
    func family(upwards: Bool) throws {
        var sample = try Sample.neighbourhood()
        try sample.organisation("deel", "Leverancier Deel")
        try sample.patch("organisations", "deel", ["parent": "leverancier"])
        let (gone, kept) = upwards ? ("deel", "leverancier") : ("leverancier", "deel")

        try sample.carryOut(MergeOrganisations(duplicate: gone, into: kept))

        #expect(sample.state[Organisation.self][kept]?.parent == nil)
    }

    @Test("Two that do not exist, or the same twice, are refused")
    func refused() throws {
        var sample = try Sample.neighbourhood()

        #expect(throws: Refusal.self) {
            try sample.carryOut(MergeOrganisations(duplicate: "stad", into: "stad"))
        }
        #expect(throws: Refusal.self) {
            try sample.carryOut(MergeOrganisations(duplicate: "weg", into: "stad"))
        }
    }
}
