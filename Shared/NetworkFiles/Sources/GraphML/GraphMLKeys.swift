import Kernel

/// What the keys of a GraphML file mean.
struct GraphMLKeys {
    enum Meaning: Hashable {
        case name, label, weight, kind, direction, spells
        /// Index of a field.
        case field(Int)
        /// Of another program, without a name or with elements in it.
        case foreign
    }

    private(set) var graph: [String: Meaning] = [:]
    private(set) var node: [String: Meaning] = [:]
    private(set) var edge: [String: Meaning] = [:]

    static let ofNodes: [String: Meaning] = ["label": .label, "spells": .spells]
    static let ofEdges: [String: Meaning] = [
        "label": .label, "weight": .weight, "kind": .kind, "direction": .direction, "spells": .spells,
    ]
    static let ofGraphs: [String: Meaning] = ["name": .name, "direction": .direction]
    /// Types that GraphML has itself.
    static let bare: Set<NetworkType> = [.text, .whole, .number, .flag]
    static let neutral: [String: NetworkType] = [
        "string": .text, "int": .whole, "long": .whole, "float": .number, "double": .number, "boolean": .flag,
    ]
    static let usual: [NetworkType: String] = [
        .text: "string", .whole: "long", .number: "double", .flag: "boolean", .list: "string",
    ]

    /// Reads the key that began last, to its end.
    mutating func read(_ pull: XMLPull, _ assembly: NetworkAssembly) throws(Problem) {
        let place = pull.place
        let id = try pull.attribute("id") ?? ""
        let owner = try pull.attribute("for") ?? "all"
        guard let name = try pull.attribute("attr.name") else {
            (graph[id], node[id], edge[id]) = (.foreign, .foreign, .foreign)
            return try pull.skip()
        }
        let nativeType = try pull.attribute("attr.type") ?? "string"
        guard let type = Self.neutral[nativeType] else { throw Self.unknownType(nativeType, place) }
        var field = Self.field(name, type, nativeType)
        while try pull.child() {
            guard pull.isNamed("default") else {
                try assembly.leaveOut(pull)
                continue
            }
            let text = try pull.textOfElement()
            field.standard = Cell.read(text, field.type, isTimed: field.isTimed)
            if field.standard == nil { try assembly.report(.value(text, field.type, of: field.title, place)) }
        }
        let isFree = graph[id] == nil && node[id] == nil && edge[id] == nil
        guard isFree else { return try assembly.report(.twice("graphml.key.twice", id, place)) }
        try add(id, name, type, field, owner, assembly)
    }

    /// Keeps what a key means for its owners: something known, or a field of its own.
    private mutating func add(
        _ id: String, _ name: String, _ type: NetworkType, _ field: NetworkField, _ owner: String,
        _ assembly: NetworkAssembly
    ) throws(Problem) {
        if owner == "graph" || owner == "all" { graph[id] = Self.fits(Self.ofGraphs[name], type) ?? .foreign }
        if owner == "node" || owner == "all" {
            node[id] = Self.fits(Self.ofNodes[name], type) ?? .field(assembly.file.nodeFields.count)
            if case .field = node[id] { assembly.file.nodeFields.append(assembly.file.nodeFields.uniquely(field)) }
        }
        if owner == "edge" || owner == "all" {
            edge[id] = Self.fits(Self.ofEdges[name], type) ?? .field(assembly.file.edgeFields.count)
            if case .field = edge[id] { assembly.file.edgeFields.append(assembly.file.edgeFields.uniquely(field)) }
        }
        let most = max(assembly.file.nodeFields.count, assembly.file.edgeFields.count)
        guard most <= assembly.limits.fields else { throw Problem.tooMany("keys", "sleutels", assembly.limits.fields) }
    }

    /// A known name means what it says only with the type that belongs to it.
    private static func fits(_ meaning: Meaning?, _ type: NetworkType) -> Meaning? {
        guard let meaning else { return nil }
        let isNumber = type == .whole || type == .number
        return (meaning == .weight) == isNumber && (isNumber || type == .text) ? meaning : nil
    }

    /// A name may tell a type that GraphML does not have, or be set apart from a known one.
    private static func field(_ name: String, _ type: NetworkType, _ nativeType: String) -> NetworkField {
        let heading = Heading(name)
        let native = Self.usual[type] == nativeType ? "" : nativeType
        let isOurs = heading.isTimed || heading.type == .list ? type == .text : heading.type == type
        guard let own = heading.type, isOurs else { return NetworkField(name, type, nativeType: native) }
        return NetworkField(heading.title, own, isTimed: heading.isTimed, nativeType: native)
    }

    private static func unknownType(_ type: String, _ place: Place) -> Problem {
        Problem(
            "graphml.type", in: place,
            Text("het type “\(type.inShort)” is niet bekend.", "the type “\(type.inShort)” is not known."),
            mend: Text(
                "Kies boolean, int, long, float, double of string.",
                "Choose boolean, int, long, float, double or string."))
    }
}
