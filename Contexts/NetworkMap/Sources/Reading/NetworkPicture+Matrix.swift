import Kernel

extension NetworkPicture {
    /// The picture as a grid of who is tied to whom: rows give and columns get; who share a group stand together, the most connected
    /// first. A relation without direction is on both sides of the diagonal.
    ///
    /// - Parameter groups: of the network that the picture was taken from.
    package func matrix(_ groups: MapGroups, _ language: Language) -> (sides: [GridSide], cells: [GridCell]) {
        let degrees = Dictionary(organisations.map { ($0.id, $0.relations) }, uniquingKeysWith: { first, _ in first })
        let sides = nodes.map { node in
            GridSide(
                id: node.id, label: node.label, sector: node.sector, shape: node.shape, href: node.href,
                title: node.title, block: groups.number(of: node.id) ?? 0)
        }.sorted { one, other in
            let (first, second) = (one.block == 0 ? .max : one.block, other.block == 0 ? .max : other.block)
            if first != second { return first < second }
            let (many, few) = (degrees[one.id] ?? 0, degrees[other.id] ?? 0)
            return many == few ? bytesPrecede(one.id, other.id) : many > few
        }
        return (sides, cells(language))
    }

    private func cells(_ language: Language) -> [GridCell] {
        var found: [[String]: [RelationRow]] = [:]
        for row in relations {
            found[[row.from.id, row.to.id], default: []].append(row)
            if !row.isDirected { found[[row.to.id, row.from.id], default: []].append(row) }
        }
        let most = Double(found.values.reduce(0) { max($0, $1.count) })
        return found.sorted { $0.key.lexicographicallyPrecedes($1.key, by: bytesPrecede) }.map { ends, rows in
            let names = ends.map { end in
                (rows.map(\.from) + rows.map(\.to)).first { $0.id == end }?.title.shown(language) ?? end
            }
            let kinds = rows.map { $0.kind.title.shown(language) }.joined(separator: ", ")
            return GridCell(
                row: ends[0], column: ends[1], level: most > 1 ? GridCell.level(of: Double(rows.count), most: most) : 3,
                title: "\(names[0]) → \(names[1]): \(kinds)")
        }
    }
}
