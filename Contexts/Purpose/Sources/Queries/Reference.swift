import Ecosystems
import Kernel
import Parties

/// A record as a list shows it: what to call it, and where to find it.
package struct Reference: Sendable, Hashable {
    /// Plural name of the kind.
    package let kind: String
    package let id: String
    package let title: Text

    package init(kind: String, id: String, title: Text) {
        self.kind = kind
        self.id = id
        self.title = title
    }

    init(_ record: some Record) {
        self.init(kind: type(of: record).naming.plural, id: record.id.rawValue, title: record.title)
    }
}

/// The organisations a caller may see, by id, so that a query resolves each name once.
struct Names {
    let organisations: [ID<Organisation>: Organisation]

    init(_ reader: Reader) {
        organisations = Dictionary(
            reader.records(Organisation.self).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func reference(to id: ID<Organisation>) -> Reference {
        let name = organisations[id]?.name ?? Text(same: id.rawValue)
        return Reference(kind: Organisation.naming.plural, id: id.rawValue, title: name)
    }
}
