/// A language of screens and documents.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case nl
    case en
}
