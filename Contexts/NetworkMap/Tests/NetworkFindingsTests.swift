import Kernel
import MethodLibrary
import Testing

@testable import Ecosystems
@testable import NetworkMap

@Suite("A network read as an ecosystem")
struct NetworkFindingsTests {
    @Test("who is on most shortest paths is a keystone, with its share")
    func keystone() throws {
        var sample = try InsightSample(["hub", "a", "b", "c", "d"])
        try sample.tie(["hub-a", "hub-b", "hub-c", "hub-d"])
        let found = try sample.findings()
        #expect(found.keystones == [Keystone(organisation: "hub", share: 1, pairs: 6)])
        #expect(found.pivots == nil)
        let told = try #require(sample.told().first { $0.rule == "network.keystone" })
        #expect(told.message.en == "100% of the shortest paths between others run through Hub.")
        #expect(told.record == "hub" && told.explanation.en.contains("threshold 30%"))
    }

    @Test("an estimate of a keystone comes near what is exact, and never above the whole")
    func estimated() throws {
        var sample = try InsightSample(["hub"] + (10..<40).map { "o\($0)" })
        try sample.tie((10..<40).map { "hub-o\($0)" })
        let graph = try EcosystemNetwork(sample.reader).graph()
        let thresholds = NetworkThresholds(sample.map.library)
        let estimate = try #require(Keystone.all(in: graph, thresholds, pivots: 16).first)
        #expect(estimate.organisation == "hub" && estimate.share > 0.9 && estimate.share <= 1)
    }

    @Test("few organisations have no keystone, and one who only ties two off is no weak spot")
    func tooFew() throws {
        var sample = try InsightSample(["hub", "a", "b"])
        try sample.tie(["hub-a", "hub-b"])
        let found = try sample.findings()
        #expect(found.keystones.isEmpty && found.weakSpots.isEmpty)
    }

    @Test("a weak spot is who leaves others cut off, or work that nobody else does")
    func weakSpots() throws {
        var sample = try InsightSample(["a", "b", "c", "d", "e"])
        try sample.tie(["a-b", "b-c", "c-a", "c-d", "d-e"])
        sample.carry("goals", "clean", by: ["a"])
        sample.carry("goals", "green", by: ["a"])
        sample.carry("activities", "plant", by: ["a"])
        sample.carry("activities", "mow", by: ["a", "b"])
        let spots = try sample.findings().weakSpots
        #expect(spots.map(\.organisation) == ["c", "a"])
        #expect(spots.map(\.cutOff) == [2, 0])
        #expect(spots.map(\.alone.count) == [0, 3])
        let messages = sample.told().filter { $0.rule == "network.weak-spot" }.map(\.message.en)
        #expect(messages.contains("Without C 2 organisations lose touch with the rest."))
        #expect(messages.contains("Without A nobody is left for 1 activities and 2 goals."))
    }

    @Test("the only supplier of several is told, with whom")
    func soleSupplier() throws {
        var sample = try InsightSample(["maker", "other", "a", "b", "c"])
        try sample.tie(["maker-a", "maker-b", "maker-c", "other-c"], "supply")
        let suppliers = try sample.findings().soleSuppliers
        #expect(suppliers == [SoleSupplier(organisation: "maker", kind: "supply", receivers: ["a", "b"])])
    }

    @Test("one tie between two groups is a thin bridge; two are not")
    func thinBridge() throws {
        var sample = try InsightSample(["a", "b", "c", "x", "y", "z"])
        try sample.tie(["a-b", "b-c", "c-a", "x-y", "y-z", "z-x", "a-x"])
        let bridges = try sample.findings().thinBridges
        #expect(bridges.map(\.from) == ["a"] && bridges.map(\.to) == ["x"])
        #expect(bridges.first?.isOnlyWay == true)
        #expect(bridges.first?.groups.map(\.size) == [3, 3])
        #expect(sample.told().first { $0.rule == "network.thin-bridge" }?.record == "knows-a-x")
        try sample.tie(["b-y"])
        #expect(try sample.findings().thinBridges.isEmpty)
    }

