import NetworkMap

/// What is chosen on the map, in the order of the address: a view can be shared, kept and shown again by it.
struct MapChoice: Sendable, Hashable {
    /// Names and values, those without a value left out.
    let pairs: [(name: String, value: String)]

    /// Only what the map knows, in a fixed order, so that the same choice has one address.
    init(_ given: [(name: String, value: String)]) {
        pairs = View.parameters.flatMap { name in given.filter { $0.name == name && !$0.value.isEmpty } }
    }

    init(_ visit: Visit) {
        self.init(View.parameters.flatMap { name in visit.queries(name).map { (name: name, value: $0) } })
    }

    /// The first value; "" when it is not chosen.
    subscript(name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

    func all(_ name: String) -> Set<String> { Set(pairs.filter { $0.name == name }.map(\.value)) }

    /// The same without some, and with others.
    func with(_ changed: [(String, String)], without names: [String] = []) -> MapChoice {
        let gone = Set(names + changed.map(\.0))
        return MapChoice(pairs.filter { !gone.contains($0.name) } + changed.map { (name: $0.0, value: $0.1) })
    }

    var query: [(String, String)] { pairs.map { ($0.name, $0.value) } }

    /// Whether something narrows the map, beyond the form in which it is shown.
    var narrows: Bool { pairs.contains { !Self.forms.contains($0.name) } }

    /// What says how to look, and not at what.
    static let forms = ["view", "by", "what", "sort", "order", "shape", "depth"]

    var form: ViewForm { ViewForm(rawValue: self["view"]) ?? .network }

    static func == (one: MapChoice, other: MapChoice) -> Bool { one.key == other.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// One text for one choice.
    var key: String { pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&") }
}
