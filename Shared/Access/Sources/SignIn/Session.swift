import Foundation

/// One signed-in browser. Its token is known only to that browser; `id` is for lists and may be shown.
package struct Session: Sendable, Hashable, Identifiable {
    package typealias ID = AccessID<Session>

    /// How the user proved who they are.
    package enum Means: String, Sendable, Hashable, CaseIterable { case link, passkey }

    package let id: ID
    package let account: Account.ID
    package let means: Means
    /// For the list of sessions, such as "Firefox on Linux"; at most 80 characters.
    package let device: String
    package let createdAt: Date
    /// The latest request, to about a minute.
    package let seenAt: Date
}
