import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("What offering, leaving and ending refuse")
struct ChangeRuleTests {
    private func offer(_ extra: [String: Value] = [:]) -> [String: Value] {
        ["agreement": "samen", "agreementVersion": "samen-v1", "on": "2026-03-02", "until": "2026-04-01"]
            .merging(extra) { $1 }
    }

    /// In force for all three since the day of the sample.
    private func running(_ extra: [String: Value] = [:]) throws -> Sample {
        var sample = try Sample.offered(extra)
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        return sample
    }

    @Test("An older version, an incomplete one, a second at once, or one that closes before it opens is not offered")
    func offerings() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(rules { try sample.put("offerings", "o", offer(["until": "2026-03-01"])) } == ["offering.order"])
        try sample.put("offerings", "o", offer())
        #expect(rules { try sample.put("offerings", "o2", offer()) } == ["offering.twice"])
        try sample.patch("clauses", "bijdrage", ["variables": [["name": "bijdrage", "type": "amount"]]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(rules { try sample.patch("offerings", "o", ["agreementVersion": "samen-v2"]) } == ["offering.version"])
        try sample.patch("offerings", "o", ["withdrawn": "2026-03-02"])
        #expect(rules { try sample.put("offerings", "o3", offer()) } == ["offering.superseded"])
        #expect(
            rules { try sample.put("offerings", "o3", offer(["agreementVersion": "samen-v2"])) } == ["offering.blank"])
    }

    @Test("An amendment that would bind a party that rejects it is not offered")
    func bindsRejecter() throws {
        var sample = try Sample.drafted(["entry": ["needs": "count", "count": 2]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(
            rules { try sample.put("offerings", "o", offer(["endsPrevious": true])) } == ["offering.binds-rejecter"])
        var all = try Sample.drafted()
        try all.carryOut(ProposeVersion(agreement: "samen"))
        try all.put("offerings", "o", offer(["endsPrevious": true]))
    }

    @Test("An accession goes to the version in force, never to one that was superseded")
    func accession() throws {
        let parties: Value = .list(["stad", "net", "cloud", "hogeschool"].map { ["organisation": .string($0)] })
        var sample = try running(["open": true])
        try sample.patch("clauses", "doel", ["heading": ["nl": "Doelen", "en": "Goals"]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.patch("offerings", "o-samen-v1", ["withdrawn": "2026-03-02"])
        sample.today = sample.today + 1
        try sample.offer("samen-v2")
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        try sample.patch("agreements", "samen", ["parties": parties])
        var old = sample.wish("hogeschool", .accede)
        old.version = 1
        #expect(
            rules { _ = try old.declaration(in: sample.situation, now: sample.now) }.contains("accession.superseded"))
        try sample.answer("hogeschool", .accede)
        #expect(sample.standing.bond(of: ID("hogeschool"))?.version == 2)
    }

    @Test("Leaving takes being bound and the notice of one's own text")
    func notice() throws {
        var sample = try running(["notice": 3])
        func exit(_ party: String, _ effective: String) -> [String: Value] {
            ["agreement": "samen", "party": .string(party), "given": "2026-03-02", "effective": .string(effective)]
        }
        #expect(rules { try sample.put("exits", "x", exit("hogeschool", "2026-07-01")) } == ["exit.not-bound"])
        #expect(rules { try sample.put("exits", "x", exit("net", "2026-06-01")) } == ["exit.notice"])
        try sample.put("exits", "x", exit("net", "2026-06-02"))
        sample.today = try #require(Day("2026-06-03"))
        #expect(sample.standing.bond(of: ID("net")) == nil && sample.standing.bond(of: ID("stad")) != nil)
    }

    @Test("An agreement ends once")
    func ending() throws {
        var sample = try running()
        let end: [String: Value] = ["agreement": "samen", "on": "2026-12-31", "reason": ["nl": "Klaar"]]
        try sample.put("endings", "e", end)
        #expect(rules { try sample.put("endings", "e2", end) } == ["ending.twice"])
        sample.today = try #require(Day("2027-01-01"))
        #expect(sample.standing.state == .ended)
    }

    @Test("A renewal is a version with a later term: who accepts it is bound without a gap")
    func renewal() throws {
        var sample = try running(["validity": ["from": "2026-01-01", "until": "2026-03-31"]])
        try sample.patch("agreements", "samen", ["validity": ["from": "2026-01-01", "until": "2027-03-31"]])
        sample.today = try #require(Day("2026-03-20"))
        try sample.patch("offerings", "o-samen-v1", ["withdrawn": "2026-03-20"])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.offer("samen-v2")
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        sample.today = try #require(Day("2026-04-02"))
        #expect(sample.standing.bond(of: ID("net"))?.version == 2)
        #expect(
            sample.standing.bonds.filter { $0.party == ID("net") }.map(\.until?.description) == ["2026-03-19", nil])
    }

    @Test("So many months later is the same day, or the last of that month")
    func months() throws {
        let end = try #require(Day("2026-01-31"))
        #expect(end.adding(months: 1).description == "2026-02-28")
        #expect(end.adding(months: 25).description == "2028-02-29")
        #expect(end.adding(months: 0) == end)
    }
}
