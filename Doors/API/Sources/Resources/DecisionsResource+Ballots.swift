import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What happens in a ballot: voting by name and in secret, proxies, objections, closing and counting.
extension DecisionsResource {
    var ballotEndpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        let ballot = base + "/ballots/{id}"
        return [
            Endpoint(.post, ballot + "/votes", BallotSheets.vote, handle: vote),
            Endpoint(.post, ballot + "/papers", BallotSheets.paper, handle: paper),
            Endpoint(.post, ballot + "/papers/changes", BallotSheets.changePaper, handle: changePaper),
            Endpoint(.post, ballot + "/extensions", BallotSheets.extend, handle: extend),
            Endpoint(.post, ballot + "/closing", BallotSheets.close, handle: close),
            Endpoint(.post, ballot + "/cancellation", BallotSheets.cancel, handle: cancel),
            Endpoint(.post, ballot + "/outcome", BallotSheets.declare, handle: declare),
            Endpoint(.get, ballot + "/file", BallotSheets.file, handle: file),
            Endpoint(.post, base + "/votes/{id}/resolution", BallotSheets.settle, handle: settle),
            Endpoint(.post, base + "/seats/{id}/proxies", BallotSheets.proxy, handle: proxy),
            Endpoint(.post, base + "/proxies/{id}/revocation", BallotSheets.revoke, handle: revoke),
        ]
    }

    private func vote(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["seat", "by", "papers", "reason", "objects"])
        var command = CastVote(
            ask.parameter("id"), seat: ID(try body.needed("seat", String.self)),
            try body.needed("papers", [BallotPaper].self))
        command.by = try body.optional("by", String.self).map { ID($0) }
        command.reason = try body.optional("reason", Text.self) ?? Text()
        command.objects = try body.optional("objects", Bool.self) ?? false
        return try await room.carriedOut(command, Vote.self, body.entries, ask)
    }

    /// Votes in secret. A key to repeat the request by is refused: what is kept for it would tell what was voted. Who may not get the
    /// answer sends a code of its own.
    private func paper(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["seat", "paper", "code"])
        if ask.header("Idempotency-Key") != nil { throw Refusal.invalid([.keyTellsVote]) }
        let caller = try ask.writer(of: ask.parameter("ecosystem"))
        let code = try code(body) ?? ReceiptCode(random: (0..<20).map { _ in UInt8.random(in: 0...255) })
        _ = try await room.ecosystem(ask).cast(
            try body.needed("paper", BallotPaper.self), in: ask.parameter("id"),
            from: ID(try body.needed("seat", String.self)), code: code, by: caller)
        var answer = Answer(["code": .string(code.text), "hash": .string(code.hash)])
        answer.status = .created
        return answer
    }

    private func changePaper(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["code", "paper"])
        _ = try ask.writer(of: ask.parameter("ecosystem"))
        guard let code = try code(body) else { throw Refusal.invalid([.missing("code")]) }
        try await room.ecosystem(ask).change(
            try body.needed("paper", BallotPaper.self), in: ask.parameter("id"), code: code)
        return Answer(["hash": .string(code.hash)])
    }

    private func code(_ body: Sent) throws(Refusal) -> ReceiptCode? {
        guard let typed = try body.optional("code", String.self), !typed.isEmpty else { return nil }
        guard let code = ReceiptCode(typed: typed) else {
            throw .invalid([
                .wrong("code", "acht groepjes van vier letters en cijfers", "eight groups of four letters and digits")
            ])
        }
        return code
    }

    private func extend(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["until", "reason"])
        let command = ExtendBallot(
            ask.parameter("id"), until: try body.needed("until", Day.self), reason: try body.needed("reason", Text.self)
        )
        return try await room.carriedOut(command, Ballot.self, body.entries, ask)
    }

    private func close(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: [])
        return try await room.answer(Ballot.self, body.entries, ask) { writer in
            try await writer.ecosystem.close(ask.parameter("id"), by: writer.caller)
        }
    }

    private func cancel(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["reason"])
        let reason = try body.needed("reason", Text.self)
        return try await room.answer(Ballot.self, body.entries, ask) { writer in
            try await writer.ecosystem.cancel(ask.parameter("id"), reason: reason, by: writer.caller)
        }
    }

    private func declare(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: [])
        return try await room.answer(Decision.self, body.entries, ask) { writer in
            try await writer.ecosystem.declare(ask.parameter("id"), by: writer.caller, name: writer.name)
        }
    }

    /// The ballot file of a counted ballot, byte for byte as it was counted.
    private func file(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        let id = ask.parameter("id")
        guard let found = BallotView.of(id, view), let file = found.decision?.file, !file.isEmpty else {
            throw Refusal.notFound(.noSuchBallot(id))
        }
        return Answer(.json(Array(file.utf8)))
    }

    private func settle(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["outcome", "resolution"])
        let command = SettleObjection(
            ask.parameter("id"), try body.needed("outcome", Vote.Objection.self),
            resolution: try body.optional("resolution", Text.self) ?? Text())
        return try await room.carriedOut(command, Vote.self, body.entries, ask)
    }

    private func proxy(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: ["to", "ballot", "period", "reason"])
        var command = GiveProxy(
            from: ID(ask.parameter("id")), to: ID(try body.needed("to", String.self)),
            ballot: try body.optional("ballot", String.self).map { ID($0) })
        command.period = try body.optional("period", Period.self) ?? Period()
        command.reason = try body.optional("reason", Text.self) ?? Text()
        return try await room.carriedOut(command, Proxy.self, body.entries, ask)
    }

    private func revoke(_ ask: Ask) async throws -> Answer {
        let body = try await Sent(ask, known: [])
        return try await room.carriedOut(RevokeProxy(ask.parameter("id")), Proxy.self, body.entries, ask)
    }
}

extension Problem {
    fileprivate static let keyTellsVote = Problem(
        "paper.key", at: ["Idempotency-Key"],
        Text(
            "Een geheime stem kan niet onder een sleutel worden herhaald: wat daarvoor wordt bewaard, zou de stem verraden.",
            "A secret vote cannot be repeated under a key: what is kept for it would tell the vote."),
        mend: Text(
            "Laat de sleutel weg en stuur zo nodig een eigen “code” mee.",
            "Leave the key out and send a “code” of your own if needed."))
}
