import Agreements
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// The events of an ecosystem with many norms, made by a seeded generator.
struct NormTown {
    static let organisations = 1_000
    static let agreements = 100
    static let parties = 10
    static let norms = 100
    static let weeks = 156

    private var seed: UInt64 = 42
    /// By organisation: acts that it has yet to follow up, and with what.
    private var waiting: [Int: [(act: String, what: String)]] = [:]
    private let start = Day(number: 19_683)  // 2023-11-22

    private mutating func dice(_ limit: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(limit))
    }

    private func event(_ kind: String, _ id: String, _ fields: [String: Value]) -> NewEvent {
        NewEvent(
            kind: "\(kind).added", version: 1,
            payload: Data(CanonicalJSON.bytes(["id": .string(id), "fields": .map(fields)])))
    }

    private func organisation(_ agreement: Int, _ party: Int) -> String {
        "org-\((agreement * Self.parties + party) % Self.organisations)"
    }

    /// Everything in the order of days.
    var events: [NewEvent] {
        mutating get {
            var events = [event("ecosystem", "norms", ["name": "Norms", "languages": ["nl", "en"]])]
            for number in 0..<Self.organisations {
                events.append(
                    event("organisation", "org-\(number)", ["name": .string("Org \(number)"), "sector": "company"]))
            }
            for number in 0..<Self.organisations { events += mandate(number) }
            for agreement in 0..<Self.agreements { events += documents(agreement) }
            for week in 0..<Self.weeks {
                for number in 0..<Self.organisations { events.append(act(week, number)) }
                for body in 0..<Self.agreements where week % 13 == body % 13 && dice(20) > 0 {
                    events.append(
                        event(
                            "meeting", "m-\(week)-\(body)",
                            [
                                "body": .string("body-\(body)"),
                                "on": .string((start + week * 7 + dice(5)).description),
                            ]))
                }
            }
            return events
        }
    }

    private mutating func mandate(_ number: Int) -> [NewEvent] {
        let organisation: Value = .string("org-\(number)")
        return [
            event("person", "p-\(number)", ["organisation": organisation, "function": "director"]),
            event(
                "mandate", "m-\(number)",
                [
                    "person": .string("p-\(number)"), "organisation": organisation, "scope": "Commit",
                    "level": "executive", "grantor": "board",
                    "limit": ["amount": .whole(1_500 + dice(500)), "currency": "EUR"],
                ]),
        ]
    }

    /// Nineteen in twenty requests and deviations are followed by an answer or reasons the week after.
    private mutating func act(_ week: Int, _ number: Int) -> NewEvent {
        let group = number / Self.parties
        let day = (start + week * 7 + dice(7)).description
        var fields: [String: Value] = [
            "by": .string("org-\(number)"), "on": .string(day), "body": .string("body-\(group)"),
            "towards": .string("org-\(group * Self.parties + dice(Self.parties))"),
            "amount": ["amount": .whole(dice(2_000)), "currency": "EUR"],
        ]
        if let (called, what) = waiting[number]?.popLast(), dice(20) > 0 {
            fields["what"] = .string(what)
            fields["about"] = .string("acts/\(called)")
            return event("act", "a-\(week)-\(number)", fields)
        }
        let kinds = ["offer", "offer", "sample", "report", "request", "commit", "deviate", "end-project"]
        let what = kinds[dice(kinds.count)]
        fields["what"] = .string(what)
        if what == "request" {
            let other = group * Self.parties + dice(Self.parties)
            fields["towards"] = .string("org-\(other)")
            waiting[other, default: []].append(("a-\(week)-\(number)", "respond"))
        } else if what == "deviate" {
            waiting[number, default: []].append(("a-\(week)-\(number)", "motivate"))
        }
        return event("act", "a-\(week)-\(number)", fields)
    }

    private mutating func documents(_ number: Int) -> [NewEvent] {
        let id = "agreement-\(number)"
        var document = AgreementDocument()
        document.ecosystem = "norms"
        document.agreement = id
        document.name = Text(same: "Agreement \(number)")
        document.parties = (0..<Self.parties).map {
            var party = DocumentParty()
            party.id = organisation(number, $0)
            party.name = Text(same: party.id)
            return party
        }
        document.clauses = (0..<20).map {
            var clause = DocumentClause()
            clause.id = "c-\(number)-\($0)"
            clause.number = $0 + 1
            clause.heading = Text("Bepaling", "Clause")
            clause.text = Text("De partijen houden zich hieraan.", "The parties keep to this.")
            return clause
        }
        document.norms = (0..<Self.norms).map { norm(number, $0) }
        let parties = document.parties.map(\.id)
        let body: [String: Value] = [
            "name": .string("Body \(number)"), "sort": "working-group", "members": .list(parties.map(Value.string)),
        ]
        return [
            event("body", "body-\(number)", body),
            event("agreement", id, ["name": .string("Agreement \(number)"), "kind": "cooperation"]),
            event(
                "version", "\(id)-v1",
                [
                    "agreement": .string(id), "number": 1, "on": .string(start.description),
                    "document": .string(document.json), "hash": .string(document.hash),
                ]),
        ]
            + parties.map { party in
                event(
                    "signature", "\(id)-\(party)",
                    [
                        "agreement": .string(id), "agreementVersion": .string("\(id)-v1"), "party": .string(party),
                        "answer": "accept", "on": .string((start + dice(30)).description), "declaration": "{}",
                    ])
            }
    }

    private mutating func norm(_ agreement: Int, _ number: Int) -> DocumentNorm {
        var norm = DocumentNorm()
        norm.id = "n-\(agreement)-\(number)"
        norm.clause = "c-\(agreement)-\(number % 20)"
        var rule = NormSorts.rule(number, body: "body-\(agreement)", amount: 1_000 + 100 * dice(20))
        rule.name = Text("Norm \(number) van afspraak \(agreement).", "Norm \(number) of agreement \(agreement).")
        if rule.bearer == nil, number / 8 % 2 == 1 {
            rule.bearer = NormRule.Subject(.organisation, organisation(agreement, dice(Self.parties)))
        }
        norm.rule = rule
        return norm
    }
}
