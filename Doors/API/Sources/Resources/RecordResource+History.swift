import Ecosystems
import Hummingbird
import Kernel

extension RecordResource {
    /// Every version of a record, newest first.
    func history(_ ask: Ask) async throws -> Answer {
        let id = self.id(ask)
        let page = try Page(ask)
        let before = try page.before()
        let view = try await room.view(ask)
        try ask.refuseBlindness(to: kind, in: view)
        let all = try await room.ecosystem(ask).versions(of: kind.plural, id)
        guard view.visible(all.latestValues, kind, id) != nil, !all.isEmpty else {
            throw Refusal.notFound(.noSuchRecord(kind, id))
        }
        let versions = all.filter { $0.item.sequence < before ?? .max }
        let items = versions.prefix(page.limit).map { Value.map(told($0, id, view)) }
        let last = versions.count > page.limit ? versions[page.limit - 1].item.sequence : nil
        return .page(Array(items), next: last.map(String.init), of: ask)
    }

    private func told(_ version: RecordVersion, _ id: String, _ view: Reader) -> [String: Value] {
        var told = version.item.told(to: view)
        told["version"] = .whole(version.item.sequence)
        told["fields"] = nil
        let seen = view.visible(version.values, kind, id) ?? [:]
        told["record"] = version.isRemoval ? .null : .map(seen)
        let changes = version.difference?.fields.filter { change in
            !version.isRemoval
                && (kind.field(change.field)?.visibility == nil || seen[change.field] != nil
                    || view.sees(kind))
        }
        told["changed"] = .list(
            (changes ?? []).map { ["field": .string($0.field), "before": $0.before, "after": $0.after] })
        return told
    }

    /// Makes a record as it was at an earlier version.
    func revert(_ ask: Ask) async throws -> Answer {
        let id = self.id(ask)
        let object = try await ask.object()
        guard let version = object["version"]?.whole else {
            throw Refusal.invalid([
                object["version"] == nil
                    ? .missing("version") : .wrong("version", "een versienummer", "a version number")
            ])
        }
        let writer = try await RecordWriter(ask, room, kind, object)
        return try await told(writer.once(id) { try await revert(id, to: version, writer) }, ask)
    }

    private func revert(_ id: String, to version: Int, _ writer: RecordWriter) async throws -> Written {
        let versions = try await writer.ecosystem.versions(of: kind.plural, id)
        guard let now = versions.first, writer.view.visible(versions.latestValues, kind, id) != nil else {
            throw Refusal.notFound(.noSuchRecord(kind, id))
        }
        guard let then = versions.first(where: { $0.item.sequence == version && !$0.isRemoval }) else {
            throw Refusal.invalid([.noSuchVersion(version)])
        }
        let seen = try writer.seen(id, nil, now: now.item.sequence)
        let outcome = try await writer.perform(
            RevertRecord(kind: kind.plural, id: id, version: version, values: then.values, seen: seen), id: id,
            seen: seen)
        return Written(id: id, outcome: outcome)
    }
}

extension HistoryItem {
    /// The event as the API writes it. Who did it is shown to those who take part.
    func told(to view: Reader) -> [String: Value] {
        var told: [String: Value] = [
            "sequence": .whole(sequence), "leaf": .whole(leaf), "recordedAt": stamp(recordedAt),
            "event": .string(eventKind), "kind": .string(kind), "id": .string(id), "isErased": .flag(isErased),
        ]
        if !reason.isEmpty { told["reason"] = .string(reason) }
        if !organisation.isEmpty { told["organisation"] = .string(organisation) }
        if view.rights.participates || view.rights.seesEverything {
            told["person"] = .string(person)
            if let mandate { told["mandate"] = .string(mandate) }
        }
        if !fields.isEmpty { told["fields"] = .map(fields) }
        return told
    }

    /// As `told`, with only the fields that the asker may see; nil when there is nothing to see. Owners are judged by the
    /// record as it is now together with what the event set, so that nothing shows through a change.
    func shown(to view: Reader, _ kind: Kind?) -> [String: Value]? {
        var told = told(to: view)
        guard let kind, !view.sees(kind) else { return told }
        let now = view.state.table(kind.plural)?.values(of: id) ?? [:]
        guard let seen = view.visible(now.merging(fields) { $1 }, kind, id) else { return nil }
        let fields = fields.filter { seen[$0.key] != nil }
        told["fields"] = fields.isEmpty ? nil : .map(fields)
        return told
    }
}
