import Kernel

/// One option, or several, on each ballot: the most votes win, and a threshold may be asked on top.
struct ChoiceCount {
    private let count: Count
    private let rule: Rule

    init(_ count: Count) {
        self.count = count
        rule = count.file.rule
    }

    func decide(_ outcome: inout Outcome) {
        let totals = totals()
        counts(&outcome)
        tell(totals, &outcome)
        let supported = totals.indices.filter { totals[$0] > 0 }
        guard !supported.isEmpty else {
            return outcome.end(.rejected, Text("Niemand koos een optie.", "Nobody chose an option."))
        }
        let isSimple = rule.threshold == nil && [.majority, .weighted, .approval].contains(rule.method)
        guard isSimple || isEnough(totals, &outcome) else { return }
        Filling(count, rule.places).fill(supported, by: { totals[$0] }, &outcome)
    }

    func counts(_ outcome: inout Outcome) {
        for (option, units) in totals().enumerated() {
            outcome.counts[count.file.options[option].id] = count.value(units)
        }
    }

    /// Weight for each option.
    func totals() -> [Int] {
        var totals = [Int](repeating: 0, count: count.file.options.count)
        for (index, ballot) in count.votes.ballots.enumerated() where count.file.box.marks[Int(ballot)] == .choices {
            for place in count.file.box.range(Int(ballot)) {
                totals[Int(count.file.box.content[place])] += count.measure.votes[index]
            }
        }
        return totals
    }

    private func tell(_ totals: [Int], _ outcome: inout Outcome) {
        let list = totals.indices.map { option -> Text in
            let name = count.name(option)
            return Text("\(name.nl) \(count.words(totals[option]))", "\(name.en) \(count.words(totals[option]))")
        }
        let joined = list.joined()
        let numbers = Dictionary(
            totals.indices.map { (count.file.options[$0].id, count.value(totals[$0])) },
            uniquingKeysWith: { first, _ in first })
        outcome.tell("votes", numbers, Text("Stemmen: \(joined.nl).", "Votes: \(joined.en)."))
    }

    /// Whether the one with most votes reaches the threshold; ends the count when not.
    private func isEnough(_ totals: [Int], _ outcome: inout Outcome) -> Bool {
        let share = Share(rule)
        let base = count.tally.base(share.base, rule)
        let whole = count.measure.amount(base)
        let most = totals.max() ?? 0
        let needed = share.words(of: whole)
        if share.base == .cast { outcome.tell("neutral", [:], rule.neutralWords) }
        outcome.tell(
            "threshold",
            [
                "most": count.value(most), "base": whole.value, "threshold": .string(share.threshold.description),
                "needed": share.needed(of: whole).value, "atLeast": .flag(share.reached == .atLeast),
            ],
            Text(
                "Nodig: \(needed.nl). De meeste stemmen: \(count.words(most)).",
                "Needed: \(needed.en). Most votes: \(count.words(most))."))
        if share.isReached(by: most, of: base) { return true }
        let leading = totals.indices.filter { totals[$0] == most }
        let isHalf = share.threshold == .half && leading.count == 2 && most * 2 == base
        if isHalf {
            Filling(count, 1).fill(leading, by: { totals[$0] }, &outcome)
        } else {
            outcome.end(
                .rejected, Text("Geen optie haalt dat: niets gekozen.", "No option reaches that: nothing is elected."))
        }
        return false
    }
}

/// Gives the places to those with most, and asks the tie rule who gets the last ones when some have equally much.
struct Filling {
    private let count: Count
    private let places: Int

    init(_ count: Count, _ places: Int) {
        (self.count, self.places) = (count, places)
    }

    func fill<Much: Comparable>(_ options: [Int], by much: (Int) -> Much, _ outcome: inout Outcome) {
        let sorted = options.sorted { much($0) == much($1) ? $0 < $1 : much($0) > much($1) }
        guard sorted.count > places, let border = sorted.dropFirst(places - 1).first.map(much),
            much(sorted[places]) == border
        else { return count.elect(Array(sorted.prefix(places)), &outcome) }
        let sure = sorted.filter { much($0) > border }
        end(sure, tied: sorted.filter { much($0) == border }, &outcome)
    }

    /// Some are in; others are equal and there is not place for all.
    func end(_ sure: [Int], tied: [Int], _ outcome: inout Outcome) {
        let tieBreak = TieBreak(count.file, count.votes, among: count.file.options.map(\.id))
        if let lot = tieBreak.lot, let source = count.file.rule.lot { outcome.details["lot"] = lot.value(source) }
        outcome.details["tied"] = .list(tied.map { .string(count.file.options[$0].id) })
        switch tieBreak.best(places - sure.count, of: tied) {
        case .options(let won, let text):
            outcome.tell("tie", [:], text)
            count.elect(sure + won, &outcome)
        case .stays(let text):
            outcome.tell("tie", [:], text)
            outcome.end(.rejected, Text("Niets gekozen.", "Nothing is elected."))
        case .open(let text):
            outcome.tell("tie", [:], text)
            outcome.end(.tie, Text("Er is nog niet beslist.", "It is not decided yet."))
        }
    }
}
