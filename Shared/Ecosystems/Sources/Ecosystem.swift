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
    package internal(set) var state: EcosystemState
    /// What will be on disk when the writes under way succeed; what the next command is judged by.
    var tentative: EcosystemState
    var adapted: (version: Int, library: Library)?
    var listeners: [UUID: AsyncStream<Int>.Continuation] = [:]
    var lastSnapshot: Int
    var memo: (sequence: Int, day: Day, findings: [Finding])?
    var index: SearchIndex?

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
    /// - Parameters:
    ///   - name: a caller that repeats a command by the same name gets the first outcome; nil when it will not.
    ///   - box: what happens to a ballot box together with it.
    package func perform(
        _ command: any Command, by caller: Caller, name: CommandName? = nil, box: BoxChange? = nil
    ) async throws(Refusal) -> Outcome {
        if let name, let earlier = try await outcome(of: name) { return earlier }
        var attempts = 0
        while true {
            let (events, actor) = try decide(command, by: caller)
            guard !events.isEmpty else { return Outcome(sequence: tentative.sequence, touched: [], repeated: false) }
            do {
                return try await record(events, as: actor, name: name, box)
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
        try admit(rights)
        let requirement = command.requirement(in: situation, catalogue: catalogue)
        do throws(Refusal) { try requirement.check(rights, in: tentative) } catch {
            let reader = Reader(situation: situation, rights: rights, catalogue: catalogue)
            let isTold = error.problems.contains { $0.rule == Requirement.needsConfidence.rule }
            throw !isTold && command.concerns(hiddenFrom: reader) ? .forbidden(Requirement.needsOrchestrator) : error
        }
        return (try command.decide(in: situation, catalogue: catalogue), rights.actor(caller, requirement))
    }

    private func record(
        _ events: [DomainEvent], as actor: LedgerActor, name: CommandName?, _ box: BoxChange?
    ) async throws -> Outcome {
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
            events: events.map(\.recorded), outcome: Data(CanonicalJSON.bytes(.map(outcome))), box: box)
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

    /// What came of a command by this name; nil when none was carried out. Refuses when something else was asked by that name.
    package func outcome(of name: CommandName) async throws(Refusal) -> Outcome? {
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
        if let organisations = requirement.organisations,
            let acting = organisations.first(where: represents.contains)
        {
            organisation = acting
        }
        return LedgerActor(
            person: caller.persons.first ?? caller.account ?? "", organisation: organisation,
            mandate: mandates[organisation])
    }
}
