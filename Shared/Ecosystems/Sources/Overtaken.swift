import Kernel

/// A change that was overtaken: someone else changed the same record after it was begun. Field by field, what to go on with.
package struct Overtaken: Sendable, Hashable {
    /// What the form goes on with: one's own where one wrote something else, theirs in the other fields.
    package let values: [String: Value]
    /// Fields that only they changed, with what they wrote.
    package let taken: [String: Value]
    /// Fields in which both wrote something else, with what they wrote.
    package let disputed: [String: Value]

    /// - Parameter seen: the record as it was when the change was begun; nil when that is not known any more.
    package init(
        _ mine: [String: Value], theirs: [String: Value], seen: [String: Value]?, fields: [FieldDescription]
    ) {
        var (values, taken, disputed) = (mine, [String: Value](), [String: Value]())
        for name in fields.map(\.name) {
            let (own, other) = (mine[name] ?? .null, theirs[name] ?? .null)
            guard own != other else { continue }
            let before = seen.map { $0[name] ?? .null }
            if other == before { continue }
            if own == before {
                values[name] = other
                taken[name] = other
            } else {
                disputed[name] = other
            }
        }
        (self.values, self.taken, self.disputed) = (values, taken, disputed)
    }
}
