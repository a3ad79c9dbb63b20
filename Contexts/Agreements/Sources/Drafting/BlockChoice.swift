import Kernel
import MethodLibrary

/// The blocks chosen so far, which go together.
struct BlockChoice {
    let library: Library
    var chosen: [String: [BlockAdvice.Reason]] = [:]

    /// Takes a block with everything it leans on; or takes nothing, and says which block it does not go together with.
    mutating func take(_ id: String, _ reason: BlockAdvice.Reason) -> String? {
        let needed = library.leaning(of: id)
        for (one, _) in needed {
            let others = Set(chosen.keys).union(needed.map(\.block))
            if let other = others.sorted().first(where: { $0 != one && library.conflict(one, $0) }) { return other }
        }
        chosen[id, default: []].append(reason)
        for (block, by) in needed where block != id { add(.needed(by: by), to: block) }
        return nil
    }

    private mutating func add(_ reason: BlockAdvice.Reason, to id: String) {
        if chosen[id]?.contains(reason) != true { chosen[id, default: []].append(reason) }
    }
}

extension Library {
    /// A block and everything that it leans on, directly or not, with the block that asks for it.
    fileprivate func leaning(of id: String) -> [(block: String, by: String)] {
        var found: [(block: String, by: String)] = [(id, id)]
        var seen: Set<String> = [id]
        var next = 0
        while next < found.count {
            let asker = found[next].block
            for needed in block(asker)?.dependsOn ?? [] where block(needed) != nil && seen.insert(needed).inserted {
                found.append((needed, asker))
            }
            next += 1
        }
        return found
    }
}
