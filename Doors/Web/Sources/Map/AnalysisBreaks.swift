import Ecosystems
import Kernel
import Markup
import NetworkMap
import Networks

/// In plain words: who stands between others, and without whom or what the network falls apart.
extension EcosystemVisit {
    func breaks(_ analysis: NetworkAnalysis) -> HTML {
        let items = [between(analysis)].compactMap { $0 } + points(analysis) + bridges(analysis)
        let content: HTML =
            items.isEmpty
            ? "<p class=\"empty\">✓ \(say("Geen enkele partij of verbinding is hier onmisbaar.", "No single party or tie is indispensable here."))</p>"
            : "<ul class=\"findings\">\(items)</ul>"
        return """
            <section class="card"><h2>\(say("Waar het op aankomt", "What it depends on"))</h2>\(content)
            <p><a href="\(Path.findings(id))">\(say("Alle bevindingen", "All findings"))</a></p></section>
            """
    }

    /// The three who lie most often between others, with their share of it.
    private func between(_ analysis: NetworkAnalysis) -> HTML? {
        guard let values = analysis.betweenness else { return nil }
        let all = values.reduce(0, +)
        let first = NodeNumber.betweenness.order(in: analysis).prefix(3).filter { values[$0] > 0 }
        guard all > 0, !first.isEmpty else { return nil }
        let names = first.map { node -> HTML in
            "\(party(analysis.graph.ids[node])) (\(Int((values[node] / all * 100).rounded()))%)"
        }
        return attention(
            "⇄", "\(say("Het vaakst tussen anderen", "Most often between others")): \(names.joined(separator: ", "))",
            "\(say("Deel van alle kortste wegen langs een ander. Wie hier hoog staat verbindt de rest, en kan die ook ophouden.", "Share of all shortest ways by way of another. Who stands high here ties the rest together, and can hold it up."))",
            severity: "notice")
    }

    /// Parties without which others are cut off, the worst first.
    private func points(_ analysis: NetworkAnalysis) -> [HTML] {
        guard let cuts = analysis.cuts else { return [] }
        let graph = analysis.graph.undirected
        let worst = cuts.articulationPoints.indices.sorted { one, other in
            cuts.losses[one] == cuts.losses[other] ? one < other : cuts.losses[one] > cuts.losses[other]
        }
        return worst.prefix(5).map { place in
            let node = cuts.articulationPoints[place]
            let id = graph.ids[node]
            let lost = Array(graph.pieces(without: node).dropFirst().joined())
            let some = lost.prefix(4).map { party(graph.ids[$0]) }.joined(separator: ", ")
            let more: HTML = lost.count > 4 ? " \(say("en nog \(lost.count - 4)", "and \(lost.count - 4) more"))" : ""
            let count =
                lost.count == 1
                ? say("raakt 1 partij los", "1 party is cut off")
                : say("raken \(lost.count) partijen los", "\(lost.count) parties are cut off")
            return attention(
                "▲", "\(say("Zonder", "Without")) \(party(id)) \(count)",
                "\(some)\(more). <a href=\"\(Path.mapPart(self.id, "what-if").with(kept + [("remove", id)]))\">\(say("Wat als deze partij vertrekt?", "What if this party leaves?"))</a>"
            )
        }
    }

    /// Ties between two that both hold others: the only way between groups.
    private func bridges(_ analysis: NetworkAnalysis) -> [HTML] {
        let graph = analysis.graph.undirected
        let cuts = analysis.cuts
        let sides: [Int] = (cuts?.sides ?? []).map { $0.min() ?? 0 }
        let worst = sides.indices.filter { sides[$0] > 1 }.sorted {
            sides[$0] == sides[$1] ? $0 < $1 : sides[$0] > sides[$1]
        }
        return worst.prefix(3).compactMap { place in
            guard let ids = cuts?.bridges[place].map({ graph.ids[$0] }), ids.count == 2 else { return nil }
            return attention(
                "▲", "\(say("De enige weg", "The only way")): \(party(ids[0])) – \(party(ids[1]))",
                "\(say("Valt deze verbinding weg, dan zijn de partijen aan beide kanten elkaar kwijt.", "If this tie goes, the parties on both sides lose each other.")) <a href=\"\(Path.mapPart(id, "what-if").with(kept + [("remove", ids.joined(separator: ","))]))\">\(say("Wat als?", "What if?"))</a>"
            )
        }
    }

    /// What another page about the network takes over from this one.
    private var kept: [(String, String)] { scopeQuery.filter { $0.0 != "directed" } }
}
