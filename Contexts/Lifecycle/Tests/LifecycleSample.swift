import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Ecosystems
@testable import Lifecycle

/// A small ecosystem with one lifecycle of three phases and an end.
struct LifecycleSample {
    static let today = day("2026-06-01")

    static let catalogue = Catalogue(
        [
            LifecycleContext.parts,
            ContextParts(
                id: "parties", name: Text(same: "parties"), kinds: [Kind(Organisation.self), Kind(Person.self)]),
        ], rights: { _, _ in Rights() })

    let library: Library
    private(set) var state = catalogue.emptyState("city")

    init() throws {
        library = try Library().adding(copies: [
            ("steps", Self.steps), ("ends", Self.ends), ("factors", Self.factors), ("corners", Self.corners),
            ("crew", Self.crew),
        ])
        try add("organisations", "town", ["name": "Stad", "sector": "x"])
        try add("persons", "clerk", ["organisation": "town", "function": "Griffier"])
        try add("lifecycles", "main", ["method": "steps", "scope": "Alles"])
    }

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    var situation: Situation { Situation(state: state, library: library, today: Self.today) }

    func reader(participates: Bool = true) -> Reader {
        var rights = Rights()
        rights.participates = participates
        return Reader(situation: situation, rights: rights, catalogue: Self.catalogue)
    }

    /// Writes a record as the log does: without judging it.
    mutating func add(_ kind: String, _ id: String, _ values: [String: Value]) throws {
        let naming = try #require(Self.catalogue.kind(kind)).naming
        try fold(.record(.added, naming, id, fields: values))
    }

    /// Carries out a command, rules and all.
    @discardableResult
    mutating func carryOut(_ command: some Command) throws -> [DomainEvent] {
        let events = try command.decide(in: situation, catalogue: Self.catalogue)
        for event in events { try fold(event) }
        return events
    }

    mutating func enter(_ phase: String, _ on: String, _ reason: String = "") throws {
        try carryOut(EnterPhase(lifecycle: "main", phase: phase, on: Self.day(on), reason: Text(same: reason)))
    }

    /// The rules that a change breaks; none when it is allowed.
    func refusal(_ command: some Command) -> [String] {
        do throws(Refusal) {
            _ = try command.decide(in: situation, catalogue: Self.catalogue)
            return []
        } catch { return error.problems.map(\.rule) }
    }

    func refusal(_ kind: String, _ id: String, _ values: [String: Value]) -> [String] {
        refusal(ChangeRecords([RecordChange(kind, id, .put(values))]))
    }

    func findings(_ rule: String) -> [Finding] { Self.catalogue.findings(situation).filter { $0.rule == rule } }

    private mutating func fold(_ event: DomainEvent) throws {
        try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
    }
}
