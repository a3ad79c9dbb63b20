import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("The page of an agreement")
struct AgreementPageTests {
    private func consulted() throws -> Sample {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen", changes: Text()))
        try round(1, &sample)
        try remark("bezwaar", by: "net", "objection", round: 1, &sample)
        try remark("akkoord", by: "cloud", "agree", round: 1, &sample)
        try sample.patch("clauses", "doel", ["text": ["nl": "Wij werken samen.", "en": "We work together."]])
        try sample.carryOut(ProposeVersion(agreement: "samen", changes: Text()))
        return sample
    }

    private func version(_ number: Int, of sample: Sample) throws -> String {
        try #require(sample.facts.versions.first { $0.version.number == number }).version.id.rawValue
    }

    private func round(_ number: Int, _ sample: inout Sample) throws {
        let (opens, closes) = number == 1 ? ("2026-03-02", "2026-03-04") : ("2026-03-05", "2026-03-20")
        sample.today = try #require(Day(opens))
        try sample.put(
            "rounds", "ronde-\(number)",
            [
                "agreement": "samen", "agreementVersion": .string(try version(number, of: sample)),
                "opens": .string(opens), "closes": .string(closes),
            ])
    }

    private func remark(
        _ id: String, by party: String, _ sort: String, round: Int, _ sample: inout Sample
    ) throws {
        try sample.put(
            "remarks", id,
            [
                "agreement": "samen", "round": .string("ronde-\(round)"), "clause": "doel", "party": .string(party),
                "sort": .string(sort), "text": "Zo niet.", "on": .string("\(sample.today)"),
            ])
    }

    private func page(_ sample: Sample, draft: Bool = false) throws -> AgreementPage {
        var rights = Rights()
        rights.participates = true
        let reader = Reader(situation: sample.situation, rights: rights, catalogue: Sample.catalogue)
        return try #require(AgreementPage.of("samen", draft: draft, reader))
    }

    private func lines(_ page: AgreementPage) -> [String] {
        (page.remarks["doel"] ?? []).map { "\($0.remark.id) \($0.version)" }
    }

    @Test("An objection that was not met stays in sight beside the versions after it, and nothing else does")
    func minority() throws {
        let sample = try consulted()
        #expect(try page(sample).version?.number == 2)
        #expect(lines(try page(sample)) == ["bezwaar 1"])
        #expect(lines(try page(sample, draft: true)) == ["bezwaar 1"])
    }

    @Test("It goes when the party says something new about the clause")
    func reconsidered() throws {
        var sample = try consulted()
        try round(2, &sample)
        try remark("toch-akkoord", by: "net", "agree", round: 2, &sample)
        #expect(lines(try page(sample)) == ["toch-akkoord 2"])
    }

    @Test("Who acts for a party that takes no part sees its own remarks with the answers, and those of nobody else")
    func representative() throws {
        var sample = try consulted()
        try round(2, &sample)
        try remark("onze", by: "net", "objection", round: 2, &sample)
        try remark("hunne", by: "cloud", "objection", round: 2, &sample)
        try sample.carryOut(
            AnswerRemark(remark: "onze", outcome: .setAside, reason: Text(nl: "Nee."), on: sample.today))
        var rights = Rights()
        rights.represents = ["net"]
        let reader = Reader(situation: sample.situation, rights: rights, catalogue: Sample.catalogue)
        let page = try #require(AgreementPage.of("samen", reader))
        #expect(lines(page) == ["onze 2"])
        #expect(page.remarks["doel"]?.first?.reply?.reason.nl == "Nee.")
        #expect(page.unanswered(by: "net").map(\.id) == ["bijdrage"])
        #expect(!Obligations(reader).isOpen, "What is for participants stays so.")
    }

    @Test("The last day of a round that a later version overtook matters no more")
    func overtaken() throws {
        var sample = try consulted()
        #expect(sample.standing.closes == nil)
        try round(2, &sample)
        #expect(sample.standing.closes == Day("2026-03-20"))
    }

    @Test("The last day to sign matters until every party has answered")
    func answered() throws {
        var sample = try consulted()
        let version = try version(2, of: sample)
        try sample.put(
            "offerings", "voorlegging",
            ["agreement": "samen", "agreementVersion": .string(version), "on": "2026-03-02", "until": "2026-03-27"])
        for party in ["stad", "net", "cloud"] {
            #expect(sample.standing.closes == Day("2026-03-27"))
            try sample.assume(
                "signatures", "s-\(party)",
                [
                    "agreement": "samen", "agreementVersion": .string(version), "party": .string(party),
                    "answer": "accept", "on": "2026-03-02", "declaration": "{}",
                ])
        }
        #expect(sample.standing.closes == nil)
    }
}
