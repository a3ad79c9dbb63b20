import Kernel
import Parties

/// What a payer gets for paying (city-book-3 M9: who invests should be better off by it).
package enum Gain: String, Sendable, Hashable, CaseIterable {
    /// Named among those who benefit from the activity.
    case benefit
    /// Receives something for this activity, or in general.
    case inReturn = "in-return"
    /// Receives something, but for other activities only.
    case elsewhere
    case nothing

    package var label: Text {
        switch self {
        case .benefit: Text("heeft er baat bij", "benefits")
        case .inReturn: Text("krijgt er iets voor terug", "gets something in return")
        case .elsewhere: Text("krijgt alleen elders iets", "gets something elsewhere only")
        case .nothing: Text("krijgt niets terug", "gets nothing in return")
        }
    }
}

/// Who receives what, looked up by activity.
struct Returns {
    private var byActivity: [ID<Activity>: Set<ID<Organisation>>] = [:]
    private var general: Set<ID<Organisation>> = []
    private(set) var receivers: Set<ID<Organisation>> = []

    init(_ exchanges: some Sequence<Exchange>) {
        for exchange in exchanges {
            let gaining = [exchange.to] + exchange.benefits
            receivers.formUnion(gaining)
            if let activity = exchange.activity {
                byActivity[activity, default: []].formUnion(gaining)
            } else {
                general.formUnion(gaining)
            }
        }
    }

    func gain(of payer: ID<Organisation>, from activity: Activity) -> Gain {
        if activity.beneficiaries.contains(payer) { return .benefit }
        if byActivity[activity.id]?.contains(payer) == true || general.contains(payer) { return .inReturn }
        return receivers.contains(payer) ? .elsewhere : .nothing
    }
}
