import Foundation
import GRDB

extension LedgerStore {
    /// Records the events of one command, durably, and returns when they are on disk.
    ///
    /// Refuses with `conflict` when the history does not stand at `expected` (0 for an ecosystem without history). A command
    /// id that this ecosystem has seen before writes nothing and gives the first outcome. A command without events writes
    /// nothing either, and is not remembered. Appends that arrive together share a transaction; one that is refused does
    /// not touch the others. Runs on the caller's actor until it waits, so calls made in order are recorded in order, and a
    /// next append may be made with the sequence that the one before it will reach.
    nonisolated(nonsending) package func append(
        ecosystem: String, expected: Int, command: String, actor: LedgerActor, events: [NewEvent], outcome: Data
    ) async throws -> Appended {
        try await withCheckedContinuation { (caller: CheckedContinuation<Result<Appended, LedgerRefusal>, Never>) in
            submit(
                ecosystem: ecosystem, expected: expected, command: command, actor: actor, events: events,
                outcome: outcome
            ) { caller.resume(returning: $0) }
        }.get()
    }

    /// As `append`, for callers that do not wait: `answer` is called once, on the writer's thread, when all is on disk.
    package func submit(
        ecosystem: String, expected: Int, command: String, actor: LedgerActor, events: [NewEvent], outcome: Data,
        answer: @escaping @Sendable (Result<Appended, LedgerRefusal>) -> Void
    ) {
        submit(
            Submission(
                ecosystem: ecosystem, expected: expected, command: command, actor: actor,
                events: events.map { SealedEvent($0, salt: salt()) }, outcome: outcome, erased: [], answer: answer))
    }

    func submit(_ submission: Submission) {
        if let refusal = isReadOnly ? LedgerRefusal.readOnly : submission.fault {
            submission.answer(.failure(refusal))
            return
        }
        // The writer is called under the lock, so that `close` finds no writer that has yet to start.
        let isAccepted = line.withLock { line in
            switch line.enter(submission) {
            case .refused: return false
            case .wait: return true
            case .startDraining:
                pool.asyncWriteWithoutTransaction { [self] in drain($0) }
                return true
            }
        }
        if !isAccepted { submission.answer(.failure(.closed)) }
    }
}

extension Submission {
    static let textLimit = 1_000
    static let payloadLimit = 64_000_000

    /// What is wrong with the request itself, found before it reaches the writer.
    var fault: LedgerRefusal? {
        if let fault = textFault("ecosystem", ecosystem) ?? textFault("command", command) { return fault }
        for sealed in events {
            let event = sealed.event
            if let fault = textFault("kind", event.kind) { return fault }
            guard event.version >= 1 else { return .invalid(what: "version of \(event.kind)", why: "it is below 1") }
            guard sealed.salt.count == SealedEvent.saltLength else {
                return .invalid(what: "salt", why: "it is not 16 bytes long")
            }
            guard event.payload.count <= Self.payloadLimit else {
                return .invalid(what: "payload of \(event.kind)", why: "it is longer than 64 MB")
            }
        }
        guard outcome.count <= Self.payloadLimit else {
            return .invalid(what: "outcome", why: "it is longer than 64 MB")
        }
        return nil
    }

    private func textFault(_ what: String, _ text: String) -> LedgerRefusal? {
        if text.isEmpty { return .invalid(what: what, why: "it is empty") }
        let isLong = text.utf8.count > Self.textLimit
        return isLong ? .invalid(what: what, why: "it is longer than \(Self.textLimit) bytes") : nil
    }
}
