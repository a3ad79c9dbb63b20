import Ecosystems
import Hummingbird
import Kernel

/// The ecosystems themselves: what each says of itself, and beginning a new one.
struct EcosystemResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        guard let kind = room.catalogue.kind(Room.profiles) else { return [] }
        let sheets = RecordSheets(kind: kind)
        let profile = RecordResource(room: room, kind: kind, idName: "ecosystem")
        let item = "/ecosystems/{ecosystem}"
        return [
            Endpoint(.get, "/ecosystems", EcosystemSheets.list(sheets), handle: list),
            Endpoint(.get, item, sheets.read, handle: profile.read),
            Endpoint(.put, item, sheets.replace, handle: profile.replace),
            Endpoint(.patch, item, sheets.change, handle: profile.change),
            Endpoint(.get, item + "/history", sheets.history, handle: profile.history),
            Endpoint(.post, item + "/reversions", sheets.revert, handle: profile.revert),
        ]
    }

    func list(_ ask: Ask) async throws -> Answer {
        try ask.requireReading()
        let page = try Page(ask)
        let kind = Kind(Profile.self)
        let open = try await room.host.ids(openTo: { ask.visitor.caller(in: $0) })
        let (ids, more) = page.slice(open) { _ in true }
        var items: [Value] = []
        for id in ids {
            let view = try await room.host.ecosystem(id).reader(for: ask.visitor.caller(in: id))
            if let shown = view.shown(kind, id) { items.append(.map(shown)) }
        }
        return .page(items, next: more ? ids.last : nil, of: ask)
    }
}
