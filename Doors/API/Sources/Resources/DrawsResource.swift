import Ecosystems
import Governance
import Hummingbird
import Kernel
import MethodLibrary

/// Draws of members: fixing the list, drawing, and withdrawing. Reading them is as with any record.
struct DrawsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        let draw = base + "/member-draws/{id}"
        return [
            Endpoint(.post, base + "/bodies/{id}/draws", Self.announceSheet, handle: announce),
            Endpoint(.post, draw + "/drawing", Self.holdSheet, handle: hold),
            Endpoint(.post, draw + "/withdrawal", Self.withdrawSheet, handle: withdraw),
        ]
    }

    private func announce(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["candidates", "quotas", "term", "why"])
        var draw = MemberDraw()
        let problems = draw.write(body.entries)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        draw.body = ID(ask.parameter("id"))
        return try await room.carriedOut(AnnounceDraw(draw), MemberDraw.self, body.entries, ask)
    }

    private func hold(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: [])
        return try await room.answer(MemberDraw.self, body.entries, ask) { writer in
            try await writer.ecosystem.hold(ask.parameter("id"), by: writer.caller, name: writer.name)
        }
    }

    private func withdraw(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["reason"])
        let command = WithdrawDraw(ask.parameter("id"), reason: try body.needed("reason", Text.self))
        return try await room.carriedOut(command, MemberDraw.self, body.entries, ask)
    }

    private static let announceSheet = DecisionSheets.making(
        "MemberDraw", id: "announceDraw", "Fix the candidates and places of a draw of members", from: "DrawList")
    private static let holdSheet = DecisionSheets.making(
        "MemberDraw", id: "holdDraw", "Draw: the lot follows from the log as it was when the list was fixed",
        from: "NoContent")
    private static let withdrawSheet = DecisionSheets.making(
        "MemberDraw", id: "withdrawDraw", "Withdraw a draw that was not held, with a reason", from: "GivenReason")

    static let schemas: [String: Value] = [
        "DrawList": Schema.object(
            [
                "candidates": [DrawCandidate].shape.jsonSchema(), "quotas": [DrawQuota].shape.jsonSchema(),
                "term": Period.shape.jsonSchema(), "why": Schema.bothOrOne,
            ], required: ["candidates", "quotas"], isClosed: true)
    ]
}
