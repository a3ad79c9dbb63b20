/// One relation on the map. Ends that are not among the nodes make the drawing leave the relation out.
package struct DrawnEdge: Sendable, Hashable {
    package var id: String
    package var from: String
    package var to: String
    /// The relation type, such as `supply`; turned into `kind-supply`.
    package var kind: String
    /// Draws an arrowhead at `to`.
    package var directed: Bool
    /// The tooltip of the line; may be empty.
    package var label: String
    /// Thicker when larger than the others; not a finite number above 0 counts as 1.
    package var weight: Double
    /// Follows from other records; drawn fainter, in a pattern of its own.
    package var derived: Bool

    package init(
        id: String, from: String, to: String, kind: String = "", directed: Bool = false, label: String = "",
        weight: Double = 1, derived: Bool = false
    ) {
        (self.id, self.from, self.to, self.kind) = (id, from, to, kind)
        (self.directed, self.label, self.weight, self.derived) = (directed, label, weight, derived)
    }
}
