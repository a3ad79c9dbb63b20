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
        return [
            Endpoint(.get, collection, sheets.list, handle: list),
            Endpoint(.post, collection, sheets.add, handle: add),
            Endpoint(.get, item, sheets.read, handle: read),
            Endpoint(.put, item, sheets.replace, handle: replace),
            Endpoint(.patch, item, sheets.change, handle: change),
            Endpoint(.delete, item, sheets.remove, handle: remove),
            Endpoint(.get, item + "/history", sheets.history, handle: history),
            Endpoint(.post, item + "/reversions", sheets.revert, handle: revert),
        ]
    }

    func list(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        let filter = try RecordFilter(ask, kind)
        let view = try await room.view(ask)
        let (ids, more) = page.slice(view.state.table(kind.plural)?.ids ?? []) { id in
            view.values(kind, id).map(filter.keeps) ?? false
        }
        let items = ids.compactMap { view.shown(kind, $0).map(Value.map) }
        return .page(items, next: more ? ids.last : nil, of: ask, sequence: view.state.sequence)
    }

    func read(_ ask: Ask) async throws -> Answer {
        try answer(id(ask), in: try await room.view(ask)).unlessKnown(to: ask)
    }

    func add(_ ask: Ask) async throws -> Answer {
        let body = try RecordBody(try await ask.object())
        let writer = try await RecordWriter(ask, room, kind, body.object)
        let (id, outcome) = try await writer.add(body)
        return try await written(id, ask, isNew: !outcome.changedNothing, path: ask.path + "/" + id)
    }

    func replace(_ ask: Ask) async throws -> Answer {
        let body = try RecordBody(try await ask.object())
        let id = self.id(ask)
        try body.refuseOther(than: id)
        let isNew = try await RecordWriter(ask, room, kind, body.object).replace(id, body)
        return try await written(id, ask, isNew: isNew, path: ask.path)
    }

    func change(_ ask: Ask) async throws -> Answer {
        let body = try RecordBody(try await ask.object(Ask.patch))
        let id = self.id(ask)
        try body.refuseOther(than: id)
        try await RecordWriter(ask, room, kind, body.object).change(id, body)
        return try await written(id, ask)
    }

    func remove(_ ask: Ask) async throws -> Answer {
        try await RecordWriter(ask, room, kind, [:]).remove(id(ask))
        return Answer(.none, status: .noContent)
    }

    /// The record as it is after a write, to whoever wrote it.
    func written(_ id: String, _ ask: Ask, isNew: Bool = false, path: String = "") async throws -> Answer {
        let caller = ask.visitor.caller(in: ask.parameter("ecosystem"))
        let view = try await room.ecosystem(ask).reader(for: caller)
        var answer = try answer(id, in: view).answer
        if isNew {
            answer.status = .created
            answer.headers[.location] = path
        }
        return answer
    }

    private func answer(_ id: String, in view: Reader) throws(Refusal) -> TaggedAnswer {
        guard let shown = view.shown(kind, id), let version = shown["version"]?.whole else {
            throw .notFound(.noSuchRecord(kind, id))
        }
        return TaggedAnswer(tag: String(version), plain: Answer(.map(shown)))
    }
}

/// An answer together with the version that its tag names.
struct TaggedAnswer {
    let tag: String
    let plain: Answer

    var answer: Answer {
        var answer = plain
        answer.headers[.eTag] = "\"\(tag)\""
        return answer
    }

    func unlessKnown(to ask: Ask) throws -> Answer { try plain.unlessKnown(tag: tag, to: ask) }
}
