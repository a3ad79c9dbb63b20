import Ecosystems
import Kernel
import Parties

/// Breaches that were talked through: an act `settle` about `norms/…`, by or towards the bearer, on or after the day of the breach.
///
/// The breach stays one; it no longer asks for attention.
package struct SettledBreaches: Sendable {
    private struct Key: Hashable {
        let norm: String
        let bearer: String
    }

    static let action = "settle"

    /// The last day on which it was talked through.
    private var days: [Key: Day] = [:]

    package init(_ state: EcosystemState) {
        let prefix = Norm.naming.plural + "/"
        for act in state[Act.self].records where act.what == Self.action && act.about.hasPrefix(prefix) {
            guard let on = act.on else { continue }
            for bearer in [act.by?.rawValue, act.towards?.rawValue, act.body].compactMap(\.self) where !bearer.isEmpty {
                let key = Key(norm: String(act.about.dropFirst(prefix.count)), bearer: bearer)
                days[key] = days[key].map { max($0, on) } ?? on
            }
        }
    }

    /// Whether a breach was talked through by the day on which it is looked at. One without a day is settled until it happens again.
    package func settles(_ status: NormStatus) -> Bool {
        guard status.state == .breached, let on = days[Key(norm: status.norm.id, bearer: status.bearer.id)] else {
            return false
        }
        return on <= status.day && status.due.map { $0 <= on } ?? true
    }
}
