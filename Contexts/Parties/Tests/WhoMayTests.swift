import Kernel
import Testing

@testable import Ecosystems
@testable import Parties

/// Something that may be of one organisation.
private struct Wish: Record {
    var id = ID<Wish>("")
    var organisation: ID<Organisation>?

    var title: Text { Text() }

    static let naming = Naming("wish", "wishes", Text(), Text(), meaning: Text())
    static let owners = ["organisation"]
    static let fields = [Field<Wish>("organisation", \.organisation, Text("Organisatie", "Organisation"))]
}

@Suite("Who may do what was refused")
struct WhoMayTests {
    private let problem = Problem(
        "rights.represent", Text("Dit mag alleen wie een geldig mandaat heeft van stad.", "…"),
        mend: Text("Vraag uw organisatie om een mandaat.", "Ask your organisation for a mandate."))

    @Test("For another organisation it names that one and who orchestrates, and does not send anyone to their own")
    func another() throws {
        let explained = WhoMay.explained(
            problem, for: .represent(["stad"]), try Sample.neighbourhood().reader("accountmanager"))
        #expect(!explained.message.nl.contains("van stad."))
        #expect(!explained.mend.nl.contains("Vraag uw organisatie"))
        #expect(explained.mend.nl.contains("De regie heeft: "))
        #expect(explained.rule == "rights.represent")
    }

    @Test("Something new without owner asks who may act for an organisation to name it; others are told the rule")
    func ownerless() throws {
        var sample = try Sample.neighbourhood()
        let refused = Problem("rights.orchestrate", Text("Dit mag alleen de regie.", "…"))
        let kind = Kind(Wish.self)
        #expect(WhoMay.ownerless(refused, kind, [:], sample.reader("accountmanager")) == nil)

        try sample.mandate("deelname", "accountmanager", of: "leverancier", until: Sample.today)

        let asked = WhoMay.ownerless(refused, kind, [:], sample.reader("accountmanager"))
        #expect(asked?.rule == "rights.owner" && asked?.path == ["organisation"])
        #expect(WhoMay.ownerless(refused, kind, ["organisation": "stad"], sample.reader("accountmanager")) == nil)
        #expect(WhoMay.ownerless(problem, kind, [:], sample.reader("accountmanager")) == nil)
    }

    @Test("For one's own organisation it says to ask for a mandate there")
    func own() throws {
        let explained = WhoMay.explained(
            problem, for: .represent(["leverancier"]), try Sample.neighbourhood().reader("accountmanager"))
        #expect(explained.mend.nl.hasPrefix("Vraag uw organisatie om een mandaat."))
    }
}
