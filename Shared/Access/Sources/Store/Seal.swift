import Synchronization

/// Whether a store may still be written to; once closed it stays closed.
final class Seal: Sendable {
    private let closed: Atomic<Bool>

    init(_ isClosed: Bool) { closed = Atomic(isClosed) }

    var isClosed: Bool { closed.load(ordering: .acquiring) }

    func close() { closed.store(true, ordering: .releasing) }
}
