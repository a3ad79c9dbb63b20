import Ecosystems
import Kernel

/// Keeps the records whose fields hold exactly what was asked: `?sector=government`.
struct RecordFilter: Sendable {
    private let wanted: [(field: String, text: String)]

    init(_ ask: Ask, _ kind: Kind) throws(Refusal) {
        var wanted: [(field: String, text: String)] = []
        for field in kind.filters { if let text = try ask.query(field.name) { wanted.append((field.name, text)) } }
        self.wanted = wanted
    }

    func keeps(_ values: [String: Value]) -> Bool {
        wanted.allSatisfy { Self.holds(values[$0.field] ?? .null, $0.text) }
    }

    private static func holds(_ value: Value, _ text: String) -> Bool {
        switch value {
        case .null: text == "false"
        case .flag(let flag): text == String(flag)
        case .whole(let number): text == String(number)
        case .number: text == CanonicalJSON.string(value)
        case .string(let string): text == string
        case .list(let items): items.contains { holds($0, text) }
        case .map(let entries): entries.values.contains(.string(text))
        }
    }
}

extension Kind {
    private static let ours = ["cursor", "limit", "asOf", "lang"]

    /// The fields by which a list can be narrowed.
    var filters: [FieldDescription] { fields.filter { $0.shape.isFilter && !Self.ours.contains($0.name) } }
}

extension FieldShape {
    fileprivate var isFilter: Bool {
        switch self {
        case .line, .text(long: false), .flag, .whole, .number, .day, .choice, .method, .reference, .registered, .web:
            true
        case .list(let element): element.isFilter
        default: false
        }
    }
}
