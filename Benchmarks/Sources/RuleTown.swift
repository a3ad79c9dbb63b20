import Agreements
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// An agreement of 200 clauses between 40 parties, with one rule each, as our records and as Cedar policies.
struct RuleTown {
    struct Request {
        let actor: String
        let action: String
        let object: String
    }

    private static let parties = 40
    private static let clauses = 200
    private static let objects = 25
    private static let actions = ["use-data", "share-data", "publish", "give-access", "sample", "change-service"]

    private var seed: UInt64 = 7
    private var rules: [NormRule] = []

    init() {
        for number in 0..<Self.clauses {
            var rule = NormRule()
            rule.name = Text(same: "Rule \(number)")
            rule.form = dice(5) == 0 ? .prohibition : .permission
            rule.action = Self.actions[dice(Self.actions.count)]
            if dice(10) > 0 { rule.object = "datasets/d-\(dice(Self.objects))" }
            let isForAll = rule.form == .permission && dice(4) == 0
            if !isForAll { rule.bearer = NormRule.Subject(.organisation, "org-\(dice(Self.parties))") }
            rules.append(rule)
        }
    }

    private mutating func dice(_ limit: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(limit))
    }

    mutating func request() -> Request {
        Request(
            actor: "org-\(dice(Self.parties))", action: Self.actions[dice(Self.actions.count)],
            object: "datasets/d-\(dice(Self.objects))")
    }

    /// The same rules: every party is in the group `parties`.
    var cedar: String {
        rules.map { rule in
            let who =
                rule.bearer.map { "principal == Organisation::\"\($0.named)\"" } ?? "principal in Group::\"parties\""
            let what = rule.object.isEmpty ? "resource" : "resource == Object::\"\(rule.object)\""
            let effect = rule.form == .prohibition ? "forbid" : "permit"
            return "\(effect)(\(who), action == Action::\"\(rule.action)\", \(what));"
        }.joined(separator: "\n")
    }

    /// The agreement, signed by all, as the events of an ecosystem.
    var events: [NewEvent] {
        var document = AgreementDocument()
        document.ecosystem = "rules"
        document.agreement = "rules"
        document.name = Text(same: "Rules")
        document.parties = (0..<Self.parties).map {
            var party = DocumentParty()
            party.id = "org-\($0)"
            party.name = Text(same: party.id)
            return party
        }
        for (number, rule) in rules.enumerated() {
            var clause = DocumentClause()
            clause.id = "c-\(number)"
            clause.number = number + 1
            clause.heading = Text(same: "Clause \(number + 1)")
            clause.text = clause.heading
            document.clauses.append(clause)
            var norm = DocumentNorm()
            norm.id = "n-\(number)"
            norm.clause = clause.id
            norm.rule = rule
            document.norms.append(norm)
        }
        return [
            event("ecosystem", "rules", ["name": "Rules", "languages": ["en"]]),
            event("agreement", "rules", ["name": "Rules", "kind": "cooperation"]),
            event(
                "version", "rules-v1",
                [
                    "agreement": "rules", "number": 1, "on": "2026-01-01", "document": .string(document.json),
                    "hash": .string(document.hash),
                ]),
        ] + document.parties.flatMap(signed)
    }

    private func signed(_ party: DocumentParty) -> [NewEvent] {
        [
            event("organisation", party.id, ["name": .string(party.id), "sector": "company"]),
            event(
                "signature", "rules-\(party.id)",
                [
                    "agreement": "rules", "agreementVersion": "rules-v1", "party": .string(party.id),
                    "answer": "accept",
                    "on": "2026-01-01", "declaration": "{}",
                ]),
        ]
    }

    private func event(_ kind: String, _ id: String, _ fields: Value) -> NewEvent {
        NewEvent(
            kind: "\(kind).added", version: 1,
            payload: Data(CanonicalJSON.bytes(["id": .string(id), "fields": fields])))
    }
}
