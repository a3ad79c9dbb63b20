import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Where everybody stands on a map of thousands, as little as a canvas needs to draw it.
package struct MapPositions: Sendable, Hashable {
    /// More dots than this cannot be told apart on a screen, and take long to lay out.
    package static let limit = 6_000

    /// One organisation: its place in px, its radius in px, and the place of its sector in `sectors`.
    package struct Dot: Sendable, Hashable {
        package let id: String
        package let name: String
        package let x: Int
        package let y: Int
        package let radius: Int
        package let sector: Int
    }

    package let dots: [Dot]
    /// Pairs of places in `dots`, one after the other, each pair once.
    package let lines: [Int]
    /// Ids of sectors with the shape that each has on other maps.
    package let sectors: [String]
    package let shapes: [NodeShape]
    /// In px.
    package let width: Int
    package let height: Int

    /// As compact JSON: `{"size":[w,h],"sectors":[[id,shape]…],"ids":[…],"names":[…],"dots":[x,y,radius,sector,…],"lines":[from,to,…]}`.
    package var json: [UInt8] {
        let numbers = { (list: [Int]) in Value.list(list.map { Value.whole($0) }) }
        return CanonicalJSON.bytes([
            "size": numbers([width, height]),
            "sectors": .list(zip(sectors, shapes).map { .list([.string($0), .string($1.rawValue)]) }),
            "ids": .list(dots.map { .string($0.id) }), "names": .list(dots.map { .string($0.name) }),
            "dots": numbers(dots.flatMap { [$0.x, $0.y, $0.radius, $0.sector] }), "lines": numbers(lines),
        ])
    }
}

extension MapReading {
    /// Places for up to `MapPositions.limit` of the organisations that pass the filters, the best connected ones. The same network gives the
    /// same places.
    package func positions(_ language: Language) -> MapPositions {
        let chosen = MapSelection.choose(
            ids: network.ids, edges: network.pairs, limit: MapPositions.limit, focus: network.focus,
            depth: question.focus == nil ? nil : question.depth
        ).sorted()
        var places = [Int](repeating: -1, count: network.ids.count)
        for (place, index) in chosen.enumerated() { places[index] = place }
        let pairs = network.pairs.map { (places[$0.0], places[$0.1]) }.filter { $0.0 >= 0 && $0.1 >= 0 }
        let graph = Adjacency(count: chosen.count, edges: pairs)
        let radii = chosen.indices.map { min(2 + Double(graph.degree(of: $0)).squareRoot(), 14).rounded() }
        let layout = Layout.arrange(
            nodes: chosen.map { network.ids[$0] }, edges: graph.edges,
            footprints: radii.map { Footprint(left: $0, right: $0, up: $0, down: $0) },
            width: max((Double(chosen.count) * 1_400).squareRoot() * 1.3, 400))
        let sectors = reader.library.choices(for: .sector).map(\.id)
        let order = Dictionary(sectors.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let dots = chosen.indices.map { place in
            let id = network.ids[chosen[place]]
            let organisation = reader.state[Organisation.self][ID(id)]
            let point = layout.points[place]
            return MapPositions.Dot(
                id: id, name: organisation?.name.shown(language) ?? id, x: Int(point.x.rounded()),
                y: Int(point.y.rounded()),
                radius: Int(radii[place]), sector: order[organisation?.sector ?? ""] ?? sectors.count)
        }
        return MapPositions(
            dots: dots, lines: graph.edges.flatMap { [$0.0, $0.1] }, sectors: sectors + ["other"],
            shapes: sectors.map {
                reader.library.sector($0).flatMap { NodeShape(rawValue: $0.shape.rawValue) } ?? .ring
            }
                + [.ring],
            width: Int(layout.width.rounded(.up)), height: Int(layout.height.rounded(.up)))
    }
}
