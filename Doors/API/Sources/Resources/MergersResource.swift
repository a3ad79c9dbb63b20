import Ecosystems
import Hummingbird
import Kernel
import Parties

/// Joining an organisation that was recorded twice.
struct MergersResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        guard let kind = room.catalogue.kind(Organisation.naming.plural) else { return [] }
        let records = RecordResource(room: room, kind: kind)
        return [
            Endpoint(.post, records.item + "/mergers", RecordSheets(kind: kind).merge) { ask in
                try await merge(ask, records)
            }
        ]
    }

    private func merge(_ ask: Ask, _ records: RecordResource) async throws -> Answer {
        let id = records.id(ask)
        let body = try await ask.object()
        let merger = try Merger(body)
        let writer = try await RecordWriter(ask, room, records.kind, body)
        let command = MergeOrganisations(duplicate: merger.duplicate, into: id, reason: merger.reason)
        let written = try await writer.once(id) {
            Written(id: id, outcome: try await writer.perform(command, id: id, seen: nil))
        }
        return try await records.told(written, ask)
    }
}

/// Which duplicate goes, and why.
struct Merger: Sendable {
    let duplicate: String
    let reason: String

    init(_ object: [String: Value]) throws(Refusal) {
        var problems = Problem.unknownMembers(object, known: ["duplicate", "reason"])
        if object["duplicate"]?.string == nil {
            problems.append(object["duplicate"] == nil ? .missing("duplicate") : .wrong("duplicate", "een id", "an id"))
        }
        if let given = object["reason"], !given.isNull, given.string == nil {
            problems.append(.wrong("reason", "een tekst", "a text"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        duplicate = object["duplicate"]?.string ?? ""
        reason = object["reason"]?.string ?? ""
    }
}

extension Problem {
    static func unknownMembers(_ object: [String: Value], known: [String]) -> [Problem] {
        let list = known.joined(separator: ", ")
        return object.keys.sorted().filter { !known.contains($0) }.map { name in
            Problem(
                "field.unknown", at: [name], Text("Het veld “\(name)” bestaat niet.", "There is no field “\(name)”."),
                mend: Text("Bekende velden: \(list).", "Known fields: \(list)."))
        }
    }
}
