/// The growing right-hand edge of the tree: per tile level the hashes of the tile that is not full yet.
/// A value, so that a failed transaction simply drops the copy it worked on.
struct TreeEdge: Sendable, Equatable {
    static let tileWidth = 256

    private(set) var size = 0
    private var levels: [[TreeHash]] = []

    init() {}

    /// `levels[n]` holds the hashes of the unfinished tile at level n; their number must follow from `size`.
    init?(size: Int, levels: [[TreeHash]]) {
        for (level, row) in levels.enumerated() where row.count != Self.width(of: size, at: level) { return nil }
        self.size = size
        self.levels = levels
    }

    /// How many hashes the unfinished tile at `level` holds in a tree of `size` leaves.
    static func width(of size: Int, at level: Int) -> Int { (size >> (8 * level)) % tileWidth }

    /// The levels that a tree of `size` leaves has hashes on.
    static func levelCount(of size: Int) -> Int {
        var count = 0
        while size >> (8 * count) > 0 { count += 1 }
        return count
    }

    /// Adds a leaf and returns the tiles that it filled, lowest level first.
    mutating func append(_ leaf: TreeHash) -> [FullTile] {
        var filled: [FullTile] = []
        var hash = leaf
        var level = 0
        size += 1
        while true {
            if level == levels.count { levels.append([]) }
            levels[level].append(hash)
            guard levels[level].count == Self.tileWidth else { return filled }
            let position = (size >> (8 * (level + 1))) - 1
            let tile = FullTile(level: level, position: position, hashes: levels[level])
            levels[level] = []
            filled.append(tile)
            hash = tile.root
            level += 1
        }
    }

    /// The RFC 6962 root of all leaves.
    var root: TreeHash {
        var root: TreeHash?
        for row in levels {
            for peak in row.peaks.reversed() { root = root.map { .node(peak, $0) } ?? peak }
        }
        return root ?? .empty
    }
}

/// 256 neighbouring hashes of one level, and the root above them.
struct FullTile: Sendable, Equatable {
    let level: Int
    let position: Int
    let hashes: [TreeHash]
    let root: TreeHash

    init(level: Int, position: Int, hashes: [TreeHash]) {
        self.level = level
        self.position = position
        self.hashes = hashes
        root = hashes.peaks.first ?? .empty
    }
}
