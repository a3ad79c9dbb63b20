import Foundation

/// A one-time link to one account. The token itself exists only in the link.
package struct Invitation: Sendable, Hashable, Identifiable {
    package typealias ID = AccessID<Invitation>

    package enum Purpose: String, Sendable, Hashable, CaseIterable {
        /// Printed at first start.
        case firstAdministrator = "first-administrator"
        /// For somebody who is new.
        case join
        /// For somebody who has an account but no passkey at hand.
        case signIn = "sign-in"
    }

    package let id: ID
    package let account: Account.ID
    package let purpose: Purpose
    package let createdAt: Date
    package let expiresAt: Date
    package let usedAt: Date?
}
