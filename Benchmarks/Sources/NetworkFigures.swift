import Foundation
import Networks

/// Analyses of networks beside igraph and NetworKit: the same graph, by turns in the same run, the same answers; and how the time grows.
///
/// Reading edges and building the graph is timed for nobody. Both we and NetworKit have two threads; igraph uses one.
enum NetworkFigures {
    private static let threads = NetworkThreads(2)

    static func measure(in folder: URL) throws {
        if let peer = try NetworkPeer(in: folder) {
            defer { peer.stop() }
            try same(peer)
            try exact(peer)
            try large(peer)
            try blurred(peer)
        } else {
            print("     network: igraph and NetworKit are not installed here (script/bench does)")
        }
        try NetworkGrowth.measure(threads)
    }

    /// Networks by chance that are thin, so that they fall apart and have bridges, and one that is not: all answers beside igraph's.
    private static func same(_ peer: NetworkPeer) throws {
        for (edges, communities) in [(1_400, 4), (2_200, 9), (12_000, 12)] {
            let town = NetworkTown(nodes: 2_000, edges: edges, communities: communities, seed: UInt64(edges))
            let graph = try town.graph()
            try peer.load(town)
            let cuts = graph.cutPoints
            let answers: [(question: String, ours: [Double])] = [
                ("betweenness", graph.betweenness(threads: threads)),
                ("harmonic", graph.harmonicCloseness(threads: threads)),
                ("pagerank", graph.pageRank(threads: threads)), ("cores", graph.cores.map(Double.init)),
                ("articulation", cuts.articulationPoints.map(Double.init)),
                ("bridges", cuts.bridges.joined().map(Double.init)),
                ("clustering", graph.clustering.local), ("sizes", graph.components.sizes.map(Double.init)),
            ]
            var most = 0.0
            for (question, ours) in answers {
                _ = try peer.time("igraph.\(question)")
                most = max(most, worst(ours, try peer.values("igraph.\(question)")))
            }
            report(
                "largest difference from igraph, 2,000 nodes, \(edges) edges, in 1e-9", most * 1e9, "≤ 1",
                holds: most <= 1e-9,
                "\(graph.components.count) parts, \(cuts.bridges.count) bridges; \(answers.map(\.question).joined(separator: ", "))"
            )
        }
    }

    private static func exact(_ peer: NetworkPeer) throws {
        let town = NetworkTown(nodes: 10_000, edges: 80_000, communities: 40, seed: 1)
        let graph = try town.graph()
        try peer.load(town)
        let what = "10,000 nodes, 80,000 edges"
        let (turns, values) = try compare(peer, "igraph.betweenness", rounds: 3) { graph.betweenness(threads: threads) }
        let error = worst(values, try peer.values("igraph.betweenness"))
        turns.tell(
            "exact betweenness, \(what) / igraph", 0.25, also: error <= 1e-9, "largest difference \(short(error))")
        try compare(peer, "networkit.betweenness", rounds: 1) { graph.betweenness(threads: threads) }.turns
            .tell("exact betweenness, \(what) / NetworKit, 2 threads", 0.2, "")
        let (nearness, harmonic) = try compare(peer, "igraph.harmonic", rounds: 1) {
            graph.harmonicCloseness(threads: threads)
        }
        let off = worst(harmonic, try peer.values("igraph.harmonic"))
        nearness.tell("harmonic closeness, \(what) / igraph", 1, also: off <= 1e-9, "largest difference \(short(off))")
    }

