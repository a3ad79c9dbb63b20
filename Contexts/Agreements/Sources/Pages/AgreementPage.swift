import Ecosystems
import Kernel
import Parties

/// Everything that the page of one agreement shows.
package struct AgreementPage: Sendable {
    package let agreement: Agreement
    package let standing: AgreementStanding
    /// The text that is shown: a version, or the draft when nothing is fixed.
    package let text: AgreementDocument
    /// The version that is shown; nil: the draft.
    package let version: AgreementVersion?
    package let round: Round?
    package let offering: Offering?
    package let parties: [PartyRow]
    /// Remarks with what became of them, by clause; "" for the whole.
    package let remarks: [String: [RemarkLine]]
    package let isDraftAhead: Bool
    /// The version that the rows of parties are about: the one that is shown, and beside the draft the one that matters now.
    package let subject: AgreementFacts.Fixed?
    /// Whether the caller may know which parties have reacted.
    package let knowsReactions: Bool
    /// How the norms of this agreement are kept today, by clause.
    package let watched: [String: [NormStatus]]

    /// - Parameter number: the version to show; nil: what is asked about now, or else what is in force, or else the draft.
    package static func of(_ id: String, version number: Int? = nil, draft: Bool = false, _ reader: Reader)
        -> AgreementPage?
    {
        guard let agreement = reader.record(Agreement.self, id), let written = AgreementDraft(id, seenBy: reader)
        else { return nil }
        let standing = AgreementStanding(AgreementFacts(agreement.id, in: reader.state), on: reader.today)
        let fixed =
            number.flatMap { number in standing.facts.versions.first { $0.version.number == number } }
            ?? standing.pending ?? standing.current ?? standing.facts.versions.last
        if number != nil, fixed?.version.number != number { return nil }
        return AgreementPage(agreement, standing, written, draft ? nil : fixed, reader)
    }

    private init(
        _ agreement: Agreement, _ standing: AgreementStanding, _ draft: AgreementDraft,
        _ fixed: AgreementFacts.Fixed?, _ reader: Reader
    ) {
        self.agreement = agreement
        self.standing = standing
        let next = draft.document(number: (standing.facts.versions.last?.version.number ?? 0) + 1)
        text = fixed?.text ?? next
        version = fixed?.version
        isDraftAhead = standing.facts.versions.last.map { !$0.version.saysTheSame(as: next) } ?? true
        watched = Dictionary(
            grouping: Obligations(reader, agreement: agreement.id.rawValue).statuses, by: \.norm.clause)
        let rounds = standing.facts.rounds.filter { $0.version == fixed?.version.id }
        round = rounds.last { $0.isOpen(on: reader.today) } ?? rounds.last
        offering = standing.facts.offerings.last { $0.version == fixed?.version.id }
        let lines = RemarkLine.all(rounds, in: standing, reader)
        let earlier = RemarkLine.minority(before: fixed?.version.number, in: standing, since: lines, reader)
        remarks = Dictionary(grouping: earlier + lines, by: \.remark.clause)
        let subject = fixed ?? standing.pending ?? standing.current ?? standing.facts.versions.last
        self.subject = subject
        knowsReactions = reader.catalogue.kind(Remark.naming.plural).map(reader.canRead) ?? false
        parties = PartyRows(agreement, subject?.text ?? text, standing, subject?.version, reader).all
    }

    /// Versions besides the subject that parties are asked about now: in consultation, or offered to sign.
    package var alsoAsked: [AgreementVersion] {
        standing.facts.versions.map(\.version).filter { version in
            version.id != subject?.version.id
                && [.consultation, .offered].contains(standing.state(of: version.number))
        }
    }

    /// The clauses on which a party has yet to react in the open round.
    package func unanswered(by party: String) -> [DocumentClause] {
        guard let round, round.isOpen(on: standing.day) else { return [] }
        let reacted = Set(
            remarks.values.joined().filter { $0.remark.party.rawValue == party && $0.remark.round == round.id }.map(
                \.remark.clause))
        if reacted.contains("") { return [] }
        return text.clauses.filter { !reacted.contains($0.id) }
    }
}
