import Foundation
import Kernel
import MethodLibrary
import Parties
import Testing

@testable import Agreements
@testable import Ecosystems
@testable import Governance

/// An ecosystem for tests: a city, two suppliers and a university that make one agreement together.
struct Sample {
    static let catalogue = Catalogue(
        [PartiesContext.parts, GovernanceContext.parts, AgreementsContext.parts], rights: RightsOfCaller.judge)
    static let library: Library = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Methods").standardizedFileURL.path
        do { return try Library.load(folder: folder) } catch { fatalError("\(error)") }
    }()

    private(set) var state = catalogue.emptyState("buurt")
    /// What was carried out, for who wants it carried out in a store.
    private(set) var commands: [any Command] = []
    /// 2 March 2026, a Monday, unless a test moves on.
    var today = Day("2026-03-02") ?? Day(number: 0)

    var situation: Situation { Situation(state: state, library: Self.library, today: today) }

    /// Without an agreement: the parties, their people and mandates.
    init() throws {
        for (id, name) in [("stad", "Stad"), ("net", "Net BV"), ("cloud", "Cloud BV"), ("hogeschool", "Hogeschool")] {
            try put("organisations", id, ["name": .string(name), "sector": id == "stad" ? "government" : "company"])
            try put("participations", id, ["organisation": .string(id), "status": "joined"])
            try put("persons", "p-\(id)", ["organisation": .string(id), "function": "directeur"])
            try put(
                "mandates", "m-\(id)",
                [
                    "person": .string("p-\(id)"), "organisation": .string(id), "scope": "Afspraken tekenen",
                    "level": "executive", "grantor": "bestuur",
                    "limit": ["amount": 50_000, "currency": "EUR"],
                ])
        }
        try put("bodies", "stuurgroep", ["name": "Stuurgroep", "sort": "steering-group", "members": ["stad", "net"]])
    }

    /// With an agreement of two clauses between the city and the two suppliers.
    static func drafted(_ extra: [String: Value] = [:]) throws -> Sample {
        var sample = try Sample()
        let parties: Value = .list(["stad", "net", "cloud"].map { ["organisation": .string($0)] })
        try sample.put(
            "agreements", "samen",
            ["name": ["nl": "Samenwerking", "en": "Cooperation"], "kind": "cooperation", "parties": parties]
                .merging(extra) { $1 })
        try sample.put(
            "clauses", "doel",
            [
                "agreement": "samen", "position": 10, "heading": ["nl": "Doel", "en": "Goal"],
                "text": ["nl": "De partijen werken samen.", "en": "The parties work together."],
            ])
        try sample.put(
            "clauses", "bijdrage",
            [
                "agreement": "samen", "position": 20, "optional": true,
                "heading": ["nl": "Bijdrage", "en": "Contribution"],
                "text": [
                    "nl": "Elke partij draagt {bijdrage} per jaar bij.",
                    "en": "Each party contributes {bijdrage} a year.",
                ],
                "variables": [["name": "bijdrage", "type": "amount", "value": "2500"]],
            ])
        return sample
    }

    @discardableResult
    mutating func carryOut(_ command: some Command) throws -> [DomainEvent] {
        let events = try command.decide(in: situation, catalogue: Self.catalogue)
        commands.append(command)
        for event in events {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
        return events
    }

    /// Takes a fact as it is, without judging it: for signatures whose own proof is another test's matter.
    mutating func assume(_ kind: String, _ id: String, _ values: [String: Value]) throws {
        guard let naming = Self.catalogue.kind(kind)?.naming else { return }
        let event = DomainEvent.record(.added, naming, id, fields: values)
        try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
    }

    /// `process`: as a step of a process.
    @discardableResult
    mutating func put(
        _ kind: String, _ id: String, _ values: [String: Value], process: Bool = false
    ) throws -> [DomainEvent] {
        try carryOut(ChangeRecords([RecordChange(kind, id, .put(values))], process: process))
    }

    @discardableResult
    mutating func patch(_ kind: String, _ id: String, _ values: [String: Value]) throws -> [DomainEvent] {
        try carryOut(ChangeRecords([RecordChange(kind, id, .patch(values))]))
    }

    var facts: AgreementFacts { AgreementFacts(ID("samen"), in: state) }
    var standing: AgreementStanding { AgreementStanding(facts, on: today) }
}

/// The rules that a refusal named.
func rules(_ body: () throws -> Void) -> [String] {
    do {
        try body()
        return []
    } catch let refusal as Refusal {
        return refusal.problems.map(\.rule)
    } catch { return ["\(error)"] }
}
