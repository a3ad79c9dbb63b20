import Dispatch
import Foundation
import Synchronization

/// How many threads may work at a question. It never shows in an answer: work is cut into the same blocks for every number, and what
/// blocks found is put together in their order.
package struct NetworkThreads: Sendable, Hashable {
    package let count: Int

    package init(_ count: Int) { self.count = max(1, count) }

    /// One thread for each processor that is active.
    package static var all: NetworkThreads { NetworkThreads(ProcessInfo.processInfo.activeProcessorCount) }

    /// Runs `work` for every block from 0, each once, with a value of its own for each thread.
    func forEach<Space>(_ blocks: Int, space: @Sendable () -> Space, _ work: @Sendable (Int, inout Space) -> Void) {
        let workers = min(count, blocks)
        guard workers > 1 else {
            guard blocks > 0 else { return }
            var own = space()
            for block in 0..<blocks { work(block, &own) }
            return
        }
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            var own = space()
            while true {
                let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard block < blocks else { return }
                work(block, &own)
            }
        }
    }
}

/// What blocks found, in the order of the blocks.
final class Blocks<Found: Sendable>: Sendable {
    private let found: Mutex<[Found?]>

    init(_ count: Int) { found = Mutex(Array(repeating: nil, count: count)) }

    func put(_ value: sending Found, at block: Int) {
        let value = value
        found.withLock { $0[block] = value }
    }

    var all: [Found] { found.withLock { $0.compactMap { $0 } } }
}
