import Counting
import Kernel

/// What a ballot asks and what each answer does, for who votes: from the rule alone.
extension BallotView {
    /// When the proposal passes, or who is chosen, in one sentence.
    package var passes: Text {
        let isChoice = proposal.options.count > 1
        switch ballot.method {
        case "consent":
            return Text(
                "Aangenomen, tenzij iemand een bezwaar met argument heeft dat nog open is.",
                "Adopted, unless somebody has an argued objection that is still open.")
        case "consensus":
            return Text("Aangenomen als niemand tegen is.", "Adopted when nobody is against.")
        case "unanimity":
            return Text("Aangenomen als iedereen voor is die stemt.", "Adopted when everybody who votes is for it.")
        case "approval":
            return Text(
                "Gekozen is wat de meesten aankruisen.", "Chosen is what most tick.")
        case "score", "dots":
            return Text("Gekozen is wat de meeste punten krijgt.", "Chosen is what gets most points.")
        case "irv":
            return Text(
                "In rondes: wie het minst heeft valt af, tot één optie meer dan de helft heeft.",
                "In rounds: who has least goes out, until one option has more than half.")
        case "stv":
            return Text(
                "In rondes: wie de kiesdeler haalt is gekozen, en wat over is gaat naar de volgende keus.",
                "In rounds: who reaches the quota is elected, and what is left goes to the next choice.")
        case "schulze":
            return Text(
                "Gekozen is wat in paren van elke andere optie wint.",
                "Chosen is what beats each other option in pairs.")
        case "doubleMajority":
            return Text(
                "Aangenomen als elke meerderheid apart wordt gehaald.",
                "Adopted when each majority is reached by itself.")
        case "absolute":
            let share = share(Text("van iedereen die mag stemmen", "of everybody who may vote"), usual: "1/2")
            return Text("Aangenomen als \(share.nl) voor is.", "Adopted when \(share.en) is for it.")
        case "qualified":
            let share = share(Text("van de stemmen", "of the votes"), usual: "2/3")
            return Text("Aangenomen als \(share.nl) voor is.", "Adopted when \(share.en) is for it.")
        default:
            if isChoice { return Text("Gekozen is wat de meeste stemmen krijgt.", "Chosen is what gets most votes.") }
            return Text("Aangenomen als er meer voor dan tegen is.", "Adopted when there is more for than against.")
        }
    }

    /// “meer dan de helft van de stemmen”, “minstens 2/3 van de stemmen”.
    private func share(_ of: Text, usual: String) -> Text {
        let threshold = ballot.ruleEntries["threshold"]?.string ?? usual
        return threshold == "1/2"
            ? Text("meer dan de helft \(of.nl)", "more than half \(of.en)")
            : Text("minstens \(threshold) \(of.nl)", "at least \(threshold) \(of.en)")
    }

    /// What a vote does.
    package func meaning(_ cast: BallotPaper.Cast) -> Text {
        let rule = ballot.ruleEntries
        let isConsent = ["consent", "consensus"].contains(ballot.method)
        switch cast {
        case .yes:
            return isConsent
                ? Text("u kunt ermee leven", "you can live with it") : Text("u wilt dit", "you want this")
        case .no:
            return ballot.method == "consent"
                ? Text(
                    "u wilt dit niet; alleen een bezwaar met argument houdt het tegen",
                    "you do not want this; only an argued objection blocks it")
                : ballot.method == "consensus"
                    ? Text("u houdt dit tegen", "you block this") : Text("u wilt dit niet", "you do not want this")
        case .abstain:
            if isConsent { return Text("u laat het aan de anderen", "you leave it to the others") }
            return counts(rule["abstentions"])
                ? Text("telt mee in het geheel, niet als voor", "counts in the whole, not as for")
                : Text(
                    "telt niet in de uitslag, wel voor het quorum", "does not count in the outcome, does for the quorum"
                )
        case .blank:
            if isConsent { return Text("u doet mee zonder keuze", "you take part without a choice") }
            return counts(rule["blank"])
                ? Text("u kiest niet; telt mee in het geheel", "you do not choose; counts in the whole")
                : Text("u kiest niet; telt wel voor het quorum", "you do not choose; does count for the quorum")
        }
    }

    /// How many seats the quorum asks and how many took part; nil when there is none, or it does not count the seats that vote.
    package var quorum: (needed: Int, took: Int)? {
        guard let quorum = ballot.ruleEntries["quorum"], (quorum["of"].string ?? "seats") == "seats",
            (quorum["counts"].string ?? "voted") == "voted"
        else { return nil }
        let isMoreThan = quorum["reached"].string == "moreThan"
        if let number = quorum["number"].whole { return (number + (isMoreThan ? 1 : 0), took.count) }
        let parts = (quorum["fraction"].string ?? "").split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[1] > 0 else { return nil }
        let product = voting.count * parts[0]
        return (isMoreThan ? product / parts[1] + 1 : (product + parts[1] - 1) / parts[1], took.count)
    }

    /// The seats that have not taken part and still may.
    package var waiting: [BallotSeat] { voting.filter { !took.contains($0.seat) } }

    /// What a number of a count is called; nil for a key that is no name of the count, such as an option.
    package static func called(number key: String) -> Text? { NumberWords.label(key) }

    /// What a step of a count is called.
    package static func called(step what: String) -> Text { NumberWords.step(what) }

    /// What a value of a count is called; nil for what is no name of the count.
    package static func called(value: String) -> Text? { NumberWords.name(value) }

    private func counts(_ value: Value?) -> Bool { value?.string == "counted" }
}
