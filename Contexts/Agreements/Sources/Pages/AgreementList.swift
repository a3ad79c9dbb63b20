import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// One agreement in a list: what it is, where it stands, and the next day that matters.
package struct AgreementSummary: Sendable, Hashable {
    package let id: String
    package let name: Text
    package let kind: BlocksMethod.DocumentKind
    package let state: VersionState
    /// The version in force, or else the last; nil while nothing is fixed.
    package let version: Int?
    /// A later version on its way beside the one in force.
    package let pending: Int?
    package let pendingState: VersionState?
    package let parties: [String]
    /// How many parties are bound today.
    package let bound: Int
    /// Until when the open round or offering runs.
    package let closes: Day?

    /// Every agreement, what is on its way first, then what is in force, by name.
    package static func all(_ reader: Reader) -> [AgreementSummary] {
        reader.records(Agreement.self).map { AgreementSummary($0, reader) }
            .sorted { ($0.rank, $0.name.dutch, $0.id) < ($1.rank, $1.name.dutch, $1.id) }
    }

    private init(_ agreement: Agreement, _ reader: Reader) {
        let standing = AgreementStanding(AgreementFacts(agreement.id, in: reader.state), on: reader.today)
        id = agreement.id.rawValue
        name = agreement.name
        kind = agreement.kind
        state = standing.state
        version = (standing.current ?? standing.facts.versions.last)?.version.number
        let next = standing.current == nil ? nil : standing.pending?.version.number
        pending = next
        pendingState = next.map { standing.state(of: $0) }
        parties = agreement.parties.map(\.organisation.rawValue)
        bound = Set(standing.bonds.filter { $0.holds(on: reader.today) }.map(\.party)).count
        closes = standing.closes
    }

    private var rank: Int {
        switch pendingState ?? state {
        case .offered: 0
        case .consultation: 1
        case .draft: 2
        case .inForce: 3
        case .superseded, .ended, .lapsed: 4
        }
    }
}

extension AgreementStanding {
    /// The last day of the offering or round that still waits for an answer. Once every party has answered, or a round was
    /// overtaken by a later version, its last day matters no more.
    package var closes: Day? {
        let offered = facts.offerings.last { $0.isOpen(on: day) && isAwaited($0) }?.until
        return offered ?? facts.rounds.last { $0.isOpen(on: day) && isConsulted($0) }?.closes
    }

    private func isAwaited(_ offering: Offering) -> Bool {
        facts.fixed(offering.version)?.text.parties.contains {
            facts.lastWord(of: ID($0.id), on: offering.version, by: day) == nil
        } ?? false
    }

    private func isConsulted(_ round: Round) -> Bool {
        facts.fixed(round.version).map { state(of: $0.version.number) == .consultation } ?? false
    }
}
