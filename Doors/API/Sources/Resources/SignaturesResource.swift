import Agreements
import Ecosystems
import Foundation
import Hummingbird
import Kernel

/// Signing with a key of the organisation, and the proof of what was signed.
struct SignaturesResource: Sendable {
    let room: Room

    var endpoints: [Endpoint] {
        let agreement = "/ecosystems/{ecosystem}/agreements/{id}"
        return [
            Endpoint(.post, "/ecosystems/{ecosystem}/signatures", SigningSheets.sign, handle: sign),
            Endpoint(.get, agreement + "/declaration", SigningSheets.declaration, handle: declaration),
            Endpoint(.get, agreement + "/bundle", SigningSheets.bundle, handle: bundle),
        ]
    }

    private var kind: Kind { Kind(Signature.self) }

    func declaration(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        try view.refuseOutsiders()
        let declaration = try wish(ask).declaration(in: view.situation, now: room.installation.clock.now())
        return Answer(declaration.value)
    }

    private func wish(_ ask: Ask) throws(Refusal) -> AnswerWish {
        var problems: [Problem] = []
        func text(_ name: String) throws(Refusal) -> String { try ask.query(name) ?? "" }
        for name in ["party", "answer", "person"] where try text(name).isEmpty { problems.append(.missing(name)) }
        let answer = Signature.Answer(rawValue: try text("answer"))
        if answer == nil, problems.isEmpty {
            problems.append(.wrong("answer", "accept, accede, reject of revoke", "accept, accede, reject or revoke"))
        }
        let version = try ask.version()
        guard problems.isEmpty, let answer else { throw .invalid(problems) }
        let mandate = try text("mandate")
        return AnswerWish(
            agreement: ask.parameter("id"), version: version, answer: answer, party: try text("party"),
            person: try text("person"), mandate: mandate.isEmpty ? nil : mandate,
            except: try text("except").split(separator: ",").map(String.init), reason: Text(same: try text("reason")))
    }

    /// A passkey signs on the pages, where this house asks it and knows whose it is; here a key does, or nobody for a text that
    /// binds nobody.
    func sign(_ ask: Ask) async throws -> Answer {
        let body = try await ask.object()
        let signed = try SignedDeclaration(.map(body))
        if signed.proof?.method == .passkey { throw Refusal.invalid([.passkeyElsewhere]) }
        let writer = try await RecordWriter(ask, room, kind, body)
        guard signed.declaration.ecosystem == writer.ecosystem.id else {
            throw Refusal.invalid([.otherEcosystem])
        }
        let command = AnswerVersion(
            declaration: signed.declaration, proof: signed.proof, now: room.installation.clock.now(),
            persons: writer.caller.persons)
        let written = try await writer.once(nil) {
            let outcome = try await writer.perform(command, id: "", seen: nil)
            return Written(
                id: outcome.firstTouched(of: kind) ?? "", outcome: outcome, isNew: !outcome.repeated)
        }
        return try await RecordResource(room: room, kind: kind).told(written, ask)
    }

    func bundle(_ ask: Ask) async throws -> Answer {
        let view = try await room.view(ask)
        try view.refuseOutsiders()
        let ledger = room.installation.ledger
        guard !ledger.isReadOnly else { throw Refusal.unavailable(.readOnly) }
        let bundle = try await ProofBundle.complete(
            of: ask.parameter("id"), version: try ask.version(), reader: view, ledger: ledger)
        var answer = Answer(.file(type: "application/zip", [UInt8](try bundle.archive().encoded)))
        answer.headers.set(
            "Content-Disposition",
            "attachment; filename=\"\(bundle.version.agreement)-v\(bundle.version.number).zip\"")
        return answer
    }
}

extension Ask {
    fileprivate func version() throws(Refusal) -> Int? {
        guard let text = try query("version") else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .invalid([.wrong("version", "een nummer", "a number")])
        }
        return number
    }
}

extension Reader {
    /// Mandates and who signed are for who takes part; evidence shows them whole.
    fileprivate func refuseOutsiders() throws(Refusal) {
        guard rights.participates || rights.seesEverything else { throw .forbidden(.participantsOnly) }
    }
}

extension Problem {
    fileprivate static let participantsOnly = Problem(
        "rights.participate",
        Text("Dit ziet alleen wie meedoet in dit ecosysteem.", "Only who takes part in this ecosystem sees this."),
        mend: Text("Vraag het aan een deelnemer, of aan de regisseur.", "Ask a participant, or the orchestrator."))

    fileprivate static let passkeyElsewhere = Problem(
        "signature.passkey-door", at: ["proof", "method"],
        Text("Met een passkey tekent u op de pagina's.", "With a passkey one signs on the pages."),
        mend: Text("Teken hier met een sleutel van de organisatie.", "Here, sign with a key of the organisation."))

    fileprivate static let otherEcosystem = Problem(
        "agreement.other", at: ["declaration", "ecosystem"],
        Text("Dit is van een ander ecosysteem.", "This is of another ecosystem."),
        mend: Text("Lever het daar in.", "Hand it in there."))
}
