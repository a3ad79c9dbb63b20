import Ecosystems
import Kernel
import Markup
import NIOConcurrencyHelpers

/// Main parts of pages that were rendered before, for the same state, day, rights and language.
package final class PageCache: Sendable {
    package struct Key: Hashable, Sendable {
        let ecosystem: String
        let sequence: Int
        let day: Day
        let rights: Rights
        let language: Language
        let page: String
    }

    private let entries = NIOLockedValueBox<[Key: HTML]>([:])

    subscript(key: Key) -> HTML? {
        get { entries.withLockedValue { $0[key] } }
        set {
            entries.withLockedValue { entries in
                if entries.count >= 500 { entries.removeAll() }
                entries[key] = newValue
            }
        }
    }
}

extension EcosystemVisit {
    /// Renders once for all who may see the same. The part must not hold anything of the visitor's own, such as a form token.
    package func cached(_ page: String, _ make: () -> HTML) -> HTML {
        if isPast { return make() }
        let key = key(of: page)
        if let known = visit.door.cache[key] { return known }
        let made = make()
        visit.door.cache[key] = made
        return made
    }

    /// As `cached`, for a part that is made of what has to be asked for first.
    package func cached(_ page: String, awaiting make: () async throws -> HTML) async rethrows -> HTML {
        if isPast { return try await make() }
        let key = key(of: page)
        if let known = visit.door.cache[key] { return known }
        let made = try await make()
        visit.door.cache[key] = made
        return made
    }

    private func key(of page: String) -> PageCache.Key {
        PageCache.Key(
            ecosystem: id, sequence: reader.state.sequence, day: reader.today, rights: reader.rights,
            language: say.language, page: page)
    }
}
