import Access
import Agreements
import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Signing
import Testing

@testable import API

@Suite("Signing through the API")
struct SigningTests {
    private static let agreement = "/ecosystems/beekdal/agreements/samen"

    /// An agreement between two organisations offered to sign; gives the key of the first.
    private func offer(_ talk: Talk) async throws -> SecretKey {
        let key = SecretKey(.ed25519)
        var changes: [RecordChange] = []
        for party in ["gemeente", "waterschap"] {
            changes += [
                RecordChange("participations", party, .add(["organisation": .string(party), "status": "joined"])),
                RecordChange("persons", "p-\(party)", .add(["organisation": .string(party), "function": "directeur"])),
                RecordChange(
                    "mandates", "m-\(party)",
                    .add([
                        "person": .string("p-\(party)"), "organisation": .string(party), "scope": "Tekenen",
                        "level": "executive", "grantor": "bestuur",
                    ])),
            ]
        }
        let clause: [String: Value] = ["agreement": "samen", "position": 1, "heading": "Doel", "text": "Samen werken."]
        changes += [
            RecordChange(
                "signingKeys", "k",
                .add([
                    "organisation": "gemeente", "algorithm": "ed25519",
                    "publicKey": .string(Base64URL.encode(key.publicKey.raw)),
                ])),
            RecordChange(
                "agreements", "samen",
                .add([
                    "name": "Samen", "kind": "cooperation",
                    "parties": [["organisation": "gemeente"], ["organisation": "waterschap"]],
                ])),
            RecordChange("clauses", "doel", .add(clause)),
        ]
        let ecosystem = try await talk.sample.installation.host.ecosystem("beekdal")
        _ = try await ecosystem.perform(ChangeRecords(changes), by: .atTheMachine)
        _ = try await ecosystem.perform(ProposeVersion(agreement: "samen"), by: .atTheMachine)
        let offering: [String: Value] = ["agreement": "samen", "agreementVersion": "samen-v1", "on": "2025-11-21"]
        _ = try await ecosystem.perform(
            ChangeRecords([RecordChange("offerings", "o", .add(offering))]), by: .atTheMachine)
        return key
    }

    @Test("A declaration is asked for, signed elsewhere and handed in by any participant, once")
    func signed() async throws {
        let sample = try await Sample()
        try await sample.run { talk in
            let key = try await offer(talk)
            let other = try await sample.token([.read, .write], for: try await sample.member("p-waterschap"))
            let query = "/declaration?party=gemeente&answer=accept&person=p-gemeente&mandate=m-gemeente"
            let asked = try await talk.send(.get, Self.agreement + query, token: other)
            #expect(asked.status == 200, "\(asked.text)")
            let declaration = try Declaration(json: asked.text)
            let body = try SignedDeclaration(declaration, with: key).value

            let path = "/ecosystems/beekdal/signatures"
            let headers = ["Idempotency-Key": "een"]
            let made = try await talk.send(.post, path, body, token: other, headers: headers)
            #expect(made.status == 201, "\(made.text)")
            #expect(made.header("Location") == "/api/v1/ecosystems/beekdal/signatures/samen-v1-01-gemeente")
            #expect(made["answer"] == "accept")
            let repeated = try await talk.send(.post, path, body, token: other, headers: headers)
            #expect(repeated.status == 200)
            let again = try await talk.send(.post, path, body, token: other)
            #expect((again.status, again.rules) == (409, ["signature.twice"]))
            #expect(try await talk.write(.put, path + "/samen-v1-01-gemeente", ["answer": "reject"]).status == 405)
        }
    }

    @Test("What is asked for wrongly is refused, and outsiders see neither mandates nor proof")
    func refused() async throws {
        let sample = try await Sample()
        try await sample.run { talk in
            let key = try await offer(talk)
            let declaration = Self.agreement + "/declaration"
            #expect(try await talk.get(declaration).rules == ["token-scope"])
            let outsider = try await sample.token([.read], for: try await sample.member("p-hogeschool"))
            let refused = try await talk.send(.get, declaration, token: outsider)
            #expect((refused.status, refused.rules) == (403, ["rights.participate"]))
            #expect(try await talk.send(.get, Self.agreement + "/bundle").status == 401)
            let all = try await talk.write(.get, declaration)
            #expect(all.rules == ["field.required", "field.required", "field.required"], "\(all.text)")
            let whole = declaration + "?party=gemeente&answer=accept&person=p-gemeente"
            #expect(try await talk.write(.get, whole).rules == ["mandate.missing"])
            #expect(try await talk.write(.get, declaration + "?party=a&answer=ja&person=b").status == 400)
            let asked = try await talk.write(.get, whole + "&mandate=m-gemeente")
            let signed = try SignedDeclaration(try Declaration(json: asked.text), with: key)
            var proof = try #require(signed.proof)
            proof.method = .passkey
            let passkey = SignedDeclaration(signed.declaration, proof: proof).value
            let path = "/ecosystems/beekdal/signatures"
            #expect(try await talk.write(.post, path, passkey).rules == ["signature.passkey-door"])
            let bare = SignedDeclaration(signed.declaration, proof: nil).value
            #expect(
                try await talk.write(.post, path, bare).rules == ["signature.someone-else", "signature.proof"])
            #expect(try await talk.send(.post, path, signed.value).status == 401)
            #expect(try await talk.write(.post, path, ["declaration": "x"]).status == 400)
        }
    }

    @Test("A bundle comes as a zip that proves itself, with the log's own key")
    func bundle() async throws {
        let sample = try await Sample()
        try await sample.run { talk in
            let key = try await offer(talk)
            let asked = try await talk.write(
                .get, Self.agreement + "/declaration?party=gemeente&answer=accept&person=p-gemeente&mandate=m-gemeente")
            let signed = try SignedDeclaration(try Declaration(json: asked.text), with: key)
            #expect(try await talk.write(.post, "/ecosystems/beekdal/signatures", signed.value).status == 201)
            try await talk.client.execute(
                uri: "/api/v1" + Self.agreement + "/bundle?version=1", method: .get,
                headers: [.authorization: "Bearer \(sample.writing)"]
            ) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "application/zip")
                let report = try BundleCheck.report(
                    on: Data(response.body.readableBytesView), logKey: sample.installation.ledger.verifierKey)
                #expect(report.answers.map(\.declaration.party) == ["gemeente"])
                #expect(report.entered == nil)
            }
            #expect(try await talk.write(.get, Self.agreement + "/bundle?version=9").status == 404)
            #expect(try await talk.write(.get, "/ecosystems/beekdal/agreements/geen/bundle").status == 404)
        }
    }
}
