/// A group on the rim of a drawing of flows, such as a sector.
package struct FlowGroup: Sendable, Hashable {
    package var id: String
    package var label: String
    /// The colour class.
    package var sector: String
    package var href: String

    package init(id: String, label: String, sector: String, href: String = "") {
        (self.id, self.label, self.sector, self.href) = (id, label, sector, href)
    }
}

/// What runs from one group to another, or inside one.
package struct Flow: Sendable, Hashable {
    package var from: String
    package var to: String
    /// More than 0.
    package var count: Int
    package var title: String
    package var href: String

    package init(from: String, to: String, count: Int, title: String = "", href: String = "") {
        (self.from, self.to, self.count, self.title, self.href) = (from, to, count, title, href)
    }
}
