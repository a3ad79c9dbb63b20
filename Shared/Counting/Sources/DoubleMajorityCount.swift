import Kernel

/// Several majorities that must all be reached: of groups, or of seats and of weight.
struct DoubleMajorityCount {
    private let count: Count
    private let majorities: [Rule.Majority]
    private let tallies: [Tally]
    private let measures: [Measure]

    init(_ count: Count) throws(Refusal) {
        self.count = count
        let rule = count.file.rule
        let body = count.file.body
        majorities = rule.majorities.isEmpty ? Self.ofEachGroup(rule, body) : rule.majorities
        var measures: [Measure] = []
        for majority in majorities {
            guard let measure = Measure(count.file, count.votes, byWeight: majority.countsWeight) else {
                throw .invalid([.large(at: ["seats"])])
            }
            measures.append(measure)
        }
        self.measures = measures
        tallies = zip(majorities, measures).map { majority, measure in
            Tally(count.file, count.votes, measure, group: majority.group.flatMap(body.group))
        }
    }

    private static func ofEachGroup(_ rule: Rule, _ body: Body) -> [Rule.Majority] {
        let groups = body.groups.filter { name in body.group(named: name).map { !body.voters(in: $0).isEmpty } ?? false
        }
        return groups.sorted().map { group in
            var majority = Rule.Majority()
            majority.group = group
            majority.countsWeight = rule.countsWeight
            majority.threshold = rule.threshold ?? .half
            majority.reached = rule.isReached(majority.threshold)
            majority.base = rule.base ?? .cast
            return majority
        }
    }

    func decide(_ outcome: inout Outcome) {
        if count.isAboutOptions { return decideOptions(&outcome) }
        ProposalCount(count).counts(&outcome)
        outcome.tell("neutral", [:], count.file.rule.neutralWords)
        let reached = majorities.indices.map { tell($0, for: tallies[$0].yes, &outcome) }
        let isAdopted = !reached.contains(false)
        if isAdopted { outcome.winners = count.proposal }
        outcome.end(
            isAdopted ? .adopted : .rejected,
            isAdopted
                ? Text("Elke meerderheid is gehaald: aangenomen.", "Every majority is reached: adopted.")
                : Text(
                    "Niet elke meerderheid is gehaald: niet aangenomen.", "Not every majority is reached: not adopted.")
        )
    }

    /// Tells whether a majority is reached, with its numbers.
    private func tell(_ index: Int, for part: Int, option: Int? = nil, _ outcome: inout Outcome) -> Bool {
        let (majority, tally, measure) = (majorities[index], tallies[index], measures[index])
        let share = Share(threshold: majority.threshold, reached: majority.reached, base: majority.base)
        let base = tally.base(majority.base, count.file.rule)
        let isReached = share.isReached(by: part, of: base)
        let whole = measure.amount(base)
        let needed = share.words(of: whole)
        let who = majority.group.map { Text(same: $0) } ?? Text("het hele orgaan", "the whole body")
        let of = majority.countsWeight ? Text("gewicht", "weight") : Text("zetels", "seats")
        let end = isReached ? Text("gehaald", "reached") : Text("niet gehaald", "not reached")
        var numbers: [String: Value] = [
            "group": majority.group.map(Value.string) ?? .null,
            "count": .string(majority.countsWeight ? "weight" : "seats"),
            "for": measure.amount(part).value, "against": measure.amount(tally.no).value,
            "abstain": measure.amount(tally.abstain).value, "blank": measure.amount(tally.blank).value,
            "notVoted": measure.amount(tally.notVoted).value, "total": measure.amount(tally.total).value,
            "base": whole.value, "needed": share.needed(of: whole).value, "reached": .flag(isReached),
        ]
        if let option { numbers["option"] = .string(count.file.options[option].id) }
        outcome.details["majorities"] = .list((outcome.details["majorities"]?.list ?? []) + [.map(numbers)])
        let amount = measure.amount(part).inWords
        outcome.tell(
            "majority", numbers,
            Text(
                "\(who.nl.capitalisedFirst) (\(of.nl)): voor \(amount); nodig \(needed.nl): \(end.nl).",
                "\(who.en.capitalisedFirst) (\(of.en)): for \(amount); needed \(needed.en): \(end.en)."))
        return isReached
    }

    /// The option that reaches every majority; at most one can when half is asked.
    private func decideOptions(_ outcome: inout Outcome) {
        let totals = ChoiceCount(count).totals()
        ChoiceCount(count).counts(&outcome)
        var winners: [Int] = []
        for option in totals.indices where totals[option] > 0 {
            let name = count.name(option)
            outcome.tell("option", [:], Text("Voor \(name.nl):", "For \(name.en):"))
            let reached = majorities.indices.map { tell($0, for: units(option, $0), option: option, &outcome) }
            if !reached.contains(false) { winners.append(option) }
        }
        if winners.count == 1 { return count.elect(winners, &outcome) }
        if winners.isEmpty {
            return outcome.end(
                .rejected, Text("Geen optie haalt elke meerderheid.", "No option reaches every majority."))
        }
        Filling(count, 1).fill(winners, by: { totals[$0] }, &outcome)
    }

    private func units(_ option: Int, _ index: Int) -> Int {
        let body = count.file.body
        let group = majorities[index].group.flatMap(body.group)
        return count.votes.ballots.indices.reduce(0) { sum, vote in
            let ballot = Int(count.votes.ballots[vote])
            let isIn = group == nil || body.groupOf[Int(count.votes.seats[vote])] == Int32(group ?? -1)
            guard isIn, count.file.box.marks[ballot] == .choices, count.file.box.options(ballot).contains(option) else {
                return sum
            }
            return sum + measures[index].votes[vote]
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
