import Foundation
import Kernel
import MethodLibrary

@testable import Ecosystems
@testable import Governance
@testable import Parties

/// A council of parties to test on, with a market master who takes no side and an orchestrator.
struct Council {
    static let catalogue = Catalogue(
        [
            ContextParts(id: "parties", name: Text(), kinds: PartiesContext.parts.kinds),
            GovernanceContext.parts,
        ], rights: { RightsOfCaller.judge($0, in: $1) })

    static let library = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        return try Library.load(folder: root.appending(path: "Methods").path)
    }

    /// A Monday.
    static let today = Day("2026-06-01") ?? Day(number: 0)

    var state: EcosystemState
    var today = Self.today

    init() throws {
        state = Self.catalogue.emptyState("council")
        let parties = ["town", "firm", "school", "neutral"]
        var changes = parties.flatMap { party -> [RecordChange] in
            [
                RecordChange("organisations", party, .add(["name": .string(party.capitalized), "sector": "company"])),
                RecordChange("participations", party, .add(["organisation": .string(party), "status": "joined"])),
                RecordChange(
                    "persons", "\(party)-rep", .add(["organisation": .string(party), "function": "Representative"])),
                RecordChange(
                    "mandates", "\(party)-mandate",
                    .add([
                        "organisation": .string(party), "person": .string("\(party)-rep"), "scope": "All",
                        "grantor": "Board", "level": "executive",
                    ])),
            ]
        }
        changes.append(Self.role("ecosystem-roles/market-master", "neutral"))
        changes.append(Self.role("ecosystem-roles/chain-director", "town"))
        try carryOut(ChangeRecords(changes))
    }

    static func role(_ role: String, _ party: String) -> RecordChange {
        RecordChange(
            "assignments", "\(party)-role",
            .add(["role": .string(role), "organisation": .string(party), "person": .string("\(party)-rep")]))
    }

    var situation: Situation {
        get throws { Situation(state: state, library: try Self.library.get(), today: today) }
    }

    mutating func carryOut(_ command: some Command) throws {
        for event in try command.decide(in: situation, catalogue: Self.catalogue) {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
    }

    /// As somebody who may only do what follows from roles and mandates.
    mutating func carryOut(_ command: some Command, as person: String, administrator: Bool = false) throws {
        let reader = try reader(person, administrator: administrator)
        try command.requirement(in: situation, catalogue: Self.catalogue).check(reader.rights)
        try carryOut(command)
    }

    func reader(_ person: String?, administrator: Bool = false) throws -> Reader {
        let caller = Caller(account: "a", administrator: administrator, persons: person.map { [$0] } ?? [])
        let situation = try situation
        return Reader(
            situation: situation, rights: Self.catalogue.rights(caller, situation), catalogue: Self.catalogue)
    }

    mutating func put(_ kind: String, _ id: String, _ fields: [String: Value]) throws {
        try carryOut(ChangeRecords([RecordChange(kind, id, .put(fields))]))
    }
}

/// Which rules something breaks.
func broken(_ body: () throws -> Void) -> [String] {
    do {
        try body()
        return []
    } catch { return (error as? Refusal)?.problems.map(\.rule) ?? ["\(error)"] }
}
