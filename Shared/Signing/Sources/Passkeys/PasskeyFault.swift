/// Why an answer of a passkey is not accepted: which check said so, and technical detail in English.
package struct PasskeyFault: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: String, Sendable, CaseIterable {
        case malformed, ceremony, challenge, origin
        case relyingParty = "relying-party"
        case presence, verification, backup, algorithm, key, signature
    }

    package let reason: Reason
    /// Which field, which byte, what was expected; nil when the reason says it all. Never holds a secret.
    package let detail: String?

    package init(_ reason: Reason, detail: String? = nil) {
        self.reason = reason
        self.detail = detail
    }

    package var description: String { reason.rawValue + (detail.map { " (\($0))" } ?? "") }
}
