import Agreements
import Foundation
import Kernel
import Ledger
import MethodLibrary

/// An ecosystem in which two parties have agreed to report each half year, and one of them did; as events, because signing is not what
/// these tests are about.
enum AgreedEvents {
    static func append(to store: LedgerStore, as id: String) async throws {
        _ = try await store.append(
            ecosystem: id, expected: 0, command: "agreed-\(id)", actor: LedgerActor(person: "p", organisation: "o"),
            events: events(id), outcome: Data())
    }

    private static func events(_ id: String) -> [NewEvent] {
        let text = document(id)
        let version: Value = [
            "agreement": "samen", "number": 1, "on": "2026-01-01", "document": .string(text.json),
            "hash": .string(text.hash),
        ]
        let first = [
            event("ecosystem", id, ["name": "Buurt", "languages": ["nl", "en"]]),
            event("agreement", "samen", ["name": "Samen", "kind": "cooperation"]),
            event("version", "samen-v1", version),
            event("act", "verslag", ["what": "report", "by": "stad", "on": "2026-03-04"]),
        ]
        return ["stad", "net"].reduce(first) { events, party in
            events + [
                event("organisation", party, ["name": .string(party.capitalized), "sector": "company"]),
                event(
                    "signature", "s-\(party)",
                    [
                        "agreement": "samen", "agreementVersion": "samen-v1", "party": .string(party),
                        "answer": "accept",
                        "on": "2026-01-01", "declaration": "{}",
                    ]),
            ]
        }
    }

    private static func event(_ kind: String, _ id: String, _ fields: Value) -> NewEvent {
        NewEvent(
            kind: "\(kind).added", version: 1,
            payload: Data(CanonicalJSON.bytes(["id": .string(id), "fields": fields])))
    }

    private static func document(_ ecosystem: String) -> AgreementDocument {
        var text = AgreementDocument()
        text.ecosystem = ecosystem
        text.agreement = "samen"
        text.name = Text("Samen", "Together")
        text.parties = ["stad", "net"].map {
            var party = DocumentParty()
            party.id = $0
            party.name = Text(same: $0)
            return party
        }
        var clause = DocumentClause()
        clause.id = "verslag"
        clause.heading = Text("Verslag", "Reports")
        clause.text = Text("Elke partij doet verslag.", "Each party reports.")
        text.clauses = [clause]
        text.norms = [norm("verslag", .duty, "report"), norm("geheim", .prohibition, "publish")]
        return text
    }

    private static func norm(_ id: String, _ form: NormRule.Form, _ action: String) -> DocumentNorm {
        var evidence = NormRule.Evidence()
        evidence.kind = "acts"
        evidence.party = "by"
        evidence.day = "on"
        var match = NormRule.Match()
        match.field = "what"
        match.value = action
        evidence.matching = [match]
        var norm = DocumentNorm()
        norm.id = id
        norm.clause = "verslag"
        norm.rule.name = Text("Norm \(id).", "Norm \(id).")
        norm.rule.form = form
        norm.rule.action = action
        norm.rule.every = form == .duty ? .halfYear : nil
        norm.rule.evidence = evidence
        return norm
    }
}
