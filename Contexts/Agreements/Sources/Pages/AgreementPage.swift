import Ecosystems
import Kernel
import MethodLibrary
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
        parties = PartyRow.all(agreement, text, standing, fixed?.version, round, lines, reader)
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

/// Where one party stands: what it said, what binds it, who may sign for it.
package struct PartyRow: Sendable, Hashable {
    package let party: String
    package let name: Text
    package let capacity: Text
    /// Clauses reacted to in the last round, of how many; nil without a round.
    package let reacted: Int?
    package let objections: Int
    package let bond: Bond?
    /// What it last said about the version that is shown.
    package let signature: Signature?
    /// A mandate that holds today, the longest; nil when nobody may sign.
    package let mandate: Mandate?
    package let isJoiner: Bool

    static func all(
        _ agreement: Agreement, _ text: AgreementDocument, _ standing: AgreementStanding, _ version: AgreementVersion?,
        _ round: Round?, _ lines: [RemarkLine], _ reader: Reader
    ) -> [PartyRow] {
        let named = text.parties.map(\.id)
        let joiners = agreement.parties.map(\.organisation.rawValue).filter { !named.contains($0) }
        let mandates = Dictionary(
            grouping: reader.state[Mandate.self].records.filter { $0.isValid(on: reader.today) }, by: \.organisation)
        return (named + joiners).map { id in
            let own = lines.filter { $0.remark.party.rawValue == id && $0.remark.round == round?.id }
            let whole = own.contains { $0.remark.clause.isEmpty }
            let clauses = Set(own.map(\.remark.clause)).intersection(text.clauses.map(\.id))
            let valid = (mandates[ID(id)] ?? []).sorted {
                ($0.period.until?.number ?? .max, $1.id) > ($1.period.until?.number ?? .max, $0.id)
            }
            return PartyRow(
                party: id, name: text.parties.first { $0.id == id }?.name ?? reader.title("organisations", id),
                capacity: agreement.parties.first { $0.organisation.rawValue == id }?.capacity ?? Text(),
                reacted: round == nil ? nil : whole ? text.clauses.count : clauses.count,
                objections: own.filter { $0.remark.sort == .objection }.count, bond: standing.bond(of: ID(id)),
                signature: version.flatMap { standing.facts.lastWord(of: ID(id), on: $0.id, by: reader.today) },
                mandate: valid.first, isJoiner: !named.contains(id))
        }
    }
}
