import Ecosystems
import Kernel
import Parties

extension Exchange {
    /// Who gives is tied to who gets, while the activity runs for which it is given.
    static let ties = TieRule { reader in
        let periods = Dictionary(
            reader.records(Activity.self).map { ($0.id, $0.period) }, uniquingKeysWith: { first, _ in first })
        return reader.records(Exchange.self).map { exchange in
            ImpliedTie(
                .arrow(from: exchange.from.rawValue, to: exchange.to.rawValue), kind: exchange.form.relationKind,
                period: exchange.activity.flatMap { periods[$0] } ?? Period(), source: RecordPlace(exchange),
                about: exchange.what)
        }
    }
}

extension Exchange.Form {
    /// The kind of relation of the method library that comes nearest.
    fileprivate var relationKind: String {
        switch self {
        case .money: "money"
        case .data: "data-flow"
        case .knowledge: "knowledge"
        case .hours, .goods, .licence, .service: "supply"
        }
    }
}

extension Activity {
    /// Who carry out the same work, work together.
    static let ties = TieRule { reader in
        reader.records(Activity.self).filter { $0.organisations.count > 1 }.map { activity in
            ImpliedTie(
                .circle(activity.organisations.map { ImpliedTie.Member($0.rawValue) }), kind: "cooperation",
                period: activity.period, source: RecordPlace(activity), about: activity.name)
        }
    }
}
