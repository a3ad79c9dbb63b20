import Kernel

/// Writes a network as two tables: one of edges and one of nodes. Lines end in LF, fields stand between commas.
struct CSVWriter {
    let file: NetworkFile
    let sink: ByteSink

    /// `from,to,weight,kind`, then what else the edges say; a column that no edge fills is left out.
    func edges() throws(Problem) {
        var columns = ["from", "to", "weight", "kind"]
        let hasID = file.edges.contains { !$0.id.isEmpty }
        let hasLabel = file.edges.contains { !$0.label.isEmpty }
        let hasDirection = file.edges.contains { $0.direction != .undirected }
        let hasSpells = file.edges.contains { !$0.spells.isEmpty }
        if hasID { columns.append("id") }
        if hasLabel { columns.append("label") }
        if hasDirection { columns.append("direction") }
        if hasSpells { columns.append("spells") }
        try header(columns, file.edgeFields, reserved: Set(CSVColumns.ofEdges.keys).union(["type"]))
        let ids = file.nodes.map { Self.field($0.id) }
        for edge in file.edges {
            sink.write(ids[edge.from])
            sink.write(Self.comma)
            sink.write(ids[edge.to])
            sink.write(Self.comma)
            if let weight = edge.weight { sink.write(NetworkValue.number(weight).shortest) }
            sink.write(Self.comma)
            known(edge.kind)
            if hasID { next(edge.id) }
            if hasLabel { next(edge.label) }
            if hasDirection { next(edge.direction.rawValue) }
            if hasSpells { next(Cell.written(edge.spells)) }
            entries(edge.entries, file.edgeFields.count)
            try sink.breathe()
        }
    }

    /// `id,label`, then what else the nodes say.
    func nodes() throws(Problem) {
        let hasSpells = file.nodes.contains { !$0.spells.isEmpty }
        try header(
            ["id", "label"] + (hasSpells ? ["spells"] : []), file.nodeFields, reserved: Set(CSVColumns.ofEdges.keys))
        for node in file.nodes {
            sink.write(Self.field(node.id))
            next(node.label)
            if hasSpells { next(Cell.written(node.spells)) }
            entries(node.entries, file.nodeFields.count)
            try sink.breathe()
        }
    }

    private func header(_ columns: [String], _ fields: [NetworkField], reserved: Set<String>) throws(Problem) {
        let titles = fields.map { Heading.written($0, reserved: reserved) }
        for (index, title) in (columns + titles).enumerated() {
            if index > 0 { sink.write(Self.comma) }
            sink.write(Self.field(title))
        }
        sink.write(Self.line)
    }

    private func entries(_ entries: [NetworkEntry], _ count: Int) {
        if count > 0 {
            var cells = [[UInt8]](repeating: [], count: count)
            for entry in entries {
                // An empty text is not the same as none: it stands in quotes.
                let written = Self.field(entry.value.shortest)
                cells[entry.field] = written.isEmpty ? [Self.quote, Self.quote] : written
            }
            for cell in cells {
                sink.write(Self.comma)
                sink.write(cell)
            }
        }
        sink.write(Self.line)
    }

    private func next(_ text: String) {
        sink.write(Self.comma)
        known(text)
    }

    private func known(_ text: String) { sink.write(Self.field(text)) }

    /// A text as a field: in quotes where it holds what would end the field, or begins or ends with a space.
    private static func field(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let isPlain = !bytes.contains {
            $0 == comma || $0 == quote || $0 == line || $0 == 0x0D || $0 == 0x3B || $0 == 0x09
        }
        if isPlain, bytes.first != 0x20, bytes.last != 0x20, bytes.first != 0xEF { return bytes }
        var out = [quote]
        for byte in bytes {
            if byte == quote { out.append(quote) }
            out.append(byte)
        }
        out.append(quote)
        return out
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let line = UInt8(0x0A)
}

extension NetworkValue {
    /// As `Cell` writes it, and a whole number without decimals.
    var shortest: String {
        if case .number(let number) = self, number == number.rounded(), number.magnitude < 1e15 {
            return String(Int(number))
        }
        return Cell.written(self)
    }
}
