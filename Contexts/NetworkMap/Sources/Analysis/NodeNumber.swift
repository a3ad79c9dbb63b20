import Kernel
import Networks

/// A number that an analysis gives for every node, as tables show it.
package enum NodeNumber: String, Sendable, CaseIterable {
    case degree, strength, betweenness, harmonic, pagerank, core, clustering, community, component

    /// What has to be asked for it.
    package var metric: NetworkMetric {
        switch self {
        case .degree: .degree
        case .strength: .strength
        case .betweenness: .betweenness
        case .harmonic: .harmonic
        case .pagerank: .pagerank
        case .core: .core
        case .clustering: .clustering
        case .community: .communities
        case .component: .components
        }
    }

    package var label: Text {
        switch self {
        case .degree: Text("Verbindingen", "Ties")
        case .strength: Text("Gewicht", "Weight")
        case .betweenness: Text("Tussenligging", "Betweenness")
        case .harmonic: Text("Nabijheid", "Closeness")
        case .pagerank: Text("PageRank", "PageRank")
        case .core: Text("Kern", "Core")
        case .clustering: Text("Onderling verbonden", "Clustering")
        case .community: Text("Gemeenschap", "Community")
        case .component: Text("Deel", "Part")
        }
    }

    /// Whether a higher number says more; a community or part is a name, not a size.
    package var isSize: Bool { self != .community && self != .component }

    /// The number of a node as it is read by machines; nil when it was not asked for.
    package func value(of node: Int, in analysis: NetworkAnalysis) -> Double? {
        switch self {
        case .degree: analysis.degrees.map { Double($0[node]) }
        case .strength: analysis.strengths?[node]
        case .betweenness: analysis.betweenness?[node]
        case .harmonic: analysis.harmonic?[node]
        case .pagerank: analysis.pageRank?[node]
        case .core: analysis.cores.map { Double($0[node]) }
        case .clustering: analysis.clustering?.local[node]
        case .community: analysis.communities.map { Double($0.groups[node]) }
        case .component: analysis.components.map { Double($0.parts[node]) }
        }
    }

    /// Those that this analysis gives, in their order.
    package static func given(by analysis: NetworkAnalysis) -> [NodeNumber] {
        allCases.filter { analysis.question.metrics.contains($0.metric) }
    }

    /// By which of them nodes are best put in order when nobody says: who stands between others first.
    package static func leading(in analysis: NetworkAnalysis) -> NodeNumber? {
        let given = given(by: analysis)
        return [NodeNumber.betweenness, .pagerank, .harmonic, .degree].first(where: given.contains) ?? given.first
    }

    /// The nodes from the highest to the lowest number, equal ones by id; communities and parts from the first.
    package func order(in analysis: NetworkAnalysis, ascending: Bool = false) -> [Int] {
        let values = (0..<analysis.graph.nodes).map { value(of: $0, in: analysis) ?? 0 }
        return values.indices.sorted { one, other in
            guard values[one] != values[other] else { return one < other }
            return (values[one] < values[other]) == ascending
        }
    }
}

extension Double {
    /// Three digits that count, whole from a hundred: `231`, `0.486`, `0.0315`. With a comma in Dutch.
    package func shown(_ language: Language) -> String {
        guard isFinite else { return "–" }
        guard self != rounded() else { return String(Int(exactly: self) ?? 0) }
        var decimals = 2
        var size = magnitude
        while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
        while size < 1, decimals < 12 { (size, decimals) = (size * 10, decimals + 1) }
        let text = WrittenDecimals.text(self, decimals)
        return language == .nl ? text.replacing(".", with: ",") : text
    }
}

/// Decimals written by our own hand, without the settings of a machine.
enum WrittenDecimals {
    static func text(_ value: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}
