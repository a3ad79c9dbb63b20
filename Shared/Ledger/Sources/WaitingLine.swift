import Foundation

/// A request to write, on its way to the writer.
struct Submission: Sendable {
    typealias Answer = @Sendable (Result<Appended, LedgerRefusal>) -> Void

    let ecosystem: String
    let expected: Int
    let command: String
    let actor: LedgerActor
    let events: [SealedEvent]
    let outcome: Data
    /// Sequences whose payloads go in the same transaction.
    let erased: [Int]
    let answer: Answer
}

/// An event with the salt that hides its payload, and the commitment over both.
struct SealedEvent: Sendable {
    static let saltLength = 16

    let event: NewEvent
    let salt: Data
    let commitment: TreeHash

    init(_ event: NewEvent, salt: Data) {
        self.event = event
        self.salt = salt
        commitment = .commitment(salt: salt, payload: event.payload)
    }
}

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
        let group = Array(waiting.prefix(Self.groupLimit))
        waiting.removeFirst(group.count)
        return group
    }

    /// False when it was closed already.
    mutating func close() -> Bool {
        defer { isClosed = true }
        return !isClosed
    }
}
