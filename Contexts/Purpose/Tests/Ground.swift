import Foundation
import Kernel
import MethodLibrary
import Parties

@testable import Ecosystems
@testable import Purpose

/// A small ecosystem to test on: a client, two suppliers that joined and a university that has been approached.
enum Ground {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// Only the findings of this context, so that others' rules do not matter here.
    static let catalogue = Catalogue(
        [ContextParts(id: "parties", name: Text(), kinds: PartiesContext.parts.kinds), PurposeContext.parts],
        rights: { _, _ in Rights() })

    static let library = Result { try Library.load(folder: root.appending(path: "Methods").path) }

    static let today = Day(number: 20_000)

    /// The day so many days from today, as it stands in a record.
    static func day(_ days: Int) -> Value { .string((today + days).description) }

    static let parties: [RecordChange] = [
        organisation("client", "government"), organisation("alpha", "company"), organisation("beta", "company"),
        organisation("campus", "knowledge"), participation("client"), participation("alpha"), participation("beta"),
        participation("campus", "approached"),
    ]

    static func organisation(_ id: String, _ sector: String) -> RecordChange {
        change("organisations", id, ["name": .string(id.capitalized), "sector": .string(sector)])
    }

    static func participation(_ id: String, _ status: String = "joined") -> RecordChange {
        change("participations", id, ["organisation": .string(id), "status": .string(status)])
    }

    static func role(_ role: String, _ organisation: String) -> RecordChange {
        let id = "\(organisation)-\(role.split(separator: "/").last ?? "")"
        return change("assignments", id, ["role": .string(role), "organisation": .string(organisation)])
    }

    static func change(_ kind: String, _ id: String, _ values: [String: Value]) -> RecordChange {
        RecordChange(kind, id, .put(values))
    }

    static func goal(_ id: String, _ values: [String: Value] = [:]) -> RecordChange {
        change("goals", id, ["title": .string(id.capitalized), "level": "shared"].merging(values) { $1 })
    }

    static func milestone(_ id: String, _ values: [String: Value] = [:]) -> RecordChange {
        let basis: [String: Value] = ["title": .string(id.capitalized), "goal": "together", "owner": "alpha"]
        return change("milestones", id, basis.merging(values) { $1 })
    }

    static func activity(_ id: String, _ values: [String: Value] = [:]) -> RecordChange {
        change("activities", id, ["title": .string(id.capitalized), "organisations": ["alpha"]].merging(values) { $1 })
    }

    static func interest(_ organisation: String, _ stance: String) -> RecordChange {
        let values: [String: Value] = [
            "organisation": .string(organisation), "title": .string("\(stance) of \(organisation)"),
            "stance": .string(stance),
        ]
        return change("interests", "\(organisation)-\(stance)", values)
    }

    static func gift(_ from: String, _ to: String, _ values: [String: Value] = [:]) -> RecordChange {
        let id = "\(from)-\(to)-\(values.count)"
        let basis: [String: Value] = ["from": .string(from), "to": .string(to), "what": "Time", "form": "hours"]
        return change("exchanges", id, basis.merging(values) { $1 })
    }

    /// The situation after these changes, on top of the parties.
    static func situation(_ changes: [RecordChange], parties: [RecordChange] = parties) throws -> Situation {
        let empty = Situation(state: catalogue.emptyState("ground"), library: try library.get(), today: today)
        var state = empty.state
        for event in try ChangeRecords(parties + changes).decide(in: empty, catalogue: catalogue) {
            try state.apply(event, at: state.sequence + 1, recordedAt: 0, catalogue: catalogue)
        }
        return Situation(state: state, library: empty.library, today: today)
    }

    /// The findings of one rule.
    static func findings(
        _ rule: String, _ changes: [RecordChange], parties: [RecordChange] = parties
    ) throws -> [Finding] {
        catalogue.findings(try situation(changes, parties: parties)).filter { $0.rule == rule }
    }

    static func reader(
        _ changes: [RecordChange], parties: [RecordChange] = parties, seesEverything: Bool = true
    ) throws -> Reader {
        var rights = Rights()
        rights.administers = seesEverything
        return Reader(situation: try situation(changes, parties: parties), rights: rights, catalogue: catalogue)
    }

    /// Which rules a change breaks.
    static func refusal(of changes: [RecordChange]) throws -> [String] {
        do {
            _ = try situation(changes)
            return []
        } catch let refusal as Refusal { return refusal.problems.map(\.rule) }
    }
}
