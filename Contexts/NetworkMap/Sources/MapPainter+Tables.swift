import Kernel
import Parties

/// The same as tables.
extension MapPainter {
    var relationRows: [NetworkPicture.RelationRow] {
        let rows = ties.map { line in
            NetworkPicture.RelationRow(
                id: line.tie.id, source: line.source, isDerived: line.tie.isDerived,
                from: .init(id: line.from, title: name(line.from)),
                kind: .init(id: line.tie.kind, title: kindName(line.tie.kind)), isDirected: line.tie.isDirected,
                to: .init(id: line.to, title: name(line.to)), description: line.about, period: line.tie.period,
                weight: line.tie.weight, sides: line.tie.sides)
        }
        return sorted(rows) { row in
            [row.from.title, row.kind.title, row.to.title].map { $0.shown(language) } + [row.id]
        }
    }

    var organisationRows: [NetworkPicture.OrganisationRow] {
        var degrees: [String: Int] = [:]
        for line in ties {
            degrees[line.from, default: 0] += 1
            degrees[line.to, default: 0] += 1
        }
        let rows = organisations.map { organisation in
            let id = organisation.id.rawValue
            return NetworkPicture.OrganisationRow(
                id: id, name: organisation.name,
                sector: .init(id: organisation.sector, title: sectorName(organisation.sector)),
                roles: roles.names(of: id), relations: degrees[id] ?? 0)
        }
        return sorted(rows) { [$0.name.shown(language), $0.id] }
    }

    private func sorted<Row>(_ rows: [Row], by key: (Row) -> [String]) -> [Row] {
        rows.map { (key: key($0), row: $0) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
    }
}
