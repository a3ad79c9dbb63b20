import Kernel

/// Writes a Kumu blueprint, one element or connection a line, keys in a fixed order. Connections refer by id.
struct KumuWriter {
    let file: NetworkFile
    let sink: ByteSink
    private let nodeKeys: [String]
    private let edgeKeys: [String]

    init(_ file: NetworkFile, _ sink: ByteSink) {
        self.file = file
        self.sink = sink
        nodeKeys = Self.keys(file.nodeFields, file.nodes.lazy.flatMap(\.entries), reserved: KumuItem.ofElements)
        edgeKeys = Self.keys(file.edgeFields, file.edges.lazy.flatMap(\.entries), reserved: KumuItem.ofConnections)
    }

    func write() throws(Problem) {
        sink.write("{\"elements\": [")
        for (index, node) in file.nodes.enumerated() { try line(index, element(node)) }
        sink.write("\n], \"connections\": [")
        for (index, edge) in file.edges.enumerated() { try line(index, connection(edge)) }
        sink.write("\n]}\n")
    }

    private func line(_ index: Int, _ entries: [String: Value]) throws(Problem) {
        sink.write(index == 0 ? "\n" : ",\n")
        sink.write(CanonicalJSON.bytes(.map(entries)))
        try sink.breathe()
    }

    private func element(_ node: NetworkNode) -> [String: Value] {
        var entries: [String: Value] = ["id": .string(node.id), "label": .string(node.shown)]
        if !node.spells.isEmpty { entries["spells"] = .string(Cell.written(node.spells)) }
        for entry in node.entries { entries[nodeKeys[entry.field]] = Self.value(entry.value) }
        return entries
    }

    private func connection(_ edge: NetworkEdge) -> [String: Value] {
        var entries: [String: Value] = [
            "from": .string(file.nodes[edge.from].id), "to": .string(file.nodes[edge.to].id),
            "direction": .string(edge.direction.rawValue),
        ]
        if !edge.id.isEmpty { entries["id"] = .string(edge.id) }
        if !edge.label.isEmpty { entries["label"] = .string(edge.label) }
        if !edge.kind.isEmpty { entries["type"] = .string(edge.kind) }
        if let weight = edge.weight { entries["weight"] = Value(normal: weight) }
        if !edge.spells.isEmpty { entries["spells"] = .string(Cell.written(edge.spells)) }
        for entry in edge.entries { entries[edgeKeys[entry.field]] = Self.value(entry.value) }
        return entries
    }

    /// Values that change in time, and whole numbers that JSON does not hold exactly, stand there as text.
    private static func value(_ value: NetworkValue) -> Value {
        switch value {
        case .text(let text): .string(text)
        case .whole(let whole): whole.magnitude <= 1 << 53 ? .whole(whole) : .string(String(whole))
        case .number(let number): Value(normal: number)
        case .flag(let flag): .flag(flag)
        case .list(let items): .list(items.map(Value.string))
        case .timed: .string(Cell.written(value))
        }
    }

    /// Titles as they are, where the values alone tell the type.
    private static func keys(
        _ fields: [NetworkField], _ entries: some Sequence<NetworkEntry>, reserved: Set<String>
    ) -> [String] {
        var tellsType = [Bool](repeating: false, count: fields.count)
        var isLarge = tellsType
        for entry in entries {
            switch entry.value {
            case .number(let number):
                if number != number.rounded() || number.magnitude > 0x1p53 { tellsType[entry.field] = true }
            case .whole(let whole): if whole.magnitude > 1 << 53 { isLarge[entry.field] = true }
            default: break
            }
        }
        return fields.enumerated().map { index, field in
            var bare: Set<NetworkType> = [.text, .flag, .list]
            if tellsType[index] { bare.insert(.number) }
            if !isLarge[index] { bare.insert(.whole) }
            return Heading.written(field, reserved: reserved.union(KumuItem.taken), bare: bare)
        }
    }
}
