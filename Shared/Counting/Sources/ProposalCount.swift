import Kernel

/// For or against one proposal, decided by a share.
struct ProposalCount {
    private let count: Count
    private let rule: Rule
    private let tally: Tally

    init(_ count: Count) {
        self.count = count
        rule = count.file.rule
        tally = count.tally
    }

    func decide(_ outcome: inout Outcome) {
        counts(&outcome)
        let share = Share(rule)
        let base = tally.base(share.base, rule)
        tellBase(base, share, &outcome)
        guard tally.yes > 0 || tally.no > 0 else {
            return outcome.end(
                .rejected,
                Text("Niemand stemde voor of tegen: niet aangenomen.", "Nobody voted for or against: not adopted."))
        }
        let isTie =
            share.threshold == .half && share.reached == .moreThan && tally.yes == tally.no && tally.yes * 2 == base
        if isTie { return endTie(&outcome) }
        let isReached = share.isReached(by: tally.yes, of: base)
        end(
            isReached,
            isReached
                ? Text("Dat is genoeg: aangenomen.", "That is enough: adopted.")
                : Text("Dat is niet genoeg: niet aangenomen.", "That is not enough: not adopted."), &outcome)
    }

    func counts(_ outcome: inout Outcome) {
        outcome.counts["for"] = count.value(tally.yes)
        outcome.counts["against"] = count.value(tally.no)
    }

    private func tellBase(_ base: Int, _ share: Share, _ outcome: inout Outcome) {
        let whole = count.measure.amount(base)
        let needed = share.words(of: whole)
        if share.base == .cast { outcome.tell("neutral", [:], rule.neutralWords) }
        outcome.tell(
            "threshold",
            [
                "for": count.value(tally.yes), "against": count.value(tally.no), "base": whole.value,
                "threshold": .string(share.threshold.description), "needed": share.needed(of: whole).value,
                "atLeast": .flag(share.reached == .atLeast),
            ],
            Text(
                "Voor \(count.words(tally.yes)), tegen \(count.words(tally.no)). Nodig voor: \(needed.nl).",
                "For \(count.words(tally.yes)), against \(count.words(tally.no)). Needed for: \(needed.en)."))
    }

    private func endTie(_ outcome: inout Outcome) {
        let equal = Text("De stemmen staken.", "The votes are equal.")
        let tieBreak = TieBreak(count.file, count.votes, among: ["for", "against"])
        if let lot = tieBreak.lot, let source = rule.lot { outcome.details["lot"] = lot.value(source) }
        let (isAdopted, why) = tieBreak.adopts()
        outcome.tell("tie", [:], equal + Text(same: " ") + why)
        guard let isAdopted else {
            return outcome.end(.tie, Text("Er is nog niet beslist.", "It is not decided yet."))
        }
        end(isAdopted, isAdopted ? Text("Aangenomen.", "Adopted.") : Text("Niet aangenomen.", "Not adopted."), &outcome)
    }

    private func end(_ isAdopted: Bool, _ text: Text, _ outcome: inout Outcome) {
        if isAdopted { outcome.winners = count.proposal }
        outcome.end(isAdopted ? .adopted : .rejected, text)
    }
}
