import Ecosystems
import Kernel

/// Takes over into the text being written what a review proposed, for the next version: the start of an amendment.
///
/// Refuses a review that was not held, without proposed wordings, or whose wordings were all taken over; and a clause that is gone.
package struct DraftFromReview: Command {
    package let review: String

    package init(review: String) { self.review = review }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard var held = situation.state[Review.self][ID(review)] else { throw .notFound(.noSuchReview(review)) }
        guard held.held != nil else { throw .conflict(.reviewNotHeld) }
        let worded = held.proposals.indices.filter { held.proposals[$0].isWorded }
        guard !worded.isEmpty else { throw .conflict(.nothingWorded) }
        let open = worded.filter { held.proposals[$0].adopted == nil }
        guard !open.isEmpty else { throw .conflict(.draftedAlready) }
        var texts: [ID<Clause>: Text] = [:]
        for index in open {
            let proposal = held.proposals[index]
            guard let id = proposal.clause, let clause = situation.state[Clause.self][id] else {
                throw .invalid([Problem.clauseGone.under(String(index)).under("proposals")])
            }
            var text = texts[id] ?? clause.text
            if !proposal.wording.nl.isEmpty { text.nl = proposal.wording.nl }
            if !proposal.wording.en.isEmpty { text.en = proposal.wording.en }
            texts[id] = text
            held.proposals[index].adopted = situation.today
        }
        let proposals = held.values["proposals"] ?? .null
        let changes = texts.sorted { $0.key < $1.key }.map {
            RecordChange(Clause.naming.plural, $0.key.rawValue, .patch(["text": $0.value.value]))
        }
        return try ChangeRecords(
            changes + [RecordChange(Review.naming.plural, review, .patch(["proposals": proposals]))]
        ).decide(in: situation, catalogue: catalogue)
    }
}

extension Review.Proposal {
    /// Whether it says how a clause should read.
    package var isWorded: Bool { clause != nil && !wording.isEmpty }
}

extension Review {
    /// A review is held on a day that came, and speaks of clauses of its own agreement.
    static let guardian = ChangeGuard(Review.self) { old, new, situation in
        var problems: [Problem] = []
        if let old, old.agreement != new.agreement { problems.append(.otherAgreement("agreement")) }
        if let held = new.held, held > situation.today { problems.append(.notYet(held, "held")) }
        for (index, proposal) in new.proposals.enumerated() {
            guard let id = proposal.clause, let clause = situation.state[Clause.self][id],
                clause.agreement != new.agreement
            else { continue }
            problems.append(Problem.otherAgreement("clause").under(String(index)).under("proposals"))
        }
        return problems
    }
}

extension Problem {
    package static func noSuchReview(_ id: String) -> Problem {
        Problem(
            "review.unknown", Text("Er is geen evaluatie “\(id)”.", "There is no review “\(id)”."),
            mend: Text("Kies er een uit het verloop.", "Choose one from the course."))
    }

    fileprivate static let reviewNotHeld = Problem(
        "review.not-held", Text("Deze evaluatie is nog niet gehouden.", "This review was not held yet."),
        mend: Text("Leg eerst vast wat eruit kwam.", "First record what came out of it."))

    fileprivate static let nothingWorded = Problem(
        "review.nothing-worded",
        Text("Geen voorstel zegt hoe een bepaling moet luiden.", "No proposal says how a clause should read."),
        mend: Text("Schrijf de nieuwe tekst bij een voorstel.", "Write the new text with a proposal."))

    fileprivate static let draftedAlready = Problem(
        "review.drafted", Text("Alle voorstellen zijn al overgenomen.", "All proposals were taken over already."),
        mend: Text("Leg de tekst vast als nieuwe versie.", "Fix the text as a new version."))

    fileprivate static let clauseGone = Problem(
        "clause.unknown", at: ["clause"], Text("Deze bepaling is er niet meer.", "This clause is gone."),
        mend: Text("Kies een bepaling die er is.", "Choose a clause that is there."))
}
