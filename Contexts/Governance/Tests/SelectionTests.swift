import Kernel
import Testing

@testable import Ecosystems
@testable import Governance

/// The four bidders of city-book-2 (part 2): all fictional.
struct Tender {
    static let criteria = ["track-record", "quality", "price", "buffer", "open-source"]
    static let bids: [(id: String, scores: [Int])] = [
        ("svensjors", [3, 3, 1, 1, 2]), ("smartsitty", [2, 2, 2, 3, 1]), ("meetmetmemee", [1, 2, 3, 1, 3]),
        ("demy", [1, 3, 2, 2, 3]),
    ]

    var council: Council

    init(_ bids: [(id: String, scores: [Int])] = Self.bids, assessors: [String] = ["town"]) throws {
        council = try Council()
        try council.put(
            "selections", "sensors",
            [
                "name": "Sensors", "use": "offers", "assessors": .list(assessors.map(Value.string)),
                "criteria": .list(Self.criteria.map { ["id": .string($0), "name": .string($0), "weight": 1] }),
                "options": .list(bids.map { ["id": .string($0.id), "name": .string($0.id)] }),
            ])
        for assessor in assessors { for bid in bids { try score(bid.id, bid.scores, by: assessor) } }
    }

    mutating func score(_ option: String, _ scores: [Int], by assessor: String = "town") throws {
        let lines = zip(Self.criteria, scores).map { criterion, score -> Value in
            ["criterion": .string(criterion), "score": .whole(score), "reason": "Seen"]
        }
        try council.put(
            "scorings", "\(option)-\(assessor)",
            [
                "selection": "sensors", "assessor": .string(assessor), "option": .string(option),
                "scores": .list(lines),
            ])
    }

    var selection: Selection {
        get throws { try #require(council.state[Selection.self][ID("sensors")]) }
    }

    func outcome(_ weights: [String: Int] = [:]) throws -> SelectionOutcome {
        SelectionOutcome(try selection, council.state[Scoring.self].sorted, weights: weights)
    }

    mutating func patch(_ fields: [String: Value]) throws {
        try council.carryOut(ChangeRecords([RecordChange("selections", "sensors", .patch(fields))]))
    }
}

@Suite("Selecting by criteria")
struct SelectionTests {
    @Test("The three bidders of the source end in a tie of ten; the fourth wins with eleven")
    func bidders() throws {
        let three = try Tender(Array(Tender.bids.prefix(3)))
        #expect(try three.outcome().lines.map(\.unweighted) == [10, 10, 10])
        #expect(try three.outcome().isTie && three.outcome().winners.count == 3)
        let four = try Tender()
        #expect(try four.outcome().lines.map(\.unweighted) == [10, 10, 10, 11])
        #expect(try four.outcome().winners == ["demy"])
    }

    @Test("If price counts double, two lead; the sensitivity tells it for every criterion")
    func sensitivity() throws {
        let tender = try Tender()
        #expect(try tender.outcome(["price": 2]).lines.map(\.weighted) == [11, 12, 13, 13])
        #expect(try tender.outcome(["price": 2]).winners == ["meetmetmemee", "demy"])
        let sensitivity = SelectionSensitivity(try tender.selection, tender.council.state[Scoring.self].sorted)
        #expect(sensitivity.scenarios.count == 12)
        #expect(!sensitivity.isRobust)
        let doubled = sensitivity.scenarios.first { $0.change == .doubled("track-record") }
        #expect(doubled?.outcome.winners == ["svensjors"])
    }

    @Test("Several assessors count equally; who did not score everything is told and does not count")
    func assessors() throws {
        var tender = try Tender(assessors: ["town", "school"])
        #expect(try tender.outcome().complete == [ID("school"), ID("town")])
        #expect(try tender.outcome().line("demy")?.unweighted == 22)
        #expect(try tender.outcome().line("demy")?.mean(22) == 11)
        try tender.council.carryOut(ChangeRecords([RecordChange("scorings", "demy-school", .remove)]))
        #expect(try tender.outcome().complete == [ID("town")] && tender.outcome().incomplete == [ID("school")])
        #expect(try tender.outcome().line("demy")?.unweighted == 11)
        let found = Council.catalogue.findings(try tender.council.situation).map(\.rule)
        #expect(found == ["selection.unscored"])
    }

