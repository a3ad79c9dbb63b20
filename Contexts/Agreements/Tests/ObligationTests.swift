import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("Obligations, findings and ODRL")
struct ObligationTests {
    private func norms() throws -> NormSample {
        var norms = try NormSample(
            Rules.report.merging(["consequence": ["nl": "De bijdrage vervalt.", "en": "The grant lapses."]]) { $1 },
            variables: [("steering-group", "body", "stuurgroep")], fixed: false)
        try norms.putNorm("vergadert", Rules.meet)
        try norms.putNorm(
            "mandaat",
            Rules.mandate.merging([
                "trigger": [
                    "kind": "acts", "matching": [["field": "what", "value": "commit"]], "party": "by", "day": "on",
                ]
            ]) { $1 })
        try norms.fix("2026-01-01", parties: ["stad", "net", "cloud"])
        try norms.act("r1", "report", by: "net", on: "2026-02-01", ["body": "stuurgroep"])
        norms.sample.today = try #require(Day("2026-05-20"))
        return norms
    }

    private func reader(_ norms: NormSample, _ change: (inout Rights) -> Void = { $0.participates = true }) -> Reader {
        var rights = Rights()
        change(&rights)
        return Reader(situation: norms.sample.situation, rights: rights, catalogue: Sample.catalogue)
    }

    @Test("What is late comes first, then what is near or at risk; and the calendar has what is due first")
    func shares() throws {
        let obligations = Obligations(reader(try norms()))
        #expect(
            obligations.groups.map { "\($0.group) \($0.statuses.count)" } == [
                "overdue 1", "soon 2", "later 1", "kept 1",
            ])
        #expect(obligations.counts == [.breached: 1, .atRisk: 2, .due: 1, .kept: 1])
        let deadlines = obligations.deadlines(within: 60)
        #expect(deadlines.map(\.day.description) == ["2026-06-30", "2026-06-30", "2026-06-30"])
        #expect(deadlines.first?.title.en == "Cloud BV: A norm")
        #expect(obligations.deadlines(within: 10).isEmpty)
        #expect(Obligations(reader(try norms()), party: "net").statuses.map(\.state) == [.kept])
    }

    @Test("Who does not take part sees none, and can tell that from there being none")
    func hidden() throws {
        let obligations = Obligations(reader(try norms()) { _ in })
        #expect(obligations.statuses.isEmpty)
        #expect(!obligations.isOpen)
        #expect(RuleBook(reader(try norms()) { _ in }, on: obligations.day) == nil)
    }

    @Test("A breach becomes a finding that begins with a conversation, before the consequence")
    func findings() throws {
        var norms = try norms()
        norms.sample.today = try #require(Day("2026-07-02"))
        let found = Sample.catalogue.findings(norms.sample.situation).filter { $0.rule.hasPrefix("norm.") }
        let report = try #require(found.first { $0.rule == "norm.breached" && $0.record == "norm" })
        #expect(report.explanation.en.contains("a conversation before a sanction"))
        #expect(report.explanation.en.hasSuffix("After that, says the agreement: The grant lapses."))
        #expect(report.due == Day("2026-06-30"))
        #expect(report.kind == "norms")
        #expect(Sample.catalogue.words(of: report)?.action.en == "Begin a conversation")
        norms.sample.today = try #require(Day("2026-05-20"))
        let earlier = Sample.catalogue.findings(norms.sample.situation).map(\.rule)
        #expect(earlier.contains("norm.at-risk"))
    }

    @Test("A breach that was talked through stays a breach and asks for no attention any more")
    func settled() throws {
        var norms = try norms()
        norms.sample.today = try #require(Day("2026-07-10"))
        func breaches() -> [String] {
            Sample.catalogue.findings(norms.sample.situation).filter {
                $0.rule == "norm.breached" && $0.record == "norm"
            }
            .map(\.message.en)
        }
        let before = breaches()
        try norms.act("gesprek", "settle", by: "stad", on: "2026-07-05", ["about": "norms/norm", "towards": "cloud"])
        #expect(before.count == 2)
        #expect(breaches().isEmpty)
        #expect(try norms.states("cloud", "2026-07-10") == ["breached", "due"])
        let later = try norms.statuses("2027-01-01").filter { $0.bearer.id == "cloud" && $0.state == .breached }
        #expect(later.filter(SettledBreaches(norms.sample.state).settles).map(\.due) == [Day("2026-06-30")])
    }

    @Test("A party is told once for all when a norm goes wrong with many")
    func together() throws {
        let norms = try norms()
        let status = try #require(try norms.statuses("2026-07-02").first { $0.state == .breached })
        let many = (0..<6).map { number in
            NormStatus(
                norm: status.norm, bearer: NormBearer(.organisation, "org-\(number)"), state: .breached,
                due: status.due, grounds: status.grounds, day: status.day, shown: [], table: nil,
                telling: status.telling)
        }
        let findings = NormFindings.findings(of: many, in: norms.sample.situation)
        #expect(findings.map(\.message.en) == ["A norm. With 6 parties breached."])
    }

    @Test("ODRL says what it can, and lists what it cannot with the reason")
    func odrl() throws {
        let text = try #require(try norms().sample.state.versions(of: ID("samen")).first?.text)
        let export = AgreementODRL(text)
        #expect(export.policy["@type"] == "Agreement")
        let duties = export.policy["obligation"].list ?? []
        #expect(duties.count == 2)
        let report = try #require(duties.first { $0["uid"].string?.hasSuffix("#norm") == true })
        #expect(report["action"] == "stelsel:report")
        #expect(report["assignee"].list?.count == 3)
        #expect(
            report["constraint"].list == [
                ["leftOperand": "count", "operator": "gteq", "rightOperand": ["@value": "1", "@type": "xsd:decimal"]],
                [
                    "leftOperand": "timeInterval", "operator": "eq",
                    "rightOperand": ["@value": "P6M", "@type": "xsd:duration"],
                ],
            ])
        #expect(export.missing.map(\.norm) == ["mandaat"])
        #expect(export.missing.first?.reason.en.contains("mandate") == true)
    }

    @Test("ODRL: a limit on amounts is a prohibition above it, towards each party by itself")
    func odrlLimit() throws {
        let norms = try NormSample(Rules.sample, variables: [("sample-value", "amount", "2500")])
        let text = try #require(norms.sample.state.versions(of: ID("samen")).first?.text)
        let rule = try #require(AgreementODRL(text).policy["prohibition"].list?.first)
        #expect(rule["assigner"].list?.count == 3)
        #expect(rule["constraint"].list?.first?["operator"] == "gt")
        #expect(rule["constraint"].list?.first?["leftOperand"] == "payAmount")
        #expect(rule["target"]["@type"] == "AssetCollection")
    }
}
