/// What a node or edge says in one field.
package struct NetworkEntry: Sendable, Hashable {
    /// Index into the fields of the nodes or of the edges.
    package var field: Int
    package var value: NetworkValue

    package init(_ field: Int, _ value: NetworkValue) {
        self.field = field
        self.value = value
    }
}

/// A value of one of the types that a field may have.
package enum NetworkValue: Sendable, Hashable {
    case text(String)
    case whole(Int)
    /// Always finite.
    case number(Double)
    case flag(Bool)
    case list([String])
    /// Values that each held for a time.
    case timed([NetworkMoment])
}

/// A value and when it held.
package struct NetworkMoment: Sendable, Hashable {
    package var spell: NetworkSpell
    /// Never itself timed.
    package var value: NetworkValue

    package init(_ spell: NetworkSpell, _ value: NetworkValue) {
        self.spell = spell
        self.value = value
    }
}

/// From a time up to and including a time; nil leaves that end open. A moment begins and ends at the same time.
///
/// A time is written as in GEXF: a day (`2026-11-21`), a day with a time (`2026-11-21T10:00:00Z`), or a number.
package struct NetworkSpell: Sendable, Hashable {
    package var start: String?
    package var end: String?

    package init(_ start: String? = nil, _ end: String? = nil) {
        self.start = start
        self.end = end
    }
}
