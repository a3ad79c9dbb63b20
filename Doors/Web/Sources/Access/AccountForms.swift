import Access
import Foundation
import Gate
import Hummingbird
import Kernel

extension Visit {
    func changeContact() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { form, who in
            try await access.setContact(
                Contact(name: form.first("name"), email: form.first("email")), of: who.account.id)
            return done(.contactChanged, "contact")
        }
    }

    func endSession() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { _, who in
            let session = Session.ID(try part("session"))
            try await access.revokeSession(session, of: who.account.id)
            guard session != who.session.id else { return ending(.onward(to: "/sign-in?done=signed-out")) }
            return done(.sessionEnded, "sessions")
        }
    }

    func endOtherSessions() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { _, who in
            _ = try await access.revokeSessions(of: who.account.id, except: who.session.id)
            return done(.sessionsEnded, "sessions")
        }
    }

    func renamePasskey() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { form, who in
            try await access.renamePasskey(
                Passkey.ID(part("passkey")), of: who.account.id, to: form.first("name"))
            return done(.passkeyRenamed, "passkeys")
        }
    }

    func removePasskey() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { _, who in
            let left = try await access.removePasskey(Passkey.ID(part("passkey")), of: who.account.id)
            return done(left.warning == nil ? .passkeyRemoved : .lastPasskeyRemoved, "passkeys")
        }
    }

    /// Answers with the page itself, because the token can be shown only now.
    func createToken() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { form, who in
            let scopes = try Set(form.all("scope").map { try scope($0) })
            let days = [30, 90, 365].first { String($0) == form.first("days") } ?? 90
            let place = form.first("ecosystem")
            let end = door.installation.clock.now() / 1000 + Int64(days) * 86_400
            if !place.isEmpty { _ = try await door.installation.host.ecosystem(place) }
            let (_, plaintext) = try await access.createToken(
                for: who.account.id, name: form.first("token-name"), scopes: scopes,
                ecosystem: place.isEmpty ? nil : place, expires: Date(timeIntervalSince1970: Double(end)))
            return try await accountPage(fresh: plaintext)
        }
    }

    private func scope(_ name: String) throws -> APIToken.Scope {
        guard let scope = APIToken.Scope(rawValue: name) else {
            throw AccessRefusal(.tokenInvalid, detail: "scope: read, write or admin")
        }
        return scope
    }

    func revokeToken() async throws -> Response {
        try await submitted(orShow: { try await accountPage($0) }) { _, who in
            try await access.revokeToken(APIToken.ID(part("token")), of: who.account.id)
            return done(.tokenRevoked, "tokens")
        }
    }

    private func done(_ notice: Notice, _ section: String) -> Response {
        .onward(to: "/account?done=\(notice.rawValue)#\(section)")
    }
}
