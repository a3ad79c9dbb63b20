import Kernel
import NetworkFiles
import Networks

extension NetworkFile {
    /// The network as it is analysed. Without direction every edge ties both ends; with direction an edge that has none, or is mutual, runs both
    /// ways. An edge that does not say what it weighs, weighs 1. Refuses what `NetworkGraph` refuses.
    package func graph(isDirected: Bool = false) throws(Refusal) -> NetworkGraph {
        var links: [NetworkLink] = []
        links.reserveCapacity(edges.count)
        for edge in edges {
            let weight = edge.weight ?? 1
            links.append(NetworkLink(from: edge.from, to: edge.to, weight: weight))
            if isDirected, edge.direction != .directed, edge.from != edge.to {
                links.append(NetworkLink(from: edge.to, to: edge.from, weight: weight))
            }
        }
        do throws(NetworkRefusal) {
            return try NetworkGraph(nodes: nodes.map(\.id), links: links, isDirected: isDirected)
        } catch { throw Refusal(error) }
    }

    /// The same nodes with only the edges of these kinds; none: all edges. Refuses (`network.kind`) a kind that no edge has.
    package func keeping(kinds: [String]) throws(Refusal) -> NetworkFile {
        guard !kinds.isEmpty else { return self }
        let there = Set(edges.map(\.kind))
        let unknown = kinds.filter { !there.contains($0) }
        guard unknown.isEmpty else {
            let known = there.filter { !$0.isEmpty }.sorted().prefix(20).joined(separator: ", ")
            throw .invalid(
                unknown.map {
                    Problem(
                        "network.kind", at: ["kinds"],
                        Text(
                            "Geen verbinding is van de soort “\($0.inShort)”.",
                            "No edge is of the kind “\($0.inShort)”."),
                        mend: known.isEmpty
                            ? Text("Vraag alle verbindingen.", "Ask for all edges.")
                            : Text("Kies uit: \(known).", "Choose from: \(known)."))
                })
        }
        var kept = self
        kept.edges.removeAll { !kinds.contains($0.kind) }
        return kept
    }
}
