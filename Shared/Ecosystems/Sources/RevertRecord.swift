import Kernel

/// Makes a record as it was at an earlier version. The versions between stay in the history.
package struct RevertRecord: Command {
    package let kind: String
    package let id: String
    /// The version to go back to.
    package let version: Int
    /// The fields as they were then; the history gives them.
    package let values: [String: Value]
    package let seen: Int?

    package init(kind: String, id: String, version: Int, values: [String: Value], seen: Int?) {
        self.kind = kind
        self.id = id
        self.version = version
        self.values = values
        self.seen = seen
    }

    private var change: ChangeRecords {
        ChangeRecords([RecordChange(kind, id, .put(values), seen: seen)], reason: "↶ \(version)")
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        change.requirement(in: situation, catalogue: catalogue)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        try change.decide(in: situation, catalogue: catalogue)
    }
}
