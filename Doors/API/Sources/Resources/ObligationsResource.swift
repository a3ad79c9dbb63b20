import Agreements
import Ecosystems
import Ensemble
import Governance
import Hummingbird
import Kernel

/// What the agreements in force come to: who owes what by when, and whether something is allowed.
struct ObligationsResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let base = "/ecosystems/{ecosystem}"
        return [
            Endpoint(.get, base + "/obligations", ObligationSheets.list, handle: list),
            Endpoint(.get, base + "/may", ObligationSheets.may, handle: may),
            Endpoint(.get, base + "/agreements/{id}/odrl", ObligationSheets.odrl, handle: odrl),
        ]
    }

    func list(_ ask: Ask) async throws -> Answer {
        let page = try Page(ask)
        let day = try day(ask)
        let view = try await room.view(ask)
        let obligations = Obligations(
            view, on: day, party: try ask.query("party"), agreement: try ask.query("agreement"))
        let start = try page.after == nil ? 0 : page.before() ?? 0
        let items = obligations.statuses.dropFirst(start).prefix(page.limit).map { $0.told(to: view) }
        let next = start + items.count < obligations.statuses.count ? String(start + items.count) : nil
        return .page(items, next: next, of: ask, sequence: view.state.sequence)
    }

    func may(_ ask: Ask) async throws -> Answer {
        let names = ["actor", "action"]
        let given = try names.map { try ask.query($0) ?? "" }
        let missing = zip(names, given).filter { $0.1.isEmpty }.map { Problem.missing($0.0) }
        guard missing.isEmpty else { throw Refusal.invalid(missing) }
        let object = try ask.query("object") ?? ""
        let day = try day(ask)
        let view = try await room.view(ask)
        let question = MayQuestion(
            given[0], given[1], object, amount: try amount(ask), mode: try mode(ask))
        let on = day ?? view.today
        guard let answer = try question.answer(RuleBook(view, on: on), in: view.situation, on: on) else {
            throw Refusal.forbidden(.hiddenNorms)
        }
        return Answer([
            "allowed": .flag(answer.isAllowed), "explanation": answer.explanation.both,
            "clauses": .list(answer.clauses.map(\.told)), "limits": .list(answer.limits.map(\.told)),
            "rights": answer.rightValues,
        ])
    }

    private func amount(_ ask: Ask) throws(Refusal) -> Money? {
        guard let text = try ask.query("amount") else { return nil }
        guard let cents = Money.cents(text) else { throw .invalid([.wrong("amount", "een bedrag", "an amount")]) }
        return Money(cents: cents)
    }

    private func mode(_ ask: Ask) throws(Refusal) -> RightShare.Mode {
        guard let text = try ask.query("mode") else { return .ordinary }
        guard let mode = RightShare.Mode(rawValue: text) else {
            throw .invalid([.wrong("mode", "ordinary of emergency", "ordinary or emergency")])
        }
        return mode
    }

    /// The version in force, or else the last one; norms are for participants.
    func odrl(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        let id = ask.parameter("id")
        guard view.record(Agreement.self, id) != nil else { throw Refusal.notFound(.noSuchAgreement(id)) }
        guard RuleBook(view, on: view.today) != nil else { throw Refusal.forbidden(.hiddenNorms) }
        let standing = AgreementStanding(AgreementFacts(ID(id), in: view.state), on: view.today)
        guard let fixed = standing.current ?? standing.facts.versions.last else {
            throw Refusal.notFound(.withoutVersion(id))
        }
        let export = AgreementODRL(fixed.text)
        return Answer([
            "policy": export.policy,
            "missing": .list(
                export.missing.map {
                    ["norm": .string($0.norm), "name": $0.name.both, "reason": $0.reason.both]
                }),
        ])
    }

    /// The day that is asked about; nil: today.
    private func day(_ ask: Ask) throws(Refusal) -> Day? {
        guard let text = try ask.query("at") else { return nil }
        guard let day = Day(text) else { throw .invalid([.badDay(text)]) }
        return day
    }
}

extension NormStatus {
    /// As the API writes it.
    fileprivate func told(to reader: Reader) -> Value {
        var told: [String: Value] = [
            "norm": .string(norm.id), "name": norm.rule.name.both, "agreement": .string(norm.agreement),
            "version": .whole(norm.version), "clause": .string(norm.clause), "form": .string(norm.rule.form.rawValue),
            "bearer": .string(bearer.id), "bearerKind": .string(bearer.sort.rawValue),
            "status": .string(state.rawValue), "explanation": explanation.both, "consequence": consequence.both,
            "evidence": .list(
                evidence(seenBy: reader).map { ["kind": .string($0.kind), "id": .string($0.id)] }),
        ]
        if let due { told["due"] = .string(due.description) }
        return .map(told)
    }
}

extension WatchedNorm {
    fileprivate var told: Value {
        [
            "agreement": .string(agreement), "version": .whole(version), "clause": .string(clause),
            "number": .whole(clauseNumber), "heading": heading.both, "norm": .string(id), "name": rule.name.both,
            "form": .string(rule.form.rawValue),
        ]
    }
}

extension Problem {
    fileprivate static func badDay(_ text: String) -> Problem {
        Problem(
            "query.day", at: ["at"], Text("“\(text.inShort)” is geen dag.", "“\(text.inShort)” is not a day."),
            mend: Text("Schrijf bijvoorbeeld 2026-11-27.", "Write for example 2026-11-27."))
    }

    fileprivate static let hiddenNorms = Problem(
        "rights.norms",
        Text("Normen zijn alleen voor deelnemers.", "Norms are for participants only."),
        mend: Text(
            "Gebruik een token van iemand die deelneemt.", "Use a token of someone who takes part."))

    fileprivate static func withoutVersion(_ id: String) -> Problem {
        Problem(
            "agreement.version",
            Text("“\(id.inShort)” heeft nog geen versie.", "“\(id.inShort)” has no version yet."),
            mend: Text("Leg eerst een versie vast.", "Fix a version first."))
    }
}
