import Counting

/// Where the lot puts each candidate: one order for all, of which each group takes its first ones. Who is not drawn is next in line.
package struct DrawOrder: Sendable, Hashable {
    package struct Place: Sendable, Hashable {
        package let key: String
        package let group: String
        /// SHA-256 of seed, line end and key, in hexadecimal; the lowest is drawn first.
        package let hash: String
        /// From 1, within the group.
        package let number: Int
        package let isDrawn: Bool
    }

    /// By quota, each in the order of the lot.
    package let places: [Place]

    /// - Parameter seed: the root of the log that the draw is held with.
    package init(_ draw: MemberDraw, seed: String) {
        let order = Lot(seed: seed, options: draw.candidates.map(\.key)).order
        let groups = Dictionary(draw.candidates.map { ($0.key, $0.group) }, uniquingKeysWith: { first, _ in first })
        places = draw.quotas.flatMap { quota in
            order.filter { groups[$0.option] == quota.group }.enumerated().map { position, found in
                Place(
                    key: found.option, group: quota.group, hash: found.hash, number: position + 1,
                    isDrawn: position < quota.seats)
            }
        }
    }

    package var drawn: [String] { places.filter(\.isDrawn).map(\.key) }
}

extension MemberDraw {
    /// The order of its lot; nil before the draw.
    package var order: DrawOrder? { seedRoot.isEmpty ? nil : DrawOrder(self, seed: seedRoot) }
}
