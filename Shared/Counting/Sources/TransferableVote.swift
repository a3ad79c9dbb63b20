import Kernel

/// Single transferable vote, to fill several places in proportion, by the rules of Scottish local elections (SSI 2007/42, rules
/// 45 to 52): what an elected option has beyond the quota goes on, in parts of five decimals that are cut off.
struct TransferableVote {
    let count: Count
    private let tieBreak: TieBreak
    private var papers: [Paper] = []
    private(set) var states: [State]
    private var stages: [[Int]] = []
    private var elected: [Int] = []
    /// What an option keeps whose surplus went on.
    private var kept: [Int]
    private let places: Int
    /// One whole vote.
    static let one = 100_000

    /// A ballot on its way: what it weighs, what each of its votes is worth now, where it lies and how far it was read.
    private struct Paper {
        let ballot: Int
        let weight: Int
        var worth = TransferableVote.one
        var holder = -1
        var read = 0
    }

    enum State { case continuing, surplus, done, out }

    init(_ count: Count) throws(Refusal) {
        self.count = count
        guard count.measure.total < 1 << 45 else { throw .invalid([.large(at: ["seats"])]) }
        tieBreak = TieBreak(count.file, count.votes, among: count.file.options.map(\.id))
        places = count.file.rule.places
        states = Array(repeating: .continuing, count: count.file.options.count)
        kept = Array(repeating: 0, count: states.count)
        let box = count.file.box
        for (index, ballot) in count.votes.ballots.enumerated() where !box.range(Int(ballot)).isEmpty {
            guard box.marks[Int(ballot)] == .ranking || box.marks[Int(ballot)] == .choices else { continue }
            papers.append(Paper(ballot: Int(ballot), weight: count.measure.votes[index]))
        }
    }

    /// Refuses ballots that hold several options equal.
    func decide(_ outcome: inout Outcome) throws(Refusal) {
        for paper in papers where count.file.box.marks[paper.ballot] == .ranking {
            let hasEquals = count.file.box.range(paper.ballot).contains {
                count.file.box.content[$0] & BallotBox.newRank == 0
            }
            guard hasEquals else { continue }
            throw .invalid([
                Problem(
                    "ballot.equals", at: ["ballots", String(count.file.box.entries[paper.ballot]), "ranking"],
                    Text("Bij stv staat op elke plek één optie.", "With stv each rank holds one option."),
                    mend: Text(
                        "Zet de opties onder elkaar, of gebruik schulze.",
                        "Put the options one below the other, or use schulze."))
            ])
        }
        if let lot = tieBreak.lot, let source = count.file.rule.lot { outcome.details["lot"] = lot.value(source) }
        var run = self
        run.run(&outcome)
    }

    private mutating func run(_ outcome: inout Outcome) {
        for index in papers.indices { move(index) }
        let valid = papers.reduce(0) { $0 + $1.weight }
        guard valid > 0 else {
            return outcome.end(.rejected, Text("Niemand rangschikte een optie.", "Nobody ranked an option."))
        }
        let size = count.measure.denominator
        let quota = (valid / ((places + 1) * size) + 1) * size
        outcome.details["quota"] = count.value(quota)
        outcome.tell(
            "quota", ["quota": count.value(quota), "votes": count.value(valid), "places": .whole(places)],
            Text(
                "Kiesdeler: \(count.words(valid)) gedeeld door \(places + 1), naar beneden afgerond, plus 1 is \(count.words(quota)).",
                "Quota: \(count.words(valid)) divided by \(places + 1), rounded down, plus 1 is \(count.words(quota)).")
        )
        var rounds: [Value] = []
        while let tied = stage(quota * Self.one, &rounds, &outcome) {
            if tied.isEmpty { continue }
            outcome.details["rounds"] = .list(rounds)
            return Filling(count, 1).end([], tied: tied, &outcome)
        }
        outcome.details["rounds"] = .list(rounds)
        count.elect(elected, &outcome)
    }

    /// One stage. Nil at the end; options when lot and chair do not say which of them goes; else nothing, and on.
    private mutating func stage(_ quota: Int, _ rounds: inout [Value], _ outcome: inout Outcome) -> [Int]? {
        let votes = totals()
        stages.append(votes)
        let reached = states.indices.filter { states[$0] == .continuing && votes[$0] >= quota }
            .sorted { (-votes[$0], $0) < (-votes[$1], $1) }
        for option in reached {
            elected.append(option)
            states[option] = votes[option] > quota ? .surplus : .done
        }
        var told = Stage(number: stages.count, votes: votes, elected: reached)
        defer { tell(told, &rounds, &outcome) }
        let continuing = states.indices.filter { states[$0] == .continuing }
        if elected.count >= places { return nil }
        if continuing.count <= places - elected.count {
            let rest = continuing.sorted { (-votes[$0], $0) < (-votes[$1], $1) }
            told.elected += rest
            elected += rest
            return nil
        }
        let waiting = states.indices.filter { states[$0] == .surplus }
        if let most = waiting.map({ votes[$0] }).max() {
            let largest = waiting.filter { votes[$0] == most }
            guard let option = apart(largest, wantsMost: true) ?? first(largest) else { return largest }
            told.transferred = option
            transfer(option, votes[option], quota)
        } else {
            let least = continuing.map { votes[$0] }.min() ?? 0
            let last = continuing.filter { votes[$0] == least }
            guard let option = apart(last, wantsMost: false) ?? tieBreak.worst(of: last)?.option else { return last }
            told.out = option
            states[option] = .out
            for index in papers.indices where papers[index].holder == option { move(index) }
        }
        return []
    }

    /// Equal surpluses: the order in which they go on hardly matters, and the lot or the order of the file says it.
    private func first(_ options: [Int]) -> Int? {
        guard let lot = tieBreak.lot else { return options.first }
        return options.min { lot.place(of: count.file.options[$0].id) < lot.place(of: count.file.options[$1].id) }
    }

    /// The one that had most, or least, at the latest stage at which it was alone in that.
    private func apart(_ options: [Int], wantsMost: Bool) -> Int? {
        if options.count == 1 { return options[0] }
        for stage in stages.dropLast().reversed() {
            let votes = options.map { stage[$0] }
            guard let edge = wantsMost ? votes.max() : votes.min() else { return nil }
            let there = options.filter { stage[$0] == edge }
            if there.count == 1 { return there[0] }
        }
        return nil
    }

    private func totals() -> [Int] {
        var totals = kept
        for paper in papers where paper.holder >= 0 { totals[paper.holder] += paper.weight * paper.worth }
        return totals
    }

    private mutating func transfer(_ option: Int, _ votes: Int, _ quota: Int) {
        states[option] = .done
        kept[option] = quota
        for index in papers.indices where papers[index].holder == option {
            papers[index].worth = Int(Int128(votes - quota) * Int128(papers[index].worth) / Int128(votes))
            move(index)
        }
    }

    /// To the next option on the ballot that is still in the race; to nobody when there is none.
    private mutating func move(_ index: Int) {
        let range = count.file.box.range(papers[index].ballot)
        while papers[index].read < range.count {
            let option = Int(count.file.box.content[range.lowerBound + papers[index].read] & ~BallotBox.newRank)
            papers[index].read += 1
            guard states[option] == .continuing else { continue }
            papers[index].holder = option
            return
        }
        papers[index].holder = -1
    }
}
