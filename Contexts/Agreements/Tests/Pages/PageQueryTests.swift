import Kernel
import Parties
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("What pages ask of agreements")
struct PageQueryTests {
    private func reader(_ sample: Sample, _ change: (inout Rights) -> Void = { $0.participates = true }) -> Reader {
        var rights = Rights()
        change(&rights)
        return Reader(situation: sample.situation, rights: rights, catalogue: Sample.catalogue)
    }

    private func forNet(_ sample: Sample) -> Reader {
        reader(sample) {
            $0.participates = true
            $0.represents = ["net"]
        }
    }

    private func consulted() throws -> Sample {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.put(
            "rounds", "r",
            ["agreement": "samen", "agreementVersion": "samen-v1", "opens": "2026-03-02", "closes": "2026-03-20"])
        return sample
    }

    @Test("A party is asked to react to so many clauses, and no longer once it did or the round is shut")
    func reacting() throws {
        var sample = try consulted()
        #expect(AgreementTasks.forCaller(forNet(sample)).map(\.title.en) == ["React to 2 clauses of “Cooperation”"])
        #expect(AgreementTasks.forCaller(forNet(sample)).first?.due?.description == "2026-03-20")
        let values: [String: Value] = [
            "agreement": "samen", "round": "r", "party": "net", "sort": "agree", "on": "2026-03-02", "clause": "doel",
        ]
        try sample.put("remarks", "a", values)
        #expect(AgreementTasks.forCaller(forNet(sample)).map(\.title.en) == ["React to 1 clause of “Cooperation”"])
        #expect(AgreementTasks.forCaller(reader(sample)).isEmpty)
        sample.today = sample.today + 30
        #expect(AgreementTasks.forCaller(forNet(sample)).isEmpty)
    }

    @Test("Who orchestrates is asked to reply, and agreeing asks for none")
    func replying() throws {
        var sample = try consulted()
        let values: [String: Value] = [
            "agreement": "samen", "round": "r", "party": "net", "sort": "question", "on": "2026-03-02",
            "text": ["nl": "Waarom?"],
        ]
        try sample.put("remarks", "a", values)
        try sample.put("remarks", "b", values.merging(["party": "cloud", "sort": "agree"]) { $1 })
        let steward = reader(sample) { $0.orchestrates = true }
        #expect(AgreementTasks.forCaller(steward).map(\.title.en) == ["Reply to 1 remark on “Cooperation”"])
    }

    @Test("A party is asked to decide while the offering is open, and to settle what its exit leaves")
    func signing() throws {
        var sample = try Sample.offered()
        #expect(AgreementTasks.forCaller(forNet(sample)).map(\.title.en) == ["Decide whether to sign “Cooperation”"])
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        #expect(AgreementTasks.forCaller(forNet(sample)).isEmpty)
        try sample.put(
            "exits", "x",
            [
                "agreement": "samen", "party": "net", "given": "2026-03-02", "effective": "2026-03-09",
                "settlement": [["what": ["nl": "Sleutels terug", "en": "Return keys"], "due": "2026-03-09"]],
            ])
        let tasks = AgreementTasks.forCaller(forNet(sample))
        #expect(tasks.map(\.title.en) == ["Return keys"] && tasks.first?.doing == .change("settlement"))
        #expect(AgreementTasks.forCaller(reader(sample)).isEmpty)
    }

