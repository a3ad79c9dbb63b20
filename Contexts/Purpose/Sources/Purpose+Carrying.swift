import Ecosystems
import Kernel
import Parties

extension Goal {
    /// Shared goals are carried by who does the work for them; alone when all work that is left is done by one.
    static let carrying = CarryingRule { reader in
        let works = Dictionary(grouping: Work.going(reader), by: \.activity.goal)
        return reader.records(Goal.self).filter { $0.level == .shared }.flatMap { goal in
            let carriers = Set((works[goal.id] ?? []).flatMap(\.carriers))
            return carriers.map { carrier in
                Carried(
                    by: carrier.rawValue, isAlone: carriers.count == 1, what: RecordPlace(goal), name: goal.name,
                    capacity: Text("werkt eraan", "works on it"))
            }
        }
    }
}

extension Activity {
    /// Who carries out the work, and who pays for it.
    static let carrying = CarryingRule { reader in
        Work.going(reader).flatMap { work in
            carried(work.carriers, work.activity, Text("voert uit", "carries out"))
                + carried(work.payers, work.activity, Text("betaalt", "pays"))
        }
    }

    private static func carried(
        _ carriers: Set<ID<Organisation>>, _ activity: Activity, _ capacity: Text
    ) -> [Carried] {
        carriers.map {
            Carried(
                by: $0.rawValue, isAlone: carriers.count == 1, what: RecordPlace(activity), name: activity.name,
                capacity: capacity)
        }
    }
}

extension Exchange {
    /// Who gives carries the gift; alone when nobody else gives the receiver something in that form.
    static let carrying = CarryingRule { reader in
        let standing = Standing(reader.records(Participation.self))
        let gifts = reader.records(Exchange.self).filter { !standing.isGone($0.from) && !standing.isGone($0.to) }
        let givers = Dictionary(grouping: gifts) { Delivery(to: $0.to, form: $0.form) }
            .mapValues { Set($0.map(\.from)).count }
        return gifts.map { gift in
            Carried(
                by: gift.from.rawValue, isAlone: givers[Delivery(to: gift.to, form: gift.form)] == 1,
                what: RecordPlace(gift), name: gift.what,
                capacity: Text("geeft \(gift.form.label.nl)", "gives \(gift.form.label.en)"))
        }
    }

    private struct Delivery: Hashable {
        let to: ID<Organisation>
        let form: Form
    }
}

/// An activity that is not over, with who of those named are still there.
private struct Work {
    let activity: Activity
    let carriers: Set<ID<Organisation>>
    let payers: Set<ID<Organisation>>

    static func going(_ reader: Reader) -> [Work] {
        let standing = Standing(reader.records(Participation.self))
        func present(_ organisations: [ID<Organisation>]) -> Set<ID<Organisation>> {
            Set(organisations.filter { !standing.isGone($0) })
        }
        return reader.records(Activity.self).filter { $0.period.until.map { $0 >= reader.today } ?? true }.map {
            Work(activity: $0, carriers: present($0.organisations), payers: present($0.payers))
        }
    }
}
