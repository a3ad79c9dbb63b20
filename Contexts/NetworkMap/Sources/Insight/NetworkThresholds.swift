import MethodLibrary

/// From which values on something deserves attention: those of the methods in use, which an ecosystem may change in a copy of its own.
package struct NetworkThresholds: Sendable, Hashable {
    /// Share of the shortest paths between two others, from 0 to 1.
    package let keystoneShare: Double
    /// How many organisations lose touch with the rest.
    package let cutOff: Int
    /// How many records nobody else carries.
    package let hanging: Int
    /// How many organisations get something from one supplier only.
    package let soleSupplier: Int
    /// From how many organisations a community counts.
    package let community: Int
    /// Share of the participants, or of the roles, from 0 to 1.
    package let monotonyShare: Double
    /// Share of the others that depend on one, from 0 to 1.
    package let dominanceShare: Double
    /// From how many organisations something can be said of the whole.
    package let fewest: Int

    /// What the methods in use do not say is as in the method that Stelsel brings along.
    package init(_ library: Library) {
        keystoneShare = library.threshold("keystone-share") ?? 0.3
        cutOff = Self.whole(library.threshold("cut-off") ?? 2)
        hanging = Self.whole(library.threshold("hanging") ?? 3)
        soleSupplier = Self.whole(library.threshold("sole-supplier") ?? 2)
        community = Self.whole(library.threshold("community") ?? 3)
        monotonyShare = library.threshold("monotony-share") ?? 0.75
        dominanceShare = library.threshold("dominance-share") ?? 0.5
        fewest = Self.whole(library.threshold("fewest") ?? 5)
    }

    /// At least 1, whatever a copy says.
    private static func whole(_ value: Double) -> Int { value.isFinite ? Int(min(max(value.rounded(), 1), 1e6)) : 1 }
}
