import Foundation
import Signing

/// The site that passkeys are made for: its domain, and the addresses under which pages may use them.
package struct RelyingParty: Sendable, Hashable {
    /// The domain, such as `stelsel.example.nl` or `localhost`.
    package let id: String
    /// Shown by browsers when a passkey is made.
    package let name: String
    /// Exact origins, such as `https://stelsel.example.nl` or `http://localhost:8080`.
    package let origins: Set<String>

    /// Refuses (`relying-party-invalid`) an id that is no domain, and origins that browsers would not accept for it.
    package init(id: String, name: String, origins: Set<String>) throws(AccessRefusal) {
        guard Self.isDomain(id) else { throw AccessRefusal(.relyingPartyInvalid, detail: "id \(id)") }
        guard !origins.isEmpty else { throw AccessRefusal(.relyingPartyInvalid, detail: "no origins") }
        if let wrong = origins.sorted().first(where: { !PasskeySite.allows(origin: $0, for: id) }) {
            throw AccessRefusal(.relyingPartyInvalid, detail: "origin \(wrong) for id \(id)")
        }
        self.id = id
        self.name = name.isEmpty ? id : name
        self.origins = origins
    }

    /// The site as it is reached on this machine: `http://localhost:PORT`.
    package static func localhost(port: UInt16, name: String = "Stelsel") throws(AccessRefusal) -> RelyingParty {
        try RelyingParty(id: "localhost", name: name, origins: ["http://localhost:\(port)"])
    }

    /// What of it counts for checking a passkey.
    var passkeys: PasskeySite { PasskeySite(id: id, origins: origins) }

    private static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let allowed = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count)
                && label.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }
        }
        let isNumber = labels.last?.allSatisfy(\.isNumber) ?? true
        return allowed && !isNumber && text.utf8.count <= 253 && (labels.count > 1 || text == "localhost")
    }
}

/// Whether the authenticator must check who holds it (PIN, fingerprint, face), or only that somebody does.
package enum UserVerification: String, Sendable, Hashable, Codable, CaseIterable {
    case required, preferred, discouraged
}
