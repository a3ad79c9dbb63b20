import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

@Suite("Disputes in confidence")
struct DisputeTests {
    private static let kind = "disputes"

    private func raised(_ others: [String] = ["firm"]) throws -> Council {
        var council = try Council()
        try council.carryOut(
            RaiseDispute(
                id: "late-data", subject: Text(same: "Secret subject"), sort: .disagreement, raisedBy: "school",
                others: others,
                statement: Text(same: "Secret words")), as: "school-rep")
        return council
    }

    @Test("Only the parties and who keeps confidences see it: not the orchestrator, an administrator or another party")
    func confidential() throws {
        let council = try raised()
        let kind = try #require(Council.catalogue.kind(Self.kind))
        for (person, administrator, sees) in [
            ("school-rep", false, true), ("firm-rep", false, true), ("neutral-rep", false, true),
            ("town-rep", false, false), ("town-rep", true, false), (nil, true, false), (nil, false, false),
        ] as [(String?, Bool, Bool)] {
            let reader = try council.reader(person, administrator: administrator)
            #expect((reader.values(kind, "late-data") != nil) == sees, "\(person ?? "-") \(administrator)")
            #expect(reader.records(Dispute.self).isEmpty == !sees)
            #expect((reader.record(Dispute.self, "late-data") != nil) == sees)
            #expect((reader.title(Self.kind, "late-data").en == "Secret subject") == sees)
            let hits = SearchIndex(council.state, catalogue: Council.catalogue).hits("secret", in: reader, limit: 9)
            #expect(hits.isEmpty == !sees)
        }
    }

    @Test("Findings about it reach who may see it only")
    func findings() throws {
        var council = try raised()
        council.today = council.today + 60
        #expect(try council.reader("firm-rep").findings.map(\.rule).contains("dispute.late"))
        #expect(try council.reader("neutral-rep").findings.map(\.rule).contains("dispute.late"))
        #expect(try !council.reader("town-rep", administrator: true).findings.map(\.rule).contains("dispute.late"))
    }

    @Test("Only who may see it does something with it; a refusal does not tell whether it is there")
    func refused() throws {
        var council = try raised()
        func refusal(_ dispute: String, _ person: String, _ administrator: Bool = false) -> [Problem] {
            do {
                let command = CloseDispute(dispute: dispute, outcome: .settled, settlement: Text(same: "Done"))
                try council.carryOut(command, as: person, administrator: administrator)
                return []
            } catch { return (error as? Refusal)?.problems ?? [] }
        }
        #expect(refusal("late-data", "town-rep").map(\.rule) == ["rights.confide"])
        #expect(refusal("late-data", "town-rep") == refusal("no-such", "town-rep"))
        #expect(refusal("late-data", "town-rep", true).map(\.rule) == ["rights.confide"])
        let byHand = ChangeRecords([RecordChange(Self.kind, "late-data", .patch(["subject": "Other"]))])
        #expect(broken { try council.carryOut(byHand, as: "town-rep", administrator: true) } == ["rights.confide"])
        #expect(broken { try council.carryOut(byHand, as: "firm-rep") } == ["record.process"])
        let raise = RaiseDispute(id: "x", subject: Text(same: "X"), sort: .concern, raisedBy: "firm")
        #expect(broken { try council.carryOut(raise, as: "town-rep") } == ["rights.confide"])
    }

    @Test("Removing a party that a dispute names is refused without naming the dispute")
    func removal() throws {
        var council = try raised()
        do {
            try council.carryOut(
                ChangeRecords([
                    RecordChange("assignments", "neutral-role", .remove),
                    RecordChange("participations", "firm", .remove), RecordChange("mandates", "firm-mandate", .remove),
                    RecordChange("persons", "firm-rep", .remove), RecordChange("organisations", "firm", .remove),
                ]))
            Issue.record("removed")
        } catch let refusal as Refusal {
            #expect(refusal.problems.map(\.rule) == ["record.mentioned"])
            #expect(refusal.problems.allSatisfy { !"\($0)".contains("late-data") && !"\($0)".contains("disputes") })
        }
    }

    @Test("An export leaves it out, and applying that folder leaves it alone")
    func export() throws {
        let council = try raised()
        let open = try FolderWriter.files(council.state, catalogue: Council.catalogue, confidences: false)
        #expect(open["disputes.yaml"] == nil && !open.values.contains { $0.contains("Secret") })
        #expect(try FolderWriter.files(council.state, catalogue: Council.catalogue)["disputes.yaml"] != nil)
        var content = FolderContent()
        content.id = "council"
        let removed = content.changes(from: council.state, catalogue: Council.catalogue).filter { $0.kind == Self.kind }
        #expect(removed.isEmpty)
    }

