import Kernel

/// All that a count needs: the rule, what there is to choose, who may vote, and what they voted. Read whole or refused.
package struct BallotFile: Sendable {
    package internal(set) var title = Text()
    package internal(set) var rule = Rule()
    /// Ids and names of the options, in the order of the file.
    package internal(set) var options: [BallotOption] = []
    package internal(set) var body = Body()
    var box = BallotBox()
    var delegations: [Delegation] = []
    var opens: Moment?
    var closes: Moment?
    /// What the chair says when votes are equal: `for`, `against` or an option.
    var castingVote: String?

    package static let mostBytes = 1 << 29
    static let mostOptions = 500
    static let mostSeats = 5_000_000
    static let mostBallots = 10_000_000

    static let keys = [
        "format", "title", "note", "rule", "options", "seats", "ballots", "delegations", "opens", "closes",
        "castingVote",
    ]

    /// Reads a file; refuses whatever cannot be counted, with every problem it found, where, and how to mend it.
    package static func read(_ bytes: some Collection<UInt8>) throws(Refusal) -> BallotFile {
        let result: Result<BallotFile, Refusal>? = bytes.withContiguousStorageIfAvailable { FileReading.result($0) }
        if let result { return try result.get() }
        return try Array(bytes).withUnsafeBufferPointer { FileReading.result($0) }.get()
    }

    /// Reads what was put together as a value; the same as reading its canonical JSON.
    package static func read(_ value: Value) throws(Refusal) -> BallotFile {
        try read(CanonicalJSON.bytes(value))
    }
}

/// Something that can be chosen.
package struct BallotOption: Sendable, Hashable {
    package var id: String
    package var name = Text()

    /// How to call it in a sentence.
    var words: Text { name.isEmpty ? Text(same: id) : name }
}

/// A seat that lets another vote for it.
struct Delegation: Sendable, Hashable {
    let from: Int
    let to: Int
}
