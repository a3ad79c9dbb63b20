/// An expected "no" of this room: which rule said so, what the reader is told in Dutch and English, and how to mend it.
///
/// Its text never holds a token, key or person's data, so it may be logged and shown as it is.
package struct AccessRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a door makes of it: the kind decides the status code or exit code.
    package enum Kind: String, Sendable, CaseIterable {
        case invalid, notFound, conflict, forbidden, unauthenticated, tooMany, unavailable
    }

    /// The rule that refused; its raw value is stable and goes into API answers.
    package let rule: Rule
    /// Technical detail in English (which field, which byte, what was expected), or nil.
    package let detail: String?

    /// After how many whole seconds trying again makes sense, or nil.
    package let retryAfter: Int?

    package init(_ rule: Rule, detail: String? = nil, retryAfter: Int? = nil) {
        self.rule = rule
        self.detail = detail
        self.retryAfter = retryAfter
    }

    /// A token lacks this scope: said by name, because the holder can do something about it.
    package static func lacking(_ scope: APIToken.Scope) -> AccessRefusal {
        AccessRefusal(.tokenScope, detail: scope.rawValue)
    }

    package var kind: Kind { rule.kind }
    /// The field of what was asked that it is about; nil when it is about the whole.
    package var field: String? {
        if rule == .seatTaken { return "person" }
        guard let word = detail?.prefix(while: { $0 != ":" }).lowercased(), Self.fields.contains(word) else {
            return nil
        }
        return word
    }

    private static let fields: Set<String> = ["name", "email", "phone", "scopes", "ecosystem", "expires"]

    private var wording: Wording { field.flatMap { rule.wording(of: $0) } ?? rule.wording }

    /// One sentence saying what is refused.
    package var messages: (nl: String, en: String) {
        guard rule == .tokenScope, let detail else { return wording.message }
        return ("Dit API-token heeft het recht “\(detail)” niet.", "This API token lacks the scope “\(detail)”.")
    }
    /// One sentence saying what to do now.
    package var remedy: (nl: String, en: String) { wording.remedy }

    package var description: String {
        let ending = detail.map { " (\($0))" } ?? ""
        return "\(rule.rawValue): \(messages.en)\(ending) \(remedy.en)"
    }
}