    @Test("Scores stay on the scale, on what is there, once, in time, by an assessor, and not of one's own")
    func fair() throws {
        var tender = try Tender()
        #expect(broken { try tender.score("demy", [4, 1, 1, 1, 1]) } == ["scoring.scale"])
        #expect(broken { try tender.score("nobody", [1, 1, 1, 1, 1]) } == ["selection.option"])
        #expect(broken { try tender.score("demy", [1, 1, 1, 1, 1], by: "firm") } == ["scoring.assessor"])
        try tender.patch(["assessors": ["town", "firm"]])
        var options = try tender.selection.options.map(\.value)
        options[3] = ["id": "demy", "name": "demy", "organisation": "firm"]
        try tender.patch(["options": .list(options)])
        #expect(broken { try tender.score("demy", [1, 1, 1, 1, 1], by: "firm") } == ["scoring.own"])
        try tender.patch(["closed": "2026-06-01"])
        #expect(broken { try tender.score("demy", [1, 1, 1, 1, 1]) } == ["scoring.closed"])
    }

    @Test("What was fixed beforehand stays once somebody has scored")
    func fixed() throws {
        var tender = try Tender()
        let heavier = Value.list(Tender.criteria.map { ["id": .string($0), "name": .string($0), "weight": 2] })
        #expect(broken { try tender.patch(["criteria": heavier]) } == ["selection.fixed"])
        #expect(broken { try tender.patch(["highest": 5]) } == ["selection.fixed"])
        #expect(broken { try tender.patch(["options": []]) } == ["selection.fixed"])
    }

    @Test("A choice is the best, or drawn among equals with proof, or motivated")
    func choice() throws {
        var tender = try Tender()
        #expect(broken { try tender.patch(["chosen": "demy"]) } == ["selection.open"])
        try tender.patch(["closed": "2026-06-01"])
        #expect(broken { try tender.patch(["chosen": "smartsitty"]) } == ["selection.reasons"])
        #expect(broken { try tender.patch(["chosen": "demy", "drawn": "demy"]) } == ["selection.no-tie"])
        try tender.patch(["chosen": "demy"])
        try tender.patch(["chosen": "smartsitty", "reasons": "Most robust"])
        var tied = try Tender(Array(Tender.bids.prefix(3)))
        try tied.patch(["closed": "2026-06-01"])
        #expect(Council.catalogue.findings(try tied.council.situation).map(\.rule) == ["selection.tie"])
        #expect(broken { try tied.patch(["chosen": "svensjors"]) } == ["selection.reasons"])
        #expect(broken { try tied.patch(["chosen": "svensjors", "drawn": "svensjors"]) } == ["selection.draw"])
        try tied.patch(["chosen": "svensjors", "drawn": "svensjors", "draw": "ballots/lot-1"])
    }
}

@Suite("The lot of a selection")
struct SelectionDrawTests {
    private func tied() throws -> Tender { try Tender(Array(Tender.bids.prefix(3))) }

    @Test("The lot waits for the closing and its seed, and anyone who does it again draws the same")
    func draw() throws {
        var tender = try tied()
        let seed = LotSeed(size: 42, root: "wortel/met=teken")
        #expect(broken { try tender.council.carryOut(DrawSelection("sensors", seed: seed)) } == ["selection.open"])
        try tender.patch(["closed": "2026-06-01"])
        #expect(broken { try tender.council.carryOut(DrawSelection("sensors")) } == ["lot.early"])
        try tender.council.carryOut(DrawSelection("sensors", seed: seed))
        let selection = try tender.selection
        let draw = try #require(SelectionDraw(selection.draw))
        #expect(draw.seed == seed)
        #expect(draw.order(of: try tender.outcome().winners).first?.option == selection.drawn)
        #expect(selection.chosen == selection.drawn)
        #expect(broken { try tender.council.carryOut(DrawSelection("sensors", seed: seed)) } == ["selection.over"])
        #expect(broken { try tender.council.carryOut(DrawSelection("none", seed: seed)) } == ["selection.unknown"])
    }

    @Test("A draw that points out another option is refused, and so is drawing without a tie or opening again")
    func refused() throws {
        var tender = try tied()
        try tender.patch(["closed": "2026-06-01"])
        let draw = SelectionDraw(LotSeed(size: 7, root: "wortel"))
        let last = try #require(draw.order(of: try tender.outcome().winners).last?.option)
        #expect(
            broken { try tender.patch(["chosen": .string(last), "drawn": .string(last), "draw": .string(draw.text)]) }
                == ["selection.draw-differs"])
        #expect(broken { try tender.patch(["closed": .null]) } == ["selection.reopened"])
        var four = try Tender()
        try four.patch(["closed": "2026-06-01"])
        let seed = LotSeed(size: 1, root: "wortel")
        #expect(broken { try four.council.carryOut(DrawSelection("sensors", seed: seed)) } == ["selection.no-tie"])
    }
}
