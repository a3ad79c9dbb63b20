import Agreements
import Ecosystems
import Hummingbird
import Kernel

/// What happens to agreements beyond their records: fixing a version, replying to a remark, and who is bound by what.
struct AgreementsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        return [
            Endpoint(.post, base + "/agreements/{id}/versions", AgreementSheets.propose, handle: propose),
            Endpoint(.get, base + "/agreements/{id}/standing", AgreementSheets.standing, handle: standing),
            Endpoint(.post, base + "/remarks/{id}/replies", AgreementSheets.reply, handle: reply),
            Endpoint(.post, base + "/agreements/{id}/renewals", AgreementSheets.renew, handle: renew),
            Endpoint(.get, base + "/agreements/{id}/exit", AgreementSheets.exit, handle: exit),
            Endpoint(.post, base + "/agreements/{id}/exits", AgreementSheets.giveNotice, handle: giveNotice),
            Endpoint(.post, base + "/reviews/{id}/drafts", AgreementSheets.draft, handle: draft),
        ]
    }

    private func propose(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        let problems = Problem.unknownMembers(body, known: ["changes"])
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let agreement = ask.parameter("id")
        let command = ProposeVersion(agreement: agreement, changes: try Text(field: "changes", of: body))
        return try await room.carriedOut(command, AgreementVersion.self, body, ask)
    }

    private func reply(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        var problems = Problem.unknownMembers(body, known: ["outcome", "reason"])
        guard let outcome = body["outcome"]?.string.flatMap(Reply.Outcome.init(rawValue:)) else {
            problems.append(.wrong("outcome", "answered, adopted of set-aside", "answered, adopted or set-aside"))
            throw Refusal.invalid(problems)
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let command = AnswerRemark(
            remark: ask.parameter("id"), outcome: outcome, reason: try Text(field: "reason", of: body),
            on: room.installation.clock.today)
        return try await room.carriedOut(command, Reply.self, body, ask)
    }

    /// Where the versions stand and who is bound, on the day asked for.
    private func standing(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        let agreement = ask.parameter("id")
        let asked = try ask.query("on")
        guard let day = asked.map({ Day($0) }) ?? view.today else {
            throw Refusal.invalid([.wrong("on", "een dag als 2026-03-01", "a day such as 2026-03-01")])
        }
        guard let page = AgreementPage.of(agreement, view), let matrix = BoundMatrix.of(agreement, on: day, view) else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let standing = AgreementStanding(page.standing.facts, on: day)
        return Answer([
            "agreement": .string(agreement), "on": day.value, "state": .string(standing.state.rawValue),
            "versions": .list(standing.facts.versions.map { version($0, standing) }),
            "bonds": .list(matrix.rows.flatMap(\.bonds).map(\.told)),
        ])
    }

    private func version(_ fixed: AgreementFacts.Fixed, _ standing: AgreementStanding) -> Value {
        let number = fixed.version.number
        return [
            "number": .whole(number), "hash": .string(fixed.version.hash), "on": fixed.version.on.value,
            "state": .string(standing.state(of: number).rawValue), "inForceSince": standing.entered[number].value,
        ]
    }
}

extension Bond {
    fileprivate var told: Value {
        [
            "party": .string(party.rawValue), "version": .whole(version), "from": from.value, "until": until.value,
            "end": end.map { .string($0.rawValue) } ?? .null, "except": .list(except.map(Value.string)),
            "signature": .string(signature),
        ]
    }
}

extension Text {
    /// A text in a body; empty when it is not there.
    init(field: String, of body: [String: Value]) throws(Refusal) {
        do throws(Problem) { self = try Text(body[field] ?? .null) } catch { throw .invalid([error.under(field)]) }
    }
}