    private static func large(_ peer: NetworkPeer) throws {
        let town = NetworkTown(nodes: 48_000, edges: 480_000, communities: 100, seed: 1)
        let graph = try town.graph()
        try peer.load(town)
        let (ranking, ranks) = try compare(peer, "igraph.pagerank", rounds: 7) { graph.pageRank(threads: threads) }
        let error = worst(ranks, try peer.values("igraph.pagerank"))
        ranking.tell(
            "PageRank, 48,000 nodes, 480,000 edges / igraph", 1, also: error <= 1e-9,
            "largest difference \(short(error))")
        let (coring, cores) = try compare(peer, "igraph.cores", rounds: 9) { graph.cores }
        let isSame = try peer.values("igraph.cores") == cores.map(Double.init)
        coring.tell("cores / igraph", 1, also: isSame, "the same: \(isSame)")
        let (parting, components) = try compare(peer, "igraph.components", rounds: 15) { graph.components }
        let count = Set(try peer.values("igraph.components")).count
        parting.tell("components / igraph", 1, also: count == components.count, "\(components.count) and \(count)")
        let (cutting, cuts) = try compare(peer, "igraph.articulation", rounds: 9) { graph.cutPoints }
        let found = try peer.values("igraph.articulation")
        cutting.tell(
            "articulation points and bridges / igraph's articulation points", 1,
            also: found == cuts.articulationPoints.map(Double.init),
            "\(cuts.articulationPoints.count) and \(found.count)")
        try grouped(peer, graph, "Leiden / igraph")
        try compare(peer, "networkit.estimate", rounds: 3) { graph.sampledBetweenness(pivots: 256, threads: threads) }
            .turns
            .tell("sampled betweenness, 256 pivots / NetworKit's estimate, 2 threads", 0.7, "")
    }

    /// The same with a third of the attachments within the community: groups that are hard to tell apart.
    private static func blurred(_ peer: NetworkPeer) throws {
        let town = NetworkTown(nodes: 48_000, edges: 480_000, communities: 100, within: 35, seed: 1)
        try peer.load(town)
        try grouped(peer, try town.graph(), "Leiden on blurred communities / igraph")
    }

    private static func grouped(_ peer: NetworkPeer, _ graph: NetworkGraph, _ what: String) throws {
        let (turns, communities) = try compare(peer, "igraph.leiden", rounds: 5) { graph.communities() }
        let theirs = try peer.values("igraph.leiden").first ?? .nan
        turns.tell(
            what, 1, also: communities.modularity >= theirs - 0.002,
            String(format: "modularity %.5f and %.5f", communities.modularity, theirs))
    }

    /// By turns, so that what else the machine does falls on both.
    private static func compare<Answer>(
        _ peer: NetworkPeer, _ question: String, rounds: Int, _ work: () -> Answer
    ) throws -> (turns: NetworkTurns, answer: Answer) {
        var turns = NetworkTurns()
        var answer = work()
        for _ in 0..<rounds {
            turns.ours.append(NetworkTime(of: { answer = work() }))
            turns.theirs.append(try peer.time(question))
        }
        return (turns, answer)
    }

    /// The largest relative difference; values below a millionth of the largest are held against that.
    private static func worst(_ ours: [Double], _ theirs: [Double]) -> Double {
        guard ours.count == theirs.count else { return .infinity }
        let least = (theirs.max() ?? 0) * 1e-6
        return zip(ours, theirs).map { abs($0 - $1) / max(abs($1), least, .leastNormalMagnitude) }.max() ?? 0
    }

    private static func short(_ value: Double) -> String { String(format: "%.0e", value) }
}

/// Times of both sides, turn by turn.
struct NetworkTurns {
    var ours: [NetworkTime] = []
    var theirs: [NetworkTime] = []

    /// The ratio is that of the clock. Processor time stands beside it, because a busy machine disturbs it less.
    func tell(_ what: String, _ most: Double, also isRight: Bool = true, _ detail: String) {
        let (mine, others) = (ours.map(\.seconds).median, theirs.map(\.seconds).median)
        let times = String(
            format: "%.4f s against %.4f s, of processors %.4f s against %.4f s", mine, others,
            ours.map(\.processor).median, theirs.map(\.processor).median)
        report(
            what, mine / others, String(format: "≤ %g", most), holds: isRight && mine / others <= most,
            detail.isEmpty ? times : "\(times); \(detail)")
    }
}