    @Test("The course has the newest first, and hides from strangers what they may not read")
    func course() throws {
        var sample = try consulted()
        try sample.put("reviews", "v", ["agreement": "samen", "planned": "2026-09-01"])
        let steps = try #require(AgreementCourse.of("samen", reader(sample))).steps
        #expect(
            steps.map(\.what.en) == ["Review planned", "Consultation closes", "Consultation opened", "Version 1 fixed"])
        #expect(steps.map(\.isFuture) == [true, true, false, false])
        let stranger = try #require(AgreementCourse.of("samen", reader(sample) { _ in })).steps
        #expect(!stranger.contains { $0.kind == "rounds" } && stranger.contains { $0.kind == "versions" })
        #expect(AgreementCourse.of("anders", reader(sample)) == nil)
    }

    @Test("The next review comes so many months after entry, or on the day that was planned")
    func review() throws {
        var sample = try Sample.offered(["review": 12])
        #expect(AgreementCourse.of("samen", reader(sample))?.nextReview == nil)
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        #expect(AgreementCourse.of("samen", reader(sample))?.nextReview?.description == "2027-03-02")
        try sample.put("reviews", "v", ["agreement": "samen", "planned": "2026-09-01"])
        #expect(AgreementCourse.of("samen", reader(sample))?.nextReview?.description == "2026-09-01")
        sample.today = try #require(Day("2026-09-03"))
        try sample.patch("reviews", "v", ["held": "2026-09-03"])
        #expect(AgreementCourse.of("samen", reader(sample))?.nextReview?.description == "2027-09-03")
    }

    @Test("The matrix has every party, also who was never bound, and only versions that came into force")
    func matrix() throws {
        var sample = try Sample.offered(["entry": ["needs": "count", "count": 2]])
        for party in ["stad", "net"] { try sample.answer(party) }
        try sample.patch("clauses", "doel", ["heading": ["nl": "Doelen", "en": "Goals"]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        let matrix = try #require(BoundMatrix.of("samen", reader(sample)))
        #expect(matrix.rows.map(\.party) == ["stad", "net", "cloud"] && matrix.versions == [1])
        #expect(matrix.bond(of: "stad")?.version == 1 && matrix.bond(of: "cloud") == nil)
        #expect(BoundMatrix.of("samen", on: sample.today + -1, reader(sample))?.versions == [])
        #expect(BoundMatrix.of("anders", reader(sample)) == nil)
    }

    @Test("Where parties stand is told of the version that matters, also beside the draft, and to who may know")
    func standing() throws {
        var sample = try consulted()
        func net(draft: Bool = false) throws -> PartyRow {
            let page = try #require(AgreementPage.of("samen", draft: draft, reader(sample)))
            return try #require(page.parties.first { $0.party == "net" })
        }
        for draft in [false, true] {
            #expect(try net(draft: draft).reaction == .asked(0, isOpen: true))
            #expect(try net(draft: draft).signing == .consulting(until: Day("2026-03-20")))
        }
        try sample.carryOut(CloseRound(round: "r", reason: Text(nl: "Klaar")))
        #expect(try net().reaction == .asked(0, isOpen: false))
        try sample.offer("samen-v1")
        #expect(try net(draft: true).signing == .asked(until: sample.today + 30))
        sample.today = sample.today + 31
        #expect(try net().signing == .unanswered)
        #expect(AgreementPage.of("samen", reader(sample))?.knowsReactions == true)
        #expect(AgreementPage.of("samen", reader(sample) { _ in })?.knowsReactions == false)
    }

    @Test("Beside an older version it is told that a later one is in consultation")
    func alsoAsked() throws {
        var sample = try Sample.offered()
        for party in ["stad", "net", "cloud"] { try sample.answer(party) }
        try sample.patch("clauses", "doel", ["heading": ["nl": "Doelen", "en": "Goals"]])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        let first = try #require(AgreementPage.of("samen", version: 1, reader(sample)))
        #expect(first.alsoAsked.map(\.number) == [2])
        #expect(AgreementPage.of("samen", reader(sample))?.alsoAsked.isEmpty == true)
    }

    @Test("A draft that is not fixed yet is for who takes part")
    func draft() throws {
        let sample = try Sample.drafted()
        #expect(AgreementPage.of("samen", reader(sample))?.text.clauses.count == 2)
        #expect(AgreementPage.of("samen", reader(sample) { _ in })?.text.clauses.isEmpty == true)
    }

    @Test("The calendar of agreements is the same each time, and shows no more than the reader sees")
    func calendar() throws {
        let sample = try consulted()
        let text = DeadlineCalendar.text(reader(sample), stamp: 0, language: .en)
        #expect(text == DeadlineCalendar.text(reader(sample), stamp: 0, language: .en))
        #expect(text.contains("DTSTART;VALUE=DATE:20260320\r\nDTEND;VALUE=DATE:20260321\r\n"))
        #expect(text.contains("SUMMARY:Cooperation: Consultation closes\r\n"))
        #expect(!DeadlineCalendar.text(reader(sample) { _ in }, stamp: 0, language: .en).contains("Consultation"))
    }
}
