import Foundation

/// What a program may do in an account's name. The token itself is shown once, at creation.
package struct APIToken: Sendable, Hashable, Identifiable {
    package typealias ID = AccessID<APIToken>

    /// What a token grants; never more than the account itself may do. Each scope means itself and implies no other.
    package enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Reading what the account may see in its roles.
        case read
        /// Changing what those roles allow.
        case write
        /// Reading the map of an ecosystem as a file, and nothing else: for an address that another program keeps.
        case map
        /// In the first two, the rights of an administrator besides; for accounts of administrators.
        case admin
    }

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
        guard scopes.contains(scope) else { throw .lacking(scope) }
        if let own = self.ecosystem, own != ecosystem { throw AccessRefusal(.tokenEcosystem, detail: "is for \(own)") }
    }
}
