import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("Questions about purpose")
struct QueryTests {
    @Test("the matrix has givers down, receivers across, and adds up")
    func matrix() throws {
        let euros: Value = ["amount": 2500, "currency": "EUR"]
        let matrix = GiveGetMatrix(
            try Ground.reader([
                Ground.gift("client", "alpha", ["form": "money", "amount": euros]),
                Ground.gift("client", "beta", ["form": "money", "amount": ["amount": "0.50"]]),
                Ground.gift("alpha", "client"), Ground.gift("alpha", "client", ["benefits": ["campus"]]),
            ]))

        #expect(matrix.rows.map(\.organisation.id) == ["alpha", "client"])
        #expect(matrix.columns.map(\.organisation.id) == ["alpha", "beta", "client"])
        #expect(matrix.gifts(from: "alpha", to: "client").count == 2)
        #expect(matrix.gifts(from: "beta", to: "client").isEmpty)
        #expect(matrix.rows.map(\.count).reduce(0, +) == matrix.total)
        #expect(matrix.columns.map(\.count).reduce(0, +) == matrix.total)
        #expect(matrix.money == [Money(cents: 250_050)])
        #expect(matrix.onlyReceiving.map(\.title.en) == ["Beta", "Campus"])
        #expect(matrix.onlyGiving.isEmpty)
    }

    @Test("the investor map tells what each payer gains")
    func investors() throws {
        let map = InvestorMap(
            try Ground.reader([
                Ground.activity("one", ["payers": ["client"], "beneficiaries": ["client", "beta"]]),
                Ground.activity("two", ["payers": ["client", "beta", "campus"]]), Ground.activity("three"),
                Ground.gift("alpha", "client", ["activity": "two"]), Ground.gift("alpha", "beta", ["activity": "one"]),
            ]))

        #expect(map.rows.map(\.activity.id) == ["one", "two"])
        #expect(map.rows.map { $0.payers.map(\.gain) } == [[.benefit], [.inReturn, .elsewhere, .nothing]])
        #expect(map.rows.first?.free.map(\.id) == ["beta"])
        #expect(map.flagged.map { $0.losing.map(\.id) } == [["campus"]])
    }

    @Test("coverage walks the goals from whole to part, and gives a verdict on each")
    func coverage() throws {
        let coverage = Coverage(
            try Ground.reader([
                Ground.goal("whole"), Ground.goal("half", ["parent": "whole"]), Ground.goal("all", ["parent": "half"]),
                Ground.goal("own", ["level": "organisation", "organisation": "alpha", "parent": "whole"]),
                Ground.activity("one", ["goal": "half", "share": 50]),
                Ground.activity("two", ["goal": "all", "share": 100, "organisations": ["alpha", "beta"]]),
            ]))

        #expect(coverage.goals.map(\.goal.id) == ["whole", "half", "all", "own"])
        #expect(coverage.goals.map(\.depth) == [0, 1, 2, 1])
        #expect(coverage.goals.map(\.verdict) == [.unknown, .lacking, .covered, .unknown])
        #expect(coverage.goals.map(\.sum) == [nil, 50, 100, nil])
        #expect(coverage.lacking.map(\.gaps) == [[.share(missing: 50, unstated: 0)]])
        #expect(coverage.goals[2].contributions.first?.organisations.map(\.title.en) == ["Alpha", "Beta"])
    }

    @Test("the glossary sorts and searches without regard to accents and capitals, and names roles and phases")
    func glossary() throws {
        func term(_ id: String, _ nl: String, _ definition: String, _ more: [String: Value] = [:]) -> RecordChange {
            let basis: [String: Value] = ["term": ["nl": .string(nl)], "definition": .string(definition)]
            return Ground.change("terms", id, basis.merging(more) { $1 })
        }
        let glossary = Glossary(
            try Ground.reader([
                term("a", "Zaak", "Iets met een éénmalige pilot."), term("b", "één loket", "Overal terecht."),
                term(
                    "c", "Pilot", "Een proef.",
                    ["meanings": [["role": "handbook-roles/consumer", "meaning": "Kost extra geld"]]]),
            ]))

        #expect(glossary.entries.map(\.term.id) == ["b", "c", "a"])
        #expect(glossary.matching("PILOT").entries.map(\.term.id) == ["c", "a"])
        #expect(glossary.matching("eenmalig pilot").entries.map(\.term.id) == ["a"])
        #expect(glossary.matching("geld").entries.map(\.term.id) == ["c"])
        #expect(glossary.matching("  ").entries.count == 3)
        #expect(glossary.matching("pilot niets").entries.isEmpty)
        #expect(glossary.entries[1].meanings.map(\.name.nl) == ["Consument"])
    }
}

@Suite("Giving and getting among many")
struct BusyMatrixTests {
    private func matrix(_ filter: GiveGetMatrix.Filter = GiveGetMatrix.Filter()) throws -> GiveGetMatrix {
        GiveGetMatrix(
            try Ground.reader([
                Ground.gift("client", "alpha"), Ground.gift("client", "beta"), Ground.gift("alpha", "client"),
                Ground.gift("campus", "beta"),
            ]), filter)
    }

    @Test("the busiest have a name, the others stand together, and nothing is lost")
    func busiest() throws {
        let busy = BusyMatrix(try matrix(), limit: 2)
        #expect(busy.rows.map { $0.organisation?.id } == ["client", nil])
        #expect(busy.columns.map { $0.organisation?.id } == ["beta", nil])
        let all = busy.rows.flatMap { row in busy.columns.flatMap { busy.gifts(from: row, to: $0) } }
        #expect(all.count == 4)
    }

    @Test("a party or a sector narrows what is looked at")
    func filter() throws {
        #expect(try matrix(.init(party: "beta")).total == 2)
        #expect(try matrix(.init(giver: "company")).rows.map(\.organisation.id) == ["alpha"])
        #expect(try matrix(.init(giver: "government", receiver: "knowledge")).total == 0)
        #expect(try matrix(.init(from: "client", to: "beta")).total == 1)
    }

    @Test("the others are those whom the matrix does not name")
    func others() throws {
        let givers = (1...8).flatMap { [String](repeating: "giver\($0)", count: 9 - $0) }
        #expect(BusyMatrix.busiest(givers) == (1...6).map { "giver\($0)" })
        #expect(BusyMatrix.busiest(["b", "a", "a"]) == ["a", "b"])
        #expect(try matrix(.init(from: GiveGetMatrix.Filter.others)).total == 0)
    }
}
