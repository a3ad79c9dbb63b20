import Ecosystems
import Kernel
import MethodLibrary
import NetworkFiles
import Parties

extension NetworkFile {
    /// An ecosystem as a network that files can carry: its organisations and what ties them, as far as the caller may see.
    /// Ids are those of the records, in their order; names are in one language. A field that nobody fills is left out.
    package init(_ reader: Reader, language: Language) {
        self.init(reader, language: language, organisations: nil, relations: nil)
    }

    /// - Parameter chosen: ids of the only ones to tell of; nil: of all.
    init(_ reader: Reader, language: Language, organisations chosen: Set<String>?, relations ties: Set<String>?) {
        self.init()
        name = reader.state.profile.name.shown(language)
        let organisations = reader.records(Organisation.self).filter { chosen?.contains($0.id.rawValue) ?? true }
        let relations = reader.records(Relation.self).filter { ties?.contains($0.id.rawValue) ?? true }
        let ofNodes = FieldTable(Self.fields(reader, language), usedBy: organisations)
        let ofEdges = FieldTable(Self.fields(reader.library, language), usedBy: relations)
        (nodeFields, edgeFields) = (ofNodes.fields, ofEdges.fields)
        nodes = organisations.map { organisation in
            NetworkNode(
                id: organisation.id.rawValue, label: organisation.name.shown(language),
                entries: ofNodes.entries(of: organisation))
        }
        let places = Dictionary(
            organisations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        edges = relations.compactMap { relation in
            guard let from = places[relation.from], let to = places[relation.to] else { return nil }
            let isDirected = reader.library.relationKind(relation.kind)?.directed ?? false
            return NetworkEdge(
                id: relation.id.rawValue, from: from, to: to, direction: isDirected ? .directed : .undirected,
                weight: relation.weight, kind: relation.kind, label: relation.about.shown(language),
                entries: ofEdges.entries(of: relation), spells: relation.period.spells)
        }
    }

    /// What is told of an organisation, beside its id and name. Ids of the library stand beside their names, because other programs
    /// do not have the library.
    private static func fields(_ reader: Reader, _ language: Language) -> [FieldTable<Organisation>.Column] {
        let (library, roles) = (reader.library, roles(reader))
        let standing = Dictionary(
            reader.records(Participation.self).map { ($0.organisation, $0) }, uniquingKeysWith: { first, _ in first })
        return [
            .text("type") { _ in Organisation.naming.singular },
            .text("sector", \.sector),
            .text("sector name") { library.sector($0.sector)?.name.shown(language) ?? "" },
            .list("roles") { roles[$0.id] ?? [] },
            .list("role names") { (roles[$0.id] ?? []).map { library.role($0)?.name.shown(language) ?? $0 } },
            .text("status") { standing[$0.id]?.status.rawValue ?? "" },
            .text("parent") { $0.parent?.rawValue ?? "" },
            .list("aliases", \.aliases),
            .text("kvk", \.kvk), .text("oin", \.oin), .text("lei", \.lei),
            .text("website", \.website), .text("place", \.place),
            .text("description") { $0.about.shown(language) },
            .list("offers") { $0.offers.map { $0.shown(language) } },
            .list("needs") { $0.needs.map { $0.shown(language) } },
        ]
    }

    private static func fields(_ library: Library, _ language: Language) -> [FieldTable<Relation>.Column] {
        [
            .text("kind name") { library.relationKind($0.kind)?.name.shown(language) ?? "" },
            .text("source", \.source),
        ]
    }

    /// Roles that are held today, as `method/role`, in order.
    private static func roles(_ reader: Reader) -> [ID<Organisation>: [String]] {
        var roles: [ID<Organisation>: Set<String>] = [:]
        for assignment in reader.records(Assignment.self) where assignment.period.contains(reader.today) {
            roles[assignment.organisation, default: []].insert(assignment.role)
        }
        return roles.mapValues { $0.sorted() }
    }
}

extension Period {
    /// The period as a time in a file; none when both ends are open.
    fileprivate var spells: [NetworkSpell] {
        isEmpty ? [] : [NetworkSpell(from.map(\.description), until.map(\.description))]
    }
}

/// Fields of a network file, each with how to get its value from a record.
private struct FieldTable<Item> {
    struct Column {
        let field: NetworkField
        let value: (Item) -> NetworkValue?

        static func text(_ title: String, _ value: @escaping (Item) -> String) -> Column {
            Column(field: NetworkField(title)) { item in
                let text = value(item)
                return text.isEmpty ? nil : .text(text)
            }
        }

        static func list(_ title: String, _ value: @escaping (Item) -> [String]) -> Column {
            Column(field: NetworkField(title, .list)) { item in
                let items = value(item)
                return items.isEmpty ? nil : .list(items)
            }
        }
    }

    private let columns: [Column]
    var fields: [NetworkField] { columns.map(\.field) }

    /// Only the columns that at least one record fills.
    init(_ columns: [Column], usedBy items: [Item]) {
        self.columns = columns.filter { column in items.contains { column.value($0) != nil } }
    }

    func entries(of item: Item) -> [NetworkEntry] {
        columns.enumerated().compactMap { index, column in column.value(item).map { NetworkEntry(index, $0) } }
    }
}
