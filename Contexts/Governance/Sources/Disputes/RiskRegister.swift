import Ecosystems
import Kernel
import MethodLibrary

/// The risks and obstacles of an ecosystem, the heaviest first, and what the library knows of that nobody judged yet.
package struct RiskRegister: Sendable {
    package struct Item: Sendable, Hashable {
        /// `checklist/item`.
        package let id: String
        package let text: Text
        package let checklist: Text
    }

    package let open: [Risk]
    package let closed: [Risk]
    /// Items of the library that no risk names, in the order of their lists.
    package let unjudged: [Item]

    package init(_ reader: Reader) {
        let risks = reader.records(Risk.self)
        open = risks.filter { $0.closed == nil }.sorted {
            (-($0.weight ?? 0), $0.review?.number ?? .max, $0.id) < (
                -($1.weight ?? 0), $1.review?.number ?? .max, $1.id
            )
        }
        closed = risks.filter { $0.closed != nil }.sorted {
            ($1.closed?.number ?? 0, $0.id) < ($0.closed?.number ?? 0, $1.id)
        }
        let named = Set(risks.map(\.item))
        unjudged = Self.items(reader.library).filter { !named.contains($0.id) }
    }

    /// What diagnosing checklists call unhealthy: a question to which the healthy answer is no.
    static func items(_ library: Library) -> [Item] {
        library.methods(of: .checklists).flatMap { method -> [Item] in
            guard let list = method.checklist, list.use == .diagnosis else { return [] }
            return list.items.filter { $0.wanted == .no }.map {
                Item(id: "\(method.id)/\($0.id)", text: $0.text, checklist: method.name)
            }
        }
    }
}
