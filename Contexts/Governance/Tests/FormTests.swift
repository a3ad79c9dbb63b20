import Ecosystems
import Kernel
import MethodLibrary
import Testing

@testable import Governance

@Suite("Forms of governance to begin with")
struct FormTests {
    @Test(
        "every form of the library can be set up, and then once more makes nothing",
        arguments: GovernanceForms.all(GovernanceSample.library).map(\.id))
    func setUp(form: String) throws {
        var sample = try GovernanceSample()
        try sample.carryOut(SetUpBodies(form: form))
        #expect(sample.broken(by: SetUpBodies(form: form)) == ["form.there"])
        let made = sample.state[Body.self].sorted.filter { !$0.type.isEmpty }
        #expect(made.allSatisfy { !$0.purpose.isEmpty && !$0.rhythm.isEmpty })
        #expect(made.filter { $0.parent == nil }.count == 1)
    }

    @Test("the three forms of the source are there, each with the type that it is")
    func forms() {
        let all = GovernanceForms.all(GovernanceSample.library)
        #expect(
            all.map(\.form.type) == [
                "governance-forms/self-governed", "governance-forms/lead-organisation",
                "governance-forms/administrative-organisation",
            ])
    }

    @Test("who takes part gets a seat in the body at the top, and other bodies get the seats of their sort")
    func seats() throws {
        var sample = try GovernanceSample()
        try sample.carryOut(SetUpBodies(form: "ecosystem-bodies/administrative-organisation"))
        let today = GovernanceSample.today
        let council = Seats.of(ID("eco-council"), on: today, in: sample.state)
        #expect(council.all.compactMap(\.seat.organisation?.rawValue) == ["firm", "school", "town"])
        #expect(council.voting.allSatisfy { !$0.voters.isEmpty })
        let board = Seats.of(ID("daily-board"), on: today, in: sample.state)
        #expect(board.chair?.seat.function.en == "Chair")
        let ethics = Seats.of(ID("ethics-committee"), on: today, in: sample.state).all
        #expect(ethics.count == 3 && ethics.allSatisfy(\.seat.independent))
        #expect(sample.state[Body.self][ID("management-council")]?.parent == ID("daily-board"))
        #expect(sample.state[Body.self][ID("eco-council")]?.rule?.threshold == "2/3")
    }

    @Test("a body that is there already is used, not made twice; another of the same id gets a number")
    func existing() throws {
        var sample = try GovernanceSample()
        try sample.put(
            "bodies", "ours", ["name": "Ours", "sort": "steering-group", "type": "ecosystem-bodies/steering-group"])
        try sample.put("bodies", "core-group", ["name": "Another", "sort": "panel"])
        try sample.carryOut(SetUpBodies(form: "ecosystem-bodies/lead-organisation"))
        #expect(sample.state[Body.self][ID("core-group-2")]?.parent == ID("ours"))
        #expect(sample.state[Body.self][ID("steering-group")] == nil)
    }

    @Test("a form that the library does not have is refused")
    func unknown() throws {
        #expect(try GovernanceSample().broken(by: SetUpBodies(form: "ecosystem-bodies/monarchy")) == ["form.unknown"])
    }

    @Test("the rule that a sort of body has can be counted with")
    func rules() {
        for method in GovernanceSample.library.methods(of: .bodies) {
            for type in method.bodies?.types ?? [] { #expect(type.rule?.problems ?? [] == [], "\(type.id)") }
        }
    }

    @Test("bodies are drawn in the order in which they answer to each other, with the same words in the same place")
    func drawing() throws {
        var sample = try GovernanceSample()
        try sample.carryOut(SetUpBodies(form: "ecosystem-bodies/administrative-organisation"))
        let overview = BodyOverview.of(sample.reader(administrator: true))
        #expect(
            overview.rows.map { "\($0.body.id) \($0.depth)" } == [
                "eco-council 0", "daily-board 1", "management-council 2", "working-group 3", "ethics-committee 1",
                "council 0",
            ])
        let svg = BodyDrawing(overview, language: .en) { "/b/\($0)" }.svg
        #expect(svg == BodyDrawing(overview, language: .en) { "/b/\($0)" }.svg)
        #expect(svg.contains("href=\"/b/eco-council\"") && svg.contains("<title>Eco council</title>"))
        #expect(!svg.contains("style=") && !svg.contains("<script"))
        #expect(svg.components(separatedBy: "class=\"stem\"").count == 5)
    }

    @Test("a usual rule is a share that can be reached, and the same as in a ballot file")
    func usualRules() throws {
        let sample = try GovernanceSample()
        func broken(_ rule: [String: Value]) -> [String] {
            sample.broken("bodies", "b", ["name": "B", "sort": "council", "rule": .map(rule)])
        }
        #expect(broken(["method": "qualified", "threshold": "2/3", "quorum": "1/2", "quorumOf": "seats"]) == [])
        #expect(broken(["method": "qualified", "threshold": "4/3"]) == ["rule.share"])
        #expect(broken(["method": "majority", "quorum": "half"]) == ["rule.share"])
        var rule = DecisionRule()
        rule.method = .qualified
        (rule.threshold, rule.quorum) = ("2/3", "1/2")
        #expect(
            rule.ballotRule == [
                "method": "qualified", "threshold": "2/3", "quorum": ["of": "seats", "fraction": "1/2"],
            ])
    }
}
