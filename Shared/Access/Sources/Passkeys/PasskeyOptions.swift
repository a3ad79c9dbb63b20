import Foundation
import Signing

/// A credential as options name it.
package struct CredentialDescriptor: Sendable, Hashable, Codable {
    package let type: String
    /// base64url
    package let id: String
    package let transports: [String]

    init(id: Data, transports: [String]) {
        type = "public-key"
        self.id = Base64URL.encode(id)
        self.transports = transports
    }
}

/// What a page passes to `PublicKeyCredential.parseCreationOptionsFromJSON` and `navigator.credentials.create`.
package struct RegistrationOptions: Sendable, Codable {
    package struct Site: Sendable, Codable { package let id: String, name: String }
    /// `id` is the account's handle in base64url; it says nothing about the person.
    package struct User: Sendable, Codable { package let id: String, name: String, displayName: String }
    package struct Parameter: Sendable, Codable { package let type: String, alg: Int }
    package struct Selection: Sendable, Codable {
        package let residentKey: String
        package let requireResidentKey: Bool
        package let userVerification: UserVerification
    }

    package let rp: Site
    package let user: User
    /// base64url
    package let challenge: String
    package let pubKeyCredParams: [Parameter]
    /// Milliseconds.
    package let timeout: Int64
    package let excludeCredentials: [CredentialDescriptor]
    package let authenticatorSelection: Selection
    package let attestation: String

    init(
        site: RelyingParty, account: Account.ID, contact: Contact?, challenge: Data, timeout: Int64,
        exclude: [CredentialDescriptor], verification: UserVerification
    ) {
        let fallback = String(account.rawValue.prefix(8))
        rp = Site(id: site.id, name: site.name)
        user = User(
            id: Base64URL.encode(Data(account.rawValue.utf8)), name: contact?.email ?? contact?.name ?? fallback,
            displayName: contact?.name ?? fallback)
        self.challenge = Base64URL.encode(challenge)
        pubKeyCredParams = COSEKey.algorithms.map { Parameter(type: "public-key", alg: $0) }
        self.timeout = timeout
        excludeCredentials = exclude
        authenticatorSelection = Selection(
            residentKey: "preferred", requireResidentKey: false, userVerification: verification)
        attestation = "none"
    }

    /// The JSON for the page.
    package func json() throws(AccessRefusal) -> Data { try OptionsJSON.encode(self) }
}

/// What a page passes to `PublicKeyCredential.parseRequestOptionsFromJSON` and `navigator.credentials.get`.
package struct AuthenticationOptions: Sendable, Codable {
    /// base64url
    package let challenge: String
    package let rpId: String
    /// Milliseconds.
    package let timeout: Int64
    /// Empty at sign-in: the browser shows the passkeys that it has for this site.
    package let allowCredentials: [CredentialDescriptor]
    package let userVerification: UserVerification

    init(
        site: RelyingParty, challenge: Data, timeout: Int64, allow: [CredentialDescriptor],
        verification: UserVerification
    ) {
        self.challenge = Base64URL.encode(challenge)
        rpId = site.id
        self.timeout = timeout
        allowCredentials = allow
        userVerification = verification
    }

    /// The JSON for the page.
    package func json() throws(AccessRefusal) -> Data { try OptionsJSON.encode(self) }
}

private enum OptionsJSON {
    static func encode(_ value: some Encodable) throws(AccessRefusal) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return try encoder.encode(value) } catch {
            throw AccessRefusal(.passkeyMalformed, detail: "options cannot be written as JSON")
        }
    }
}
