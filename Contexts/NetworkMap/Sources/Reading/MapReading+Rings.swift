import Kernel
import Networks
import Parties

/// What makes an organisation important on a map of rings.
package enum MapImportance: String, Sendable, CaseIterable {
    /// How many others it is tied to.
    case partners
    /// Through how many of the shortest ways between others it stands.
    case between

    /// What people call it.
    package var label: Text {
        switch self {
        case .partners: Text("aantal partners", "number of partners")
        case .between: Text("schakel tussen anderen", "link between others")
        }
    }
}

extension MapReading {
    /// Who is important in the middle: at least half of what the highest has, at least a quarter, less, and nothing. Over the whole of
    /// what passes the filters, drawn or not; in each ring the most important first.
    package func rings(by importance: MapImportance, _ language: Language) throws(Refusal) -> [NodeBand] {
        let scores = try scores(importance)
        let most = scores.values.max() ?? 0
        let ranked = scores.sorted { $0.value == $1.value ? bytesPrecede($0.key, $1.key) : $0.value > $1.value }
        let bounds =
            importance == .partners ? [(most / 2).rounded(.up), (most / 4).rounded(.up)] : [most / 2, most / 4]
        var bands = [[String]](repeating: [], count: 4)
        for (id, score) in ranked {
            let ring = score <= 0 ? 3 : score >= bounds[0] ? 0 : score >= bounds[1] ? 1 : 2
            bands[ring].append(id)
        }
        let titles = importance == .partners ? Self.partnerTitles(most, bounds) : Self.betweenTitles
        return zip(titles, bands).map { NodeBand(title: $0.shown(language), members: $1) }
    }

    private func scores(_ importance: MapImportance) throws(Refusal) -> [String: Double] {
        let graph = try network.graph()
        let values: [Double]
        switch importance {
        case .partners: values = (0..<graph.nodes).map { Double(graph.degree(of: $0)) }
        case .between:
            let question = NetworkQuestion([.betweenness], pivots: NetworkQuestion.advisedPivots(for: graph))
            values = NetworkAnalysis(of: graph, question).betweenness ?? []
        }
        return Dictionary(zip(graph.ids, values), uniquingKeysWith: { first, _ in first })
    }

    private static func partnerTitles(_ most: Double, _ bounds: [Double]) -> [Text] {
        let (half, quarter) = (Int(bounds[0]), Int(bounds[1]))
        func span(_ low: Int, _ high: Int) -> Text {
            low >= high
                ? Text("\(max(low, high)) partners", "\(max(low, high)) partners")
                : Text("\(low) tot \(high) partners", "\(low) to \(high) partners")
        }
        return [
            half >= Int(most) ? span(half, half) : Text("\(half) partners of meer", "\(half) partners or more"),
            span(quarter, half - 1), span(1, quarter - 1), Text("geen partners", "no partners"),
        ]
    }

    private static let betweenTitles = [
        Text("minstens de helft van de hoogste", "at least half of the highest"),
        Text("een kwart tot de helft", "a quarter to half"), Text("minder dan een kwart", "less than a quarter"),
        Text("niemand gaat via hen", "nobody passes through them"),
    ]

    /// Who directs in the middle, then who the ecosystem cannot do without, other roles, and who has none: one ring for each of the
    /// most telling roles. An organisation stands in the ring of its most telling role.
    package func roleRings(_ organisations: [String], _ language: Language) -> [NodeBand] {
        let roles = MapRoles(of: Set(organisations), question, reader)
        return roles.rings(of: organisations).map { NodeBand(title: $0.title.shown(language), members: $0.members) }
    }
}
