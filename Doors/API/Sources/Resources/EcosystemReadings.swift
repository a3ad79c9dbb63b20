import Ecosystems
import Hummingbird
import Kernel
import Parties

/// What there is to read about an ecosystem as a whole: counts, events, findings, search.
struct EcosystemReadings: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        return [
            Endpoint(.get, base + "/summary", EcosystemSheets.summary, handle: summary),
            Endpoint(.get, base + "/events", EcosystemSheets.events, handle: events),
            Endpoint(.get, base + "/findings", EcosystemSheets.findings, handle: findings),
            Endpoint(.get, base + "/tasks", EcosystemSheets.tasks, handle: tasks),
            Endpoint(.get, base + "/search", EcosystemSheets.search, handle: search),
        ]
    }

    func summary(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        var counts: [String: Value] = [:]
        for kind in room.catalogue.kinds {
            guard let table = view.state.table(kind.plural) else { continue }
            let isOpen = view.sees(kind) || kind.visibility == .everyone
            counts[kind.plural] = .whole(
                isOpen ? table.count : table.ids.filter { view.values(kind, $0) != nil }.count)
        }
        return Answer([
            "id": .string(view.state.id), "sequence": .whole(view.state.sequence),
            "recordedAt": stamp(view.state.recordedAt), "counts": .map(counts),
        ])
    }

    /// The events, newest first; those about records that the asker may not see are left out.
    func events(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        let before = try page.before()
        let view = try await room.view(ask)
        let items = try await room.ecosystem(ask).history(before: before, limit: page.limit)
        let shown = items.compactMap { $0.shown(to: view, room.catalogue.kind($0.kind)).map(Value.map) }
        let last = items.last.flatMap { $0.sequence > 1 ? String($0.sequence) : nil }
        return .page(shown, next: last, of: ask, sequence: view.state.sequence)
    }

    func findings(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        let view = try await room.view(ask)
        let all = try ask.query("asOf") == nil ? try await room.ecosystem(ask).findings() : view.findings
        let visible = all.filter { finding in
            guard let kind = room.catalogue.kind(finding.kind) else { return true }
            return finding.record.isEmpty ? view.canRead(kind) : view.values(kind, finding.record) != nil
        }
        let start = try page.after == nil ? 0 : page.before() ?? 0
        let items = visible.dropFirst(start).prefix(page.limit).map { Value.map($0.told) }
        let next = start + items.count < visible.count ? String(start + items.count) : nil
        return .page(items, next: next, of: ask, sequence: view.state.sequence)
    }

    func tasks(_ ask: Ask) async throws -> Answer {
        let caller = try ask.reader(of: ask.parameter("ecosystem"))
        let tasks = Tasks.forCaller(try await room.view(ask), persons: caller.persons)
        return .page(tasks.map { Value.map($0.told) }, next: nil, of: ask)
    }

    func search(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        guard let words = try ask.query("query"), !words.isEmpty else { throw Refusal.invalid([.missing("query")]) }
        let id = ask.parameter("ecosystem")
        let caller = try ask.reader(of: id)
        let hits = try await room.ecosystem(ask).search(
            String(words.replacing("+", with: " ").prefix(500)), for: caller, limit: page.limit)
        return .page(
            hits.map { ["kind": .string($0.kind), "id": .string($0.id), "title": $0.title.both] }, next: nil, of: ask)
    }
}

extension Finding {
    /// As the API writes it.
    var told: [String: Value] {
        var told: [String: Value] = [
            "rule": .string(rule), "severity": .string(severity.rawValue), "message": message.both,
            "explanation": explanation.both, "kind": .string(kind), "record": .string(record), "field": .string(field),
        ]
        if let due { told["due"] = .string(due.description) }
        return told
    }
}

extension PersonalTask {
    /// As the API writes it.
    var told: [String: Value] {
        var told: [String: Value] = [
            "title": title.both, "why": why.both, "kind": .string(kind), "record": .string(record),
        ]
        if let due { told["due"] = .string(due.description) }
        return told
    }
}

extension Text {
    /// Both languages, always apart.
    var both: Value { ["nl": .string(nl), "en": .string(en)] }
}
