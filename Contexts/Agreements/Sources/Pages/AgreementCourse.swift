import Ecosystems
import Kernel
import Parties

/// What happened to an agreement, and what is planned: the newest first.
package struct AgreementCourse: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        package let day: Day
        package let what: Text
        package let detail: Text
        /// The record to open.
        package let kind: String
        package let record: String
        package let isFuture: Bool
        /// What comes first on one day: a version, its round, its offering, its signatures, then the next version.
        let rank: [Int]
    }

    package let steps: [Step]
    /// The day of the next periodic review: planned, or else as often as the text says; nil when it says nothing.
    package let nextReview: Day?

    package static func of(_ id: String, _ reader: Reader) -> AgreementCourse? {
        guard let agreement = reader.record(Agreement.self, id) else { return nil }
        let facts = AgreementFacts(agreement.id, in: reader.state)
        let reviews = reader.records(Review.self).filter { $0.agreement == agreement.id }
        let closes = AgreementStanding(facts, on: reader.today).closes
        let builder = CourseBuilder(facts: facts, closes: closes, reader: reader)
        let all =
            builder.versions + builder.rounds + builder.offerings + builder.signatures + builder.exits
            + builder.endings + builder.reviews(reviews) + builder.terms
        let steps = all.sorted { one, other in
            one.day != other.day || one.rank == other.rank
                ? (one.day, one.record) > (other.day, other.record)
                : other.rank.lexicographicallyPrecedes(one.rank)
        }
        return AgreementCourse(steps: steps, nextReview: next(agreement, facts, reviews, on: reader.today))
    }

    private static func next(_ agreement: Agreement, _ facts: AgreementFacts, _ reviews: [Review], on day: Day) -> Day?
    {
        if let planned = reviews.filter({ $0.held == nil }).compactMap(\.planned).min() { return planned }
        let standing = AgreementStanding(facts, on: day)
        guard let months = standing.current?.text.review else { return nil }
        let last = reviews.compactMap(\.held).max() ?? standing.current.flatMap { standing.entered[$0.version.number] }
        return last?.adding(months: months)
    }
}
