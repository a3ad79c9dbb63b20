import Foundation
import Synchronization

@testable import Ledger

/// Collects the answers to submissions until all are in.
final class Answers: Sendable {
    typealias Answer = (Int, Result<Appended, LedgerRefusal>)

    private let state = Mutex<[Answer]>([])
    private let expected: Int
    private let done: CheckedContinuation<[Answer], Never>

    init(expected: Int, _ done: CheckedContinuation<[Answer], Never>) {
        self.expected = expected
        self.done = done
    }

    func add(_ index: Int, _ result: Result<Appended, LedgerRefusal>) {
        let all = state.withLock { answers in
            answers.append((index, result))
            return answers
        }
        if all.count == expected { done.resume(returning: all) }
    }
}

/// A clock that tells the given moments, one after the other.
final class Moments: Sendable {
    private let rest: Mutex<[Int64]>

    init(_ moments: [Int64]) { rest = Mutex(moments) }

    func next() -> Int64 { rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
}
