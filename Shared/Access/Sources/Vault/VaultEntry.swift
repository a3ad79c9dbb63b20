/// Who a person in an ecosystem is: the only place where a name is kept. Events refer to `person` and hold no names.
///
/// Does not show itself in prints and logs.
package struct VaultEntry: Sendable, Hashable, Codable, CustomStringConvertible, CustomReflectable {
    package let ecosystem: String
    package let person: String
    package let name: String
    package let email: String?
    package let phone: String?

    package init(ecosystem: String, person: String, name: String, email: String? = nil, phone: String? = nil) {
        self.ecosystem = ecosystem
        self.person = person
        self.name = name
        self.email = email
        self.phone = phone
    }

    package var description: String { "(vault entry \(ecosystem)/\(person))" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension VaultEntry {
    /// Trimmed, empty texts made nil; refuses with the field that is wrong.
    func checked() throws(AccessRefusal) -> VaultEntry {
        guard !ecosystem.isEmpty, !person.isEmpty else {
            throw AccessRefusal(.vaultInvalid, detail: "person: id missing")
        }
        return VaultEntry(
            ecosystem: ecosystem, person: person, name: try PersonalText.name(name),
            email: try PersonalText.email(email), phone: try PersonalText.phone(phone))
    }
}

extension Contact {
    func checked() throws(AccessRefusal) -> Contact {
        Contact(name: try PersonalText.name(name), email: try PersonalText.email(email))
    }
}
