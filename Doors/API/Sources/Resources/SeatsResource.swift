import Governance
import Hummingbird
import Kernel

/// Who sits on a seat of an organisation, named by that organisation itself. Seats are records for who orchestrates.
struct SeatsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        [Endpoint(.post, "/ecosystems/{ecosystem}/seats/{id}/holders", Self.sheet, handle: name)]
    }

    private func name(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        let problems = Problem.unknownMembers(body, known: ["person", "deputy"])
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let command = NameSeatHolder(
            seat: ask.parameter("id"), person: body["person"]?.string, deputy: body["deputy"]?.string)
        return try await room.carriedOut(command, Seat.self, body, ask)
    }

    private static let sheet = Sheet(
        id: "nameSeatHolder", tag: "Seats", summary: "Name who sits on a seat of your own organisation",
        headers: [.key], body: Sheet.Body(types: Ask.json, schema: Schema.ref("SeatHolding")),
        results: [
            Sheet.Result(
                status: 201, description: "The seat, or a receipt for who may not see it.",
                schema: ["anyOf": [Schema.ref("Seat"), Schema.ref("Receipt")]], headers: ["ETag", "Location"])
        ], refusals: [404, 409])

    static let schemas: [String: Value] = [
        "SeatHolding": Schema.object(
            ["person": Schema.string, "deputy": Schema.string], required: [], isClosed: true)
    ]
}
