/// A give-and-get matrix for many parties: who gives or receives most by name, all others together.
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

    /// A matrix of so many rows and columns still fits on a phone.
    package static let limit = 7

    /// The busiest givers down and the busiest receivers across, at most `limit` of each with the others as one of them.
    package init(_ matrix: GiveGetMatrix, limit: Int = Self.limit) {
        self.matrix = matrix
        rows = Self.sides(matrix.rows, limit)
        columns = Self.sides(matrix.columns, limit)
    }

    package func gifts(from giver: Side, to receiver: Side) -> [GiveGetMatrix.Gift] {
        giver.ids.flatMap { from in receiver.ids.flatMap { matrix.gifts(from: from, to: $0) } }
    }

    /// Who occurs most among ids, of equals the first by id: all who fit, or one fewer to leave room for the others.
    static func busiest(_ ids: [String], limit: Int = Self.limit) -> [String] {
        let counts = ids.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let order = counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
        return order.count <= limit ? order : Array(order.prefix(max(limit - 1, 0)))
    }

    private static func sides(_ lines: [GiveGetMatrix.Line], _ limit: Int) -> [Side] {
        let busiest = Self.busiest(
            lines.flatMap { [String](repeating: $0.organisation.id, count: $0.count) }, limit: limit)
        let references = Dictionary(
            lines.map { ($0.organisation.id, $0.organisation) }, uniquingKeysWith: { first, _ in first })
        let others = lines.map(\.organisation.id).filter { !busiest.contains($0) }
        return busiest.map { Side(organisation: references[$0], ids: [$0]) }
            + (others.isEmpty ? [] : [Side(organisation: nil, ids: others)])
    }
}
