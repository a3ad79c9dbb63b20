import Kernel

/// Instant runoff: until one has more than half of what still counts, the last goes out and its votes go on.
struct InstantRunoff {
    private let count: Count
    private let rankings: Rankings
    private let tieBreak: TieBreak

    init(_ count: Count) throws(Refusal) {
        self.count = count
        guard let rankings = Rankings(count) else { throw .invalid([.large(at: ["ballots"])]) }
        self.rankings = rankings
        tieBreak = TieBreak(count.file, count.votes, among: count.file.options.map(\.id))
    }

    func decide(_ outcome: inout Outcome) {
        if let lot = tieBreak.lot, let source = count.file.rule.lot { outcome.details["lot"] = lot.value(source) }
        var isIn = [Bool](repeating: true, count: rankings.options)
        var rounds: [Value] = []
        defer { outcome.details["rounds"] = .list(rounds) }
        while true {
            let (votes, exhausted) = rankings.count(among: isIn)
            let left = isIn.indices.filter { isIn[$0] }
            let sum = left.reduce(0) { $0 + votes[$1] }
            for option in votes.indices { outcome.counts[count.file.options[option].id] = value(votes[option]) }
            guard sum > 0 else {
                return outcome.end(.rejected, Text("Niemand rangschikte een optie.", "Nobody ranked an option."))
            }
            let step = step(left, votes, isIn, sum)
            tell(rounds.count + 1, left, votes, exhausted, step, &rounds, &outcome)
            switch step {
            case .won(let option): return count.elect([option], &outcome)
            case .tied(let options): return Filling(count, 1).end([], tied: options, &outcome)
            case .out(let options, _): for option in options { isIn[option] = false }
            }
        }
    }

    /// What a round leads to.
    private enum Step {
        case won(Int)
        case out([Int], why: Text)
        case tied([Int])
    }

    private func step(_ left: [Int], _ votes: [Int], _ isIn: [Bool], _ sum: Int) -> Step {
        if let winner = left.first(where: { votes[$0] * 2 > sum }) { return .won(winner) }
        let least = left.map { votes[$0] }.min() ?? 0
        let last = left.filter { votes[$0] == least }
        if last.count == 1 { return .out(last, why: Text("heeft het minst", "has least")) }
        if last.count == left.count && left.count == 2 { return .tied(last) }
        let next = left.map { votes[$0] }.filter { $0 > least }.min()
        if let next, least * last.count < next {
            return .out(last, why: Text("hebben samen minder dan de volgende", "have together less than the next"))
        }
        if let (option, why) = tieBreak.worst(of: last) {
            return .out([option], why: Text("van wie het minst heeft, ", "of those with least, ") + why)
        }
        var search = OrderSearch(rankings: rankings)
        let possible = search.winners(isIn)
        guard let possible, possible.count == 1 else { return .tied((possible ?? Set(left)).sorted()) }
        return .out(
            [last[0]],
            why: Text(
                "van wie het minst heeft; welke eerst gaat, maakt voor de winnaar niet uit",
                "of those with least; which goes first makes no difference to who wins"))
    }

    private func amount(_ votes: Int) -> Fraction {
        Fraction(votes, over: rankings.parts)?.times(Fraction(1, over: count.measure.denominator) ?? Fraction(1))
            ?? Fraction(0)
    }

    private func value(_ votes: Int) -> Value { amount(votes).value }

    private func tell(
        _ number: Int, _ left: [Int], _ votes: [Int], _ exhausted: Int, _ step: Step, _ rounds: inout [Value],
        _ outcome: inout Outcome
    ) {
        let numbers = Dictionary(
            left.map { (count.file.options[$0].id, value(votes[$0])) }, uniquingKeysWith: { first, _ in first })
        var round: [String: Value] = ["round": .whole(number), "counts": .map(numbers), "exhausted": value(exhausted)]
        let list = left.sorted { (-votes[$0], $0) < (-votes[$1], $1) }.map { option -> Text in
            let name = count.name(option)
            return Text("\(name.nl) \(amount(votes[option]).inWords)", "\(name.en) \(amount(votes[option]).inWords)")
        }
        .joined()
        var text = Text(
            "Ronde \(number): \(list.nl); uitgeput \(amount(exhausted).inWords).",
            "Round \(number): \(list.en); exhausted \(amount(exhausted).inWords).")
        switch step {
        case .won(let option):
            text =
                text
                + Text(
                    " \(count.name(option).nl) heeft meer dan de helft.",
                    " \(count.name(option).en) has more than half.")
        case .out(let options, let why):
            round["eliminated"] = .list(options.map { .string(count.file.options[$0].id) })
            text =
                text
                + Text(" Af: \(count.names(options).nl) (\(why.nl)).", " Out: \(count.names(options).en) (\(why.en)).")
        case .tied(let options):
            round["tied"] = .list(options.map { .string(count.file.options[$0].id) })
        }
        rounds.append(.map(round))
        outcome.tell("round", round, text)
    }
}

/// Who can win when options with equally few votes may go out in any order.
struct OrderSearch {
    let rankings: Rankings
    private var known: [[Bool]: Set<Int>] = [:]
    /// How many sets of options are looked at: fewer when there are many ballots, so that it stays a matter of seconds.
    private let most: Int

    init(rankings: Rankings) {
        self.rankings = rankings
        most = min(2000, max(20, 100_000_000 / max(1, rankings.ballots)))
    }

    /// Nil when there are too many orders to try.
    mutating func winners(_ isIn: [Bool]) -> Set<Int>? {
        if let known = known[isIn] { return known }
        guard known.count < most else { return nil }
        let votes = rankings.count(among: isIn).votes
        let left = isIn.indices.filter { isIn[$0] }
        let sum = left.reduce(0) { $0 + votes[$1] }
        if sum == 0 || left.count == 2 && votes[left[0]] == votes[left[1]] { return Set(left) }
        if let winner = left.first(where: { votes[$0] * 2 > sum }) { return [winner] }
        let least = left.map { votes[$0] }.min() ?? 0
        var found: Set<Int> = []
        for option in left where votes[option] == least {
            var next = isIn
            next[option] = false
            guard let winners = winners(next) else { return nil }
            found.formUnion(winners)
        }
        known[isIn] = found
        return found
    }
}
