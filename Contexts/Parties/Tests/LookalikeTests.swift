import Kernel
import Testing

@testable import Parties

@Suite("Names that look like duplicates")
struct LookalikeTests {
    @Test(
        "Spellings of one name are the same",
        arguments: [
            ["WE Labs", "We LABS"], ["DHM Infra", "DHM-Infra b.v."], ["Politie", "Nationale Politie"],
            ["IenW", "I&W"], ["Ministerie van I&W", "IenW"], ["Gemeente Súdwest-Fryslân", "Sudwest Fryslan"],
            ["Argaleo bv", "Argaleo"], ["Het Kadaster", "Kadaster"],
            ["Gemeente 's-Hertogenbosch", "Gemeente s-Hertogenbosch"],
        ])
    func same(names: [String]) {
        #expect(Lookalikes(of: organisations(names)).same == [["o0", "o1"]])
    }

    @Test(
        "A slip of the pen and an abbreviation are near",
        arguments: [
            ["KokxDeVoogd", "KockdeVoogd"], ["DHM", "DHM Infra"], ["Kranenburg Advies", "Kranenborg Advies"],
        ])
    func near(names: [String]) {
        let found = Lookalikes(of: organisations(names))

        #expect(found.same.isEmpty)
        #expect(found.near == [["o0", "o1"]])
    }

    @Test(
        "Different organisations are left alone",
        arguments: [
            ["Gemeente Utrecht", "Provincie Utrecht"], ["Gemeente Amsterdam", "Amsterdam Smart City"],
            ["Platform 31", "Platform 32"], ["Deelnemer 10001", "Deelnemer 10002"], ["BNA", "BTG"],
            ["Provincie Noord-Holland", "Provincie Zuid-Holland"], ["KPN", "KPN Ventures", "KPN Zorg"],
            ["Gemeente Helmond", "Gemeente Roermond"], ["!!!", "???"],
        ])
    func different(names: [String]) {
        let found = Lookalikes(of: organisations(names))

        #expect(found.same.isEmpty && found.near.isEmpty)
    }

    @Test("Aliases and registered numbers count as much as names")
    func aliases() {
        var organisations = organisations(["Politie", "Korps Landelijke Diensten", "Alfa", "Beta"])
        organisations[1].aliases = ["Nationale Politie"]
        organisations[2].kvk = "12345678"
        organisations[3].kvk = "12345678"

        #expect(Lookalikes(of: organisations).same == [["o0", "o1"], ["o2", "o3"]])
    }

    @Test("A part of an organisation is no duplicate of it")
    func family() {
        var organisations = organisations(["DHM", "DHM Infra"])
        organisations[1].parent = ID("o0")

        #expect(Lookalikes(of: organisations).near.isEmpty)
    }

    @Test("Three spellings make one group")
    func group() {
        #expect(Lookalikes(of: organisations(["WE Labs", "We LABS", "WE-LABS B.V."])).same == [["o0", "o1", "o2"]])
    }

    private func organisations(_ names: [String]) -> [Organisation] {
        names.enumerated().map { index, name in
            var organisation = Organisation(id: "o\(index)")
            organisation.name = Text(same: name)
            return organisation
        }
    }
}
