import Foundation
import Kernel
import MethodLibrary
import Testing

@testable import Ecosystems
@testable import Parties

/// A small ecosystem for tests: two organisations of the same story, changed step by step.
struct Sample {
    static let today = Day(number: 20_000)
    static let catalogue = Catalogue([PartiesContext.parts], rights: RightsOfCaller.judge)
    static let library: Library = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Methods").standardizedFileURL.path
        do { return try Library.load(folder: folder) } catch { fatalError("\(error)") }
    }()

    private(set) var state = catalogue.emptyState("buurt")

    var situation: Situation { Situation(state: state, library: Self.library, today: Self.today) }

    init() {}

    /// Carries a command out and keeps what happened.
    @discardableResult
    mutating func carryOut(_ command: some Command) throws -> [DomainEvent] {
        let events = try command.decide(in: situation, catalogue: Self.catalogue)
        for event in events {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
        return events
    }

    @discardableResult
    mutating func put(_ kind: String, _ id: String, _ values: [String: Value]) throws -> [DomainEvent] {
        try carryOut(ChangeRecords([RecordChange(kind, id, .put(values))]))
    }

    @discardableResult
    mutating func patch(_ kind: String, _ id: String, _ values: [String: Value]) throws -> [DomainEvent] {
        try carryOut(ChangeRecords([RecordChange(kind, id, .patch(values))]))
    }

    mutating func organisation(_ id: String, _ name: String, sector: String = "company") throws {
        try put("organisations", id, ["name": .string(name), "sector": .string(sector)])
    }

    mutating func joined(_ id: String, _ name: String, sector: String = "company") throws {
        try organisation(id, name, sector: sector)
        try put("participations", id, ["organisation": .string(id), "status": "joined"])
    }

    mutating func person(_ id: String, of organisation: String, _ function: String) throws {
        try put("persons", id, ["organisation": .string(organisation), "function": .string(function)])
    }

    mutating func mandate(_ id: String, _ person: String, of organisation: String, until: Day? = nil) throws {
        var values: [String: Value] = [
            "person": .string(person), "organisation": .string(organisation), "scope": "Meedoen", "level": "official",
            "grantor": "Directeur",
        ]
        if let until { values["period"] = .map(["until": until.value]) }
        try put("mandates", id, values)
    }

    /// A city and a supplier that take part, each with someone; the city orchestrates.
    static func neighbourhood() throws -> Sample {
        var sample = Sample()
        try sample.put(
            "ecosystems", "buurt",
            ["name": "Buurt", "languages": ["nl"], "methods": ["handbook-roles", "helix-sectors"]])
        try sample.joined("stad", "Gemeente Stad", sector: "government")
        try sample.joined("leverancier", "Leverancier B.V.")
        try sample.person("regisseur", of: "stad", "Regisseur")
        try sample.person("accountmanager", of: "leverancier", "Accountmanager")
        try sample.put(
            "assignments", "regie",
            ["role": "handbook-roles/orchestrator", "organisation": "stad", "person": "regisseur"])
        return sample
    }

    func rights(_ persons: String..., administrator: Bool = false) -> Rights {
        RightsOfCaller.judge(
            Caller(account: "a", administrator: administrator, persons: persons), in: situation)
    }

    func reader(_ persons: String...) -> Reader {
        let caller = Caller(account: "a", persons: persons)
        return Reader(
            situation: situation, rights: RightsOfCaller.judge(caller, in: situation), catalogue: Self.catalogue)
    }

    var findings: [Finding] { Self.catalogue.findings(situation) }

    func findings(_ rule: String) -> [Finding] { findings.filter { $0.rule == rule } }

    /// The rules that an attempt breaks; empty when it is allowed.
    func broken(_ kind: String, _ id: String, _ action: RecordChange.Action) -> [String] {
        do throws(Refusal) {
            _ = try ChangeRecords([RecordChange(kind, id, action)]).decide(in: situation, catalogue: Self.catalogue)
            return []
        } catch { return error.problems.map(\.rule) }
    }
}
