import Foundation

/// The rules for names and addresses. A refusal names the field and the rule, never the value.
enum PersonalText {
    static func name(_ text: String) throws(AccessRefusal) -> String {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty else { throw AccessRefusal(.vaultInvalid, detail: "name: may not be empty") }
        guard name.count <= 200, isOneLine(name) else {
            throw AccessRefusal(.vaultInvalid, detail: "name: one line of at most 200 characters")
        }
        return name
    }

    static func email(_ text: String?) throws(AccessRefusal) -> String? {
        guard let email = filled(text) else { return nil }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let wellFormed = parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
        guard wellFormed, email.utf8.count <= 254, isOneLine(email), !email.contains(where: \.isWhitespace) else {
            throw AccessRefusal(.vaultInvalid, detail: "email: must look like name@domain, at most 254 characters")
        }
        return email
    }

    static func phone(_ text: String?) throws(AccessRefusal) -> String? {
        guard let phone = filled(text) else { return nil }
        let digits = phone.count { ("0"..."9").contains($0) }
        guard (3...20).contains(digits), phone.count <= 40, phone.allSatisfy({ "0123456789+-(). ".contains($0) }) else {
            throw AccessRefusal(.vaultInvalid, detail: "phone: 3 to 20 digits, with spaces, + - . ( ) between them")
        }
        return phone
    }

    /// A label that a user gives to a passkey or token; nil when it cannot be one.
    static func label(_ text: String) -> String? {
        let label = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return (1...80).contains(label.count) && isOneLine(label) ? label : nil
    }

    private static func filled(_ text: String?) -> String? {
        let trimmed = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return trimmed.isEmpty ? nil : trimmed
    }

    private static func isOneLine(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
