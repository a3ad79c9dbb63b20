import Access
import Foundation
import Gate
import Hummingbird
import Kernel

extension Visit {
    /// `POST /sign-in/{token}`: uses the link up, and offers a passkey to whoever has none.
    func followLink() async throws -> Response {
        try refuseOtherSites()
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let next = LocalPath(Form(urlEncoded: String(buffer: body)).first("next"))
        do {
            let (session, token, _) = try await access.signIn(
                withLink: part("token"), device: device.name, replacing: sessionSecret)
            let hasPasskey = try await !access.passkeys(session.account).isEmpty
            let onward = hasPasskey ? next?.url ?? "/" : Self.welcome(next)
            return beginning(token, .onward(to: onward))
        } catch let refusal as AccessRefusal where refusal.rule != .storeReadOnly {
            return unusableLink(refusal)
        }
    }

    private static func welcome(_ next: LocalPath?) -> String {
        guard let next, let query = next.url.addingPercentEncoding(withAllowedCharacters: .alphanumerics) else {
            return "/account/passkeys?welcome"
        }
        return "/account/passkeys?welcome&next=\(query)"
    }

    /// `POST /sign-out`: ends this session only. Where nothing can be written, this browser at least forgets it.
    func signOut() async throws -> Response {
        _ = try await form()
        let (account, session) = try signedIn()
        do { try await access.revokeSession(session.id, of: account.id) } catch {
            guard [.sessionUnknown, .storeReadOnly].contains(error.rule) else { throw error }
        }
        return ending(.onward(to: "/sign-in?done=signed-out"))
    }

    /// `POST /language`: for this browser, and for the account when there is one.
    func chooseLanguage() async throws -> Response {
        try refuseOtherSites()
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let form = Form(urlEncoded: String(buffer: body))
        guard let language = Language(rawValue: form.first("lang")) else {
            throw Refusal.invalid([
                Problem(
                    "language.unknown", at: ["lang"], Text("Deze taal is er niet.", "There is no such language."),
                    mend: Text("Kies Nederlands of Engels.", "Choose Dutch or English."))
            ])
        }
        if let (account, _) = try? signedIn(), !access.isReadOnly {
            _ = try await access.setLanguage(language == .en ? .en : .nl, of: account.id)
            door.visitors.forget()
        }
        return keepingLanguage(language.rawValue, .onward(to: LocalPath(form.first("next"))?.url ?? "/"))
    }
}
