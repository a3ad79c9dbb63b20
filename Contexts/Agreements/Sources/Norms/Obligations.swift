import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Who owes what by when, and what is kept: what the norms in force come to on a day, for whoever may see them.
package struct Obligations: Sendable {
    /// A day by which something must be done.
    package struct Deadline: Sendable {
        package let day: Day
        package let status: NormStatus
        /// `Net BV: verslag doen aan de stuurgroep`.
        package let title: Text
    }

    package let day: Day
    /// By agreement, norm and bearer.
    package let statuses: [NormStatus]
    /// False when the caller may not see norms; then there are none.
    package let isOpen: Bool

    /// - Parameters:
    ///   - day: the day to look at; today unless given.
    ///   - party: only what this organisation or body bears.
    ///   - agreement: only what this agreement asks.
    package init(_ reader: Reader, on day: Day? = nil, party: String? = nil, agreement: String? = nil) {
        self.day = day ?? reader.today
        isOpen = Self.areOpen(to: reader)
        guard isOpen else {
            statuses = []
            return
        }
        let norms = NormsInForce(reader.state, on: self.day, agreement: agreement.map { ID($0) })
        let all = NormWatch.statuses(of: norms, in: reader.situation)
        statuses = party.map { party in all.filter { $0.bearer.id == party } } ?? all
    }

    static func areOpen(to reader: Reader) -> Bool {
        reader.catalogue.kind(Norm.naming.plural).map(reader.canRead) ?? false
    }

    /// How many there are in each state.
    package var counts: [NormStatus.State: Int] {
        statuses.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    }

    /// What must be done from the day itself up to and including so many days later, the first first.
    package func deadlines(within days: Int) -> [Deadline] {
        statuses.compactMap { status in
            guard status.state == .due || status.state == .atRisk, let due = status.due, due >= day, due <= day + days
            else { return nil }
            let (name, norm) = (status.bearerName, status.norm.rule.name)
            return Deadline(
                day: due, status: status,
                title: Text("\(name.dutch): \(norm.dutch)", "\(name.english): \(norm.english)"))
        }.sorted { ($0.day, $0.status.key) < ($1.day, $1.status.key) }
    }
}

extension NormStatus {
    func isMorePressing(than other: NormStatus) -> Bool {
        if state != other.state { return state < other.state }
        let (early, late) = (due?.number ?? .max, other.due?.number ?? .max)
        return early == late ? key < other.key : early < late
    }

    /// The records that count, without those that the reader may not see.
    package func evidence(seenBy reader: Reader) -> [EvidenceLink] {
        evidence.filter { link in
            guard let kind = reader.catalogue.kind(link.kind) else { return false }
            return reader.values(kind, link.id) != nil
        }
    }
}
