import Crypto
import Foundation
import Signing

/// Makes and checks the hidden field that proves that a form came from our own page (against CSRF).
///
/// The field is an HMAC of the session's id under a server key: nothing to store, and worthless in another session.
package struct RequestForgery: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: SymmetricKey

    /// `key`: 32 secret bytes, the same for all processes of one installation.
    package init(key: some ContiguousBytes) {
        self.key = SymmetricKey(data: key)
    }

    /// The value for the form's hidden field.
    package func token(for session: Session.ID) -> String {
        Base64URL.encode(Data(HMAC<SHA256>.authenticationCode(for: message(session), using: key)))
    }

    /// Refuses (`request-forged`) a missing or other value, in a time that does not tell how wrong it is.
    package func check(_ token: String?, for session: Session.ID) throws(AccessRefusal) {
        guard let token, let code = Base64URL.decode(token),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message(session), using: key)
        else { throw AccessRefusal(.requestForged) }
    }

    private func message(_ session: Session.ID) -> Data {
        Data("stelsel request \(session.rawValue)".utf8)
    }

    package var description: String { "(request forgery guard)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
