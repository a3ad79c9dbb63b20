import Ecosystems
import Kernel

/// A record as it was sent: its fields, and what the body itself says of id and version.
struct RecordBody: Sendable {
    let object: [String: Value]
    let id: String?
    let version: Int?
    var fields: [String: Value]

    init(_ object: [String: Value]) throws(Refusal) {
        var problems: [Problem] = []
        self.object = object
        fields = object
        switch fields.removeValue(forKey: "id") {
        case nil, .null: id = nil
        case .string(let text): id = text
        default:
            id = nil
            problems.append(.wrong("id", "een tekst", "a text"))
        }
        switch fields.removeValue(forKey: "version") {
        case nil, .null: version = nil
        case .whole(let number) where number >= 0: version = number
        default:
            version = nil
            problems.append(.wrong("version", "een versienummer", "a version number"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    /// Refuses a body for another record than the address names.
    func refuseOther(than wanted: String) throws(Refusal) {
        if let id, id != wanted { throw .invalid([.otherID(id, wanted)]) }
    }
}

/// JSON merge patch (RFC 7396) inside the fields of a record: groups are merged, everything else is replaced.
enum MergePatch {
    /// The patch with each group completed by what is there now.
    static func completed(_ patch: [String: Value], on current: [String: Value], _ kind: Kind) -> [String: Value] {
        var completed = patch
        for (name, value) in patch {
            guard case .map = value, let now = current[name] else { continue }
            completed[name] = merged(value, onto: bothLanguages(now, kind.field(name)?.shape))
        }
        return completed
    }

    /// A text that is the same in both languages is kept as one string; a patch of one language needs them apart.
    private static func bothLanguages(_ value: Value, _ shape: FieldShape?) -> Value {
        guard case .text = shape, case .string = value else { return value }
        return ["nl": value, "en": value]
    }

    private static func merged(_ patch: Value, onto target: Value) -> Value {
        guard case .map(let changes) = patch else { return patch }
        var result = target.map ?? [:]
        for (key, change) in changes { result[key] = change.isNull ? nil : merged(change, onto: result[key] ?? .null) }
        return .map(result)
    }
}
