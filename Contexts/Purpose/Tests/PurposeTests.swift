import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("The records of purpose")
struct PurposeTests {
    @Test("a goal of one organisation says of which, a shared goal does not")
    func goalOwners() throws {
        #expect(
            try Ground.refusal(of: [Ground.goal("own", ["level": "organisation"])]) == ["goal.organisation-missing"])
        #expect(try Ground.refusal(of: [Ground.goal("ours", ["organisation": "alpha"])]) == ["goal.organisation-extra"])
        #expect(
            try Ground.refusal(of: [Ground.goal("own", ["level": "organisation", "organisation": "alpha"])]).isEmpty)
    }

    @Test("goals that contribute to each other in a circle are refused")
    func cycle() throws {
        let circle = [Ground.goal("one", ["parent": "two"]), Ground.goal("two", ["parent": "one"])]
        #expect(try Ground.refusal(of: circle).contains("reference.cycle"))
    }

    @Test("a share belongs to a goal and lies between 0 and 100")
    func share() throws {
        let goal = Ground.goal("together")
        #expect(try Ground.refusal(of: [Ground.activity("work", ["share": 20])]) == ["activity.share-goal"])
        let tooMuch = Ground.activity("work", ["goal": "together", "share": 101])
        #expect(try Ground.refusal(of: [goal, tooMuch]) == ["field.range"])
    }

    @Test("nobody exchanges with themselves")
    func exchange() throws {
        #expect(try Ground.refusal(of: [Ground.gift("alpha", "alpha")]) == ["exchange.same"])
    }

    @Test("an exchange belongs to its giver, whose it is to record")
    func giver() throws {
        let kind = try #require(Ground.catalogue.kind("exchanges"))
        #expect(kind.owners(of: "x", ["from": "alpha", "to": "beta"]) == ["alpha"])
    }

    @Test(
        "money is not below zero and in a currency that exists",
        arguments: [
            ("-5", "EUR", ["money.negative"]), ("5", "XXX", ["money.currency"]), ("5", "XTS", ["money.currency"]),
            ("5", "EUR", []), ("0", "SEK", []),
        ])
    func money(_ amount: String, _ currency: String, _ rules: [String]) throws {
        let amount: Value = ["amount": .string(amount), "currency": .string(currency)]
        #expect(try Ground.refusal(of: [Ground.gift("alpha", "beta", ["amount": amount])]) == rules)
    }

    @Test("a milestone is reached today or before, not in the future")
    func reached() throws {
        func refusal(_ day: Int) throws -> [String] {
            try Ground.refusal(of: [
                Ground.goal("together"), Ground.milestone("step", ["reached": Ground.day(day)]),
            ])
        }
        #expect(try refusal(1) == ["milestone.future"])
        #expect(try refusal(0).isEmpty && refusal(-9).isEmpty)
    }

    @Test("milestones stand by day, reached or due, and those without a day last")
    func order() {
        func milestone(_ id: String, due: Int? = nil, reached: Int? = nil) -> Milestone {
            var milestone = Milestone()
            milestone.id = ID(id)
            (milestone.due, milestone.reached) = (due.map { Day(number: $0) }, reached.map { Day(number: $0) })
            return milestone
        }
        let all = [
            milestone("none"), milestone("later", due: 30), milestone("early", reached: 10),
            milestone("moved", due: 40, reached: 20),
        ]
        #expect(all.sorted(by: Milestone.inOrder).map(\.id.rawValue) == ["early", "moved", "later", "none"])
    }

    @Test("a term names roles and phases of the method library")
    func term() throws {
        func term(role: String, phase: String) -> RecordChange {
            Ground.change(
                "terms", "pilot",
                [
                    "term": "Pilot", "definition": "A trial.",
                    "meanings": [["role": .string(role), "meaning": "Costs extra"]],
                    "counterExamples": [["phase": .string(phase), "example": "A launch"]],
                ])
        }
        let good = term(role: "handbook-roles/consumer", phase: "digital-ecosystem-lifecycle/discover")
        #expect(try Ground.refusal(of: [good]).isEmpty)
        let bad = term(role: "handbook-roles/nobody", phase: "digital-ecosystem-lifecycle/nowhere")
        #expect(try Ground.refusal(of: [bad]) == ["method.missing", "method.missing"])
    }

    @Test("the day a goal is due is not called the day it was reached")
    func dueLabel() throws {
        let goals = try #require(Ground.catalogue.kind("goals"))
        #expect(goals.field("due")?.label == Text("Te halen op", "Due"))
    }

    @Test("interests can be read by participants only, everything else by everyone")
    func visibility() {
        let hidden = PurposeContext.parts.kinds.filter { $0.visibility != .everyone }
        #expect(hidden.map(\.plural) == ["interests"])
    }

    @Test("every kind and field says what it is in both languages")
    func labels() {
        for kind in PurposeContext.parts.kinds {
            let naming = kind.naming
            let texts = [naming.label, naming.pluralLabel, naming.meaning] + kind.fields.map(\.label)
            #expect(texts.allSatisfy { !$0.nl.isEmpty && !$0.en.isEmpty }, "\(kind.plural)")
        }
    }
}
