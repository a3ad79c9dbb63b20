import Kernel
import Testing

@testable import Agreements
@testable import Ecosystems

@Suite("From a review to a draft")
struct ReviewDraftTests {
    private func review(_ proposals: Value, held: Value = "2026-03-02") -> [String: Value] {
        ["agreement": "samen", "planned": "2026-03-01", "held": held, "proposals": proposals]
    }

    @Test("What was worded goes into the clauses, in the languages in which it was; what was only wished stays a wish")
    func drafted() throws {
        var sample = try Sample.drafted()
        try sample.carryOut(ProposeVersion(agreement: "samen"))
        try sample.put(
            "reviews", "r",
            review([
                ["clause": "doel", "text": "Scherper", "wording": ["nl": "Sneller samen."]], ["text": "Later"],
                ["clause": "bijdrage", "text": "Minder"],
            ]))
        try sample.carryOut(DraftFromReview(review: "r"))
        let clause = try #require(sample.state[Clause.self][ID("doel")])
        #expect(clause.text == Text(nl: "Sneller samen.", en: "The parties work together."))
        #expect(sample.state[Review.self][ID("r")]?.proposals.map(\.adopted) == [sample.today, nil, nil])
        #expect(sample.facts.versions.first?.text.clause("doel")?.text.nl == "De partijen werken samen.")
        #expect(rules { try sample.carryOut(DraftFromReview(review: "r")) } == ["review.drafted"])
        try sample.carryOut(ProposeVersion(agreement: "samen"))
    }

    @Test("Not held, nothing worded, a clause that is gone or of another agreement, or a day to come is refused")
    func refused() throws {
        var sample = try Sample.drafted()
        #expect(rules { try sample.carryOut(DraftFromReview(review: "r")) } == ["review.unknown"])
        try sample.put("reviews", "r", ["agreement": "samen", "planned": "2026-03-01"])
        #expect(rules { try sample.carryOut(DraftFromReview(review: "r")) } == ["review.not-held"])
        #expect(rules { try sample.put("reviews", "r", review([], held: "2026-03-03")) } == ["day.future"])
        try sample.put("reviews", "r", review([["text": "Later"]]))
        #expect(rules { try sample.carryOut(DraftFromReview(review: "r")) } == ["review.nothing-worded"])
        try sample.put("agreements", "anders", ["name": "Anders", "kind": "cooperation"])
        try sample.put(
            "clauses", "vreemd", ["agreement": "anders", "position": 1, "heading": "Vreemd", "text": "Vreemd."])
        let foreign = review([["clause": "vreemd", "text": "x", "wording": "y"]])
        #expect(rules { try sample.put("reviews", "r", foreign) } == ["agreement.other"])
    }
}
