import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("What consulting refuses")
struct ConsultationRuleTests {
    private func consulted() throws -> Sample {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.put("rounds", "r", round("2026-03-02", "2026-03-20"))
        return sample
    }

    private func round(_ opens: String, _ closes: String, version: String = "samen-v1") -> [String: Value] {
        [
            "agreement": "samen", "agreementVersion": .string(version), "opens": .string(opens),
            "closes": .string(closes),
        ]
    }

    private func remark(_ extra: [String: Value] = [:]) -> [String: Value] {
        ["agreement": "samen", "round": "r", "party": "net", "sort": "agree", "on": "2026-03-02"].merging(extra) { $1 }
    }

    @Test("A round closes after it opens, overlaps no other, and is about the latest version")
    func rounds() throws {
        var sample = try consulted()
        #expect(rules { try sample.put("rounds", "r2", round("2026-04-02", "2026-04-01")) } == ["round.order"])
        #expect(rules { try sample.put("rounds", "r2", round("2026-03-20", "2026-04-01")) } == ["round.overlap"])
        try sample.patch("clauses", "doel", ["heading": ["nl": "Doelen", "en": "Goals"]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        #expect(rules { try sample.put("rounds", "r2", round("2026-04-02", "2026-04-09")) } == ["round.version"])
        try sample.put("rounds", "r2", round("2026-04-02", "2026-04-09", version: "samen-v2"))
    }

    @Test("A remark comes from a party, about a clause that there is, while the round is open")
    func remarks() throws {
        var sample = try consulted()
        #expect(rules { try sample.put("remarks", "a", remark(["party": "hogeschool"])) } == ["agreement.no-party"])
        #expect(rules { try sample.put("remarks", "a", remark(["clause": "boete"])) } == ["clause.unknown"])
        #expect(rules { try sample.put("remarks", "a", remark(["on": "2026-03-01"])) }.count == 1)
        #expect(rules { try sample.put("remarks", "a", remark(["on": "2026-03-05"])) } == ["day.future"])
        sample.today = try #require(Day("2026-03-21"))
        #expect(rules { try sample.put("remarks", "a", remark(["on": "2026-03-21"])) }.count == 1)
        #expect(rules { try sample.put("remarks", "a", remark()) }.isEmpty)
    }

    @Test(
        "An open round is closed early once, with a reason; after that nobody reacts, and what was said that day stays")
    func closing() throws {
        var sample = try consulted()
        #expect(rules { try sample.carryOut(CloseRound(round: "x", reason: Text(nl: "Klaar"))) } == ["round.unknown"])
        #expect(rules { try sample.carryOut(CloseRound(round: "r", reason: Text())) } == ["round.reason"])
        try sample.put("remarks", "a", remark())
        try sample.carryOut(CloseRound(round: "r", reason: Text(nl: "Iedereen reageerde.")))
        #expect(sample.state[Round.self][ID("r")]?.isOpen(on: sample.today) == false && sample.standing.closes == nil)
        #expect(rules { try sample.put("remarks", "b", remark(["party": "cloud"])) } == ["round.shut"])
        try sample.patch("remarks", "a", ["text": ["nl": "Toch iets."]])
        #expect(rules { try sample.carryOut(CloseRound(round: "r", reason: Text(nl: "Weer"))) } == ["round.not-open"])
        try sample.put("rounds", "r2", round("2026-03-02", "2026-03-05"))
        #expect(
            CloseRound(round: "r", reason: Text()).requirement(in: sample.situation, catalogue: Sample.catalogue)
                == .orchestrate)
        #expect(
            rules { try sample.patch("rounds", "r2", ["closed": "2026-04-01", "reason": "x"]) } == ["round.closed"])
    }

    @Test("No round opens on a version that was offered; a round before the offering stays as it was")
    func offered() throws {
        var sample = try consulted()
        try sample.carryOut(CloseRound(round: "r", reason: Text(nl: "Klaar")))
        try sample.put("offerings", "o", ["agreement": "samen", "agreementVersion": "samen-v1", "on": "2026-03-02"])
        try sample.patch("rounds", "r", ["note": ["nl": "Over de bijdrage"]])
        for day in ["2026-03-02", "2026-03-09"] {
            #expect(rules { try sample.put("rounds", "r2", round(day, "2026-03-20")) } == ["round.offered"])
        }
    }

    @Test("An objection says why, a proposal what")
    func reasons() throws {
        var sample = try consulted()
        for sort in ["comment", "question", "objection", "proposal"] {
            #expect(rules { try sample.put("remarks", "a", remark(["sort": .string(sort)])) }.count == 1, "\(sort)")
        }
    }

    @Test("A remark gets one reply; setting aside has its reason; only a proposed text is adopted, into the draft")
    func replies() throws {
        var sample = try consulted()
        try sample.put("remarks", "a", remark(["sort": "objection", "clause": "doel", "text": ["nl": "Te vaag"]]))
        func reply(_ outcome: Reply.Outcome, _ reason: String, _ remark: String = "a") -> AnswerRemark {
            AnswerRemark(remark: remark, outcome: outcome, reason: Text(nl: reason), on: sample.today)
        }
        #expect(rules { try sample.carryOut(reply(.setAside, "")) }.count == 1)
        #expect(rules { try sample.carryOut(reply(.adopted, "Ja")) } == ["reply.nothing-proposed"])
        #expect(rules { try sample.carryOut(reply(.answered, "Ja", "b")) } == ["remark.unknown"])
        try sample.carryOut(reply(.setAside, "De stuurgroep wil dit zo."))
        #expect(rules { try sample.carryOut(reply(.answered, "Nog eens")) }.isEmpty == false)
        try sample.put(
            "remarks", "c", remark(["sort": "proposal", "clause": "doel", "proposal": ["nl": "Zij werken samen."]]))
        let before = sample.standing.facts.versions.last?.version.hash
        try sample.carryOut(reply(.adopted, "Beter", "c"))
        #expect(sample.state[Clause.self][ID("doel")]?.text.nl == "Zij werken samen.")
        #expect(sample.state[Clause.self][ID("doel")]?.text.en == "The parties work together.")
        #expect(sample.standing.facts.versions.last?.version.hash == before)
    }
}
