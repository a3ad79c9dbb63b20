import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("Findings about goals and milestones")
struct GoalFindingsTests {
    private let whole: [String: Value] = ["measure": "Share in the cloud", "target": "100%", "due": Ground.day(100)]

    @Test("without a shared goal there is something to do")
    func noneShared() throws {
        let own = Ground.goal("own", ["level": "organisation", "organisation": "alpha"])
        #expect(try Ground.findings("goal.none-shared", [own]).count == 1)
        #expect(try Ground.findings("goal.none-shared", [Ground.goal("together")]).isEmpty)
    }

    @Test("a shared goal that is not SMART says what it lacks")
    func notSmart() throws {
        let goals = [
            Ground.goal("together", ["measure": "Share in the cloud"]), Ground.goal("part", ["parent": "together"]),
            Ground.goal("clear", whole), Ground.goal("own", ["level": "organisation", "organisation": "alpha"]),
        ]

        let findings = try Ground.findings("goal.not-smart", goals)

        #expect(findings.map(\.record) == ["together", "part"])
        #expect(findings.map(\.severity) == [.warning, .notice])
        #expect(findings.first?.message.en == "The goal “Together” lacks a target and a due date.")
        #expect(findings.first?.message.nl == "Het doel “Together” mist een streefwaarde en een einddatum.")
        #expect(findings.map(\.field) == ["target", "measure"])
    }

    @Test("a goal that nobody works for is not covered, unless a goal below it is worked for")
    func noActivity() throws {
        let goals = [Ground.goal("together"), Ground.goal("part", ["parent": "together"]), Ground.goal("idle")]
        let changes = goals + [Ground.activity("work", ["goal": "part"])]
        #expect(try Ground.findings("goal.not-covered", changes).map(\.record) == ["idle"])
    }

    @Test("shares that add up to less than the whole name the gap, and how many activities give none")
    func shares() throws {
        let changes = [
            Ground.goal("together"), Ground.activity("one", ["goal": "together", "share": 50]),
            Ground.activity("two", ["goal": "together", "share": 40]), Ground.activity("three", ["goal": "together"]),
        ]
        let finding = try #require(try Ground.findings("goal.not-covered", changes).first)
        #expect(finding.message.en.hasSuffix(": 10% is not divided yet (1 without a share)."))

        let full = changes + [Ground.activity("three", ["goal": "together", "share": 10])]
        #expect(try Ground.findings("goal.not-covered", full).isEmpty)
    }

    @Test("a goal names the sectors it needs and has no carrier from")
    func helix() throws {
        let changes = [
            Ground.goal("together", ["helix": ["government", "business", "citizens"]]),
            Ground.activity("work", ["goal": "together", "organisations": ["alpha"]]),
        ]
        let finding = try #require(try Ground.findings("goal.not-covered", changes).first)
        #expect(finding.message.en.hasSuffix(": no carrier comes from: government, citizens."))
    }

    @Test("who left carries nothing any more")
    func gone() throws {
        let changes = [
            Ground.goal("together"), Ground.activity("work", ["goal": "together"]),
            Ground.participation("alpha", "left"),
        ]
        #expect(try Ground.findings("goal.not-covered", changes).count == 1)
        #expect(try Ground.findings("activity.no-one", changes).map(\.record) == ["work"])
    }

    @Test("an activity that is over needs no one")
    func over() throws {
        let changes = [
            Ground.activity("work", ["period": ["until": Ground.day(-1)]]), Ground.participation("alpha", "declined"),
        ]
        #expect(try Ground.findings("activity.no-one", changes).isEmpty)
    }

    @Test("participants without a goal of their own are named together")
    func own() throws {
        let own = Ground.goal("own", ["level": "organisation", "organisation": "alpha"])
        let findings = try Ground.findings("goal.own-missing", [own])
        #expect(findings.map(\.message.en) == ["Of 2 participants no goal of their own is known: “Beta” and “Client”."])
    }

    @Test("milestones are late after their day, soon within thirty days, and neither once reached")
    func timing() throws {
        let changes = [
            Ground.goal("together"), Ground.milestone("late", ["due": Ground.day(-1)]),
            Ground.milestone("today", ["due": Ground.day(0)]), Ground.milestone("soon", ["due": Ground.day(30)]),
            Ground.milestone("far", ["due": Ground.day(31)]),
            Ground.milestone("done", ["due": Ground.day(-9), "reached": Ground.day(-2)]),
        ]
        let late = try Ground.findings("milestone.late", changes)
        #expect(late.map(\.record) == ["late"])
        #expect(late.first?.due == Ground.today + -1)
        #expect(try Ground.findings("milestone.soon", changes).map(\.record) == ["today", "soon"])
    }

    @Test("a milestone has an owner and comes before its goal")
    func order() throws {
        let changes = [
            Ground.goal("together", ["due": Ground.day(50)]), Ground.milestone("orphan", ["owner": .null]),
            Ground.milestone("after", ["due": Ground.day(51)]), Ground.milestone("before", ["due": Ground.day(50)]),
        ]
        #expect(try Ground.findings("milestone.no-owner", changes).map(\.record) == ["orphan"])
        #expect(try Ground.findings("milestone.after-goal", changes).map(\.record) == ["after"])
    }
}
