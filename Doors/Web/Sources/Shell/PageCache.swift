import Ecosystems
import Kernel
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

    func html(_ key: Key, _ make: () -> HTML) -> HTML {
        if let known = entries.withLockedValue({ $0[key] }) { return known }
        let made = make()
        entries.withLockedValue { entries in
            if entries.count >= 500 { entries.removeAll() }
            entries[key] = made
        }
        return made
    }
}

extension EcosystemVisit {
    /// Renders once for all who may see the same. The part must not hold anything of the visitor's own, such as a form token.
    package func cached(_ page: String, _ make: () -> HTML) -> HTML {
        if isPast { return make() }
        let key = PageCache.Key(
            ecosystem: id, sequence: reader.state.sequence, day: reader.today, rights: reader.rights,
            language: say.language,
            page: page)
        return visit.door.cache.html(key, make)
    }
}
