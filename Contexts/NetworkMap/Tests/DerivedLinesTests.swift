import Kernel
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("What follows from other records on the map")
struct DerivedLinesTests {
    private static func picture(_ ties: [ImpliedTie], _ question: MapQuestion = MapQuestion()) throws -> NetworkPicture
    {
        let sample = try MapSample.filled()
        let contexts =
            MapSample.catalogue.contexts
            + [ContextParts(id: "told", name: Text(same: "told"), kinds: [], ties: [TieRule { _ in ties }])]
        let reader = Reader(
            situation: sample.situation, rights: Rights(),
            catalogue: Catalogue(contexts, rights: { _, _ in Rights() }))
        return try NetworkPicture.of(question, reader, language: .en)
    }

    private static func gift(_ id: String, _ from: String, _ to: String) -> ImpliedTie {
        ImpliedTie(
            .arrow(from: from, to: to), kind: "pays", source: RecordPlace(kind: "gifts", id: id),
            about: Text(same: "hours"))
    }

    @Test("it is a line of its own only where no relation runs; the table has all, with the record")
    func lines() throws {
        let gifts = [
            Self.gift("one", "town", "firm"), Self.gift("two", "club", "town"), Self.gift("three", "club", "town"),
        ]
        let picture = try Self.picture(gifts)
        #expect(picture.edges.filter(\.derived).map(\.from) == ["club"])
        #expect(picture.edges.filter(\.derived).map(\.directed) == [true])
        #expect(picture.legend.contains(.derived(text: "only follows from other records")))
        #expect(picture.relations.filter(\.isDerived).count == 3)
        #expect(Set(picture.relations.filter(\.isDerived).map(\.source.id)) == ["one", "two", "three"])
        #expect(picture.sentence.en == "4 organisations and 3 relations, and 3 that follow from other records.")
    }

    @Test("there and back is one line without an arrowhead")
    func bothWays() throws {
        let picture = try Self.picture([Self.gift("one", "club", "town"), Self.gift("two", "town", "club")])
        #expect(picture.edges.filter(\.derived).map(\.directed) == [false])
    }

    @Test("without what follows from other records there is neither line nor legend")
    func hidden() throws {
        let picture = try Self.picture([Self.gift("two", "club", "town")], MapQuestion(showsDerived: false))
        #expect(!picture.edges.contains(where: \.derived) && picture.relations.count == 3)
        let drawn = try Self.picture([Self.gift("two", "club", "town")])
        let drawing = MapRenderer.render(
            nodes: drawn.nodes, edges: drawn.edges, options: MapOptions(legend: drawn.legend))
        #expect(drawing.svg.contains("derived\"") && drawing.legend.contains("edge derived"))
    }
}
