import Ecosystems
import Governance
import Hummingbird
import Kernel

/// Disputes and concerns in confidence: raising one, taking it up the ladder, bringing in a party, closing, and looking back; and figures
/// without content.
struct DisputesResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        let one = base + "/disputes/{id}"
        return [
            Endpoint(.post, base + "/disputes", DisputeSheets.raise, handle: raise),
            Endpoint(.post, one + "/escalations", DisputeSheets.escalate, handle: escalate),
            Endpoint(.post, one + "/parties", DisputeSheets.share, handle: share),
            Endpoint(.post, one + "/closures", DisputeSheets.close, handle: close),
            Endpoint(.post, one + "/feedback", DisputeSheets.lookBack, handle: lookBack),
            Endpoint(.post, one + "/replies", DisputeSheets.reply, handle: reply),
            Endpoint(.get, base + "/dispute-figures", DisputeSheets.figures, handle: figures),
            Endpoint(.get, base + "/dispute-report", DisputeSheets.report, handle: report),
        ]
    }

    private func raise(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        var problems = Problem.unknownMembers(
            body, known: ["subject", "sort", "raisedBy", "others", "statement", "handler"])
        if body["raisedBy"]?.string == nil { problems.append(.missing("raisedBy")) }
        let sort = body["sort"]?.string ?? Dispute.Sort.disagreement.rawValue
        guard let sort = Dispute.Sort(rawValue: sort) else {
            problems.append(.wrong("sort", "disagreement, concern of conduct", "disagreement, concern or conduct"))
            throw Refusal.invalid(problems)
        }
        let others = body["others"]?.list?.compactMap(\.string) ?? []
        if let given = body["others"], !given.isNull, given.list?.count != others.count {
            problems.append(.wrong("others", "een lijst van ids", "a list of ids"))
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let ecosystem = try await room.ecosystem(ask)
        let state = await ecosystem.state
        var number = state.sequence + 1
        // The id tells nothing of what it is about.
        while state.table(Dispute.naming.plural)?.contains("d-\(number)") == true { number += 1 }
        let command = RaiseDispute(
            id: "d-\(number)", subject: try Text(field: "subject", of: body), sort: sort,
            raisedBy: body["raisedBy"]?.string ?? "", others: others,
            statement: try Text(field: "statement", of: body), handler: body["handler"]?.string)
        return try await carriedOut(command, body, ask)
    }

    private func escalate(_ ask: Ask) async throws -> Answer {
        let body = try await known(["note"], of: ask)
        let command = EscalateDispute(dispute: ask.parameter("id"), note: try Text(field: "note", of: body))
        return try await carriedOut(command, body, ask)
    }

    private func share(_ ask: Ask) async throws -> Answer {
        let body = try await known(["party", "handler"], of: ask)
        let command = ShareDispute(
            dispute: ask.parameter("id"), party: body["party"]?.string, handler: body["handler"]?.string)
        return try await carriedOut(command, body, ask)
    }

    private func close(_ ask: Ask) async throws -> Answer {
        let body = try await known(["outcome", "settlement"], of: ask)
        guard let outcome = body["outcome"]?.string.flatMap(Dispute.Outcome.init(rawValue:)) else {
            let list = Dispute.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid([.wrong("outcome", list, list)])
        }
        let command = CloseDispute(
            dispute: ask.parameter("id"), outcome: outcome, settlement: try Text(field: "settlement", of: body))
        return try await carriedOut(command, body, ask)
    }

    private func lookBack(_ ask: Ask) async throws -> Answer {
        let body = try await known(["organisation", "mark", "words"], of: ask)
        guard let party = body["organisation"]?.string, let mark = body["mark"]?.whole else {
            throw Refusal.invalid([.missing(body["organisation"]?.string == nil ? "organisation" : "mark")])
        }
        let command = LookBackOnDispute(
            dispute: ask.parameter("id"), organisation: party, mark: mark, words: try Text(field: "words", of: body))
        return try await carriedOut(command, body, ask)
    }

    private func reply(_ ask: Ask) async throws -> Answer {
        let body = try await known(["organisation", "words"], of: ask)
        guard let party = body["organisation"]?.string else { throw Refusal.invalid([.missing("organisation")]) }
        let command = ReplyToDispute(
            dispute: ask.parameter("id"), organisation: party, words: try Text(field: "words", of: body))
        return try await carriedOut(command, body, ask)
    }

    private func known(_ names: [String], of ask: Ask) async throws -> [String: Value] {
        let body = try await ask.object()
        let problems = Problem.unknownMembers(body, known: names)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return body
    }

    private func carriedOut(_ command: some Command, _ body: [String: Value], _ ask: Ask) async throws -> Answer {
        try await room.carriedOut(command, Dispute.self, body, ask)
    }

    /// For who takes part; numbers only.
    private func figures(_ ask: Ask) async throws -> Answer {
        let view = try await monitored(ask)
        let since = try ask.query("since")
        let day = since.flatMap { Day($0) }
        guard since == nil || day != nil else {
            throw Refusal.invalid([.wrong("since", "een dag als 2026-03-01", "a day such as 2026-03-01")])
        }
        return Answer(DisputeFigures(view.state, on: view.today, since: day).told)
    }

    /// Per quarter; numbers only.
    private func report(_ ask: Ask) async throws -> Answer {
        let view = try await monitored(ask)
        let asked = try ask.query("quarters")
        guard let count = asked.map({ Int($0) }) ?? 8, (1...40).contains(count) else {
            throw Refusal.invalid([.wrong("quarters", "een getal van 1 tot 40", "a number from 1 to 40")])
        }
        return Answer(["quarters": DisputeReport(view.state, on: view.today, quarters: count).value])
    }

    private func monitored(_ ask: Ask) async throws -> Reader {
        let view = try await room.view(ask)
        guard view.readsDisputeFigures else { throw Refusal.forbidden(.figuresForParticipants) }
        return view
    }
}

extension DisputeFigures {
    fileprivate var told: Value {
        var told: [String: Value] = [
            "open": .whole(open), "late": .whole(late), "closed": .whole(closed),
            "sorts": .map(Dictionary(sorts.map { ($0.key.rawValue, .whole($0.value)) }, uniquingKeysWith: { $1 })),
            "outcomes": .map(
                Dictionary(outcomes.map { ($0.key.rawValue, .whole($0.value)) }, uniquingKeysWith: { $1 })),
            "leadTimes": .list(leadTimes.map(Value.whole)),
        ]
        if let median = medianLeadTime { told["medianLeadTime"] = .whole(median) }
        if let meanMark { told["meanMark"] = .number(meanMark) }
        return .map(told)
    }
}

extension Problem {
    fileprivate static let figuresForParticipants = Problem(
        "rights.figures",
        Text("Deze cijfers zijn voor deelnemers.", "These figures are for participants."),
        mend: Text("Gebruik een token van iemand die deelneemt.", "Use a token of someone who takes part."))
}
