import Hummingbird
import Kernel
import MethodLibrary

/// The method library that this Stelsel brings along; the copies of an ecosystem are its `adapted-methods`.
struct MethodsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [
            Endpoint(.get, "/methods", LibrarySheets.list, handle: list),
            Endpoint(.get, "/methods/{id}", LibrarySheets.read, handle: read),
        ]
    }

    func list(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        let family = try ask.query("family")
        let methods = room.installation.methods
        let (ids, more) = page.slice(methods.methods.map(\.id)) { id in
            family.map { methods.method(id)?.family.rawValue == $0 } ?? true
        }
        return .page(ids.compactMap { methods.method($0)?.head.told }, next: more ? ids.last : nil, of: ask)
    }

    func read(_ ask: Ask) async throws -> Answer {
        let id = ask.parameter("id")
        guard let method = room.installation.methods.method(id) else {
            throw Refusal.notFound(
                Problem(
                    "method.unknown", Text("De methode “\(id)” bestaat niet.", "There is no method “\(id)”."),
                    mend: Text("Kijk in de lijst van methoden.", "Look in the list of methods.")))
        }
        let answer = Answer(.map(method.head.values.merging(method.bodyValues) { first, _ in first }))
        return try answer.unlessKnown(tag: String(method.version), to: ask)
    }
}

extension Method.Head {
    fileprivate var told: Value {
        [
            "id": .string(id), "family": .string(family.rawValue), "version": .whole(version), "name": name.both,
            "summary": summary.both,
        ]
    }
}

extension Method {
    fileprivate var bodyValues: [String: Value] {
        switch body {
        case .lifecycle(let body): body.values
        case .roles(let body): body.values
        case .sectors(let body): body.values
        case .typology(let body): body.values
        case .checklist(let body): body.values
        case .relationKinds(let body): body.values
        case .blocks(let body): body.values
        case .mechanisms(let body): body.values
        case .acts(let body): body.values
        case .bodies(let body): body.values
        case .sessions(let body): body.values
        case .responsibilities(let body): body.values
        case .ladders(let body): body.values
        case .criteria(let body): body.values
        }
    }
}
