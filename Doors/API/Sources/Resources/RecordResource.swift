import Ecosystems
import Hummingbird
import Kernel

/// The records of one kind: list, read, add, replace, change and remove; their history and the way back.
struct RecordResource: Sendable {
    let room: Room
    let kind: Kind
    /// What the address calls the id of the record.
    var idName = "id"

    var collection: String { "/ecosystems/{ecosystem}/\(kind.segment)" }
    var item: String { collection + "/{\(idName)}" }

    func id(_ ask: Ask) -> String { ask.parameter(idName) }

    var endpoints: [Endpoint] {
        let sheets = RecordSheets(kind: kind)
        let reading = [
            Endpoint(.get, collection, sheets.list, handle: list), Endpoint(.get, item, sheets.read, handle: read),
            Endpoint(.get, item + "/history", sheets.history, handle: history),
        ]
        // What comes about in a process is written by the resources of that process.
        if kind.isProcess { return reading }
        return reading + [
            Endpoint(.post, collection, sheets.add, handle: add),
            Endpoint(.put, item, sheets.replace, handle: replace),
            Endpoint(.patch, item, sheets.change, handle: change),
            Endpoint(.delete, item, sheets.remove, handle: remove),
            Endpoint(.post, item + "/reversions", sheets.revert, handle: revert),
        ]
    }

    func list(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        let filter = try RecordFilter(ask, kind)
        let view = try await room.view(ask)
        try ask.refuseBlindness(to: kind, in: view)
        let (ids, more) = page.slice(view.state.table(kind.plural)?.ids ?? []) { id in
            view.values(kind, id).map(filter.keeps) ?? false
        }
        let items = ids.compactMap { view.shown(kind, $0).map(Value.map) }
        return .page(items, next: more ? ids.last : nil, of: ask, sequence: view.state.sequence)
    }

    func read(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        try ask.refuseBlindness(to: kind, in: view)
        guard let shown = view.shown(kind, id(ask)), let version = shown["version"]?.whole else {
            throw Refusal.notFound(.noSuchRecord(kind, id(ask)))
        }
        return try Answer(.map(shown)).unlessKnown(tag: String(version), to: ask)
    }

    func add(_ ask: Ask) async throws -> Answer {
        let body = try RecordBody(try await ask.object())
        let writer = try await RecordWriter(ask, room, kind, body.object)
        return try await told(writer.once(body.id) { try await writer.add(body) }, ask)
    }

    func replace(_ ask: Ask) async throws -> Answer {
        let body = try RecordBody(try await ask.object())
        let id = self.id(ask)
        try body.refuseOther(than: id)
        let writer = try await RecordWriter(ask, room, kind, body.object)
        return try await told(writer.once(id) { try await writer.replace(id, body) }, ask)
    }

    func change(_ ask: Ask) async throws -> Answer {
        let body = try RecordBody(try await ask.object(Ask.patch))
        let id = self.id(ask)
        try body.refuseOther(than: id)
        let writer = try await RecordWriter(ask, room, kind, body.object)
        return try await told(writer.once(id) { try await writer.change(id, body) }, ask)
    }

    func remove(_ ask: Ask) async throws -> Answer {
        let id = self.id(ask)
        let writer = try await RecordWriter(ask, room, kind, [:])
        _ = try await writer.once(id) { try await writer.remove(id) }
        return Answer(.none, status: .noContent)
    }

    /// The record as it is after a write, or a receipt when there is nothing to show: it is gone, hidden, or the token may not read.
    func told(_ written: Written, _ ask: Ask) async throws -> Answer {
        let view = try await room.ecosystem(ask).reader(for: ask.visitor.caller(in: ask.parameter("ecosystem")))
        let shown = ask.mayRead ? view.shown(kind, written.id) : nil
        var answer = Answer(shown.map(Value.map) ?? written.receipt)
        if let version = view.state.table(kind.plural)?.version(of: written.id) {
            answer.headers[.eTag] = ETag.of(version)
        }
        if written.isNew {
            answer.status = .created
            answer.headers[.location] = ask.request.method == .post ? "\(ask.path)/\(written.id)" : ask.path
        }
        return answer
    }
}
