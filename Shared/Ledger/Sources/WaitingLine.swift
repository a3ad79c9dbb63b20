/// The requests that wait for the writer, in the order in which they came.
struct WaitingLine {
    private static let groupLimit = 512

    private var waiting: [Submission] = []
    private var isDraining = false
    private(set) var isClosed = false

    enum Entrance { case startDraining, wait, refused }

    mutating func enter(_ submission: Submission) -> Entrance {
        guard !isClosed else { return .refused }
        waiting.append(submission)
        defer { isDraining = true }
        return isDraining ? .wait : .startDraining
    }

    /// The next group to commit together; nil when nobody waits, and then the next to enter starts the writer again.
    mutating func nextGroup() -> [Submission]? {
        guard !waiting.isEmpty else {
            isDraining = false
            return nil
        }
        return take()
    }

    /// Those who wait, as many as fit in one group; none when nobody waits.
    mutating func take() -> [Submission] {
        let group = Array(waiting.prefix(Self.groupLimit))
        waiting.removeFirst(group.count)
        return group
    }

    var count: Int { waiting.count }

    /// False when it was closed already.
    mutating func close() -> Bool {
        defer { isClosed = true }
        return !isClosed
    }
}
