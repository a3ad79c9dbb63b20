import Ecosystems
import Kernel
import MethodLibrary

extension Organisation {
    /// What is part of another organisation belongs to it.
    static let ties = TieRule { reader in
        // From the state: everyone may see the parent, and there may be many.
        reader.state[Organisation.self].records.compactMap { organisation in
            organisation.parent.map { parent in
                ImpliedTie(
                    .arrow(from: organisation.id.rawValue, to: parent.rawValue), kind: "membership",
                    source: RecordPlace(organisation), about: Text("onderdeel", "part"))
            }
        }
    }
}

extension Assignment {
    /// Who holds a role is over those who hold a part of it, where the whole has one holder at a time: with more it is not said who is over whom.
    /// That a director of the ecosystem is over everybody is no tie: it would tell the same of each ecosystem.
    static let ties = TieRule { reader in
        let holders = Dictionary(grouping: reader.state[Assignment.self].sorted, by: \.role)
        return holders.values.joined().flatMap { part -> [ImpliedTie] in
            guard let whole = reader.library.whole(of: part.role), let over = holders[whole],
                Set(over.map(\.organisation)).count == 1
            else { return [] }
            return over.filter { $0.organisation != part.organisation }.compactMap { director in
                guard let period = director.period.common(with: part.period) else { return nil }
                return ImpliedTie(
                    .arrow(from: director.organisation.rawValue, to: part.organisation.rawValue), kind: "governance",
                    period: period, source: RecordPlace(part),
                    about: reader.library.role(part.role)?.name ?? Text(same: part.role))
            }
        }
    }
}

extension Boarding {
    /// Who guides a newcomer or a leaver works with it, while that lasts.
    static let ties = TieRule { reader in
        reader.records(Boarding.self).compactMap { boarding in
            guard let host = boarding.host, host != boarding.organisation else { return nil }
            return ImpliedTie(
                .star(middle: host.rawValue, others: [boarding.organisation.rawValue]), kind: "cooperation",
                period: Period(from: boarding.started, until: boarding.finished), source: RecordPlace(boarding),
                about: boarding.direction.label)
        }
    }
}

extension Library {
    /// The role of which a role is a part, both as `method/role`; nil when it is no part.
    fileprivate func whole(of id: String) -> String? {
        guard let slash = id.firstIndex(of: "/"), let whole = role(id)?.partOf, !whole.isEmpty else { return nil }
        return "\(id[..<slash])/\(whole)"
    }
}

extension Period {
    /// The days that both have; nil when they have none.
    fileprivate func common(with other: Period) -> Period? {
        let from = [from, other.from].compactMap { $0 }.max()
        let until = [until, other.until].compactMap { $0 }.min()
        if let from, let until, until < from { return nil }
        return Period(from: from, until: until)
    }
}
