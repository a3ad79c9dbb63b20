import Foundation
import Kernel
import Ledger
import MethodLibrary

/// One ecosystem, live: its state in memory and its place in the ledger. Everything that changes it passes here, one at a time.
package actor Ecosystem {
    package nonisolated let id: String
    nonisolated let ledger: LedgerStore
    package nonisolated let catalogue: Catalogue
    nonisolated let methods: Library
    nonisolated let clock: Clock

    /// What is on disk; what readers see.
    package private(set) var state: EcosystemState
    /// What will be on disk when the writes under way succeed; what the next command is judged by.
    private var tentative: EcosystemState
    private var adapted: (version: Int, library: Library)?
    private var listeners: [UUID: AsyncStream<Int>.Continuation] = [:]
    private var lastSnapshot: Int
    private var memo: (sequence: Int, day: Day, findings: [Finding])?
    private var index: SearchIndex?

    init(id: String, ledger: LedgerStore, catalogue: Catalogue, methods: Library, clock: Clock) throws {
        self.id = id
        self.ledger = ledger
        self.catalogue = catalogue
        self.methods = methods
        self.clock = clock
        state = try Replay(ledger: ledger, catalogue: catalogue).state(of: id)
        tentative = state
        lastSnapshot = state.sequence
    }

    /// Carries out a command for a caller, durably. Refuses without having changed anything.
    /// - Parameter name: a caller that repeats a command by the same name gets the first outcome; nil when it will not.
    package func perform(
        _ command: any Command, by caller: Caller, name: CommandName? = nil
    ) async throws(Refusal) -> Outcome {
        if let name, let earlier = try await outcome(of: name) { return earlier }
        var attempts = 0
        while true {
            let (events, actor) = try decide(command, by: caller)
            guard !events.isEmpty else { return Outcome(sequence: tentative.sequence, touched: [], repeated: false) }
            do {
                return try await record(events, as: actor, name: name)
            } catch let refusal as Refusal {
                throw refusal
            } catch let refusal as LedgerRefusal {
                try catchUp()
                attempts += 1
                guard case .conflict = refusal, attempts < 8 else { throw Refusal(refusal) }
            } catch { throw Refusal.invalid([Problem("store.failed", Text(same: "\(error)"))]) }
        }
    }

    private func decide(_ command: any Command, by caller: Caller) throws(Refusal) -> ([DomainEvent], LedgerActor) {
        let situation = try self.situation(tentative)
        let rights = catalogue.rights(caller, situation)
        let requirement = command.requirement(in: situation, catalogue: catalogue)
        try requirement.check(rights, in: tentative)
        return (try command.decide(in: situation, catalogue: catalogue), rights.actor(caller, requirement))
    }

    private func record(_ events: [DomainEvent], as actor: LedgerActor, name: CommandName?) async throws -> Outcome {
        let expected = tentative.sequence
        var next = tentative
        for event in events {
            try next.apply(event, at: next.sequence + 1, recordedAt: clock.now(), catalogue: catalogue)
        }
        tentative = next
        let touched = events.compactMap { touch($0) }
        var outcome: [String: Value] = ["touched": .list(touched.map(Value.string))]
        if let name { outcome["asked"] = .string(name.digest) }
        let appended = try await ledger.append(
            ecosystem: id, expected: expected, command: name?.id ?? UUID().uuidString, actor: actor,
            events: events.map(\.recorded), outcome: Data(CanonicalJSON.bytes(.map(outcome))))
        guard !appended.repeated else {
            try catchUp()
            return try Outcome(appended, of: name)
        }
        if next.sequence > state.sequence { publish(next, touched) }
        return Outcome(sequence: appended.last, touched: touched, repeated: false)
    }

    private func publish(_ next: EcosystemState, _ touched: [String]) {
        state = next
        index?.update(touched, from: next, catalogue: catalogue)
        for listener in listeners.values { listener.yield(next.sequence) }
        if next.sequence - lastSnapshot >= 5_000 { saveSnapshot() }
    }

    private func touch(_ event: DomainEvent) -> String? {
        guard let (kind, _) = catalogue.subject(of: event.kind), let record = event.payload["id"].string else {
            return nil
        }
        return "\(kind.plural)/\(record)"
    }

    private func outcome(of name: CommandName) async throws(Refusal) -> Outcome? {
        do {
            let probe = try await ledger.append(
                ecosystem: id, expected: tentative.sequence, command: name.id,
                actor: LedgerActor(person: "", organisation: ""),
                events: [], outcome: Data())
            return probe.repeated ? try Outcome(probe, of: name) : nil
        } catch let refusal as Refusal {
            throw refusal
        } catch let refusal as LedgerRefusal {
            if case .conflict = refusal {
                try catchUp()
                return nil
            }
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    /// Reads what another process appended, and forgets what could not be written.
    package func catchUp() throws(Refusal) {
        do {
            var caught = state
            try ledger.forEachEntry(ecosystem: id, after: state.sequence) { try caught.apply($0, catalogue: catalogue) }
            tentative = caught
            if caught.sequence > state.sequence {
                index = nil
                publish(caught, [])
            }
        } catch let problem as Problem {
            throw .invalid([problem])
        } catch let refusal as LedgerRefusal {
            throw Refusal(refusal)
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    // MARK: Reading

    /// The methods in use here: the library with this ecosystem's adapted copies.
    package func situation(_ state: EcosystemState) throws(Refusal) -> Situation {
        Situation(state: state, library: try library(for: state), standard: methods, today: clock.today)
    }

    private func library(for state: EcosystemState) throws(Refusal) -> Library {
        let copies = state[AdaptedMethod.self]
        guard copies.count > 0 else { return methods }
        let version = copies.rows.values.map(\.version).max() ?? 0
        if let adapted, adapted.version == version { return adapted.library }
        do throws(LibraryError) {
            let library = try methods.adding(copies: copies.sorted.map { ($0.id.rawValue, $0.yaml) })
            adapted = (version, library)
            return library
        } catch { throw .invalid(error.problems.map(\.problem)) }
    }

    /// The ecosystem as a caller may see it now.
    package func reader(for caller: Caller) throws(Refusal) -> Reader {
        let situation = try self.situation(state)
        return Reader(situation: situation, rights: catalogue.rights(caller, situation), catalogue: catalogue)
    }

    /// The ecosystem as it stood after an event, with today's rights of the caller; seen on the day of that event, or on a later one.
    package func reader(for caller: Caller, asOf sequence: Int, on day: Day? = nil) throws(Refusal) -> Reader {
        let now = try situation(state)
        let past = sequence >= state.sequence ? state : try replayed(to: sequence)
        let recorded = past.recordedAt == 0 ? clock.today : Clock.day(of: past.recordedAt)
        let situation = Situation(
            state: past, library: try library(for: past), standard: methods, today: day ?? recorded)
        return Reader(situation: situation, rights: catalogue.rights(caller, now), catalogue: catalogue)
    }

    private func replayed(to sequence: Int) throws(Refusal) -> EcosystemState {
        do { return try Replay(ledger: ledger, catalogue: catalogue).state(of: id, through: sequence) } catch {
            throw .invalid([Problem("store.replay", Text(same: "\(error)"))])
        }
    }

    /// Everything that deserves attention, kept until something changes or the day turns.
    package func findings() throws(Refusal) -> [Finding] {
        let today = clock.today
        if let memo, memo.sequence == state.sequence, memo.day == today { return memo.findings }
        let findings = catalogue.findings(try situation(state))
        memo = (state.sequence, today, findings)
        return findings
    }

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

    // MARK: Search

    /// Records whose words match, best first, as far as the caller may see them.
    package func search(_ words: String, for caller: Caller, limit: Int = 30) throws(Refusal) -> [SearchHit] {
        let reader = try self.reader(for: caller)
        let index = self.index ?? SearchIndex(state, catalogue: catalogue)
        self.index = index
        return index.hits(words, in: reader, limit: limit)
    }

    /// The same in another state than the present one, such as one in the past.
    package nonisolated func search(_ words: String, in reader: Reader, limit: Int = 30) -> [SearchHit] {
        SearchIndex(reader.state, catalogue: catalogue).hits(words, in: reader, limit: limit)
    }

    // MARK: Erasure

    /// Erases everything that the log holds about one record, for good, and starts again from what is left. Administrators only.
    package func erase(_ kind: String, _ record: String, reason: String, by caller: Caller) async throws(Refusal) -> Int
    {
        let rights = catalogue.rights(caller, try situation(state))
        try Requirement.administer.check(rights)
        do {
            var sequences: [Int] = []
            try ledger.forEachEntry(ecosystem: id) { entry in
                guard let event = try DomainEvent(entry), catalogue.subject(of: event.kind)?.kind.plural == kind,
                    event.payload["id"].string == record
                else { return }
                sequences.append(entry.sequence)
            }
            guard !sequences.isEmpty else { return 0 }
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
}

extension Outcome {
    /// The first outcome of a command that is asked again; refuses when something else was asked by that name.
    init(_ appended: Appended, of name: CommandName?) throws(Refusal) {
        let value = (try? JSONReader.read(appended.outcome)) ?? .null
        if let name, let asked = value["asked"].string, asked != name.digest { throw .conflict(.reusedKey) }
        self.init(
            sequence: appended.last, touched: value["touched"].list?.compactMap(\.string) ?? [],
            repeated: appended.repeated)
    }
}

extension Rights {
    /// Under which name, organisation and mandate an act is recorded.
    func actor(_ caller: Caller, _ requirement: Requirement) -> LedgerActor {
        var organisation = belongsTo.count == 1 ? belongsTo.first ?? "" : ""
        if case .represent(let organisations) = requirement,
            let acting = organisations.first(where: represents.contains)
        {
            organisation = acting
        }
        return LedgerActor(
            person: caller.persons.first ?? caller.account ?? "", organisation: organisation,
            mandate: mandates[organisation])
    }
}
