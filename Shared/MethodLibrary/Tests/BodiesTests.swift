import Kernel
import Testing

@testable import MethodLibrary

@Suite("Sorts of bodies and session formats") struct BodiesTests {
    private func problems(_ form: String) -> [String] {
        let yaml = """
            family: bodies
            id: town-bodies
            version: 1
            name: {nl: Organen, en: Bodies}
            summary: {nl: Wat het is., en: What it is.}
            origin: stelsel
            types:
              - id: council
                name: {nl: Raad, en: Council}
                summary: {nl: Besluit., en: Decides.}
                sort: council
                composition: {nl: Allen., en: All.}
                rule: {method: qualified, threshold: 2/3, quorumOf: seats, quorum: 1/2}
              - id: board
                name: {nl: Bestuur, en: Board}
                summary: {nl: Voert uit., en: Executes.}
                sort: board
                composition: {nl: Enkelen., en: Some.}
                seats: [{id: chair, name: {nl: Voorzitter, en: Chair}, position: chair}]
            forms:
              - id: plain
                name: {nl: Eenvoudig, en: Plain}
                summary: {nl: Wat het is., en: What it is.}
                bodies: \(form)
            """
        switch Library.parse(yaml: yaml, file: "town-bodies.yaml") {
        case .success: return []
        case .failure(let error): return error.problems.map(\.told.rule)
        }
    }

    @Test("a form names bodies of its own file, and each answers to one before it") func forms() {
        #expect(problems("[{id: council}, {id: board, under: council}]") == [])
        #expect(problems("[{id: council}, {id: senate}]") == ["method.reference"])
        #expect(problems("[{id: board, under: council}, {id: council}]") == ["method.reference"])
    }

    @Test("the library that comes with the product has the bodies and formats that it promises") func real() throws {
        let library = try Sample.library.get()
        let sorts = [
            "steering-group", "core-group", "working-group", "eco-council", "daily-board", "management-council",
            "governance-board", "curation-board", "ethics-committee", "citizens-forum", "round-table",
        ]
        for sort in sorts { #expect(library.bodyType("ecosystem-bodies/\(sort)") != nil, "\(sort)") }
        #expect(library.bodyType("ecosystem-bodies/working-group")?.each == 2)
        #expect(library.bodyType("ecosystem-bodies/citizens-forum")?.lot == true)
        for format in ["six-hats", "write-then-read", "association"] {
            #expect((library.session("meeting-formats/\(format)")?.minutes ?? 0) > 0, "\(format)")
        }
        #expect(library.role("ecosystem-roles/market-master")?.impartial == true)
    }

    @Test("a decision rule is told in a sentence") func words() {
        var rule = DecisionRule()
        (rule.method, rule.threshold, rule.quorum, rule.quorumOf) = (.qualified, "2/3", "1/2", .weight)
        #expect(rule.words.en == "qualified majority of 2/3, with a quorum of 1/2 of the weight")
        #expect(rule.words.nl == "gekwalificeerde meerderheid van 2/3, met een quorum van 1/2 van het gewicht")
    }
}
