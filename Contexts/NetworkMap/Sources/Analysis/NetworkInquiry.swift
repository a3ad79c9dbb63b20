import Kernel
import Networks

/// What somebody asks of a network, in words: the same at the command line, in the API and on pages.
package struct NetworkInquiry: Sendable, Hashable {
    /// Names of metrics, or of the numbers that they give; none: the usual ones.
    package var metrics: [String] = []
    /// From how many nodes betweenness is to be estimated; nil: exactly, while the network is small enough to wait for.
    package var sample: Int?
    /// Exactly, however long it takes.
    package var isExact = false
    package var isWeighted = false
    /// How much work one question may be for betweenness, as nodes times edges; nil: who asks waits for it. A door that serves others sets a
    /// bound, so that nobody keeps the machine from everyone else.
    package var most: Double?

    package init(
        metrics: [String] = [], sample: Int? = nil, isExact: Bool = false, isWeighted: Bool = false,
        most: Double? = nil
    ) {
        (self.metrics, self.sample, self.isExact, self.isWeighted) = (metrics, sample, isExact, isWeighted)
        self.most = most
    }

    /// A second or two for a program that asks, and a fraction of one for a page (nodes times edges; ours).
    package static let mostForPrograms = 1e9
    package static let mostForPages = 2e8

    /// As it will be calculated. Refuses names that nobody knows (`network.metric`) and a sample of less than one (`network.sample`).
    package func question(for graph: NetworkGraph) throws(Refusal) -> NetworkQuestion {
        var problems: [Problem] = []
        var asked: Set<NetworkMetric> = []
        for name in metrics {
            let found = NetworkMetric.named(name)
            if found.isEmpty { problems.append(.unknownMetric(name)) }
            asked.formUnion(found)
        }
        if let sample, sample < 1 { problems.append(.unfitSample(sample)) }
        let room = room(for: graph)
        if let sample, let room, sample > room { problems.append(.largeSample(sample, room)) }
        guard problems.isEmpty else { throw .invalid(problems) }
        let pivots = sample ?? (isExact ? room : room ?? NetworkQuestion.advisedPivots(for: graph))
        return NetworkQuestion(
            metrics.isEmpty ? usual(for: graph) : asked, isWeighted: isWeighted,
            pivots: pivots.flatMap { $0 < graph.nodes ? $0 : nil })
    }

    /// Closeness follows many nodes at once, so a door that sets a bound still tells it of a network sixteen times as large; beyond that
    /// only who asks for it by name.
    private func usual(for graph: NetworkGraph) -> Set<NetworkMetric> {
        guard let most, Double(graph.nodes) * Double(graph.edges) > most * 16 else { return NetworkMetric.usual }
        return NetworkMetric.usual.subtracting([.harmonic])
    }

    /// From how many nodes betweenness may be followed; nil: from all.
    private func room(for graph: NetworkGraph) -> Int? {
        guard let most, Double(graph.nodes) * Double(graph.edges) > most else { return nil }
        return max(16, Int(most / Double(graph.edges)))
    }
}

extension NetworkMetric {
    /// What is told when nobody says what.
    package static let usual: Set<NetworkMetric> = [
        .degree, .components, .betweenness, .harmonic, .pagerank, .core, .communities, .cuts,
    ]

    /// By its own name, by a number that it gives, or `all`; nothing when nobody knows the name.
    static func named(_ name: String) -> Set<NetworkMetric> {
        if name == "all" { return Set(allCases) }
        return Set([NetworkMetric(rawValue: name) ?? byNumber[name]].compactMap { $0 })
    }

    private static let byNumber: [String: NetworkMetric] = [
        "component": .components, "community": .communities, "modularity": .communities, "articulationPoints": .cuts,
        "bridges": .cuts, "transitivity": .clustering, "averageClustering": .clustering,
    ]
}

extension Problem {
    fileprivate static func unknownMetric(_ name: String) -> Problem {
        let known = NetworkMetric.allCases.map(\.rawValue).joined(separator: ", ")
        return Problem(
            "network.metric", at: ["metrics"],
            Text("“\(name.inShort)” is geen maat van een netwerk.", "“\(name.inShort)” is no metric of a network."),
            mend: Text("Kies uit: \(known), all.", "Choose from: \(known), all."))
    }

    fileprivate static func largeSample(_ sample: Int, _ room: Int) -> Problem {
        Problem(
            "network.sample", at: ["sample"],
            Text(
                "Uit \(sample) knopen schatten kost bij dit netwerk te veel.",
                "Estimating from \(sample) nodes costs too much with this network."),
            mend: Text(
                "Neem hooguit \(room), of reken zelf met `stelsel network analyse --exact`.",
                "Take at most \(room), or calculate yourself with `stelsel network analyse --exact`."))
    }

    fileprivate static func unfitSample(_ sample: Int) -> Problem {
        Problem(
            "network.sample", at: ["sample"],
            Text("Een steekproef is minstens 1; dit is \(sample).", "A sample is at least 1; this is \(sample)."),
            mend: Text("Neem bijvoorbeeld 256.", "Take for example 256."))
    }
}
