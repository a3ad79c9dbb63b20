/// The outline of a node: shape carries meaning for whoever cannot tell the colours apart.
package enum NodeShape: String, Sendable, Hashable, CaseIterable {
    case circle, square, triangle, diamond, hexagon, ring
}

/// One party on the map, as the caller wants it drawn. Every text may be hostile: the drawing escapes and shortens it.
package struct DrawnNode: Sendable, Hashable {
    /// Unique within a drawing; of two nodes with one id the first in byte order of all fields is drawn.
    package var id: String
    /// The name beside the node; an empty one draws no label.
    package var label: String
    /// The colour class, such as `government`; turned into `sector-government`.
    package var sector: String
    package var shape: NodeShape
    /// A local path, a fragment or an http(s) address; anything else is drawn without a link.
    package var href: String
    /// The tooltip; empty means the full label.
    package var title: String
    /// How large, in px; nil: by how many it is connected with.
    package var radius: Double?

    package init(
        id: String, label: String, sector: String = "", shape: NodeShape = .circle, href: String = "",
        title: String = "", radius: Double? = nil
    ) {
        (self.id, self.label, self.sector) = (id, label, sector)
        (self.shape, self.href, self.title, self.radius) = (shape, href, title, radius)
    }
}

extension DrawnNode {
    /// A total order over all fields, by bytes, so that no order of input can show.
    static func precedes(_ one: DrawnNode, _ other: DrawnNode) -> Bool {
        one.sortKey.lexicographicallyPrecedes(other.sortKey, by: bytesPrecede)
    }

    private var sortKey: [String] { [id, label, sector, shape.rawValue, href, title] }
}

/// Whether the first text comes before the second, compared byte by byte and not by language.
func bytesPrecede(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
}
