import Kernel
import Testing

@testable import Ecosystems
@testable import Responsibilities

@Suite("Dividing responsibilities")
struct DivisionTests {
    @Test("A second accountable party is refused with a way out, at the same time only")
    func oneAccountable() throws {
        var division = try Division()
        try division.assign("patch", "client", "A")
        do {
            try division.assign("patch", "cloud", "A")
            Issue.record("two accountables")
        } catch let refusal as Refusal {
            let problem = try #require(refusal.problems.first)
            #expect(problem.rule == "responsibility.double-accountable")
            #expect(problem.message.en.contains("Client") && !problem.mend.en.isEmpty)
        }
        try division.assign("patch", "client", "", from: division.today + 10)
        try division.assign("patch", "cloud", "A", from: division.today + 10)
        #expect(division.matrix().accountable(for: .activity(ID("patch"))) == .organisation("client"))
        #expect(
            division.matrix(on: division.today + 10).accountable(for: .activity(ID("patch"))) == .organisation("cloud"))
    }

    @Test("A cell holds exactly what was asked; what ends stays in the matrix of earlier days")
    func cells() throws {
        var division = try Division()
        try division.assign("patch", "client", "AR")
        division.today = division.today + 5
        try division.assign("patch", "client", "AC")
        let cell = division.matrix()[.activity(ID("patch")), .organisation("client")]
        #expect(cell.letters == "AC")
        #expect(division.matrix(on: Division.today)[.activity(ID("patch")), .organisation("client")].letters == "AR")
        let comparison = ResponsibilityComparison(division.matrix(on: Division.today), division.matrix())
        #expect(
            comparison.changes.map { "\($0.party.id) \($0.before.letters) \($0.after.letters)" } == ["client AR AC"])
        let sequence = division.state.sequence
        try division.assign("patch", "client", "CA")
        #expect(division.state.sequence == sequence)
    }

    @Test("What began on the same day goes as if it never was")
    func sameDay() throws {
        var division = try Division()
        try division.assign("patch", "client", "R")
        try division.assign("patch", "client", "")
        #expect(division.state[Responsibility.self].count == 0)
    }

    @Test("A responsibility is about one thing and borne by one party")
    func one() throws {
        var division = try Division()
        func put(_ fields: [String: Value]) -> [String] {
            rules { try division.carryOut(ChangeRecords([RecordChange("responsibilities", "x", .add(fields))])) }
        }
        #expect(put(["part": "responsible", "activity": "patch"]) == ["responsibility.party"])
        #expect(
            put(["part": "responsible", "activity": "patch", "organisation": "net", "body": "steering"])
                == ["responsibility.party"])
        #expect(put(["part": "responsible", "organisation": "net"]) == ["responsibility.subject"])
        let model = Value.string("\(Division.model)/iaas")
        #expect(put(["part": "responsible", "organisation": "net", "model": model]) == ["responsibility.subject"])
        #expect(
            put(["part": "responsible", "organisation": "net", "model": model, "layer": "nowhere"])
                == ["responsibility.layer"])
        #expect(put(["part": "responsible", "body": "steering", "activity": "patch"]) == [])
    }

    @Test("Gaps are told where something was begun, and are gone when it is complete")
    func gaps() throws {
        var division = try Division()
        #expect(try division.checks().troubles.isEmpty)
        try division.assign("patch", "client", "A")
        #expect(try division.gaps("patch") == [.noResponsible])
        #expect(try division.gaps("watch") == [.unassigned])
        try division.assign("watch", "net", "CI")
        #expect(try division.gaps("watch") == [.noCounterpart(.organisation("net"))])
        try division.assign("watch", "cloud", "R")
        #expect(try division.gaps("watch") == [.noAccountable])
        #expect(
            try division.rules() == ["responsibility.no-accountable", "responsibility.no-responsible"])
        try division.assign("watch", "bodies/steering", "A")
        try division.assign("patch", "cloud", "R")
        #expect(try division.rules() == [])
    }

    @Test("Who bears more than the limit of the method is told")
    func overload() throws {
        var division = try Division()
        let limit = ResponsibilityPlaces(try Division.library.get()).mostAccountable
        let more = (0...limit).map {
            RecordChange("activities", "a\($0)", .add(["title": "A", "organisations": ["client"]]))
        }
        try division.carryOut(ChangeRecords(more))
        for index in 0..<limit { try division.assign("a\(index)", "cloud", "AR") }
        #expect(try division.checks().overloads.isEmpty)
        try division.assign("a\(limit)", "cloud", "AR")
        #expect(try division.checks().overloads.map(\.accountable) == [limit + 1])
    }

    @Test("When a party leaves it is told what falls away")
    func leaving() throws {
        var division = try Division()
        try division.assign("patch", "cloud", "AR")
        try division.assign("patch", "net", "R")
        try division.assign("watch", "net", "A")
        try division.assign("watch", "cloud", "S")
        let departure = PartyDeparture(.organisation("cloud"), from: division.matrix())
        #expect(departure.unaccounted == [.activity(ID("patch"))])
        #expect(departure.undone.isEmpty && departure.lesser == [.activity(ID("watch"))])
        try division.carryOut(
            ChangeRecords([
                RecordChange("participations", "cloud", .add(["organisation": "cloud", "status": "leaving"]))
            ]))
        #expect(try division.rules().contains("responsibility.leaving"))
    }

    @Test("A delivery model in use divides every layer; the final responsibility has one mark")
    func shared() throws {
        var division = try Division()
        let places = ResponsibilityPlaces(try Division.library.get())
        let model = "\(Division.model)/iaas"
        try division.assign("\(model)+\(Division.model)/data", "client", "A")
        try division.assign("\(model)+\(Division.model)/data", "cloud", "R")
        #expect(try division.checks().troubles.count == places.layers.count - 1)
        let shared = SharedResponsibility(division.matrix(), places)
        #expect(shared.models.map(\.id) == [model])
        let cell = shared.cell(model, "\(Division.model)/data")
        #expect(cell.final == .organisation("client") && cell.responsible == [.organisation("cloud")])
    }

    @Test("A process is complete when each of its activities is")
    func processes() throws {
        var division = try Division()
        let monitoring = "\(Division.model)/monitoring"
        try division.carryOut(
            ChangeRecords([RecordChange("activities", "watch", .patch(["process": .string(monitoring)]))]))
        func process() throws -> ProcessDivision.Process? {
            ProcessDivision(division.matrix(), try division.checks(), in: try division.situation)
                .processes.first { $0.id == monitoring }
        }
        #expect(try process()?.isComplete == false)
        try division.assign("watch", "net", "AR")
        #expect(try process()?.isComplete == true)
        #expect(try division.rules().count { $0 == "responsibility.process-empty" } == 4)
        let wrong = RecordChange("activities", "patch", .patch(["process": "elsewhere"]))
        #expect(rules { try division.carryOut(ChangeRecords([wrong])) } == ["activity.process"])
    }
}
