import Foundation
import Testing

@testable import Ledger

@Suite("Tree")
struct TreeTests {
    @Test("Roots of 0 to 8 leaves are those of the Certificate Transparency test vectors")
    func vectors() {
        var edge = TreeEdge()
        var roots = [edge.root.hex]
        for leaf in Reference.inputs {
            _ = edge.append(.leaf(Data(leaf)))
            roots.append(edge.root.hex)
        }
        #expect(roots == Reference.roots)
    }

    @Test("The root that grows leaf by leaf is the root by definition, and every full tile comes out once")
    func growth() {
        let leaves = Reference.leaves(600)
        var edge = TreeEdge()
        var tiles: [FullTile] = []
        for (index, leaf) in leaves.enumerated() {
            tiles += edge.append(leaf)
            if index % 37 == 0 || index > 590 { #expect(edge.root == Reference.root(leaves[...index])) }
        }
        #expect(tiles.map { [$0.level, $0.position] } == [[0, 0], [0, 1]])
        #expect(tiles[1].hashes == Array(leaves[256..<512]))
        #expect(tiles[1].root == Reference.root(leaves[256..<512]))
    }

    @Test("A tree of more than 65,536 leaves fills tiles of the next level")
    func levels() {
        var edge = TreeEdge()
        var tiles: [FullTile] = []
        let leaf = TreeHash.leaf(Data())
        for _ in 0..<65_537 { tiles += edge.append(leaf) }
        #expect(tiles.count == 257)
        #expect(tiles.last.map { [$0.level, $0.position] } == [1, 0])
        #expect(tiles.last?.hashes == tiles.dropLast().map(\.root))
    }

    @Test("Inclusion proofs are those of the definition and hold, for all sizes to 300", arguments: [3 as UInt64])
    func inclusion(seed: UInt64) async throws {
        let (store, leaves, bench) = try await Self.store(300)
        var random = SeededGenerator(state: seed)
        try store.read { db in
            for size in 1...300 {
                let tree = TreeReader(db: db, size: size)
                let root = Reference.root(leaves[..<size])
                #expect(try tree.root(of: 0..<size) == root)
                for leaf in Set([0, size - 1, Int.random(in: 0..<size, using: &random)]) {
                    let proof = try tree.inclusionProof(of: leaf)
                    #expect(proof == Reference.path(leaf, leaves[..<size]))
                    #expect(MerkleProof.isIncluded(leaves[leaf], at: leaf, in: size, root: root, proof: proof))
                }
            }
        }
        try store.close()
        withExtendedLifetime(bench) {}
    }

    @Test("Consistency proofs are those of the definition and hold, for all sizes to 300", arguments: [4 as UInt64])
    func consistency(seed: UInt64) async throws {
        let (store, leaves, bench) = try await Self.store(300)
        var random = SeededGenerator(state: seed)
        try store.read { db in
            for size in 1...300 {
                let tree = TreeReader(db: db, size: size)
                let root = Reference.root(leaves[..<size])
                for old in Set([0, 1, size, size / 2, Int.random(in: 0...size, using: &random)]) {
                    let proof = try tree.consistencyProof(from: old)
                    #expect(proof == Reference.consistency(old, leaves[..<size]))
                    let oldRoot = Reference.root(leaves[..<old])
                    #expect(MerkleProof.isConsistent(from: old, root: oldRoot, to: size, root: root, proof: proof))
                }
            }
        }
        try store.close()
        withExtendedLifetime(bench) {}
    }

    @Test("Of all leaves and sizes to 70, a proof holds for its own leaf, size and root only")
    func forgedProofs() {
        let leaves = Reference.leaves(70)
        for size in 1...70 {
            let root = Reference.root(leaves[..<size])
            for leaf in 0..<size {
                let proof = Reference.path(leaf, leaves[..<size])
                func holds(_ hash: TreeHash, _ at: Int, _ size: Int, _ root: TreeHash, _ proof: [TreeHash]) -> Bool {
                    MerkleProof.isIncluded(hash, at: at, in: size, root: root, proof: proof)
                }
                #expect(holds(leaves[leaf], leaf, size, root, proof))
                #expect(!holds(.empty, leaf, size, root, proof))
                #expect(!holds(leaves[leaf], leaf, size, .empty, proof))
                #expect(!holds(leaves[leaf], leaf, size, root, proof + [.empty]))
                #expect(size == 1 || !holds(leaves[leaf], leaf, size, root, Array(proof.dropLast())))
                #expect(!holds(leaves[leaf], leaf + size, size, root, proof))
                #expect(!holds(leaves[leaf], -1, size, root, proof))
            }
            for old in 1..<size {
                let proof = Reference.consistency(old, leaves[..<size])
                let oldRoot = Reference.root(leaves[..<old])
                func holds(_ oldRoot: TreeHash, _ root: TreeHash, _ proof: [TreeHash]) -> Bool {
                    MerkleProof.isConsistent(from: old, root: oldRoot, to: size, root: root, proof: proof)
                }
                #expect(holds(oldRoot, root, proof))
                #expect(!holds(.empty, root, proof))
                #expect(!holds(oldRoot, .empty, proof))
                #expect(!holds(oldRoot, root, proof + [.empty]))
                #expect(!holds(oldRoot, root, Array(proof.dropLast())))
            }
        }
    }

    @Test("Proofs and tiles are served by the store; what it does not have is refused")
    func served() async throws {
        let (store, leaves, bench) = try await Self.store(300)
        #expect(try store.root() == Reference.root(leaves[...]))
        #expect(try store.inclusionProof(leaf: 7) == Reference.path(7, leaves[...]))
        #expect(try store.consistencyProof(from: 200, to: 290) == Reference.consistency(200, leaves[..<290]))
        #expect(try store.tile(level: 0, index: 0) == leaves[..<256].joinedBytes)
        #expect(try store.tile(level: 0, index: 1, width: 44) == leaves[256...].joinedBytes)
        #expect(try store.tile(level: 1, index: 0, width: 1) == [Reference.root(leaves[..<256])].joinedBytes)
        for (level, index, width) in [
            (0, 1, 45), (0, 2, 1), (1, 0, 2), (0, 0, 0), (0, 0, 257), (-1, 0, 1), (0, -1, 1), (9, 0, 1), (0, .max, 1),
        ] {
            #expect(throws: LedgerRefusal.self) { try store.tile(level: level, index: index, width: width) }
        }
        for leaf in [-1, 300, .max, .min] {
            #expect(throws: LedgerRefusal.self) { try store.inclusionProof(leaf: leaf) }
            #expect(throws: LedgerRefusal.self) { try store.leafHash(leaf) }
        }
        #expect(throws: LedgerRefusal.self) { try store.consistencyProof(from: 1, to: 301) }
        #expect(throws: LedgerRefusal.self) { try store.consistencyProof(from: -1) }
        #expect(throws: LedgerRefusal.self) { try store.root(size: -1) }
        try store.close()
        withExtendedLifetime(bench) {}
    }

    private static func store(_ count: Int) async throws -> (LedgerStore, [TreeHash], Workbench) {
        let bench = try Workbench()
        let store = try bench.open()
        try await store.fill(count)
        return (store, try (0..<count).map { try store.leafHash($0) }, bench)
    }
}
