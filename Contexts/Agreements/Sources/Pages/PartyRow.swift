import Ecosystems
import Kernel
import Parties

/// Where one party stands with a version: what it said, what binds it, who may sign for it.
package struct PartyRow: Sendable, Hashable {
    /// How far reacting is.
    package enum Reaction: Sendable, Hashable {
        /// Reacted to so many clauses in the last round.
        case asked(Int, isOpen: Bool)
        /// The round opens on a day to come.
        case later(Day)
        /// It was offered to sign without a round.
        case skipped
        case notAsked
    }

    /// How far signing is.
    package enum Signing: Sendable, Hashable {
        case answered(Signature)
        case asked(until: Day?)
        /// It will be offered on a day to come.
        case later(Day)
        /// Signing is over, and the party did not answer.
        case unanswered
        /// Its round is still open, until a day.
        case consulting(until: Day?)
        /// Not a party of the text, and may accede to it.
        case mayJoin
        case notAsked
    }

    package let party: String
    package let name: Text
    package let capacity: Text
    package let reaction: Reaction
    package let objections: Int
    package let bond: Bond?
    package let signing: Signing
    /// A mandate that holds today, the longest; nil when nobody may sign.
    package let mandate: Mandate?
    package let isJoiner: Bool

    /// What it last said about the version.
    package var signature: Signature? {
        if case .answered(let signature) = signing { return signature }
        return nil
    }
}

/// The rows of all parties of a text, and of those that were named after it.
struct PartyRows {
    private let agreement: Agreement
    private let text: AgreementDocument
    private let standing: AgreementStanding
    private let version: AgreementVersion?
    private let round: Round?
    private let offering: Offering?
    private let lines: [RemarkLine]
    private let reader: Reader

    init(
        _ agreement: Agreement, _ text: AgreementDocument, _ standing: AgreementStanding, _ version: AgreementVersion?,
        _ reader: Reader
    ) {
        self.agreement = agreement
        self.text = text
        self.standing = standing
        self.version = version
        self.reader = reader
        let rounds = standing.facts.rounds.filter { $0.version == version?.id }
        round = rounds.last { $0.isOpen(on: reader.today) } ?? rounds.last
        offering = standing.facts.offerings.last { $0.version == version?.id }
        lines = RemarkLine.all(rounds, in: standing, reader)
    }

    var all: [PartyRow] {
        let named = text.parties.map(\.id)
        let joiners = agreement.parties.map(\.organisation.rawValue).filter { !named.contains($0) }
        let mandates = Dictionary(
            grouping: reader.state[Mandate.self].records.filter { $0.isValid(on: reader.today) }, by: \.organisation)
        return (named + joiners).map { id in
            let own = lines.filter { $0.remark.party.rawValue == id && $0.remark.round == round?.id }
            let longest = mandates[ID(id)]?.max {
                ($0.period.until?.number ?? .max, $1.id) < ($1.period.until?.number ?? .max, $0.id)
            }
            return PartyRow(
                party: id, name: text.parties.first { $0.id == id }?.name ?? reader.title("organisations", id),
                capacity: agreement.parties.first { $0.organisation.rawValue == id }?.capacity ?? Text(),
                reaction: reaction(own), objections: own.filter { $0.remark.sort == .objection }.count,
                bond: standing.bond(of: ID(id)), signing: signing(id, isJoiner: !named.contains(id)),
                mandate: longest, isJoiner: !named.contains(id))
        }
    }

    private func reaction(_ own: [RemarkLine]) -> PartyRow.Reaction {
        guard let round else { return offering == nil ? .notAsked : .skipped }
        if let opens = round.opens, opens > reader.today { return .later(opens) }
        let whole = own.contains { $0.remark.clause.isEmpty }
        let clauses = Set(own.map(\.remark.clause)).intersection(text.clauses.map(\.id))
        return .asked(whole ? text.clauses.count : clauses.count, isOpen: round.isOpen(on: reader.today))
    }

    private func signing(_ party: String, isJoiner: Bool) -> PartyRow.Signing {
        let today = reader.today
        if let said = version.flatMap({ standing.facts.lastWord(of: ID(party), on: $0.id, by: today) }) {
            return .answered(said)
        }
        if isJoiner { return text.open && standing.current?.version.id == version?.id ? .mayJoin : .notAsked }
        guard let offering, let on = offering.on else {
            return round?.isOpen(on: today) == true ? .consulting(until: round?.lastDay) : .notAsked
        }
        if on > today { return .later(on) }
        return offering.isOpen(on: today) ? .asked(until: offering.until) : .unanswered
    }
}
