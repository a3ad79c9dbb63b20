import Agreements
import Ecosystems
import Hummingbird
import Kernel

/// How an agreement goes on or ends for a party: renewal, notice, and what a review proposed.
extension AgreementsResource {
    func renew(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        var problems = Problem.unknownMembers(body, known: ["until", "changes"])
        guard let until = body["until"]?.string.flatMap({ Day($0) }) else {
            problems.append(.notADay("until"))
            throw Refusal.invalid(problems)
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let command = RenewAgreement(
            agreement: ask.parameter("id"), until: until, changes: try Text(field: "changes", of: body))
        return try await room.carriedOut(command, AgreementVersion.self, body, ask)
    }

    func giveNotice(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        var problems = Problem.unknownMembers(body, known: ["party", "effective", "reason"])
        let party = body["party"]?.string ?? ""
        if party.isEmpty { problems.append(.missing("party")) }
        let effective = body["effective"]?.string.flatMap { Day($0) }
        if effective == nil, body["effective"].map({ !$0.isNull }) ?? false { problems.append(.notADay("effective")) }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let command = GiveNotice(
            agreement: ask.parameter("id"), party: party, effective: effective,
            reason: try Text(field: "reason", of: body))
        return try await room.carriedOut(command, Exit.self, body, ask)
    }

    func draft(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        let problems = Problem.unknownMembers(body, known: [])
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return try await room.carriedOut(DraftFromReview(review: ask.parameter("id")), Review.self, body, ask)
    }

    /// What would follow when a party gave notice today; records nothing.
    func exit(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        let party = try ask.query("party") ?? ""
        let asked = try ask.query("effective")
        let effective = asked.flatMap { Day($0) }
        var problems: [Problem] = party.isEmpty ? [.missing("party")] : []
        if asked != nil, effective == nil { problems.append(.notADay("effective")) }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        let outlook = try ExitOutlook.of(ask.parameter("id"), party: party, effective: effective, view)
        guard outlook.problems.isEmpty else { throw Refusal.invalid(outlook.problems) }
        return Answer(outlook.told)
    }
}

extension ExitOutlook {
    fileprivate var told: Value {
        [
            "agreement": .string(terms.agreement.rawValue), "party": .string(terms.party.rawValue),
            "version": .whole(terms.bond.version), "notice": .whole(terms.notice), "given": terms.given.value,
            "earliest": terms.earliest.value, "effective": effective.value, "effects": terms.text.effects.both,
            "settlement": .list(settlement.map { ["what": $0.what.both, "due": $0.due.value] }),
            "surviving": .list(
                terms.surviving.map {
                    ["clause": .string($0.id), "number": .whole($0.number), "heading": $0.heading.both]
                }),
            "staying": .list(staying.map { ["party": .string($0.party), "version": .whole($0.version)] }),
            "owed": .list(owed.map(\.inShort)), "owedToParty": .list(owedToParty.map(\.inShort)),
            "isNamedForEntry": .flag(isNamedForEntry), "leavesOne": .flag(leavesOne),
        ]
    }
}

extension NormStatus {
    fileprivate var inShort: Value {
        [
            "norm": .string(norm.id), "name": norm.rule.name.both, "bearer": .string(bearer.id),
            "status": .string(state.rawValue), "due": due.value,
        ]
    }
}

extension Problem {
    fileprivate static func notADay(_ name: String) -> Problem {
        .wrong(name, "een dag als 2026-03-01", "a day such as 2026-03-01")
    }
}