    @Test("a need and an offer that match are told while nothing ties the two")
    func missedMatch() throws {
        var sample = try InsightSample(["farm", "lab"])
        try sample.map.add("organisations", "farm", ["name": "Farm", "sector": "trade", "needs": ["bodemsensoren"]])
        try sample.map.add("organisations", "lab", ["name": "Lab", "sector": "trade", "offers": ["bodemsensoren"]])
        #expect(try sample.findings().missedMatches.map(\.giver.rawValue) == ["lab"])
        #expect(sample.told().contains { $0.rule == "network.missed-match" && $0.record == "farm" })
        try sample.tie(["lab-farm"])
        #expect(try sample.findings().missedMatches.isEmpty)
    }

    @Test("who work on the same goal without a tie are told")
    func strangers() throws {
        var sample = try InsightSample(["a", "b", "c"])
        sample.carry("goals", "clean", by: ["a", "b", "c"])
        try sample.tie(["a-b"])
        let found = try sample.findings().strangers
        #expect(found.map(\.pairs) == [[["a", "c"], ["b", "c"]]])
    }

    @Test("relations in each other's way, and those seen differently, are told")
    func frictions() throws {
        var sample = try InsightSample(["a", "b", "c"])
        try sample.tie(["a-b", "b-c"])
        func tell(_ id: String, _ relation: String, _ by: String, _ quality: String) throws {
            try sample.map.add(
                "observations", id,
                ["relation": .string(relation), "by": .string(by), "on": "2024-01-01", "quality": .string(quality)])
        }
        try tell("1", "knows-a-b", "a", "disturbing")
        try tell("2", "knows-b-c", "b", "shared")
        try tell("3", "knows-b-c", "c", "exchanging")
        let told = sample.told().filter { $0.kind == "relations" }
        #expect(Set(told.map(\.rule)) == ["relation.friction", "relation.disputed"])
    }

    @Test("participants of one sort, and roles with one holder, are told as monotony")
    func monotony() throws {
        var sample = try InsightSample(["a", "b", "c", "d", "e"])
        for number in 0..<5 {
            try sample.map.add(
                "assignments", "r\(number)", ["organisation": number < 4 ? "a" : "b", "role": "crew/cook"])
        }
        let found = try sample.findings().monotony
        #expect(found.map(\.subject) == [.sectors, .roles])
        #expect(found.map(\.count) == [5, 4] && found.map(\.most) == ["business", "a"])
        #expect(found.first?.effective == 1)
    }

    @Test("on whom half of the others depend is told as dominant")
    func dominance() throws {
        var sample = try InsightSample(["a", "b", "c", "d", "e"])
        try sample.tie(["a-b", "a-c"], "governance")
        let found = try sample.findings().dominance
        #expect(found.map(\.organisation) == ["a"] && found.first?.share == 0.5)
        #expect(found.first?.dependents == ["b", "c"])
    }

    @Test("what someone may only see as a participant does not show in findings for everyone")
    func visibility() throws {
        var seen: [Bool] = []
        let rule = FindingRule.reading { reader in
            [Finding("seen", .notice, Text(same: "\(reader.rights.participates)"), why: Text())]
        }
        for finding in rule.findings(try MapSample.filled().situation, MapSample.catalogue) {
            seen.append(finding.message.en == "true")
        }
        #expect(seen == [false])
    }

    @Test("a copy of the method with other thresholds counts, and what it leaves out stays as it was")
    func thresholds() throws {
        let ours = NetworkThresholds(Library())
        #expect(ours.keystoneShare == 0.3 && ours.fewest == 5)
        let yaml = """
            family: relation-kinds
            id: strict
            version: 1
            name: {nl: streng, en: strict}
            summary: {nl: a, en: b}
            origin: stelsel
            kinds:
              - {id: odd, name: {nl: a, en: a}, summary: {nl: a, en: b}}
            thresholds:
              - {id: cut-off, name: {nl: a, en: a}, summary: {nl: a, en: b}, value: 7}
            """
        let strict = NetworkThresholds(try Library().adding(copies: [("strict", yaml)]))
        #expect(strict.cutOff == 7 && strict.keystoneShare == 0.3)
    }
}
