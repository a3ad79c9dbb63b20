import Ecosystems
import Hummingbird
import Kernel

/// Many changes in one command: all happen, or none.
struct ChangesResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [Endpoint(.post, "/ecosystems/{ecosystem}/changes", EcosystemSheets.changes, handle: carryOut)]
    }

    func carryOut(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        let wish = try ChangeWish(body, kinds: room.catalogue.kinds)
        let caller = try ask.writer(of: ask.parameter("ecosystem"))
        let name = try ask.commandName(body)
        let outcome = try await perform(wish, in: room.ecosystem(ask), by: caller, name, mayRead: ask.mayRead)
        let touched = outcome.touched.map { place -> Value in
            let parts = place.split(separator: "/", maxSplits: 1).map(String.init)
            return ["kind": .string(parts.first ?? ""), "id": .string(parts.last ?? "")]
        }
        return Answer([
            "sequence": .whole(outcome.sequence), "touched": .list(touched), "isRepeated": .flag(outcome.repeated),
        ])
    }
}

extension ChangesResource {
    /// Carries out the wish; tells a stale version with both versions.
    private func perform(
        _ wish: ChangeWish, in ecosystem: Ecosystem, by caller: Caller, _ name: CommandName?, mayRead: Bool
    ) async throws -> Outcome {
        do { return try await ecosystem.perform(wish.command, by: caller, name: name) } catch {
            guard mayRead, case .conflict(let problem) = error, problem.rule == "record.stale",
                let change = wish.changes.first(where: { "\($0.kind)/\($0.id)" == problem.path.first }),
                let seen = change.seen, let kind = room.catalogue.kind(change.kind)
            else { throw error }
            throw await StaleRecord(ecosystem, caller, kind).refusal(problem, id: change.id, seen: seen)
        }
    }
}

/// The changes that a body asks for; every mistake in it is told at once.
struct ChangeWish: Sendable {
    private(set) var changes: [RecordChange] = []
    private var reason = ""
    private var problems: [Problem] = []

    var command: ChangeRecords { ChangeRecords(changes, reason: reason) }

    init(_ object: [String: Value], kinds: [Kind]) throws(Refusal) {
        problems = Problem.unknownMembers(object, known: ["changes", "reason"])
        switch object["reason"] ?? .null {
        case .null: break
        case .string(let text): reason = text
        default: problems.append(.wrong("reason", "een tekst", "a text"))
        }
        switch object["changes"] ?? .null {
        case .list(let items) where !items.isEmpty:
            for (index, item) in items.enumerated() { read(item, at: ["changes", String(index)], kinds) }
        case .null, .list: problems.append(.missing("changes"))
        default: problems.append(.wrong("changes", "een lijst", "a list"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    private mutating func read(_ item: Value, at path: [String], _ kinds: [Kind]) {
        guard case .map(let entries) = item else {
            return problems.append(
                Problem("field.type", at: path, Text("Hier hoort een wijziging.", "Expected a change.")))
        }
        var found = Problem.unknownMembers(entries, known: ["kind", "id", "action", "fields", "seen"])
        let name = entries["kind"]?.string ?? ""
        let kind = kinds.first { $0.plural == name || $0.segment == name }
        if kind == nil { found.append(.unknownKind(name, kinds)) }
        let id = entries["id"]?.string
        if id == nil { found.append(entries["id"] == nil ? .missing("id") : .wrong("id", "een tekst", "a text")) }
        let seen = entries["seen"]?.whole
        if let stated = entries["seen"], !stated.isNull, seen == nil {
            found.append(.wrong("seen", "een versienummer", "a version number"))
        }
        let action = Self.action(entries, &found)
        if found.isEmpty, let kind, let id, let action {
            changes.append(RecordChange(kind.plural, id, action, seen: seen))
        }
        problems += found.map { problem in path.reversed().reduce(problem) { $0.under($1) } }
    }

    private static func action(_ entries: [String: Value], _ found: inout [Problem]) -> RecordChange.Action? {
        var fields: [String: Value] = [:]
        switch entries["fields"] ?? .null {
        case .map(let given): fields = given
        case .null: break
        default: found.append(.wrong("fields", "een groep velden", "a group of fields"))
        }
        switch entries["action"]?.string {
        case "put": return .put(fields)
        case "patch": return .patch(fields)
        case "add": return .add(fields)
        case "remove": return .remove
        default:
            found.append(.wrong("action", "add, put, patch of remove", "add, put, patch or remove"))
            return nil
        }
    }
}

extension Problem {
    fileprivate static func unknownKind(_ name: String, _ kinds: [Kind]) -> Problem {
        let list = kinds.map(\.plural).joined(separator: ", ")
        return Problem(
            "kind.unknown", at: ["kind"],
            Text("De soort “\(name.prefix(100))” bestaat niet.", "There is no kind “\(name.prefix(100))”."),
            mend: Text("Bekende soorten: \(list).", "Known kinds: \(list)."))
    }
}
