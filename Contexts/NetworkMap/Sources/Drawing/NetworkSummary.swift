/// A very large network as a few groups with the relations between them, so that its map opens at once.
package struct NetworkSummary: Sendable, Hashable {
    package struct Group: Sendable, Hashable {
        /// The sector given by the caller.
        package let key: String
        /// How many nodes it stands for.
        package let count: Int
        /// Relations inside the group.
        package let inside: Int
        /// Its most connected members by id, the most connected first.
        package let leading: [String]
    }

    package struct Link: Sendable, Hashable {
        /// Group keys, `from` before `to` in byte order.
        package let from: String
        package let to: String
        /// How many relations it stands for.
        package let count: Int
    }

    /// By key.
    package let groups: [Group]
    package let links: [Link]

    /// Groups nodes by the sector at the same index.
    ///
    /// - Parameters:
    ///   - sectors: one per id; ids beyond it go under the empty key.
    ///   - edges: pairs of indices into `ids`; pairs outside it are left out.
    ///   - leading: how many members to name per group.
    package init(ids: [String], sectors: [String], edges: [(Int, Int)], leading: Int = 5) {
        let keys = Set(sectors.prefix(ids.count)).union(sectors.count < ids.count ? [""] : []).sorted(by: bytesPrecede)
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        let groupOf = ids.indices.map { places[$0 < sectors.count ? sectors[$0] : ""] ?? 0 }
        var degrees = [Int](repeating: 0, count: ids.count)
        var counts = [Int](repeating: 0, count: keys.count * keys.count)
        for (from, to) in edges where ids.indices.contains(from) && ids.indices.contains(to) {
            let (one, other) = (min(groupOf[from], groupOf[to]), max(groupOf[from], groupOf[to]))
            counts[one * keys.count + other] += 1
            degrees[from] += 1
            degrees[to] += 1
        }
        var members = [[Int]](repeating: [], count: keys.count)
        for index in ids.indices { members[groupOf[index]].append(index) }
        groups = keys.indices.map { place in
            let best = Self.best(leading, of: members[place], degrees, ids)
            return Group(
                key: keys[place], count: members[place].count, inside: counts[place * keys.count + place], leading: best
            )
        }
        links = keys.indices.flatMap { one in
            keys.indices.dropFirst(one + 1).compactMap { other in
                let count = counts[one * keys.count + other]
                return count > 0 ? Link(from: keys[one], to: keys[other], count: count) : nil
            }
        }
    }

    private static func best(_ limit: Int, of members: [Int], _ degrees: [Int], _ ids: [String]) -> [String] {
        var best: [Int] = []
        for member in members {
            let place = best.firstIndex { other in
                degrees[other] == degrees[member]
                    ? bytesPrecede(ids[member], ids[other]) : degrees[other] < degrees[member]
            }
            if let place { best.insert(member, at: place) } else if best.count < limit { best.append(member) }
            if best.count > limit { best.removeLast() }
        }
        return best.map { ids[$0] }
    }
}
