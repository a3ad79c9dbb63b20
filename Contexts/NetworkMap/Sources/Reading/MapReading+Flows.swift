import Kernel
import MethodLibrary
import Parties

/// How many relations run from one sector to another.
package struct SectorFlows: Sendable, Hashable {
    package struct Flow: Sendable, Hashable {
        package let from: NetworkPicture.Entry
        package let to: NetworkPicture.Entry
        package let count: Int
        /// How many of them have no direction: they are told once, from the sector that stands first.
        package let undirected: Int
    }

    /// Sectors with a relation, in the order of the library.
    package let sectors: [NetworkPicture.Entry]
    /// By the order of the sectors.
    package let flows: [Flow]
}

extension MapReading {
    /// Flows between sectors over everything that passes the filters.
    package func flows() -> SectorFlows {
        let library = reader.library
        let table = reader.state[Organisation.self]
        let sectorOf = network.ids.map { table[ID($0)]?.sector ?? "" }
        let known = library.choices(for: .sector).map(\.id)
        let order = known + Set(sectorOf).subtracting(known).sorted(by: bytesPrecede)
        let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var counts: [Int: (all: Int, undirected: Int)] = [:]
        for (pair, tie) in zip(network.pairs, network.ties) {
            let isDirected = tie.isDirected
            var (from, to) = (places[sectorOf[pair.0]] ?? 0, places[sectorOf[pair.1]] ?? 0)
            if !isDirected { (from, to) = (min(from, to), max(from, to)) }
            counts[from * order.count + to, default: (0, 0)].all += 1
            if !isDirected { counts[from * order.count + to, default: (0, 0)].undirected += 1 }
        }
        func entry(_ place: Int) -> NetworkPicture.Entry {
            .init(id: order[place], title: library.sector(order[place])?.name ?? Text(same: order[place]))
        }
        let flows = counts.sorted { $0.key < $1.key }.map { key, count in
            SectorFlows.Flow(
                from: entry(key / order.count), to: entry(key % order.count), count: count.all,
                undirected: count.undirected)
        }
        let used = Set(counts.keys.flatMap { [$0 / order.count, $0 % order.count] })
        return SectorFlows(sectors: used.sorted().map(entry), flows: flows)
    }
}
