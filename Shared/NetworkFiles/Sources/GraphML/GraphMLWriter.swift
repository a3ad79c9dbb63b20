import Kernel

/// Writes GraphML with attributes. What GraphML has no place for stands in data of our own: kinds, labels, spells, mutual edges.
struct GraphMLWriter {
    let file: NetworkFile
    let sink: ByteSink

    func write() throws(Problem) {
        sink.write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
        keys()
        let isDirected = file.defaultDirection == .directed
        sink.write("  <graph edgedefault=\"\(isDirected ? "directed" : "undirected")\">\n")
        data("name", file.name, indent: "    ")
        if file.defaultDirection == .mutual { data("graph-direction", "mutual", indent: "    ") }
        for node in file.nodes {
            write(node)
            try sink.breathe()
        }
        for edge in file.edges {
            write(edge)
            try sink.breathe()
        }
        sink.write("  </graph>\n</graphml>\n")
    }

    private func keys() {
        let (nodes, edges) = (file.nodes, file.edges)
        key("name", "graph", "name", "string", if: !file.name.isEmpty)
        key("graph-direction", "graph", "direction", "string", if: file.defaultDirection == .mutual)
        key("label", "node", "label", "string", if: nodes.contains { !$0.label.isEmpty })
        key("spells", "node", "spells", "string", if: nodes.contains { !$0.spells.isEmpty })
        key("weight", "edge", "weight", "double", if: edges.contains { $0.weight != nil })
        key("kind", "edge", "kind", "string", if: edges.contains { !$0.kind.isEmpty })
        key("edge-label", "edge", "label", "string", if: edges.contains { !$0.label.isEmpty })
        key("edge-direction", "edge", "direction", "string", if: edges.contains { $0.direction == .mutual })
        key("edge-spells", "edge", "spells", "string", if: edges.contains { !$0.spells.isEmpty })
        for (index, field) in file.nodeFields.enumerated() {
            key("n\(index)", "node", field, reserved: Set(GraphMLKeys.ofNodes.keys))
        }
        for (index, field) in file.edgeFields.enumerated() {
            key("e\(index)", "edge", field, reserved: Set(GraphMLKeys.ofEdges.keys))
        }
    }

    private func key(_ id: String, _ owner: String, _ name: String, _ type: String, if isUsed: Bool) {
        guard isUsed else { return }
        begin(id, owner, name, type)
        sink.write("/>\n")
    }

    private func key(_ id: String, _ owner: String, _ field: NetworkField, reserved: Set<String>) {
        let name = Heading.written(field, reserved: reserved, bare: GraphMLKeys.bare)
        let keepsType = !field.isTimed && GraphMLKeys.neutral[field.nativeType] == field.type
        let usual = field.isTimed ? "string" : GraphMLKeys.usual[field.type] ?? "string"
        begin(id, owner, name, keepsType ? field.nativeType : usual)
        guard let standard = field.standard else { return sink.write("/>\n") }
        sink.write(">\n    <default>")
        sink.write(XMLText.content(standard.shortest))
        sink.write("</default>\n  </key>\n")
    }

    private func begin(_ id: String, _ owner: String, _ name: String, _ type: String) {
        sink.write("  <key id=\"\(id)\" for=\"\(owner)\"")
        sink.attribute("attr.name", name)
        sink.attribute("attr.type", type)
    }

    private func write(_ node: NetworkNode) {
        sink.write("    <node")
        sink.attribute("id", node.id)
        if node.label.isEmpty, node.spells.isEmpty, node.entries.isEmpty { return sink.write("/>\n") }
        sink.write(">\n")
        data("label", node.label)
        data("spells", Cell.written(node.spells))
        for entry in node.entries { value("n\(entry.field)", entry.value.shortest) }
        sink.write("    </node>\n")
    }

    private func write(_ edge: NetworkEdge) {
        sink.write("    <edge")
        sink.attribute("id", unlessEmpty: edge.id)
        sink.attribute("source", file.nodes[edge.from].id)
        sink.attribute("target", file.nodes[edge.to].id)
        let isMutual = edge.direction == .mutual
        if edge.direction != file.defaultDirection, !isMutual || file.defaultDirection == .directed {
            sink.attribute("directed", edge.direction == .directed ? "true" : "false")
        }
        let isBare = edge.weight == nil && edge.kind.isEmpty && edge.label.isEmpty && !isMutual
        if isBare, edge.spells.isEmpty, edge.entries.isEmpty { return sink.write("/>\n") }
        sink.write(">\n")
        if let weight = edge.weight { value("weight", NetworkValue.number(weight).shortest) }
        data("kind", edge.kind)
        data("edge-label", edge.label)
        if isMutual { data("edge-direction", "mutual") }
        data("edge-spells", Cell.written(edge.spells))
        for entry in edge.entries { value("e\(entry.field)", entry.value.shortest) }
        sink.write("    </edge>\n")
    }

    /// Data that says nothing when it is empty.
    private func data(_ key: String, _ text: String, indent: String = "      ") {
        if !text.isEmpty { value(key, text, indent: indent) }
    }

    private func value(_ key: String, _ text: String, indent: String = "      ") {
        sink.write("\(indent)<data key=\"\(key)\">")
        sink.write(XMLText.content(text))
        sink.write("</data>\n")
    }
}
