import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Renewing an agreement")
struct RenewalTests {
    private let term: [String: Value] = ["validity": ["from": "2026-01-01", "until": "2026-06-30"]]

    /// In force for all three until 30 June 2026; today is 2 March.
    private func running(_ extra: [String: Value] = [:]) throws -> Sample {
        var sample = try Sample.offered(term.merging(extra) { $1 })
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        try sample.patch("offerings", "o-samen-v1", ["withdrawn": "2026-03-02"])
        return sample
    }

    private func renew(_ sample: inout Sample, until: String) throws {
        try sample.carryOut(RenewAgreement(agreement: "samen", until: try #require(Day(until))))
    }

    @Test("The renewal is the same text with a later last day, as the next version; the draft follows")
    func renews() throws {
        var sample = try running()
        try renew(&sample, until: "2027-06-30")
        let versions = sample.facts.versions
        #expect(versions.map(\.version.number) == [1, 2])
        let redline = Redline(from: try #require(versions.first).text, to: try #require(versions.last).text)
        #expect(redline.changed.isEmpty && redline.others.count == 1)
        #expect(sample.state[Agreement.self][ID("samen")]?.validity.until == Day("2027-06-30"))
        #expect(rules { try sample.carryOut(ProposeVersion(agreement: "samen")) } == ["version.same"])
        #expect(sample.standing.bonds.filter { $0.holds(on: sample.today) }.map(\.version) == [1, 1, 1])
    }

    @Test("No term, nothing in force, an earlier day, the past, a version on its way, other changes or an end: refused")
    func refusals() throws {
        var none = try Sample.offered()
        #expect(rules { try renew(&none, until: "2027-06-30") } == ["renewal.not-in-force"])
        for party in ["stad", "net", "cloud"] { try none.answer(party) }
        #expect(rules { try renew(&none, until: "2027-06-30") } == ["renewal.no-term"])
        var sample = try running()
        #expect(rules { try renew(&sample, until: "2026-06-30") } == ["renewal.not-later"])
        var other = sample
        try other.patch("clauses", "doel", ["heading": ["nl": "Anders", "en": "Other"]])
        #expect(rules { try renew(&other, until: "2027-06-30") } == ["renewal.changes-more"])
        var ended = sample
        try ended.put("endings", "e", ["agreement": "samen", "on": "2026-03-02", "reason": "Klaar"])
        #expect(rules { try renew(&ended, until: "2027-06-30") } == ["renewal.ended"])
        try renew(&sample, until: "2027-06-30")
        #expect(rules { try renew(&sample, until: "2028-06-30") } == ["renewal.pending"])
        var over = try running()
        over.today = try #require(Day("2026-09-01"))
        #expect(rules { try renew(&over, until: "2026-08-31") } == ["renewal.past"])
        try renew(&over, until: "2027-08-31")
    }

    @Test("A party that joined comes along; one that is not bound does not slip in or out")
    func parties() throws {
        func named(_ parties: [String]) -> [String: Value] {
            ["parties": .list(parties.map { ["organisation": .string($0)] })]
        }
        var sample = try running(["open": true])
        try sample.patch("agreements", "samen", named(["stad", "net", "cloud", "hogeschool"]))
        var early = sample
        #expect(rules { try renew(&early, until: "2027-06-30") } == ["renewal.changes-more"])
        var fewer = sample
        try fewer.patch("agreements", "samen", named(["stad", "net"]))
        #expect(rules { try renew(&fewer, until: "2027-06-30") } == ["renewal.changes-more"])
        try sample.answer("hogeschool", .accede)
        try renew(&sample, until: "2027-06-30")
        #expect(sample.facts.versions.last?.text.isParty("hogeschool") == true)
    }

    @Test("A last day to accept that is over moves to the end of the term, so that the renewal can come into force")
    func entry() throws {
        var sample = try running(["entry": ["needs": "all", "by": "2026-03-20"]])
        sample.today = try #require(Day("2026-04-01"))
        try renew(&sample, until: "2027-06-30")
        #expect(sample.facts.versions.last?.text.entry.by == Day("2026-06-30"))
        try sample.offer("samen-v2")
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        sample.today = try #require(Day("2026-12-01"))
        #expect(sample.standing.bonds.filter { $0.holds(on: sample.today) }.map(\.version) == [2, 2, 2])
    }

    @Test("Who must do what by when follows from the term; each step is done once it is")
    func steps() throws {
        var sample = try running()
        let early = try #require(AgreementTerm(sample.standing))
        #expect(early.steps.map { "\($0.due)" }.prefix(2) == ["2026-05-01", "2026-05-31"])
        #expect(early.steps.map(\.party) == ["", "", "cloud", "net", "stad"])
        #expect(!early.steps.contains(where: \.isDone) && !early.isNear && early.renewal == nil)
        sample.today = try #require(Day("2026-04-02"))
        #expect(AgreementTerm(sample.standing)?.isNear == true)
        #expect(TimeFindings(situation: sample.situation).all.map(\.rule).contains("agreement.term-ends"))
        try renew(&sample, until: "2027-06-30")
        #expect(!TimeFindings(situation: sample.situation).all.map(\.rule).contains("agreement.term-ends"))
        try sample.offer("samen-v2")
        try sample.answer("net")
        let under = try #require(AgreementTerm(sample.standing))
        #expect(under.renewal == 2 && under.version == 1)
        #expect(under.steps.filter(\.isDone).map(\.party) == ["", "", "net"])
        #expect(under.steps.last?.due == Day("2026-05-02"))
        for party in ["stad", "cloud"] { try sample.answer(party) }
        let after = try #require(AgreementTerm(sample.standing))
        #expect(after.version == 2 && after.until == Day("2027-06-30"))
    }

    @Test("A term that is over says so; an agreement that ended or has no last day has no term")
    func over() throws {
        var sample = try running()
        sample.today = try #require(Day("2026-07-01"))
        let term = try #require(AgreementTerm(sample.standing))
        #expect(term.isOver && term.isNear && term.steps.count == 5)
        try sample.put("endings", "e", ["agreement": "samen", "on": "2026-07-01", "reason": "Klaar"])
        #expect(AgreementTerm(sample.standing) == nil)
        var forever = try Sample.offered()
        for party in ["stad", "net", "cloud"] { try forever.answer(party) }
        #expect(AgreementTerm(forever.standing) == nil)
    }
}
