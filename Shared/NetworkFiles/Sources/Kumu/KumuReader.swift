import Kernel

/// Reads a Kumu blueprint: `{"elements": […], "connections": […]}`, also as Kumu's own backup of a project, where what an element
/// says stands under `attributes`.
struct KumuReader {
    private let assembly: NetworkAssembly
    /// Ids of elements by label, and the labels that several have.
    private var byLabel: [String: String] = [:]
    private var shared: Set<String> = []

    /// Refuses broken JSON with line and column, and what is wrong in an element with its number.
    static func read(_ bytes: some Collection<UInt8>, into assembly: NetworkAssembly) throws(Problem) {
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let value = try JSONReader.read(bytes.dropFirst(mark))
        var reader = KumuReader(assembly: assembly)
        try reader.blueprint(value)
    }

    private init(assembly: NetworkAssembly) { self.assembly = assembly }

    private mutating func blueprint(_ value: Value) throws(Problem) {
        guard let map = value.map, let elements = map["elements"]?.list else { throw noBlueprint }
        let connections = map["connections"]?.list ?? []
        if let name = map["name"]?.string { assembly.file.name = name }
        for key in map.keys.sorted() where !["elements", "connections", "name"].contains(key) {
            assembly.remark("loss.part.\(key)", Text("het deel “\(key.inShort)”", "the part “\(key.inShort)”"))
        }
        var items: [KumuItem] = []
        for (index, element) in elements.enumerated() {
            guard let item = KumuItem(element) else { throw noObject("elements", index) }
            items.append(item)
        }
        let nodes = try KumuFields(items, own: KumuItem.ofElements, assembly)
        assembly.file.nodeFields = nodes.fields
        for (index, item) in items.enumerated() { try node(item, nodes, Place(path: ["elements", String(index)])) }
        items = []
        for (index, connection) in connections.enumerated() {
            guard let item = KumuItem(connection) else { throw noObject("connections", index) }
            items.append(item)
        }
        let edges = try KumuFields(items, own: KumuItem.ofConnections, assembly)
        assembly.file.edgeFields = edges.fields
        for (index, item) in items.enumerated() { try edge(item, edges, Place(path: ["connections", String(index)])) }
        let directions = Set(assembly.file.edges.map(\.direction))
        if directions.count == 1, let direction = directions.first { assembly.file.defaultDirection = direction }
    }

    private mutating func node(_ item: KumuItem, _ fields: KumuFields, _ place: Place) throws(Problem) {
        let label = item.text("label") ?? ""
        let id = item.text("id") ?? item.text("_id") ?? label
        if id.isEmpty {
            return try assembly.report(
                Problem(
                    "kumu.label", in: place, Text("dit element heeft geen label.", "this element has no label."),
                    mend: Text("Geef het een label of een id.", "Give it a label or an id.")))
        }
        if assembly.knows(id) {
            return try assembly.report(.twice("network.node.twice", id, place))
        }
        if byLabel.updateValue(id, forKey: label) != nil { shared.insert(label) }
        let spells = try spells(item, place)
        let entries = try fields.entries(item, place)
        try assembly.add(NetworkNode(id: id, label: label, entries: entries, spells: spells)) { place }
    }

    private func edge(_ item: KumuItem, _ fields: KumuFields, _ place: Place) throws(Problem) {
        guard let from = try end("from", item, place), let to = try end("to", item, place) else { return }
        var edge = NetworkEdge(from: from, to: to)
        edge.id = item.text("id") ?? item.text("_id") ?? ""
        edge.label = item.text("label") ?? ""
        edge.kind = item.text("type") ?? ""
        edge.weight = try weight(item, place)
        edge.direction = try direction(item, place)
        edge.spells = try spells(item, place)
        edge.entries = try fields.entries(item, place)
        try assembly.add(edge)
    }

    private func weight(_ item: KumuItem, _ place: Place) throws(Problem) -> Double? {
        let weight: Double?
        switch item.entries["weight"] {
        case nil, .null: return nil
        case .whole(let whole): weight = Double(whole)
        case .number(let number): weight = number
        case .string(let text): weight = PlainNumber.read(text)
        default: weight = nil
        }
        if let weight, weight >= 0 { return weight }
        try assembly.report(.weight(item.shown("weight"), place / "weight"))
        return nil
    }

    /// Kumu lets the kind of map decide where a connection does not say; here the caller does.
    private func direction(_ item: KumuItem, _ place: Place) throws(Problem) -> NetworkDirection {
        guard let text = item.text("direction"), !text.isEmpty else {
            return assembly.file.defaultDirection
        }
        if let direction = NetworkDirection(rawValue: text) { return direction }
        try assembly.report(.direction(text, place / "direction"))
        return .undirected
    }

    private func spells(_ item: KumuItem, _ place: Place) throws(Problem) -> [NetworkSpell] {
        guard let text = item.text("spells") else { return [] }
        if let spells = Cell.spells(text) { return spells }
        try assembly.report(.time(text, place / "spells"))
        return []
    }

    /// By id, or else by a label that only one element has.
    private func end(_ key: String, _ item: KumuItem, _ place: Place) throws(Problem) -> Int? {
        let name = item.text(key) ?? ""
        if assembly.knows(name) { return try assembly.mention(name) { place } }
        if let id = byLabel[name], !shared.contains(name) { return try assembly.mention(id) { place } }
        let problem =
            shared.contains(name)
            ? Problem(
                "kumu.label.shared", in: place / key,
                Text(
                    "meer dan één element heet “\(name.inShort)”.", "more than one element is called “\(name.inShort)”."
                ),
                mend: Text("Verwijs met de id.", "Refer by the id."))
            : Problem.unknownNode(name, place / key)
        try assembly.report(problem)
        return nil
    }

    private func noObject(_ list: String, _ index: Int) -> Problem {
        Problem(
            "kumu.object", at: [list, String(index)],
            Text("Hier hoort een groep velden te staan.", "A group of fields belongs here."),
            mend: Text("Schrijf {\"label\": \"…\"}.", "Write {\"label\": \"…\"}."))
    }

    private var noBlueprint: Problem {
        Problem(
            "kumu.blueprint",
            Text("Deze JSON heeft geen lijst elements.", "This JSON has no list elements."),
            mend: Text(
                "Kies een blueprint van Kumu: {\"elements\": […], \"connections\": […]}.",
                "Choose a blueprint of Kumu: {\"elements\": […], \"connections\": […]}."))
    }
}
