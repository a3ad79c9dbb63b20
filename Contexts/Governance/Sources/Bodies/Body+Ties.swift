import Ecosystems
import Kernel
import Parties

extension Body {
    /// The lead works with every member; without a lead each member with each.
    static let ties = TieRule { reader in
        reader.records(Body.self).compactMap { body in
            let members = body.members.map(\.rawValue)
            let lead = body.lead?.rawValue
            guard !members.allSatisfy({ $0 == lead }) else { return nil }
            return ImpliedTie(
                lead.map { .star(middle: $0, others: members) } ?? .circle(members.map { ImpliedTie.Member($0) }),
                kind: "cooperation", source: RecordPlace(body), about: body.name)
        }
    }
}
