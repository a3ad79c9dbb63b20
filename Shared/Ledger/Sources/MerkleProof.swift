/// Checks of RFC 6962 proofs. Pure: they need nothing but what is given.
package enum MerkleProof {
    /// True when `proof` shows that `leaf` is number `index` of the `size` leaves under `root`.
    package static func isIncluded(
        _ leaf: TreeHash, at index: Int, in size: Int, root: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        var (place, last, hash) = (index, size - 1, leaf)
        for sibling in proof {
            guard last > 0 else { return false }
            if place % 2 == 1 || place == last {
                hash = .node(sibling, hash)
                let shift = place.trailingZeroBitCount
                (place, last) = (place >> shift, last >> shift)
            } else {
                hash = .node(hash, sibling)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }

    /// True when `proof` shows that the tree of `newSize` leaves under `newRoot` begins with the `oldSize` leaves under
    /// `oldRoot`. Every tree begins with the empty one.
    package static func isConsistent(
        from oldSize: Int, root oldRoot: TreeHash, to newSize: Int, root newRoot: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard oldSize >= 0, oldSize <= newSize else { return false }
        if oldSize == newSize { return proof.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return proof.isEmpty && oldRoot == .empty }
        let isPerfect = oldSize & (oldSize - 1) == 0
        guard let seed = isPerfect ? oldRoot : proof.first else { return false }
        var (place, last) = (oldSize - 1, newSize - 1)
        (place, last) = (place >> (~place).trailingZeroBitCount, last >> (~place).trailingZeroBitCount)
        var (old, new) = (seed, seed)
        for hash in isPerfect ? proof[...] : proof.dropFirst() {
            guard last > 0 else { return false }
            if place % 2 == 1 || place == last {
                (old, new) = (.node(hash, old), .node(hash, new))
                let shift = place.trailingZeroBitCount
                (place, last) = (place >> shift, last >> shift)
            } else {
                new = .node(new, hash)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}
