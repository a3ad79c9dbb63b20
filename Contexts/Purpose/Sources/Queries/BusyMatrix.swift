/// A give-and-get matrix for many parties: those with the most exchanges by name, all others together.
package struct BusyMatrix: Sendable, Hashable {
    /// A row or a column.
    package struct Side: Sendable, Hashable {
        /// Nil: the others together.
        package let organisation: Reference?
        package let ids: [String]
    }

    package let rows: [Side]
    package let columns: [Side]
    private let matrix: GiveGetMatrix

    /// Names `limit` parties, those with the most exchanges first; of equals the first by id.
    package init(_ matrix: GiveGetMatrix, naming limit: Int = 12) {
        self.matrix = matrix
        var counts: [String: Int] = [:]
        for line in matrix.rows + matrix.columns { counts[line.organisation.id, default: 0] += line.count }
        let busiest = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }.prefix(limit)
        let places = Dictionary(uniqueKeysWithValues: busiest.enumerated().map { ($1, $0) })
        rows = Self.sides(matrix.rows, places)
        columns = Self.sides(matrix.columns, places)
    }

    package func gifts(from giver: Side, to receiver: Side) -> [GiveGetMatrix.Gift] {
        giver.ids.flatMap { from in receiver.ids.flatMap { matrix.gifts(from: from, to: $0) } }
    }

    private static func sides(_ lines: [GiveGetMatrix.Line], _ places: [String: Int]) -> [Side] {
        let references = lines.map(\.organisation)
        let named = references.filter { places[$0.id] != nil }.sorted { (places[$0.id] ?? 0) < (places[$1.id] ?? 0) }
        let others = references.filter { places[$0.id] == nil }.map(\.id)
        return named.map { Side(organisation: $0, ids: [$0.id]) }
            + (others.isEmpty ? [] : [Side(organisation: nil, ids: others)])
    }
}
