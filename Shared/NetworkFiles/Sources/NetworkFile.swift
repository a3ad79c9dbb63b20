/// A network as files carry it: who there is, who is tied to whom, and everything that is said of both. It belongs to no format,
/// and every format is read into it and written from it.
package struct NetworkFile: Sendable, Hashable {
    /// What the network is called; "" when the file does not say.
    package var name = ""
    /// Whether its edges have a direction, where an edge itself does not say.
    package var defaultDirection = NetworkDirection.undirected
    /// What nodes may say; declared, whether or not a node says it.
    package var nodeFields: [NetworkField] = []
    /// What edges may say.
    package var edgeFields: [NetworkField] = []
    /// In the order of the file.
    package var nodes: [NetworkNode] = []
    /// In the order of the file.
    package var edges: [NetworkEdge] = []

    /// A network of nothing.
    package init() {}

    /// What a node says in a field, by the title of the field; nil when it says nothing.
    package func value(of node: NetworkNode, _ title: String) -> NetworkValue? {
        Self.value(in: node.entries, nodeFields, title)
    }

    /// What an edge says in a field, by the title of the field; nil when it says nothing.
    package func value(of edge: NetworkEdge, _ title: String) -> NetworkValue? {
        Self.value(in: edge.entries, edgeFields, title)
    }

    private static func value(
        in entries: [NetworkEntry], _ fields: [NetworkField], _ title: String
    ) -> NetworkValue? {
        guard let field = fields.firstIndex(where: { $0.title == title }) else { return nil }
        return entries.first { $0.field == field }?.value
    }
}

/// Who or what stands in a network.
package struct NetworkNode: Sendable, Hashable {
    /// Unique in the file and never empty.
    package var id: String
    /// What to call it; "" when that is its id.
    package var label: String
    /// What it says in its fields, in their order, at most once in each.
    package var entries: [NetworkEntry]
    /// When it was there; none means always.
    package var spells: [NetworkSpell]

    /// A label that is the same as the id says nothing more, and is left out.
    package init(id: String, label: String = "", entries: [NetworkEntry] = [], spells: [NetworkSpell] = []) {
        self.id = id
        // By bytes: two spellings of one letter are the same text to Swift, and not to a file.
        self.label = label.utf8.elementsEqual(id.utf8) ? "" : label
        self.entries = entries
        self.spells = spells
    }

    /// The label, or else the id.
    package var shown: String { label.isEmpty ? id : label }
}

/// A tie between two nodes, or of a node with itself. Two edges may say the same: nothing is merged.
package struct NetworkEdge: Sendable, Hashable {
    /// Unique among the edges that have one; "" for none.
    package var id: String
    /// Index into the nodes of the file.
    package var from: Int
    /// Index into the nodes of the file.
    package var to: Int
    package var direction: NetworkDirection
    /// At least 0 and finite; nil when the file does not say.
    package var weight: Double?
    /// What kind of tie; "" when the file does not say.
    package var kind: String
    /// What to call it; "" for nothing.
    package var label: String
    /// What it says in its fields, in their order, at most once in each.
    package var entries: [NetworkEntry]
    /// When it held; none means always.
    package var spells: [NetworkSpell]

    package init(
        id: String = "", from: Int, to: Int, direction: NetworkDirection = .undirected, weight: Double? = nil,
        kind: String = "", label: String = "", entries: [NetworkEntry] = [], spells: [NetworkSpell] = []
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.direction = direction
        self.weight = weight
        self.kind = kind
        self.label = label
        self.entries = entries
        self.spells = spells
    }
}

/// Which way an edge runs; `mutual` is two directed edges in one.
package enum NetworkDirection: String, Sendable, CaseIterable {
    case directed
    case undirected
    case mutual
}
