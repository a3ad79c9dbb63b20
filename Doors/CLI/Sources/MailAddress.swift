/// An e-mail address that may stand in a header as it is: `name@domain` of plain letters, digits and the marks of RFC 5322's atoms. Anything
/// else could be read as several addresses, or as a header.
struct MailAddress: Hashable, Sendable {
    let text: String

    /// Nil for what is no such address.
    init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, Self.isDotted(parts[0], Self.atoms),
            Self.isDotted(parts[1], Self.letters + "-"), !parts[1].hasPrefix("-")
        else { return nil }
        self.text = text
    }

    var domain: String { String(text.split(separator: "@").last ?? "") }

    private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    private static let atoms = letters + "!#$%&'*+-/=?^_`{|}~"

    /// Characters of this set, with single dots between them.
    private static func isDotted(_ text: Substring, _ allowed: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy(allowed.contains)
        }
    }
}
