import Foundation

/// Somebody who can sign in. Who they are is not written here: name and address are in the vault (`Contact`).
package struct Account: Sendable, Hashable, Identifiable, Codable {
    package typealias ID = AccessID<Account>

    /// The language of the screens that this person sees.
    package enum Language: String, Sendable, Hashable, Codable, CaseIterable { case nl, en }

    /// 32 hexadecimal characters; says nothing about the person.
    package let id: ID
    /// May create ecosystems and accounts on this installation.
    package let administrator: Bool
    package let language: Language
    package let createdAt: Date
    package let disabled: Bool
    /// When the personal data of this account were erased, or nil. An erased account stays disabled.
    package let erasedAt: Date?
    /// The latest sign-in, or nil when the first link was never followed.
    package let signedInAt: Date?
}

/// The person, in one ecosystem, as whom an account may act.
package struct Seat: Sendable, Hashable, Codable {
    package let ecosystem: String
    package let person: String

    package init(ecosystem: String, person: String) {
        self.ecosystem = ecosystem
        self.person = person
    }
}

/// Name and e-mail address of an account's owner. Does not show itself in prints and logs.
package struct Contact: Sendable, Hashable, Codable, CustomStringConvertible, CustomReflectable {
    package let name: String
    package let email: String?

    package init(name: String, email: String? = nil) {
        self.name = name
        self.email = email
    }

    package var description: String { "(contact)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
