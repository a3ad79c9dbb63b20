extension TreeReader {
    /// RFC 6962 audit path of a leaf in the tree of `size` leaves.
    func inclusionProof(of leaf: Int) throws -> [TreeHash] { try path(to: leaf, in: 0..<size) }

    /// RFC 6962 consistency proof from the tree of `old` leaves to the one of `size`. None is needed from or to the same.
    func consistencyProof(from old: Int) throws -> [TreeHash] {
        old == 0 || old == size ? [] : try subproof(of: old, in: 0..<size, isWhole: true)
    }

    private func path(to leaf: Int, in range: Range<Int>) throws -> [TreeHash] {
        guard range.count > 1 else { return [] }
        let split = range.lowerBound + Self.split(range.count)
        let (left, right) = (range.lowerBound..<split, split..<range.upperBound)
        return leaf < split
            ? try path(to: leaf, in: left) + [try root(of: right)]
            : try path(to: leaf, in: right) + [try root(of: left)]
    }

    /// `end` is where the old tree ends; `isWhole` says that the old tree is all of what was split so far.
    private func subproof(of end: Int, in range: Range<Int>, isWhole: Bool) throws -> [TreeHash] {
        if end == range.upperBound { return isWhole ? [] : [try root(of: range)] }
        let split = range.lowerBound + Self.split(range.count)
        let (left, right) = (range.lowerBound..<split, split..<range.upperBound)
        return end <= split
            ? try subproof(of: end, in: left, isWhole: isWhole) + [try root(of: right)]
            : try subproof(of: end, in: right, isWhole: false) + [try root(of: left)]
    }
}
