import Ecosystems
import Hummingbird
import Kernel

/// Carries out one write on one record, under the conditions and the key that came with the request.
struct RecordWriter: Sendable {
    let kind: Kind
    let ecosystem: Ecosystem
    let caller: Caller
    let condition: Condition
    let name: CommandName?
    /// The ecosystem as the caller may see it when the write begins; making it refuses who may not know of it.
    let view: Reader
    private let mayRead: Bool

    init(_ ask: Ask, _ room: Room, _ kind: Kind, _ body: [String: Value]) async throws {
        self.kind = kind
        caller = try ask.writer(of: ask.parameter("ecosystem"))
        condition = try ask.condition()
        name = try ask.commandName(body)
        mayRead = ask.mayRead
        let id = ask.parameter("ecosystem")
        ecosystem = kind.plural == Room.profiles ? try await room.host.begin(id) : try await room.host.ecosystem(id)
        view = try await ecosystem.reader(for: caller)
    }

    /// Carries out a write. What was done before by this key is told as it came out then, whatever has happened since:
    /// a repeat is never an error.
    func once(_ id: String?, _ write: () async throws -> Written) async throws -> Written {
        do { return try await write() } catch {
            guard let name, let earlier = try await ecosystem.outcome(of: name) else { throw error }
            return Written(id: id ?? earlier.firstTouched(of: kind) ?? "", outcome: earlier)
        }
    }

    /// Adds a record under the id in the body, or under one made from its title.
    func add(_ body: RecordBody) async throws -> Written {
        let id = if let given = body.id { given } else { try await suggestedID(for: body.fields) }
        let outcome = try await perform(RecordChange(kind.plural, id, .add(body.fields)))
        guard outcome.repeated else { return Written(id: id, outcome: outcome, isNew: true) }
        return Written(id: body.id ?? outcome.firstTouched(of: kind) ?? id, outcome: outcome)
    }

    func replace(_ id: String, _ body: RecordBody) async throws -> Written {
        let version = view.state.table(kind.plural)?.version(of: id)
        if condition == .absent {
            let outcome = try await perform(RecordChange(kind.plural, id, .add(body.fields)))
            return Written(id: id, outcome: outcome, isNew: !outcome.repeated)
        }
        let fields = keepingHidden(body.fields, of: id)
        let seen = try seen(id, body.version, now: version)
        let outcome = try await perform(RecordChange(kind.plural, id, .put(fields), seen: seen))
        return Written(id: id, outcome: outcome, isNew: version == nil && !outcome.repeated)
    }

    func change(_ id: String, _ body: RecordBody) async throws -> Written {
        let table = view.state.table(kind.plural)
        let fields = MergePatch.completed(body.fields, on: table?.values(of: id) ?? [:], kind)
        let version = table?.version(of: id)
        var seen = try seen(id, body.version, now: version)
        if seen == nil, fields != body.fields { seen = version }
        return Written(id: id, outcome: try await perform(RecordChange(kind.plural, id, .patch(fields), seen: seen)))
    }

    func remove(_ id: String) async throws -> Written {
        let version = view.state.table(kind.plural)?.version(of: id)
        let seen = try seen(id, nil, now: version)
        return Written(id: id, outcome: try await perform(RecordChange(kind.plural, id, .remove, seen: seen)))
    }

    /// The version that the asker says to have seen, by `If-Match` and by the body; one that is old, when either is.
    func seen(_ id: String, _ stated: Int?, now: Int?) throws(Refusal) -> Int? {
        switch condition {
        case .exists where now == nil, .never where now == nil, .versions where now == nil:
            throw .notFound(.noSuchRecord(kind, id))
        case .never: throw .conflict(.weakTag)
        case .none, .exists, .absent: return stated
        case .versions(let versions):
            guard let current = versions.first(where: { $0 == now }) else { return versions.first }
            return stated ?? current
        }
    }

    private func perform(_ change: RecordChange) async throws -> Outcome {
        try await perform(ChangeRecords([change]), id: change.id, seen: change.seen)
    }

    /// Carries out a command about one record; tells a stale version with both versions.
    func perform(_ command: any Command, id: String, seen: Int?) async throws -> Outcome {
        do { return try await ecosystem.perform(command, by: caller, name: name) } catch {
            if mayRead, case .conflict(let problem) = error, problem.rule == "record.stale", let seen {
                throw await StaleRecord(ecosystem, caller, kind).refusal(problem, id: id, seen: seen)
            }
            throw error.inside("\(kind.plural)/\(id)")
        }
    }

    /// Replacing a record leaves alone what the asker cannot see of it.
    private func keepingHidden(_ fields: [String: Value], of id: String) -> [String: Value] {
        guard let now = view.state.table(kind.plural)?.values(of: id) else { return fields }
        let visible = view.values(kind, id) ?? [:]
        return fields.merging(now.filter { visible[$0.key] == nil }) { sent, _ in sent }
    }

    /// An id made from the title. Fields that will be refused get any id, so that the command tells all that is wrong.
    private func suggestedID(for fields: [String: Value]) async throws -> String {
        var table = kind.emptyTable()
        if case .failure = table.outcome(of: fields, on: "new", replacing: true) { return "new" }
        try table.record(fields, on: "new", version: 1)
        let title = table.title(of: "new") ?? Text()
        let base = Identifier.suggested(for: title.shown(.nl))
        guard !base.isEmpty, base != "new" || title.shown(.nl) != "new" else { throw Refusal.invalid([.noID]) }
        let taken = await ecosystem.state.table(kind.plural)
        guard taken?.contains(base) == true else { return base }
        let stem = String(base.prefix(90))
        for number in 2...100_000 {
            let id = "\(stem)-\(number)"
            if taken?.contains(id) != true, Identifier.isValid(id) { return id }
        }
        throw Refusal.invalid([.noID])
    }
}

extension Refusal {
    /// The same refusal without the first step of each path: the record that the address names already.
    func inside(_ place: String) -> Refusal {
        func inner(_ problem: Problem) -> Problem {
            var problem = problem
            if problem.path.first == place { problem.path.removeFirst() }
            return problem
        }
        switch self {
        case .notFound(let problem): return .notFound(inner(problem))
        case .invalid(let problems): return .invalid(problems.map(inner))
        case .conflict(let problem): return .conflict(inner(problem))
        case .forbidden(let problem): return .forbidden(inner(problem))
        case .unavailable(let problem): return .unavailable(inner(problem))
        }
    }
}
