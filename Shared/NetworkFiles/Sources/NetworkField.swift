/// A declared attribute of nodes or edges.
package struct NetworkField: Sendable, Hashable {
    /// By which the values refer to it in GEXF and GraphML; "" lets the writer choose.
    package var id: String
    /// What people call it; unique among the fields of the nodes, or of the edges.
    package var title: String
    package var type: NetworkType
    /// Whether its values hold for a time each, and are `NetworkValue.timed`.
    package var isTimed: Bool
    /// What holds where a node or edge says nothing; nil for nothing.
    package var standard: NetworkValue?
    /// The values to choose from, as GEXF writes them; "" for any.
    package var options: String
    /// The type as the format of the file calls it, such as `anyURI`; "" for the usual one.
    package var nativeType: String

    package init(
        _ title: String, _ type: NetworkType = .text, id: String = "", isTimed: Bool = false,
        standard: NetworkValue? = nil, options: String = "", nativeType: String = ""
    ) {
        self.id = id
        self.title = title
        self.type = type
        self.isTimed = isTimed
        self.standard = standard
        self.options = options
        self.nativeType = nativeType
    }
}

/// What the values of a field are.
package enum NetworkType: String, Sendable, CaseIterable {
    case text
    /// A whole number of at most 64 bits.
    case whole
    /// A finite number.
    case number
    case flag
    /// Texts in an order.
    case list
}

extension [NetworkField] {
    /// Identifiers by which values can refer to each field: its own where that is usable, else its number with a letter before it.
    func references(_ letter: String) -> [String] {
        var taken: Set<String> = []
        let own = map { field in !field.id.isEmpty && taken.insert(field.id).inserted ? field.id : nil }
        return own.enumerated().map { index, id in
            if let id { return id }
            var free = "\(letter)\(index)"
            while !taken.insert(free).inserted { free += "_" }
            return free
        }
    }
}
