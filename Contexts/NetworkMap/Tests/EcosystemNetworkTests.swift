import Kernel
import Parties
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("The network of an ecosystem")
struct EcosystemNetworkTests {
    /// The sample, read where other contexts say that these ties follow from their records.
    private static func reader(_ sample: MapSample, _ ties: [ImpliedTie] = []) -> Reader {
        let contexts =
            MapSample.catalogue.contexts
            + [ContextParts(id: "told", name: Text(same: "told"), kinds: [], ties: [TieRule { _ in ties }])]
        return Reader(
            situation: sample.situation, rights: Rights(),
            catalogue: Catalogue(contexts, rights: { _, _ in Rights() }))
    }

    private static func tie(
        _ ends: ImpliedTie.Ends, kind: String = "knows", _ id: String = "x", _ period: Period = Period()
    ) -> ImpliedTie {
        ImpliedTie(
            ends, kind: kind, period: period, source: RecordPlace(kind: "gifts", id: id), about: Text(same: "hours"))
    }

    @Test("relations are ties that name their record, in the order of their ends")
    func relations() throws {
        let network = EcosystemNetwork(try MapSample.filled().reader)
        #expect(network.organisations == ["club", "firm", "lab", "town"])
        #expect(network.ties.map(\.id) == ["r2", "r3", "r1"])
        #expect(network.ties.map(\.isDirected) == [false, true, true])
        #expect(network.ties.map { network.ends(of: $0).to } == ["lab", "town", "firm"])
        #expect(network.source(of: network.ties[0]) == RecordPlace(kind: "relations", id: "r2"))
        #expect(network.ties.allSatisfy { !$0.isDerived && $0.quality == nil })
    }

    @Test("what other records imply is a tie with its record, its words and the days on which it held")
    func implied() throws {
        let sample = try MapSample.filled()
        let spring = Period(from: Day("2023-03-01"), until: Day("2023-05-31"))
        let reader = Self.reader(
            sample, [Self.tie(.arrow(from: "town", to: "club"), kind: "pays", "gift", spring)])
        let network = EcosystemNetwork(reader)
        let tie = try #require(network.ties.first { $0.isDerived })
        #expect(tie.id == "gifts/gift" && tie.isDirected && tie.period == spring)
        #expect(network.source(of: tie) == RecordPlace(kind: "gifts", id: "gift"))
        #expect(network.about(tie)?.en == "hours")
        #expect(EcosystemNetwork(reader, MapQuestion(showsDerived: false)).ties.count == 3)
        #expect(EcosystemNetwork(reader, MapQuestion(kinds: ["knows"])).ties.map(\.id) == ["r2"])
    }

    @Test("as of a day there is what held then")
    func asOf() throws {
        let sample = try MapSample.filled()
        func ties(_ day: String, derived: Bool = true) throws -> [String] {
            let spring = Period(from: Day("2023-03-01"), until: Day("2023-05-31"))
            let reader = Self.reader(sample, [Self.tie(.arrow(from: "town", to: "club"), "gift", spring)])
            let asked = try #require(Day(day))
            return EcosystemNetwork(reader, asOf: asked, derived: derived).ties.map(\.id)
        }
        #expect(try ties("2021-06-01") == ["r3"])
        #expect(try ties("2023-04-01") == ["r3", "gifts/gift", "r1"])
        #expect(try ties("2023-04-01", derived: false) == ["r3", "r1"])
        #expect(try ties("2023-06-01") == ["r3", "r1"])
    }

    @Test("in a circle each is tied to each, and what each brings to it weighs 1 together")
    func circle() throws {
        let members = ["town", "firm", "lab"].map { ImpliedTie.Member($0) }
        let network = EcosystemNetwork(Self.reader(try MapSample.filled(), [Self.tie(.circle(members))]))
        let made = network.ties.filter(\.isDerived)
        #expect(made.map(\.id) == ["gifts/x/firm/lab", "gifts/x/firm/town", "gifts/x/lab/town"])
        #expect(made.allSatisfy { $0.weight == 0.5 && !$0.isDirected })
    }

    @Test("who were in a circle at other times are not tied by it")
    func circleInTime() throws {
        let members = [
            ImpliedTie.Member("town", Period(from: Day("2020-01-01"))),
            ImpliedTie.Member("firm", Period(from: Day("2021-01-01"), until: Day("2021-12-31"))),
            ImpliedTie.Member("lab", Period(from: Day("2022-01-01"))),
        ]
        let network = EcosystemNetwork(Self.reader(try MapSample.filled(), [Self.tie(.circle(members))]))
        let made = network.ties.filter(\.isDerived)
        #expect(made.map { network.ends(of: $0).from } == ["firm", "lab"])
        #expect(made.map { network.ends(of: $0).to } == ["town", "town"])
        #expect(made.first?.period == Period(from: Day("2021-01-01"), until: Day("2021-12-31")))
    }

    @Test("a large circle gives no ties but is told; a star of the same size gives one for each")
    func crowd() throws {
        var sample = try MapSample()
        let ids = (10..<40).map { "org-\($0)" }
        for id in ids { try sample.add("organisations", id, ["name": .string(id), "sector": "trade"]) }
        let circle = Self.tie(.circle(ids.map { ImpliedTie.Member($0) }), "pact")
        let crowded = EcosystemNetwork(Self.reader(sample, [circle]))
        #expect(crowded.ties.isEmpty)
        #expect(crowded.crowds.map(\.members.count) == [30])
        #expect(crowded.crowds.first?.source.id == "pact")
        let star = EcosystemNetwork(Self.reader(sample, [Self.tie(.star(middle: ids[0], others: ids))]))
        #expect(star.ties.count == 29)
    }

    @Test("the graph adds up parallel ties, and runs both ways along what has no direction")
    func graph() throws {
        let reader = Self.reader(
            try MapSample.filled(), [Self.tie(.arrow(from: "town", to: "firm"), kind: "pays")])
        let network = EcosystemNetwork(reader)
        let plain = try network.graph()
        #expect(plain.ids == network.organisations)
        #expect(plain.edges == 3 && plain.weight(from: 1, to: 3) == 2)
        let directed = try network.graph(isDirected: true)
        #expect(directed.edges == 4)
        #expect(directed.weight(from: 1, to: 2) == 1 && directed.weight(from: 2, to: 1) == 1)
        #expect(try network.graph(where: { !$0.isDerived }).weight(from: 1, to: 3) == 1)
    }

    @Test("the same records give the same network, in whatever order they came")
    func sameWhateverTheOrder() throws {
        var (one, other) = (try MapSample(), try MapSample())
        let ids = (10..<22).map { "o\($0)" }
        for id in ids { try one.add("organisations", id, ["name": .string(id), "sector": "trade"]) }
        for id in ids.reversed() { try other.add("organisations", id, ["name": .string(id), "sector": "trade"]) }
        func tie(_ number: Int, in sample: inout MapSample) throws {
            let (from, to) = (ids[number % 12], ids[(number * 5 + 1) % 12])
            if from != to { try sample.tie("r\(number)", from, to, "knows") }
        }
        for number in 0..<30 { try tie(number, in: &one) }
        for number in (0..<30).reversed() { try tie(number, in: &other) }
        #expect(EcosystemNetwork(one.reader).ties == EcosystemNetwork(other.reader).ties)
    }
}