    @Test("It climbs the ladder with a clock in working days, with reasons, to the top and no further")
    func ladder() throws {
        var council = try raised()
        func dispute() throws -> Dispute { try #require(council.state[Dispute.self][ID("late-data")]) }
        #expect(try dispute().current?.due == Day("2026-06-15"))
        let up = EscalateDispute(dispute: "late-data", note: Text(same: "No answer"))
        #expect(
            broken { try council.carryOut(EscalateDispute(dispute: "late-data", note: Text())) } == ["dispute.reason"])
        for _ in 0..<3 { try council.carryOut(up, as: "firm-rep") }
        #expect(try dispute().steps.map(\.step) == ["conversation", "mediation", "body", "outside"])
        #expect(try dispute().current?.due == nil)
        #expect(broken { try council.carryOut(up) } == ["dispute.top"])
    }

    @Test("Who guides it keeps confidences and belongs to no party")
    func handler() throws {
        var council = try raised()
        func guide(_ person: String) -> [String] {
            broken { try council.carryOut(ShareDispute(dispute: "late-data", handler: person), as: "neutral-rep") }
        }
        #expect(guide("town-rep") == ["dispute.handler"])
        #expect(guide("firm-rep") == ["dispute.partial-handler"])
        #expect(guide("neutral-rep") == [])
        let other = ShareDispute(dispute: "late-data", party: "town")
        #expect(broken { try council.carryOut(other, as: "firm-rep") } == ["rights.confide"])
        try council.carryOut(other, as: "school-rep")
        #expect(try council.reader("town-rep").record(Dispute.self, "late-data") != nil)
    }

    @Test("Who orchestrates cannot keep confidences as well")
    func bothRoles() throws {
        var council = try raised()
        var role = Council.role("ecosystem-roles/market-master", "town")
        role = RecordChange("assignments", "town-second", role.action)
        try council.carryOut(ChangeRecords([role]))
        #expect(try council.reader("town-rep").record(Dispute.self, "late-data") == nil)
        #expect(try !council.situation.confidants.contains(ID("town-rep")))
    }

    @Test("After closing the parties look back, and figures tell numbers and lead times without content")
    func figures() throws {
        var council = try raised()
        let back = LookBackOnDispute(dispute: "late-data", organisation: "firm", mark: 4)
        #expect(broken { try council.carryOut(back, as: "firm-rep") } == ["dispute.feedback"])
        council.today = council.today + 21
        let close = CloseDispute(dispute: "late-data", outcome: .mediated, settlement: Text(same: "Share the data"))
        #expect(
            broken { try council.carryOut(CloseDispute(dispute: "late-data", outcome: .settled, settlement: Text())) }
                == ["dispute.settlement"])
        try council.carryOut(close, as: "neutral-rep")
        #expect(broken { try council.carryOut(close) } == ["dispute.closed"])
        try council.carryOut(back, as: "firm-rep")
        let stranger = LookBackOnDispute(dispute: "late-data", organisation: "town", mark: 1)
        #expect(broken { try council.carryOut(stranger) } == ["dispute.unknown"])
        let figures = DisputeFigures(council.state, on: council.today)
        #expect(figures.open == 0 && figures.closed == 1 && figures.leadTimes == [21] && figures.meanMark == 4)
        #expect(figures.sorts == [.disagreement: 1] && figures.outcomes == [.mediated: 1])
        #expect(!"\(figures)".contains("Secret") && !"\(figures)".contains("school"))
        let before = DisputeFigures(council.state, on: Council.today)
        #expect(before.open == 1 && before.closed == 0)
    }
}

@Suite("Risks and obstacles")
struct RiskTests {
    @Test("The register is fed from the library, heaviest first, and asks for owner, measure and clock")
    func register() throws {
        var council = try Council()
        let all = RiskRegister(try council.reader("town-rep")).unjudged.count
        #expect(all > 10)
        try council.put(
            "risks", "tongues",
            ["name": "Confusion of tongues", "sort": "obstacle", "item": "obstacles/confusion-of-tongues", "impact": 3])
        try council.put("risks", "own", ["name": "Own", "sort": "risk", "likelihood": 2, "impact": 2, "owner": "firm"])
        let register = RiskRegister(try council.reader("town-rep"))
        #expect(register.unjudged.count == all - 1)
        #expect(register.open.map(\.weight) == [15, 4])
        #expect(
            Council.catalogue.findings(try council.situation).map(\.rule) == ["risk.no-measure", "risk.no-owner"])
        #expect(
            broken { try council.put("risks", "x", ["name": "X", "sort": "risk", "item": "nowhere/x"]) } == [
                "risk.item"
            ])
        #expect(
            broken { try council.put("risks", "x", ["name": "X", "sort": "risk", "lesson": "L"]) } == ["risk.lesson"])
    }
}
