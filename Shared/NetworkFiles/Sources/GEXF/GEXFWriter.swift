import Kernel

/// Writes GEXF 1.3, valid against its schema unless fields of Gephi's drawing (`viz:…`) are among them.
struct GEXFWriter {
    let file: NetworkFile
    let sink: ByteSink
    private let nodeFields: [String]
    private let edgeFields: [String]

    init(_ file: NetworkFile, _ sink: ByteSink) {
        self.file = file
        self.sink = sink
        nodeFields = file.nodeFields.references("n")
        edgeFields = file.edgeFields.references("e")
    }

    func write() throws(Problem) {
        begin()
        declare(file.nodeFields, nodeFields, "node")
        declare(file.edgeFields, edgeFields, "edge")
        sink.write("    <nodes count=\"\(file.nodes.count)\">\n")
        for node in file.nodes {
            write(node)
            try sink.breathe()
        }
        sink.write("    </nodes>\n    <edges count=\"\(file.edges.count)\">\n")
        for edge in file.edges {
            write(edge)
            try sink.breathe()
        }
        sink.write("    </edges>\n  </graph>\n</gexf>\n")
    }

    private func begin() {
        let draws = (file.nodeFields + file.edgeFields).contains { $0.drawingName != nil }
        sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\"")
        if draws { sink.write(" xmlns:viz=\"http://gexf.net/1.3/viz\"") }
        sink.write(" version=\"1.3\">\n")
        if !file.name.isEmpty {
            sink.write("  <meta>\n    <description>")
            sink.write(XMLText.content(file.name))
            sink.write("</description>\n  </meta>\n")
        }
        sink.write("  <graph defaultedgetype=\"\(file.defaultDirection.rawValue)\"")
        if let form = file.timeForm {
            sink.write(" mode=\"dynamic\" timeformat=\"\(form.rawValue)\" timerepresentation=\"interval\"")
        } else {
            sink.write(" mode=\"static\"")
        }
        sink.write(">\n")
    }

    /// What changes in time is declared apart from what does not.
    private func declare(_ fields: [NetworkField], _ references: [String], _ owner: String) {
        for isTimed in [false, true] {
            let own = fields.indices.filter { fields[$0].isTimed == isTimed && fields[$0].drawingName == nil }
            if own.isEmpty { continue }
            sink.write("    <attributes class=\"\(owner)\" mode=\"\(isTimed ? "dynamic" : "static")\">\n")
            for index in own { declare(fields[index], references[index]) }
            sink.write("    </attributes>\n")
        }
    }

    private func declare(_ field: NetworkField, _ reference: String) {
        sink.write("      <attribute")
        sink.attribute("id", reference)
        sink.attribute("title", field.title)
        let keepsType = GEXFTypes.neutral[field.nativeType] == field.type
        sink.attribute("type", keepsType ? field.nativeType : GEXFTypes.usual[field.type] ?? "string")
        guard field.standard != nil || !field.options.isEmpty else { return sink.write("/>\n") }
        sink.write(">\n")
        if let standard = field.standard { element("default", Self.written(standard)) }
        if !field.options.isEmpty { element("options", field.options) }
        sink.write("      </attribute>\n")
    }

    private func element(_ name: String, _ text: String) {
        sink.write("        <\(name)>")
        sink.write(XMLText.content(text))
        sink.write("</\(name)>\n")
    }

    private func write(_ node: NetworkNode) {
        sink.write("      <node")
        sink.attribute("id", node.id)
        // Gephi shows nothing for a node without one.
        sink.attribute("label", node.shown)
        finish("node", node.spells, node.entries, file.nodeFields, nodeFields)
    }

    private func write(_ edge: NetworkEdge) {
        sink.write("      <edge")
        sink.attribute("id", unlessEmpty: edge.id)
        sink.attribute("source", file.nodes[edge.from].id)
        sink.attribute("target", file.nodes[edge.to].id)
        if edge.direction != file.defaultDirection { sink.attribute("type", edge.direction.rawValue) }
        if let weight = edge.weight { sink.attribute("weight", NetworkValue.number(weight).shortest) }
        sink.attribute("kind", unlessEmpty: edge.kind)
        sink.attribute("label", unlessEmpty: edge.label)
        finish("edge", edge.spells, edge.entries, file.edgeFields, edgeFields)
    }

    /// The times and values of a node or edge, and its end.
    private func finish(
        _ name: String, _ spells: [NetworkSpell], _ entries: [NetworkEntry], _ fields: [NetworkField],
        _ references: [String]
    ) {
        // A spell without ends would get lost as attributes.
        let inTag = spells.count == 1 && spells[0] != NetworkSpell()
        if inTag { ends(spells[0]) }
        guard !entries.isEmpty || !spells.isEmpty && !inTag else { return sink.write("/>\n") }
        sink.write(">\n")
        values(entries.filter { fields[$0.field].drawingName == nil }, references)
        if !inTag, !spells.isEmpty {
            sink.write("        <spells>\n")
            for spell in spells {
                sink.write("          <spell")
                ends(spell)
                sink.write("/>\n")
            }
            sink.write("        </spells>\n")
        }
        for entry in entries { if let drawing = fields[entry.field].drawingName { draw(drawing, entry.value) } }
        sink.write("      </\(name)>\n")
    }
}
