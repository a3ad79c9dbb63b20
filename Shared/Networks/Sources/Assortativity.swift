/// Whether like is connected with like.
package struct Assortativity: Sendable, Equatable {
    /// 1: edges run between equal values only; 0: as by chance; below 0: they avoid their own. Nil when all known values are equal, or no edge has
    /// two ends with a value, and so nothing can be said.
    package let coefficient: Double?
    /// The edges that counted, and those left out because the value of an end is not known.
    package let edges: Int
    package let leftOut: Int
}

extension NetworkGraph {
    /// Newman's coefficient for an attribute without order, such as a sector. `values` holds one for every node, nil where it is not known.
    /// Each edge counts once whatever its weight; in a directed graph values of tails are set against values of heads.
    package func assortativity(by values: [String?]) -> Assortativity {
        let numbers = Attribute(values)
        guard values.count == nodes else { return Assortativity(coefficient: nil, edges: 0, leftOut: edges) }
        var (same, counted) = (0, 0)
        var tails = [Int](repeating: 0, count: numbers.values.count)
        var heads = tails
        for node in 0..<nodes {
            guard let tail = numbers.ofEach[node] else { continue }
            for other in out.neighbours(node) {
                guard let head = numbers.ofEach[Int(other)] else { continue }
                counted += 1
                tails[tail] += 1
                heads[head] += 1
                if tail == head { same += 1 }
            }
        }
        let whole = Double(counted)
        var chance = 0.0
        for value in tails.indices { chance += Double(tails[value]) / whole * (Double(heads[value]) / whole) }
        let isSayable = counted > 0 && !zip(tails, heads).contains { $0 == counted && $1 == counted }
        let perEdge = isDirected ? 1 : 2
        return Assortativity(
            coefficient: isSayable ? (Double(same) / whole - chance) / (1 - chance) : nil, edges: counted / perEdge,
            leftOut: (out.ends.count - counted) / perEdge)
    }
}

/// The different values of an attribute in the order of their bytes, and the number of each node's value among them.
struct Attribute {
    let values: [String]
    let ofEach: [Int?]

    init(_ given: [String?]) {
        let keys = Set(given.compactMap { $0.map(ByteOrder.Key.init) })
        values = keys.map(\.id).sorted(by: ByteOrder.precedes)
        var numbers: [ByteOrder.Key: Int] = [:]
        for (number, value) in values.enumerated() { numbers[ByteOrder.Key(id: value)] = number }
        ofEach = given.map { $0.flatMap { numbers[ByteOrder.Key(id: $0)] } }
    }
}
