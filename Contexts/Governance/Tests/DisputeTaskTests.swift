import Kernel
import Testing

@testable import Ecosystems
@testable import Governance
@testable import Parties

@Suite("What disputes and risks ask")
struct DisputeTaskTests {
    private func raised(_ sort: Dispute.Sort = .disagreement, others: [String] = ["firm"]) throws -> Council {
        var council = try Council()
        try council.carryOut(
            RaiseDispute(
                id: "late-data", subject: Text(same: "Secret subject"), sort: sort, raisedBy: "school", others: others,
                statement: Text(same: "Secret words")), as: "school-rep")
        return council
    }

    private func asked(_ council: Council, of person: String?, administrator: Bool = false) throws -> [String] {
        DisputeTasks.forCaller(try council.reader(person, administrator: administrator)).map(\.title.en)
    }

    @Test("The other party is asked for its side, and no longer once it answered; nobody else is asked anything")
    func reply() throws {
        var council = try raised()
        #expect(try asked(council, of: "firm-rep") == ["Give your side of “Secret subject”"])
        for person in ["town-rep", nil] { #expect(try asked(council, of: person).isEmpty) }
        #expect(try asked(council, of: "town-rep", administrator: true).isEmpty)
        let reply = ReplyToDispute(dispute: "late-data", organisation: "firm", words: Text(same: "Our side"))
        #expect(broken { try council.carryOut(reply, as: "school-rep") } == ["rights.confide"])
        let strange = ReplyToDispute(dispute: "late-data", organisation: "town", words: Text(same: "Me too"))
        #expect(broken { try council.carryOut(strange, as: "town-rep") } == ["dispute.unknown"])
        let empty = ReplyToDispute(dispute: "late-data", organisation: "firm", words: Text())
        #expect(broken { try council.carryOut(empty, as: "firm-rep") } == ["dispute.reply"])
        try council.carryOut(reply, as: "firm-rep")
        #expect(council.state[Dispute.self][ID("late-data")]?.replies.map(\.words.en) == ["Our side"])
        #expect(try !asked(council, of: "firm-rep").contains("Give your side of “Secret subject”"))
    }

    @Test("When the term of a step ends its parties are asked to close it or go a step up")
    func step() throws {
        var council = try raised()
        try council.carryOut(
            ReplyToDispute(dispute: "late-data", organisation: "firm", words: Text(same: "Our side")), as: "firm-rep")
        council.today = council.today + 12
        for person in ["firm-rep", "school-rep"] {
            let tasks = DisputeTasks.forCaller(try council.reader(person))
            #expect(tasks.map(\.title.en) == ["Close “Secret subject”, or go a step up"])
            #expect(tasks.first?.due == Day("2026-06-15"))
        }
        #expect(try asked(council, of: "town-rep").isEmpty && asked(council, of: nil).isEmpty)
    }

    @Test("Who keeps confidences is asked to find a guide, and who guides is asked instead from then on")
    func guide() throws {
        var council = try raised(.conduct, others: [])
        #expect(try asked(council, of: "neutral-rep") == ["Find a guide for “Secret subject”"])
        #expect(try asked(council, of: "firm-rep").isEmpty && asked(council, of: "town-rep").isEmpty)
        try council.carryOut(ShareDispute(dispute: "late-data", handler: "neutral-rep"), as: "neutral-rep")
        #expect(try asked(council, of: "neutral-rep") == ["Close “Secret subject”, or go a step up"])
    }

    @Test("After closing each party is asked to look back, for thirty days")
    func back() throws {
        var council = try raised()
        try council.carryOut(
            CloseDispute(dispute: "late-data", outcome: .settled, settlement: Text(same: "Done")), as: "firm-rep")
        #expect(try asked(council, of: "school-rep") == ["Look back on “Secret subject”"])
        try council.carryOut(
            LookBackOnDispute(dispute: "late-data", organisation: "firm", mark: 4, words: Text()), as: "firm-rep")
        #expect(try asked(council, of: "firm-rep").isEmpty)
        council.today = council.today + 31
        #expect(try asked(council, of: "school-rep").isEmpty)
    }

    @Test("A risk without an owner is asked of who orchestrates; one to look at again of who owns it")
    func risks() throws {
        var council = try Council()
        try council.put("risks", "loose", ["name": "Loose", "sort": "risk"])
        try council.put(
            "risks", "owned", ["name": "Owned", "sort": "risk", "owner": "firm", "review": "2026-06-01"])
        try council.put(
            "risks", "heavy", ["name": "Heavy", "sort": "obstacle", "impact": 5, "owner": "firm"])
        try council.put("risks", "over", ["name": "Over", "sort": "risk", "closed": "2026-05-01"])
        #expect(try asked(council, of: "town-rep") == ["Find an owner for “Loose”"])
        #expect(
            try asked(council, of: "firm-rep") == ["Choose a measure against “Heavy”", "Look again at “Owned”"])
        #expect(try asked(council, of: "school-rep").isEmpty && asked(council, of: nil).isEmpty)
    }
}

@Suite("The report of disputes by quarter")
struct DisputeReportTests {
    @Test("Numbers by quarter and sort add up, and tell nothing of what they are about")
    func numbers() throws {
        var council = try Council()
        func raise(_ id: String, _ sort: Dispute.Sort) throws {
            try council.carryOut(
                RaiseDispute(id: id, subject: Text(same: "Secret"), sort: sort, raisedBy: "school", others: ["firm"]))
        }
        try raise("one", .disagreement)
        try raise("two", .conduct)
        council.today = try #require(Day("2026-07-10"))
        try council.carryOut(CloseDispute(dispute: "one", outcome: .settled, settlement: Text(same: "Done")))
        let report = DisputeReport(council.state, on: council.today, quarters: 3)
        #expect(report.quarters.map(\.name) == ["2026-Q1", "2026-Q2", "2026-Q3"])
        #expect(report.quarters.map { "\($0.from) \($0.until)" }.last == "2026-07-01 2026-07-10")
        let disagreements = report.quarters.map { $0[.disagreement] }
        #expect(disagreements.map(\.raised) == [0, 1, 0] && disagreements.map(\.closed) == [0, 0, 1])
        #expect(disagreements.map(\.open) == [0, 1, 0] && disagreements.map(\.late) == [0, 1, 0])
        #expect(disagreements[2].median == 39 && disagreements[2].longest == 39)
        #expect(report.quarters.map { $0[.conduct].open } == [0, 1, 1])
        #expect(report.csv.contains("2026-Q3,2026-07-01,2026-07-10,disagreement,0,1,0,0,39,39\r\n"))
        let told = "\(report.csv) \(report.value)"
        for word in ["Secret", "school", "firm", "one", "two"] {
            #expect(!told.contains("\"\(word)\"") && !told.contains(",\(word),"), "\(word)")
        }
    }

    @Test("Without disputes the report is empty, and every quarter is there")
    func nothing() throws {
        let report = DisputeReport(try Council().state, on: Council.today)
        #expect(report.isEmpty && report.quarters.count == 8)
        #expect(report.csv.split(separator: "\r\n").count == 1 + 8 * 3)
    }
}
