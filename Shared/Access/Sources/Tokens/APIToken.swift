import Foundation

/// What a program may do in an account's name. The token itself is shown once, at creation.
package struct APIToken: Sendable, Hashable, Identifiable {
    package typealias ID = AccessID<APIToken>

    /// What a token grants; it never grants more than the account itself may do.
    package enum Scope: String, Sendable, Hashable, CaseIterable { case read, write, admin }

    package let id: ID
    package let account: Account.ID
    package let name: String
    package let scopes: Set<Scope>
    /// The only ecosystem it works in, or nil for all.
    package let ecosystem: String?
    package let createdAt: Date
    package let expiresAt: Date
    package let revokedAt: Date?
    /// The start of the day (UTC) of its latest use.
    package let lastUsedOn: Date?

    /// Refuses when the token lacks the scope, or is for another ecosystem than this one.
    ///
    /// A token for one ecosystem is refused where no ecosystem is meant (nil): that concerns the whole installation.
    package func require(_ scope: Scope, in ecosystem: String?) throws(AccessRefusal) {
        guard scopes.contains(scope) else { throw AccessRefusal(.tokenScope, detail: "needs scope \(scope.rawValue)") }
        if let own = self.ecosystem, own != ecosystem { throw AccessRefusal(.tokenEcosystem, detail: "is for \(own)") }
    }
}
