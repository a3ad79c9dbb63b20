import Ecosystems
import Kernel
import MethodLibrary
import Parties

extension Agreement {
    /// Who are bound by the same agreement at the same time, as it follows from signatures, exits and endings up to today.
    static let ties = TieRule { reader in
        AgreementFacts.all(in: reader.state).compactMap { id, facts in
            guard let agreement = reader.record(Agreement.self, id.rawValue) else { return nil }
            let members = AgreementStanding(facts, on: reader.today).bonds.spans
            guard members.count > 1 else { return nil }
            return ImpliedTie(
                .circle(members), kind: agreement.kind.relationKind, source: RecordPlace(agreement),
                about: agreement.name)
        }
    }
}

extension BlocksMethod.DocumentKind {
    /// The kind of relation of the method library that comes nearest. Who share data under the same terms are tied both ways.
    fileprivate var relationKind: String {
        switch self {
        case .dataSharing: "data-flow"
        case .intent, .cooperation, .conduct, .accession, .charter, .covenant, .exit: "cooperation"
        }
    }
}

extension [Bond] {
    /// When each party was bound, by party and day: one stretch for versions that follow each other without a day between.
    fileprivate var spans: [ImpliedTie.Member] {
        var spans: [ImpliedTie.Member] = []
        for bond in self {
            let party = bond.party.rawValue
            if let last = spans.last, last.organisation == party, let end = last.period.until, bond.from <= end + 1 {
                spans[spans.count - 1] = .init(party, Period(from: last.period.from, until: bond.until))
            } else {
                spans.append(.init(party, Period(from: bond.from, until: bond.until)))
            }
        }
        return spans
    }
}
