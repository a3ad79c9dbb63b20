import Kernel

/// All ballots, in little memory: rows of numbers, whatever a ballot holds. What few ballots have stands apart.
package struct BallotBox: Sendable {
    /// What a ballot says. `none` is for one that could not be read; such a file is refused.
    enum Mark: UInt8, Sendable { case none, yes, no, abstain, blank, choices, ranking, scores, dots }

    private(set) var seats: [Int32] = []
    private(set) var marks: [Mark] = []
    /// Where the content of a ballot ends; it begins where that of the one before ends.
    private var ends: [Int] = []
    /// Options by their position. In a ranking the highest bit marks the first of a rank.
    private(set) var content: [UInt16] = []
    /// Beside each option of a ballot with scores or dots: how many.
    private(set) var points: [Fraction] = []
    private(set) var proxies: [Int: Int32] = [:]
    private(set) var parts: [Int: Fraction] = [:]
    private(set) var moments: [Int: Moment] = [:]
    private(set) var objections: [Int: Objection] = [:]
    /// Which entry of the file a ballot stands in.
    private(set) var entries: [Int32] = []

    static let newRank: UInt16 = 0x8000

    var count: Int { seats.count }

    func range(_ ballot: Int) -> Range<Int> { (ballot == 0 ? 0 : ends[ballot - 1])..<ends[ballot] }

    /// The options on a ballot.
    func options(_ ballot: Int) -> [Int] { content[range(ballot)].map { Int($0 & ~Self.newRank) } }

    /// Where a ballot ranks each option, from 0; options that it does not name come last and equal.
    func ranks(_ ballot: Int, options: Int) -> [Int] {
        var ranks = [Int](repeating: options, count: options)
        var rank = -1
        for place in content[range(ballot)] {
            if place & Self.newRank != 0 { rank += 1 }
            ranks[Int(place & ~Self.newRank)] = rank
        }
        return ranks
    }

    /// Where there is one option, choosing it is a vote for it.
    mutating func chooseByCasting() {
        for ballot in marks.indices where marks[ballot] == .choices && !range(ballot).isEmpty { marks[ballot] = .yes }
    }

    mutating func add(
        _ ballot: Ballot, _ places: [UInt16], _ points: [Fraction], seat: Int32, proxy: Int32?, entry: Int
    ) {
        let index = seats.count
        seats.append(seat)
        marks.append(ballot.mark)
        content += places
        self.points += points
        ends.append(content.count)
        entries.append(Int32(truncatingIfNeeded: entry))
        if let proxy { proxies[index] = proxy }
        if let part = ballot.part { parts[index] = part }
        if let moment = ballot.moment { moments[index] = moment }
        if ballot.objection != nil || !ballot.reason.isEmpty {
            objections[index] = Objection(reason: ballot.reason, state: ballot.objection ?? .open)
        }
    }
}

/// Why a seat votes as it does; of a vote against by consent: the argument, and what became of it.
package struct Objection: Sendable, Hashable {
    var reason: Text
    var state: State

    enum State: String, Sendable, CaseIterable { case open, resolved, recorded, withdrawn }
}

/// One ballot as it is read, before it goes into the box.
struct Ballot {
    var mark = BallotBox.Mark.none
    var part: Fraction?
    var moment: Moment?
    var reason = Text()
    var objection: Objection.State?
}
