import Kernel
import Parties
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Giving notice, and what follows")
struct LeavingTests {
    private func running(_ extra: [String: Value] = [:]) throws -> Sample {
        var sample = try Sample.offered(["notice": 3].merging(extra) { $1 })
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        return sample
    }

    private func reader(_ sample: Sample) -> Reader {
        let rights = Sample.catalogue.rights(.atTheMachine, sample.situation)
        return Reader(situation: sample.situation, rights: rights, catalogue: Sample.catalogue)
    }

    @Test("Notice is given today and ends as soon as the text allows, with what is to be settled line by line")
    func notice() throws {
        let lines: Value = ["nl": "- Sleutels terug\n- Gegevens wissen", "en": "- Return the keys\n- Erase data"]
        var sample = try running(["settlement": lines])
        try sample.carryOut(GiveNotice(agreement: "samen", party: "net", reason: Text("Klaar", "Done")))
        let exit = try #require(sample.state[Exit.self].sorted.first)
        #expect(exit.given == sample.today && exit.effective == Day("2026-06-02"))
        #expect(exit.settlement.map(\.what.en) == ["Return the keys", "Erase data"])
        #expect(exit.settlement.allSatisfy { $0.due == exit.effective })
        sample.today = try #require(Day("2026-06-03"))
        #expect(sample.standing.bond(of: ID("net")) == nil)
    }

    @Test("Twice, too early, or by who is not bound or left before is refused, through whatever door")
    func refused() throws {
        var sample = try running()
        let early = GiveNotice(agreement: "samen", party: "net", effective: Day("2026-06-01"))
        #expect(rules { try sample.carryOut(early) } == ["exit.notice"])
        #expect(
            rules { try sample.carryOut(GiveNotice(agreement: "samen", party: "hogeschool")) } == ["exit.not-bound"])
        #expect(rules { try sample.carryOut(GiveNotice(agreement: "geen", party: "net")) } == ["agreement.unknown"])
        try sample.carryOut(GiveNotice(agreement: "samen", party: "net"))
        #expect(rules { try sample.carryOut(GiveNotice(agreement: "samen", party: "net")) } == ["exit.twice"])
        func byHand(_ given: String, _ effective: String) -> [String: Value] {
            ["agreement": "samen", "party": "net", "given": .string(given), "effective": .string(effective)]
        }
        #expect(rules { try sample.put("exits", "x", byHand("2026-03-02", "2026-12-31")) } == ["exit.twice"])
        sample.today = try #require(Day("2026-09-01"))
        #expect(rules { try sample.put("exits", "x", byHand("2026-09-01", "2027-01-01")) } == ["exit.not-bound"])
        try sample.patch("exits", "samen-net-exit", ["reason": "Toch om de kosten"])
    }

    @Test("The outlook is of the text that binds the party: what goes on without what it left out, and who stays")
    func outlook() throws {
        var sample = try Sample.drafted(["notice": 1, "partial": true, "entry": ["needs": "named", "named": ["net"]]])
        for party in ["stad", "net", "cloud"] { try sample.register(party) }
        for clause in ["doel", "bijdrage"] { try sample.patch("clauses", clause, ["survives": true]) }
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.offer("samen-v1")
        var wish = sample.wish("net")
        wish.except = ["bijdrage"]
        try sample.answer(try wish.declaration(in: sample.situation, now: sample.now))
        try sample.answer("stad")
        let outlook = try ExitOutlook.of("samen", party: "net", reader(sample))
        #expect(outlook.effective == Day("2026-04-02") && outlook.problems.isEmpty)
        #expect(outlook.terms.surviving.map(\.id) == ["doel"])
        #expect(outlook.staying.map(\.party) == ["stad"])
        #expect(outlook.leavesOne && outlook.isNamedForEntry)
        let early = try ExitOutlook.of("samen", party: "net", effective: Day("2026-04-01"), reader(sample))
        #expect(early.problems.map(\.rule) == ["exit.notice"])
        let city = try ExitOutlook.of("samen", party: "stad", reader(sample))
        #expect(city.terms.surviving.map(\.id) == ["doel", "bijdrage"] && !city.isNamedForEntry)
    }

    @Test("Whether a clause goes on is part of the text: a redline tells it, and a text without it keeps its hash")
    func text() throws {
        var sample = try running()
        let before = try #require(sample.facts.versions.first?.text)
        #expect(!before.json.contains("survives"))
        try sample.patch("clauses", "doel", ["survives": true])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        let redline = Redline(from: before, to: try #require(sample.facts.versions.last?.text))
        #expect(redline.changed.map(\.id) == ["doel"])
        #expect(redline.changed.first?.mark.en.contains("now goes on after leaving") == true)
    }
}
