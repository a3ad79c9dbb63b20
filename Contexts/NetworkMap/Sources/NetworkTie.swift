import Ecosystems
import Kernel

/// One tie between two organisations of a network: a relation that somebody recorded, or one that follows from another record.
package struct NetworkTie: Sendable, Hashable {
    /// The id of the relation; for a tie that follows from another record `kind/id`, and the ids of both ends where that record makes several ties.
    package let id: String
    /// Places of the ends in the network's organisations; a relation without direction has them as they were recorded.
    package let from: Int
    package let to: Int
    /// Id of a kind of relation of the method library.
    package let kind: String
    /// Whether it goes one way only, from `from` to `to`.
    package let isDirected: Bool
    /// How heavy it is, above 0; nil where nobody said, which counts as 1. In a circle of n parties each tie weighs 1/(n − 1), so that each
    /// party brings a weight of 1 to it, however large it is (Newman 2001 weighs authors of one paper so).
    package let weight: Double?
    package let period: Period
    /// How the sides see it; only of recorded relations.
    package let sides: TieSides
    /// Place of what it follows from in the network's `implied`; nil for a relation that was recorded.
    let cause: Int?

    /// Whether it follows from another record than a relation.
    package var isDerived: Bool { cause != nil }

    /// How good it is, as far as the sides that told agree; nil when nobody told or when they differ.
    package var quality: TieQuality? { sides.agreed }
}

/// How the two sides of a relation last said that it is; nil for a side that said nothing.
package struct TieSides: Sendable, Hashable {
    package var from: TieQuality?
    package var to: TieQuality?

    package init(from: TieQuality? = nil, to: TieQuality? = nil) {
        self.from = from
        self.to = to
    }

    /// What both say, or the only one that says something.
    package var agreed: TieQuality? { isDisputed ? nil : from ?? to }

    /// Both told, and differ.
    package var isDisputed: Bool {
        guard let from, let to else { return false }
        return from != to
    }
}
