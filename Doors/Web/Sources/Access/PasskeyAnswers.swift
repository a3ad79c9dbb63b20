import Access
import Foundation
import Hummingbird
import Kernel

extension Visit {
    /// `POST /sign-in/options`: what the browser asks a passkey for.
    func passkeyQuestion() async throws -> Response {
        _ = try await sentByScript(asSignedIn: false)
        return .json(bytes: try await access.authenticationOptions(at: door.relyingParty).json())
    }

    /// `POST /sign-in/passkey`: the passkey's answer; a session when it is right.
    func signInWithPasskey() async throws -> Response {
        let sent = try await sentByScript(asSignedIn: false)
        let answer = try AuthenticationResponse(json: sent)
        let signIn = try await access.authenticate(answer, at: door.relyingParty)
        let (_, token) = try await access.createSession(
            for: signIn.account.id, means: .passkey, device: device.name, replacing: sessionSecret)
        let next = (try? JSONReader.read(sent))?["next"].string.flatMap { LocalPath($0) }
        return beginning(token, .json(ScriptOnward(location: next?.url ?? "/")))
    }

    /// `POST /account/passkeys/options`: what the browser makes a passkey from.
    func newPasskeyQuestion() async throws -> Response {
        _ = try await sentByScript(asSignedIn: true)
        let (account, _) = try signedIn()
        return .json(bytes: try await access.registrationOptions(for: account.id, at: door.relyingParty).json())
    }

    /// `POST /account/passkeys`: keeps the passkey that the browser made. `name` may stand beside the browser's answer.
    func addPasskey() async throws -> Response {
        let sent = try await sentByScript(asSignedIn: true)
        let (account, _) = try signedIn()
        let extra = try? JSONReader.read(sent)
        _ = try await access.register(
            try RegistrationResponse(json: sent), for: account.id, name: extra?["name"].string ?? "",
            at: door.relyingParty)
        let next = extra?["next"].string.flatMap { LocalPath($0) }
        return .json(ScriptOnward(location: next?.url ?? "/account?done=passkey-added#passkeys"))
    }
}
