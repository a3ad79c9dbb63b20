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
    package let reason: String

    package init(
        kind: String, id: String, version: Int, values: [String: Value], seen: Int?, reason: String = ""
    ) {
        self.kind = kind
        self.id = id
        self.version = version
        self.values = values
        self.seen = seen
        self.reason = reason
    }

    private var change: ChangeRecords {
        ChangeRecords(
            [RecordChange(kind, id, .put(values), seen: seen)],
            reason: reason.isEmpty ? Self.mark(version) : "\(Self.mark(version)) \(reason)")
    }

    /// How the log says that a change went back to a version; doors tell it in words.
    private static func mark(_ version: Int) -> String { "↶ \(version)" }

    /// The version that a change with this reason went back to, and what was said about it; nil for any other change.
    package static func told(_ reason: String) -> (version: Int, reason: String)? {
        let words = reason.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count > 1, words[0] == "↶", let version = Int(words[1]) else { return nil }
        return (version, words.count > 2 ? words[2] : "")
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement {
        change.requirement(in: situation, catalogue: catalogue)
    }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        try change.decide(in: situation, catalogue: catalogue)
    }
}
