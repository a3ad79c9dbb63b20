import Foundation
import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Ecosystems
@testable import Governance

/// A town, a firm and a school that take part, each with someone who has a mandate, and a council to sit in.
struct GovernanceSample {
    static let today = Day("2026-06-01") ?? Day(number: 0)
    static let catalogue = Catalogue([PartiesContext.parts, GovernanceContext.parts], rights: RightsOfCaller.judge)
    static let library: Library = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Methods").standardizedFileURL.path
        do { return try Library.load(folder: folder) } catch { fatalError("\(error)") }
    }()

    private(set) var state = catalogue.emptyState("city")

    var situation: Situation { Situation(state: state, library: Self.library, today: Self.today) }

    init() throws {
        try put("ecosystems", "city", ["name": "City", "languages": ["nl"], "methods": ["handbook-roles"]])
        for (id, sector) in [("town", "government"), ("firm", "company"), ("school", "knowledge")] {
            try put("organisations", id, ["name": .string(id.capitalized), "sector": .string(sector)])
            try put("participations", id, ["organisation": .string(id), "status": "joined"])
            try person("\(id)-head", of: id)
            try mandate("\(id)-mandate", "\(id)-head", of: id)
        }
        try put("bodies", "council", ["name": ["nl": "Raad", "en": "Council"], "sort": "council"])
    }

    mutating func person(_ id: String, of organisation: String) throws {
        try put("persons", id, ["organisation": .string(organisation), "function": .string(id)])
    }

    mutating func mandate(_ id: String, _ person: String, of organisation: String, deputy: String? = nil) throws {
        var values: [String: Value] = [
            "person": .string(person), "organisation": .string(organisation), "scope": "Meedoen", "level": "official",
            "grantor": "Directeur",
        ]
        if let deputy { values["deputy"] = .string(deputy) }
        try put("mandates", id, values)
    }

    /// A seat in the council.
    mutating func seat(_ id: String, _ values: [String: Value]) throws {
        try put("seats", id, values.merging(["body": "council"]) { mine, _ in mine })
    }

    @discardableResult
    mutating func carryOut(_ command: some Command) throws -> [DomainEvent] {
        let events = try command.decide(in: situation, catalogue: Self.catalogue)
        for event in events {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
        return events
    }

    mutating func put(_ kind: String, _ id: String, _ values: [String: Value]) throws {
        try carryOut(ChangeRecords([RecordChange(kind, id, .put(values))]))
    }

    mutating func patch(_ kind: String, _ id: String, _ values: [String: Value]) throws {
        try carryOut(ChangeRecords([RecordChange(kind, id, .patch(values))]))
    }

    mutating func remove(_ kind: String, _ id: String) throws {
        try carryOut(ChangeRecords([RecordChange(kind, id, .remove)]))
    }

    /// What someone may see; without persons an administrator.
    func reader(_ persons: String..., administrator: Bool = false) -> Reader {
        let caller = Caller(account: "a", administrator: administrator, persons: persons)
        return Reader(
            situation: situation, rights: RightsOfCaller.judge(caller, in: situation), catalogue: Self.catalogue)
    }

    func findings(_ rule: String) -> [Finding] { Self.catalogue.findings(situation).filter { $0.rule == rule } }

    /// The rules that an attempt breaks; empty when it is allowed.
    func broken(_ kind: String, _ id: String, _ values: [String: Value]) -> [String] {
        broken(by: ChangeRecords([RecordChange(kind, id, .put(values))]))
    }

    func broken(by command: some Command) -> [String] {
        do throws(Refusal) {
            _ = try command.decide(in: situation, catalogue: Self.catalogue)
            return []
        } catch { return error.problems.map(\.rule) }
    }
}
