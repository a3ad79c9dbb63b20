import Ecosystems
import Hummingbird
import Kernel

/// Erasing for good what the log holds about a record, on request of whom it is about. The proofs stay.
struct ErasuresResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        room.catalogue.kinds.filter { $0.plural != Room.profiles }.map { kind in
            let records = RecordResource(room: room, kind: kind)
            return Endpoint(.post, records.item + "/erasures", RecordSheets(kind: kind).erase) { ask in
                try await erase(ask, records)
            }
        }
    }

    private func erase(_ ask: Ask, _ records: RecordResource) async throws -> Answer {
        let body = try await ask.object()
        var problems = Problem.unknownMembers(body, known: ["reason"])
        if body["reason"]?.string == nil {
            problems.append(body["reason"] == nil ? .missing("reason") : .wrong("reason", "een tekst", "a text"))
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let ecosystem = try await room.ecosystem(ask)
        let erased = try await ecosystem.erase(
            records.kind.plural, records.id(ask), reason: body["reason"]?.string ?? "",
            by: try ask.writer(of: ask.parameter("ecosystem")))
        return Answer(["events": .whole(erased), "sequence": .whole(await ecosystem.state.sequence)])
    }
}
