import Foundation
import Kernel
import Ledger

/// What keeps an ecosystem in step: followers, other processes, snapshots, erasure.
extension Ecosystem {
    /// The sequences as they come, from now on.
    package func updates() -> AsyncStream<Int> {
        let key = UUID()
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        listeners[key] = continuation
        continuation.onTermination = { [weak self] _ in Task { await self?.stopListening(key) } }
        return stream
    }

    /// Is a page open that follows what happens here?
    package var isWatched: Bool { !listeners.isEmpty }

    /// Takes in what another process appended, unless writes of our own are under way: those take it in themselves.
    package func catchUpWithDisk() throws(Refusal) {
        guard tentative.sequence == state.sequence else { return }
        try catchUp()
    }

    private func stopListening(_ key: UUID) { listeners[key] = nil }

    /// Keeps the state even when the last kept one is recent.
    package func saveSnapshotNow() {
        lastSnapshot = -1
        saveSnapshot()
    }

    /// Keeps the state, so that the next start need not replay the whole log.
    package func saveSnapshot() {
        guard !ledger.isReadOnly, state.sequence > lastSnapshot else { return }
        let bytes = StateSnapshot.bytes(of: state, catalogue: catalogue)
        do {
            try ledger.saveSnapshot(ecosystem: id, sequence: state.sequence, format: StateSnapshot.format, bytes: bytes)
            lastSnapshot = state.sequence
        } catch { lastSnapshot = state.sequence }  // a cache: without it the start is slower, nothing is lost
    }

    /// Erases everything that the log holds about one record, for good, and starts again from what is left; gives the number of
    /// events. Administrators only, with a reason; refused while other records mention it, as a removal is.
    package func erase(_ kind: String, _ record: String, reason: String, by caller: Caller) async throws(Refusal) -> Int
    {
        let rights = catalogue.rights(caller, try situation(state))
        try admit(rights)
        try Requirement.administer.check(rights)
        try checkErasure(kind, record, reason)
        do {
            var sequences: [Int] = []
            try ledger.forEachEntry(ecosystem: id) { entry in
                guard let event = try DomainEvent(entry), catalogue.subject(of: event.kind)?.kind.plural == kind,
                    event.payload["id"].string == record
                else { return }
                sequences.append(entry.sequence)
            }
            guard !sequences.isEmpty else { throw Problem.nothingToErase(record) }
            let payload: Value = ["sequences": .list(sequences.map(Value.whole)), "reason": .string(reason)]
            let event = DomainEvent("payload.erased", payload)
            _ = try await ledger.erase(
                ecosystem: id, sequences: sequences, expected: state.sequence, command: UUID().uuidString,
                actor: rights.actor(caller, .administer), reason: event.recorded)
            state = try Replay(ledger: ledger, catalogue: catalogue).state(of: id)
            tentative = state
            index = nil
            return sequences.count
        } catch let problem as Problem {
            throw .invalid([problem])
        } catch let refusal as LedgerRefusal {
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    private func checkErasure(_ plural: String, _ record: String, _ reason: String) throws(Refusal) {
        guard let kind = catalogue.kind(plural) else {
            throw .notFound(.unknownKind(plural, known: catalogue.kinds.map(\.plural)))
        }
        try Reason.check(reason)
        if reason.allSatisfy(\.isWhitespace) { throw .invalid([.erasureNeedsReason]) }
        if plural == Profile.naming.plural { throw .invalid([.profileNeeded]) }
        let mentions = state.mentions(of: [record], in: plural, catalogue: catalogue)
        if !mentions.isEmpty {
            throw .conflict(.stillMentioned(kind, record, mentions, hidden: catalogue.confidentialKinds))
        }
    }
}

extension Problem {
    fileprivate static let erasureNeedsReason = Problem(
        "erasure.reason", at: ["reason"],
        Text("Wissen kan alleen met een reden; die blijft staan.", "Erasing takes a reason; that stays."))

    fileprivate static func nothingToErase(_ record: String) -> Problem {
        Problem(
            "erasure.nothing",
            Text("Het logboek bewaart niets over “\(record)”.", "The log holds nothing about “\(record)”."))
    }
}
