import Ecosystems
import Kernel

/// Keeps the records whose fields hold exactly what was asked: `?sector=government`. Refuses what the field can never hold.
struct RecordFilter: Sendable {
    private let wanted: [(field: String, text: String)]

    init(_ ask: Ask, _ kind: Kind) throws(Refusal) {
        var wanted: [(field: String, text: String)] = []
        var problems: [Problem] = []
        for field in kind.filters {
            guard let text = try ask.query(field.name) else { continue }
            wanted.append((field.name, text))
            if let possible = field.shape.possible(unless: text) { problems.append(.badFilter(field, text, possible)) }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
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
    /// What may be asked for, when this text may not; nil when it may, or when only the records can tell.
    fileprivate func possible(unless text: String) -> Text? {
        switch self {
        case .choice(let choices):
            choices.contains { $0.id == text } ? nil : Text(same: choices.map(\.id).joined(separator: ", "))
        case .flag: ["true", "false"].contains(text) ? nil : Text(same: "true, false")
        case .whole: Int(text) == nil ? Text("een heel getal", "a whole number") : nil
        case .day: Day(text) == nil ? Text("een dag, zoals 2026-11-27", "a day, such as 2026-11-27") : nil
        case .list(let element): element.possible(unless: text)
        default: nil
        }
    }

    fileprivate var isFilter: Bool {
        switch self {
        case .line, .text(long: false), .flag, .whole, .number, .day, .choice, .method, .reference, .registered, .web:
            true
        case .list(let element): element.isFilter
        default: false
        }
    }
}
