import ArgumentParser
import Kernel
import NetworkFiles
import NetworkMap
import Networks

/// The network that is to be analysed, and how.
struct NetworkSubject: ParsableArguments {
    @Argument(help: "Ecosystem folder, or a file: .json (Kumu), .gexf, .graphml or .csv.") var input: String
    @Option(help: "What to calculate, with commas between: \(Self.metricNames), or all.") var metrics: String?
    @Option(help: "Only edges of these kinds, with commas between.") var kinds: String?
    @Option(help: "Estimate betweenness from so many nodes.") var sample: Int?
    @Flag(help: "Calculate betweenness exactly, however long it takes.") var exact = false
    @Flag(help: "Edges run from from to to; those without direction run both ways.") var directed = false
    @Flag(help: "Weights count in PageRank and communities.") var weighted = false

    private static let metricNames = NetworkMetric.allCases.map(\.rawValue).joined(separator: ", ")

    mutating func validate() throws {
        guard sample == nil || !exact else { throw ValidationError("Choose --sample or --exact, not both.") }
    }

    var inquiry: NetworkInquiry {
        NetworkInquiry(
            metrics: Self.list(metrics), sample: sample, isExact: exact, isWeighted: weighted)
    }

    /// The graph, and what each node is called; what was read is let go, so that a large file is in memory once.
    func read(_ language: Language) throws -> NetworkRead {
        let reading = try NetworkInput(path: input, direction: directed ? .directed : .undirected, language: language)
            .read()
        let file = try reading.file.keeping(kinds: Self.list(kinds))
        let graph = try file.graph(isDirected: directed)
        var names = graph.ids
        for node in file.nodes where !node.label.isEmpty {
            if let number = graph.number(of: node.id) { names[number] = node.label }
        }
        return NetworkRead(graph: graph, names: names)
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    }
}

/// A network that was read: its graph, and what its nodes are called, by number.
struct NetworkRead {
    let graph: NetworkGraph
    let names: [String]

    /// `Molen (molen)`, or only the id when there is no other name.
    func title(_ node: Int) -> String {
        let id = graph.ids[node]
        return (names[node] == id ? id : "\(names[node]) (\(id))").inShort
    }
}
