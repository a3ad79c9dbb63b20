import Kernel
import Testing

@testable import Ecosystems
@testable import Purpose

@Suite("The design canvas")
struct CanvasTests {
    private let story: [RecordChange] = [
        Ground.goal("together"), Ground.goal("part", ["parent": "together"]),
        Ground.goal("own", ["level": "organisation", "organisation": "alpha", "parent": "together"]),
        Ground.activity("work", ["organisations": ["alpha", "beta"], "goal": "part"]),
        Ground.interest("alpha", "opposing"), Ground.interest("alpha", "own"),
    ]

    @Test("in the middle stand the shared goals that contribute to no other")
    func centre() throws {
        let canvas = DesignCanvas(try Ground.reader(story))
        #expect(canvas.centre.map(\.goal.id) == ["together"])
        #expect(canvas.centre.first?.parts.map(\.id) == ["part"])
    }

    @Test("each stakeholder has its activities, opposing interests and own goals")
    func stakeholder() throws {
        let canvas = DesignCanvas(try Ground.reader(story))
        let alpha = try #require(canvas.segments.flatMap(\.stakeholders).first { $0.organisation.id == "alpha" })
        #expect(alpha.activities.map(\.id) == ["work"])
        #expect(alpha.opposing.map(\.id) == ["alpha-opposing"])
        #expect(alpha.goals.map(\.id) == ["own"])
        #expect(alpha.takesPart)
    }

    @Test("without roles the sectors are the segments, in the order of the library")
    func sectors() throws {
        let canvas = DesignCanvas(try Ground.reader(story))
        #expect(canvas.segments.map(\.group.id) == ["sector-government", "sector-company", "sector-knowledge"])
        #expect(canvas.segments.map(\.stakeholders.count) == [1, 2, 1])
    }

    @Test("roles go before sectors, parts of a role count for the whole, and other methods' roles for their like")
    func roles() throws {
        let roles = [
            Ground.role("handbook-roles/architect", "campus"), Ground.role("siam-roles/network-supplier", "alpha"),
            Ground.role("handbook-roles/consumer", "client"), Ground.role("siam-roles/service-integrator", "client"),
            Ground.role("city-deal-roles/ambassador", "beta"),
        ]
        let canvas = DesignCanvas(try Ground.reader(story + roles))
        #expect(canvas.segments.map(\.group) == [.orchestrator, .producer, .customer, .sector("company")])
        #expect(
            canvas.segments.map { $0.stakeholders.map(\.organisation.id) } == [
                ["campus"], ["alpha"], ["client"], ["beta"],
            ])
    }

    @Test("an ecosystem with a lead organisation shows which one it is")
    func lead() throws {
        let profile = Ground.change(
            "ecosystems", "ground",
            ["name": "Ground", "languages": ["nl"], "types": ["governance-forms/lead-organisation"]])
        let roles = [
            Ground.role("handbook-roles/orchestrator", "client"), Ground.role("siam-roles/service-integrator", "beta"),
        ]
        let canvas = DesignCanvas(try Ground.reader(story + roles + [profile]))
        #expect(canvas.segments.prefix(2).map(\.group) == [.leadOrganisation, .orchestrator])
        #expect(canvas.segments.first?.stakeholders.map(\.organisation.id) == ["client"])
    }

    @Test("a role that has ended counts no more")
    func ended() throws {
        let ended = Ground.change(
            "assignments", "ended",
            ["role": "handbook-roles/producer", "organisation": "alpha", "period": ["until": Ground.day(-1)]])
        let canvas = DesignCanvas(try Ground.reader(story + [ended]))
        #expect(!canvas.segments.contains { $0.group == .producer })
    }

    @Test("who left or declined is not on the canvas, nor who has nothing to do with it")
    func absent() throws {
        let changes = [Ground.participation("beta", "left"), Ground.organisation("stranger", "company")]
        let names = DesignCanvas(try Ground.reader(story + changes)).segments.flatMap(\.stakeholders).map(
            \.organisation.id)
        #expect(names.sorted() == ["alpha", "campus", "client"])
    }

    @Test("who may not see interests sees a canvas without them, and is told so")
    func visibility() throws {
        let canvas = DesignCanvas(try Ground.reader(story, seesEverything: false))
        #expect(!canvas.showsInterests)
        #expect(canvas.segments.flatMap(\.stakeholders).flatMap(\.opposing).isEmpty)
        #expect(canvas.count == 4)
    }
}
