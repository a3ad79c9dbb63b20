/// Two networks side by side: as it is, and as it would be after some changes.
package struct NetworkComparison: Sendable {
    package let before: NetworkAnalysis
    package let after: NetworkAnalysis
    /// Ids that are only before, and only after.
    package let gone: [String]
    package let come: [String]
    /// Nodes that stay but lose the connection with most of their part, piece by piece: the largest first.
    package let cutOff: [[String]]

    package init(
        of graph: NetworkGraph, after changes: [NetworkChange], _ question: NetworkQuestion = .init(),
        threads: NetworkThreads = .all
    ) throws(NetworkRefusal) {
        let changed = try graph.applying(changes)
        before = NetworkAnalysis(of: graph, question, threads: threads)
        after = NetworkAnalysis(of: changed, question, threads: threads)
        gone = graph.ids.filter { changed.number(of: $0) == nil }
        come = changed.ids.filter { graph.number(of: $0) == nil }
        cutOff = Self.pieces(graph, changed)
    }

    /// By part of before, the nodes in each part of after; the piece with most nodes of a part counts as the part itself.
    private static func pieces(_ graph: NetworkGraph, _ changed: NetworkGraph) -> [[String]] {
        let (old, new) = (graph.components, changed.components)
        var members: [Piece: [String]] = [:]
        for (number, id) in changed.ids.enumerated() {
            guard let before = graph.number(of: id) else { continue }
            members[Piece(part: old.parts[before], piece: new.parts[number]), default: []].append(id)
        }
        let sorted = members.sorted { one, other in
            (one.key.part, other.value.count, one.key.piece) < (other.key.part, one.value.count, other.key.piece)
        }
        var cutOff: [[String]] = []
        for (place, piece) in sorted.enumerated() where place > 0 && sorted[place - 1].key.part == piece.key.part {
            cutOff.append(piece.value)
        }
        return cutOff.sorted { one, other in
            one.count == other.count
                ? ByteOrder.precedes(one.first ?? "", other.first ?? "") : one.count > other.count
        }
    }

    private struct Piece: Hashable {
        let part: Int
        let piece: Int
    }
}
