import Access
import Agreements
import Ecosystems
import Foundation
import Hummingbird
import Kernel

/// Taking a signature: by passkey from the browser, by key from elsewhere, or as a plain confirmation.
extension EcosystemVisit {
    /// `POST …/signing/options`: the declaration, once more judged, becomes the challenge.
    func signingQuestion() async throws -> Response {
        let sent = try JSONReader.read(try await visit.sentByScript(asSignedIn: true))
        let (account, _) = try visit.signedIn()
        let declaration = try declaration(sent["declaration"].string ?? "")
        _ = try declaration.wish.declaration(in: reader.situation, now: visit.door.installation.clock.now())
        let options = try await visit.access.assertionOptions(
            challenge: declaration.message, for: account.id, at: visit.door.relyingParty)
        return .json(bytes: try options.json())
    }

    /// `POST …/signing/passkey`: the passkey's answer to the declaration; recorded when it is right.
    func signWithPasskey() async throws -> Response {
        let bytes = try await visit.sentByScript(asSignedIn: true)
        let (account, _) = try visit.signedIn()
        let declaration = try declaration((try JSONReader.read(bytes))["declaration"].string ?? "")
        let proof = try await visit.access.assert(
            challenge: declaration.message, try AuthenticationResponse(json: bytes), by: account.id,
            at: visit.door.relyingParty
        ).proof
        try await record(declaration, SignatureProof(passkey: proof))
        return .json(ScriptOnward(location: Path.agreement(id, declaration.agreement).url + "#standing"))
    }

    /// `POST …/signing`: a confirmation of what does not bind.
    func confirm() async throws -> Response {
        let form = try await visit.form()
        let declaration = try declaration(form.first("declaration"))
        try await record(declaration, nil)
        return visit.onward(to: Path.agreement(id, declaration.agreement).url + "#standing", .signed)
    }

    /// `POST …/signatures`: a declaration that was signed with a key of the organisation.
    func handIn() async throws -> Response {
        let form = try await visit.form()
        do {
            let signed = try SignedDeclaration(try JSONReader.read(Data(form.first("signed").trimmed.utf8)))
            try await record(signed.declaration, signed.proof)
            return visit.onward(to: Path.agreement(id, signed.declaration.agreement).url + "#standing", .signed)
        } catch let refusal as Refusal where refusal.isAboutForm {
            return try await showSigning(after: RefusedForm(name: "signed", sent: form, problems: refusal.problems))
        } catch let problem as Problem {
            return try await showSigning(
                after: RefusedForm(name: "signed", sent: form, problems: [problem.under("signed")]))
        }
    }

    private func declaration(_ json: String) throws -> Declaration {
        do throws(Problem) { return try Declaration(json: json) } catch { throw Refusal.invalid([error]) }
    }

    private func record(_ declaration: Declaration, _ proof: SignatureProof?) async throws {
        _ = try await perform(
            AnswerVersion(
                declaration: declaration, proof: proof, now: visit.door.installation.clock.now(),
                persons: caller.persons))
    }
}

extension Declaration {
    /// What was wished, to judge it once more.
    fileprivate var wish: AnswerWish {
        AnswerWish(
            agreement: agreement, version: version, answer: answer, party: party, person: person,
            mandate: mandate?.id, except: except, reason: reason)
    }
}

extension SignatureProof {
    fileprivate init(passkey proof: PasskeyProof) {
        self.init()
        method = .passkey
        publicKey = proof.publicKey
        signature = proof.signature
        authenticatorData = proof.authenticatorData
        clientData = proof.clientDataJSON
    }
}
