import Foundation
import Kernel
import MethodLibrary

@testable import Agreements
@testable import Ecosystems
@testable import Governance
@testable import Parties
@testable import Purpose
@testable import Responsibilities

/// A small division to test on: two activities, three parties and a steering group.
struct Division {
    static let catalogue = Catalogue(
        [
            ContextParts(id: "parties", name: Text(), kinds: PartiesContext.parts.kinds),
            ContextParts(id: "purpose", name: Text(), kinds: PurposeContext.parts.kinds),
            ContextParts(id: "governance", name: Text(), kinds: GovernanceContext.parts.kinds),
            ContextParts(id: "agreements", name: Text(), kinds: AgreementsContext.parts.kinds),
            ResponsibilitiesContext.parts,
        ], rights: { _, _ in Rights() })

    static let library = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        return try Library.load(folder: root.appending(path: "Methods").path)
    }

    static let today = Day(number: 20_000)
    static let model = "shared-responsibility-model"

    var state: EcosystemState
    var today = Self.today

    /// With parties and activities, and nothing divided.
    init() throws {
        state = Self.catalogue.emptyState("lots")
        let parties = ["client", "cloud", "net"].map {
            RecordChange("organisations", $0, .add(["name": .string($0.capitalized), "sector": "company"]))
        }
        let activities = ["patch", "watch"].map {
            RecordChange("activities", $0, .add(["title": .string($0.capitalized), "organisations": ["client"]]))
        }
        let body = RecordChange("bodies", "steering", .add(["name": "Steering group", "sort": "steering-group"]))
        try carryOut(ChangeRecords(parties + activities + [body]))
    }

    var situation: Situation {
        get throws { Situation(state: state, library: try Self.library.get(), today: today) }
    }

    mutating func carryOut(_ command: some Command) throws {
        for event in try command.decide(in: situation, catalogue: Self.catalogue) {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: Self.catalogue)
        }
    }

    mutating func assign(_ subject: String, _ party: String, _ letters: String, from: Day? = nil) throws {
        let subject = ResponsibilitySubject(id: subject) ?? .activity(ID(""))
        let parts = Set(letters.compactMap { ResponsiblePart(letter: String($0)) })
        try carryOut(AssignParts(subject, ResponsibleParty(name: party), parts, from: from))
    }

    mutating func take(_ table: String, replacing: Bool = false) throws {
        try carryOut(ImportResponsibilities(ResponsibilityWish(table: Array(table.utf8)), replacing: replacing))
    }

    func matrix(on day: Day? = nil) -> ResponsibilityMatrix { ResponsibilityMatrix(state, on: day ?? today) }

    func checks() throws -> ResponsibilityChecks {
        ResponsibilityChecks(matrix(), ResponsibilityPlaces(try Self.library.get()))
    }

    func gaps(_ subject: String) throws -> [ResponsibilityChecks.Gap] {
        try checks().troubles.filter { $0.subject.id == subject }.map(\.gap)
    }

    func rules() throws -> [String] {
        Self.catalogue.findings(try situation).map(\.rule)
    }
}

/// Which rules something breaks.
func rules(_ body: () throws -> Void) -> [String] {
    do {
        try body()
        return []
    } catch { return (error as? Refusal)?.problems.map(\.rule) ?? ["\(error)"] }
}
