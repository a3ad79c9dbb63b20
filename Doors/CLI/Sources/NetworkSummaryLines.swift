import Kernel
import NetworkMap
import Networks

/// An analysis as somebody reads it at a terminal: the whole in lines, and the first ten nodes as a table.
struct NetworkSummaryLines {
    private let read: NetworkRead
    private let analysis: NetworkAnalysis
    private let language: Language

    init(_ read: NetworkRead, _ analysis: NetworkAnalysis, _ language: Language) {
        (self.read, self.analysis, self.language) = (read, analysis, language)
    }

    private var graph: NetworkGraph { analysis.graph }
    private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

    var lines: [String] {
        [
            size, intake, say("dichtheid", "density") + " " + graph.density.shown(language), parts, communities, cuts,
            bridges,
        ]
        .compactMap { $0 } + others + [sample].compactMap { $0 }
    }

    private var size: String {
        let direction = graph.isDirected ? say("gericht", "directed") : say("ongericht", "undirected")
        let weight = analysis.question.isWeighted ? say("gewogen", "weighted") : say("ongewogen", "unweighted")
        return say("\(graph.nodes) knopen, \(graph.edges) verbindingen", "\(graph.nodes) nodes, \(graph.edges) edges")
            + " (\(direction), \(weight))"
    }

    private var intake: String? {
        let (loops, parallels) = (graph.intake.selfLoops, graph.intake.parallels)
        guard loops + parallels > 0 else { return nil }
        return say(
            "niet meegeteld: \(loops) lussen, \(parallels) dubbele verbindingen",
            "left out: \(loops) self-loops, \(parallels) parallel edges")
    }

    private var parts: String? {
        analysis.components.map {
            let largest = $0.sizes.first ?? 0
            return say(
                "losse delen: \($0.count), het grootste telt \(largest)",
                "components: \($0.count), the largest has \(largest)")
        }
    }

    private var communities: String? {
        analysis.communities.map {
            say("gemeenschappen", "communities") + ": \($0.count), " + say("modulariteit", "modularity") + " "
                + $0.modularity.shown(language)
        }
    }

    private var cuts: String? {
        guard let points = analysis.cuts?.articulationPoints else { return nil }
        let some = points.prefix(10).map(read.title).joined(separator: ", ") + (points.count > 10 ? ", …" : "")
        return say("breekpunten", "articulation points") + ": \(points.count)" + (points.isEmpty ? "" : " – \(some)")
    }

    private var bridges: String? {
        guard let bridges = analysis.cuts?.bridges else { return nil }
        let some = bridges.prefix(10).map { $0.map { graph.ids[$0].inShort }.joined(separator: " – ") }
        let list = some.joined(separator: "; ") + (bridges.count > 10 ? "; …" : "")
        return say("bruggen", "bridges") + ": \(bridges.count)" + (bridges.isEmpty ? "" : ": \(list)")
    }

    private var others: [String] {
        var lines: [String] = []
        if let clustering = analysis.clustering {
            lines.append(
                say("transitiviteit", "transitivity") + " " + clustering.transitivity.shown(language) + ", "
                    + say("gemiddeld onderling verbonden", "average clustering") + " "
                    + clustering.average.shown(language))
        }
        if let reciprocity = analysis.reciprocity {
            lines.append(say("wederkerigheid", "reciprocity") + " " + reciprocity.shown(language))
        }
        return lines
    }

    private var sample: String? {
        analysis.sample.map {
            say(
                "tussenligging geschat uit \($0.pivots) knopen; met 95% zekerheid hooguit \($0.bound.shown(language)) ernaast",
                "betweenness estimated from \($0.pivots) nodes; with 95% confidence at most \($0.bound.shown(language)) off"
            )
        }
    }

    /// The ten that stand most between others, or are first by what was asked.
    var table: [[String]] {
        let columns = NodeNumber.given(by: analysis)
        guard let leading = NodeNumber.leading(in: analysis) else { return [] }
        let heads = columns.map { $0.label.shown(language).lowercased() + ($0 == leading ? " ▾" : "") }
        return [[""] + heads]
            + leading.order(in: analysis, ascending: !leading.isSize).prefix(10).map { node in
                [read.title(node)] + columns.map { ($0.value(of: node, in: analysis) ?? 0).shown(language) }
            }
    }
}
