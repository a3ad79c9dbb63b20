import Kernel

/// Something that an organisation carries today, such as an activity or a role: what others would have to take over, or would lose, without it.
package struct Carried: Sendable, Hashable {
    /// Id of the organisation.
    package let by: String
    /// Whether nobody else carries it too, as far as is recorded: it falls when this organisation goes.
    package let isAlone: Bool
    /// The record that it is: a goal, an activity, a role assignment, an agreement.
    package let what: RecordPlace
    package let name: Text
    /// In what capacity, such as “carries out” or “pays”.
    package let capacity: Text

    package init(by: String, isAlone: Bool, what: RecordPlace, name: Text, capacity: Text) {
        self.by = by
        self.isAlone = isAlone
        self.what = what
        self.name = name
        self.capacity = capacity
    }
}

/// A rule that tells what organisations carry today, as far as a caller may see it. So that one can ask what hangs on an organisation
/// without knowing what contexts there are.
package struct CarryingRule: Sendable {
    /// In any order; a record once for each organisation and capacity.
    package let carried: @Sendable (Reader) -> [Carried]

    package init(_ carried: @escaping @Sendable (Reader) -> [Carried]) { self.carried = carried }
}

extension Reader {
    /// What organisations carry, as all contexts tell it: what one carries alone first, then by kind, name and capacity.
    package var carried: [Carried] {
        catalogue.contexts.flatMap { $0.carrying.flatMap { $0.carried(self) } }.sorted {
            ($0.by, $0.isAlone ? 0 : 1, $0.what, $0.capacity.en) < ($1.by, $1.isAlone ? 0 : 1, $1.what, $1.capacity.en)
        }
    }
}
