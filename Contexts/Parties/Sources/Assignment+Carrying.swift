import Ecosystems
import Kernel

extension Assignment {
    /// Who holds a role today; alone when no other organisation holds it.
    static let carrying = CarryingRule { reader in
        // From the state: everyone may see who holds a role, and there may be many.
        let held = reader.state[Assignment.self].sorted.filter { $0.period.contains(reader.today) }
        let holders = Dictionary(grouping: held, by: \.role).mapValues { Set($0.map(\.organisation)).count }
        return held.map { assignment in
            Carried(
                by: assignment.organisation.rawValue, isAlone: holders[assignment.role] == 1,
                what: RecordPlace(assignment),
                name: reader.library.role(assignment.role)?.name ?? Text(same: assignment.role),
                capacity: Text("vervult de rol", "fulfils the role"))
        }
    }
}

extension Boarding {
    /// Who guides a newcomer or a leaver that is not there yet.
    static let carrying = CarryingRule { reader in
        reader.records(Boarding.self).filter { $0.finished == nil }.compactMap { boarding in
            boarding.host.map { host in
                Carried(
                    by: host.rawValue, isAlone: true, what: RecordPlace(boarding),
                    name: reader.title(Boarding.naming.plural, boarding.id.rawValue),
                    capacity: Text("begeleidt", "guides"))
            }
        }
    }
}
