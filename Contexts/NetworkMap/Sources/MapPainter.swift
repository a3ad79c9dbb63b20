import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Gives the chosen part of a network its names, shapes and words.
struct MapPainter {
    private let organisations: [Organisation]
    private let relations: [Relation]
    private let names: [ID<Organisation>: Text]
    private let roles: MapRoles
    private let question: MapQuestion
    private let library: Library
    private let language: Language

    init(
        _ network: MapNetwork, _ chosen: [Int], _ question: MapQuestion, _ reader: Reader, _ language: Language
    ) {
        (self.question, library, self.language) = (question, reader.library, language)
        organisations = chosen.compactMap { reader.record(Organisation.self, network.ids[$0]) }
            .sorted { bytesPrecede($0.id.rawValue, $1.id.rawValue) }
        names = Dictionary(organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var isChosen = [Bool](repeating: false, count: network.ids.count)
        for index in chosen { isChosen[index] = true }
        relations = network.pairs.indices.compactMap { index in
            let (from, to) = network.pairs[index]
            guard isChosen[from], isChosen[to] else { return nil }
            return reader.record(Relation.self, network.relations[index].rawValue)
        }.sorted { bytesPrecede($0.id.rawValue, $1.id.rawValue) }
        roles = MapRoles(of: Set(organisations.map(\.id.rawValue)), question, reader)
    }

    func nodes(_ link: (String) -> String) -> [DrawnNode] {
        organisations.map { organisation in
            let id = organisation.id.rawValue
            let facts = [organisation.name, sectorName(organisation.sector)] + roles.names(of: id)
            return DrawnNode(
                id: id, label: organisation.name.shown(language), sector: organisation.sector,
                shape: shape(of: organisation), href: link(id),
                title: facts.map { $0.shown(language) }.joined(separator: ", "))
        }
    }

    private func shape(of organisation: Organisation) -> NodeShape {
        question.shape == .role ? roles.shape(of: organisation.id.rawValue) : sectorShape(organisation.sector)
    }

    private func sectorShape(_ id: String) -> NodeShape {
        library.sector(id).flatMap { NodeShape(rawValue: $0.shape.rawValue) } ?? .ring
    }

    private func sectorName(_ id: String) -> Text { library.sector(id)?.name ?? Text(same: id) }

    private func kindName(_ id: String) -> Text { library.relationKind(id)?.name ?? Text(same: id) }

    private func name(_ id: ID<Organisation>) -> Text { names[id] ?? Text(same: id.rawValue) }
}

extension MapPainter {
    var edges: [DrawnEdge] {
        relations.map { relation in
            let isDirected = library.relationKind(relation.kind)?.directed ?? false
            return DrawnEdge(
                id: relation.id.rawValue, from: relation.from.rawValue, to: relation.to.rawValue, kind: relation.kind,
                directed: isDirected, label: label(of: relation, isDirected), weight: relation.weight ?? 1)
        }
    }

    private func label(of relation: Relation, _ isDirected: Bool) -> String {
        let (from, to) = (name(relation.from).shown(language), name(relation.to).shown(language))
        let ends = "\(from) \(isDirected ? "→" : "↔") \(to)"
        let words = [kindName(relation.kind), relation.about].map { $0.shown(language) }.filter { !$0.isEmpty }
        return "\(ends): \(words.joined(separator: ", "))"
    }

    var legend: [LegendEntry] {
        let lines = inOrder(Set(relations.map(\.kind)), .relationKind).map { kind in
            LegendEntry.line(kind: kind, pattern: pattern(of: kind), text: kindName(kind).shown(language))
        }
        return (question.shape == .role ? roleLegend : sectorLegend) + lines
    }

    /// The place of a kind in the library, so that a line means the same on every map.
    private func pattern(of kind: String) -> Int {
        library.choices(for: .relationKind).firstIndex { $0.id == kind } ?? 0
    }

    private var sectors: [String] { inOrder(Set(organisations.map(\.sector)), .sector) }

    private var sectorLegend: [LegendEntry] {
        guard !sectors.isEmpty else { return [] }
        let note = Text("Kleur en vorm: sector", "Colour and shape: sector").shown(language)
        return [.note(text: note)]
            + sectors.map { .node(shape: sectorShape($0), sector: $0, text: sectorName($0).shown(language)) }
    }

    private var roleLegend: [LegendEntry] {
        let (colour, shape) = language == .nl ? ("kleur", "vorm") : ("colour", "shape")
        let colours = sectors.map { sector in
            LegendEntry.node(
                shape: .circle, sector: sector, text: "\(colour): \(sectorName(sector).shown(language))")
        }
        return colours
            + roles.legend(for: organisations.map(\.id.rawValue)).map {
                .node(shape: $0.shape, sector: "", text: "\(shape): \($0.text.shown(language))")
            }
    }

    /// In the order of the library; names that it does not have come last.
    private func inOrder(_ names: Set<String>, _ entry: FieldShape.MethodEntry) -> [String] {
        let known = library.choices(for: entry).map(\.id).filter(names.contains)
        return known + names.subtracting(known).sorted(by: bytesPrecede)
    }
}

extension MapPainter {
    var relationRows: [NetworkPicture.RelationRow] {
        let rows = relations.map { relation in
            NetworkPicture.RelationRow(
                id: relation.id.rawValue, from: .init(id: relation.from.rawValue, title: name(relation.from)),
                kind: .init(id: relation.kind, title: kindName(relation.kind)),
                isDirected: library.relationKind(relation.kind)?.directed ?? false,
                to: .init(id: relation.to.rawValue, title: name(relation.to)), description: relation.about,
                period: relation.period, weight: relation.weight)
        }
        return sorted(rows) { row in
            [row.from.title, row.kind.title, row.to.title].map { $0.shown(language) } + [row.id]
        }
    }

    var organisationRows: [NetworkPicture.OrganisationRow] {
        var degrees: [ID<Organisation>: Int] = [:]
        for relation in relations {
            degrees[relation.from, default: 0] += 1
            degrees[relation.to, default: 0] += 1
        }
        let rows = organisations.map { organisation in
            NetworkPicture.OrganisationRow(
                id: organisation.id.rawValue, name: organisation.name,
                sector: .init(id: organisation.sector, title: sectorName(organisation.sector)),
                roles: roles.names(of: organisation.id.rawValue), relations: degrees[organisation.id] ?? 0)
        }
        return sorted(rows) { [$0.name.shown(language), $0.id] }
    }

    private func sorted<Row>(_ rows: [Row], by key: (Row) -> [String]) -> [Row] {
        rows.map { (key: key($0), row: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
    }
}
