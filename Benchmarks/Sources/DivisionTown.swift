import Ecosystems
import Foundation
import Kernel
import Ledger

/// A division of 1,000 activities over 100 parties in which every cell is filled: one accountable and the other letters in turn.
struct DivisionTown {
    static let activities = 1_000
    static let parties = 100

    /// Everything of it, as events of an ecosystem.
    var events: [NewEvent] {
        let parties = (0..<Self.parties).map {
            event("organisation", "p\($0)", ["name": .string("Party \($0)"), "sector": "company"])
        }
        let activities = (0..<Self.activities).map {
            event(
                "activity", "a\($0)",
                ["title": .string("Activity \($0)"), "organisations": [.string("p\($0 % Self.parties)")]])
        }
        let profile = event(
            "ecosystem", "division", ["name": "Division", "languages": ["nl", "en"]])
        return [profile] + parties + activities + cells
    }

    private var cells: [NewEvent] {
        let others = ["responsible", "support", "consulted", "informed"]
        return (0..<Self.activities).flatMap { activity in
            (0..<Self.parties).map { party in
                let part = party == activity % Self.parties ? "accountable" : others[(activity + party) % 4]
                return event(
                    "responsibility", "r\(activity)-\(party)",
                    [
                        "activity": .string("a\(activity)"), "organisation": .string("p\(party)"),
                        "part": .string(part),
                    ])
            }
        }
    }

    private func event(_ kind: String, _ id: String, _ fields: [String: Value]) -> NewEvent {
        NewEvent(
            kind: "\(kind).added", version: 1,
            payload: Data(CanonicalJSON.bytes(["id": .string(id), "fields": .map(fields)])))
    }
}
