import Foundation

extension LedgerStore {
    /// The root of the first `size` leaves, of all when nil.
    package func root(size: Int? = nil) throws -> TreeHash {
        try tree(of: size) { try $0.root(of: 0..<$0.size) }
    }

    /// The hash of an entry's canonical header, as a proof starts from it.
    package func leafHash(_ leaf: Int) throws -> TreeHash {
        try tree(of: nil) { tree in
            guard leaf >= 0, leaf < tree.size else { throw Self.outside("leaf \(leaf)", tree.size) }
            return try tree.root(of: leaf..<leaf + 1)
        }
    }

    /// The hashes that show a leaf to be in the log of `size` entries; check them with `MerkleProof.isIncluded`.
    package func inclusionProof(leaf: Int, size: Int? = nil) throws -> [TreeHash] {
        try tree(of: size) { tree in
            guard leaf >= 0, leaf < tree.size else { throw Self.outside("leaf \(leaf)", tree.size) }
            return try tree.inclusionProof(of: leaf)
        }
    }

    /// The hashes that show the log of `to` entries to begin with the log of `from`; check them with
    /// `MerkleProof.isConsistent`.
    package func consistencyProof(from: Int, to: Int? = nil) throws -> [TreeHash] {
        try tree(of: to) { tree in
            guard from >= 0, from <= tree.size else { throw Self.outside("size \(from)", tree.size) }
            return try tree.consistencyProof(from: from)
        }
    }

    /// A tile as C2SP tlog-tiles serves it: `width` hashes (1…256) of a level, one after the other.
    package func tile(level: Int, index: Int, width: Int = 256) throws -> Data {
        try tree(of: nil) { tree in
            let isPossible = (0..<8).contains(level) && index >= 0 && (1...256).contains(width) && index < 1 << 48
            guard isPossible, index * 256 + width <= tree.size >> (8 * level) else {
                throw Self.outside("tile \(level)/\(index) of width \(width)", tree.size)
            }
            return try tree.hashes(level: level, position: index, width: width).joinedBytes
        }
    }

    private func tree<Result>(of size: Int?, _ body: (TreeReader) throws -> Result) throws -> Result {
        try read { db in
            let stored = try TreeReader.size(of: db)
            let size = size ?? stored
            guard size >= 0, size <= stored else { throw Self.outside("size \(size)", stored) }
            return try body(TreeReader(db: db, size: size))
        }
    }

    private static func outside(_ what: String, _ size: Int) -> LedgerRefusal {
        .invalid(what: what, why: "the log holds \(size) entries")
    }
}
