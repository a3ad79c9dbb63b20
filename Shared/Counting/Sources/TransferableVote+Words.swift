import Kernel

extension TransferableVote {
    /// What was found at a stage, for its sentence.
    struct Stage {
        let number: Int
        let votes: [Int]
        var elected: [Int]
        var transferred: Int?
        var out: Int?
    }

    private func amount(_ worth: Int) -> Fraction {
        Fraction(worth, over: Self.one)?.times(Fraction(1, over: count.measure.denominator) ?? Fraction(1))
            ?? Fraction(0)
    }

    func tell(_ stage: Stage, _ rounds: inout [Value], _ outcome: inout Outcome) {
        let shown = states.indices.filter { stage.votes[$0] > 0 || stage.number == 1 }
        let numbers = Dictionary(
            shown.map { (count.file.options[$0].id, amount(stage.votes[$0]).value) },
            uniquingKeysWith: { first, _ in first })
        for option in states.indices {
            outcome.counts[count.file.options[option].id] = amount(stage.votes[option]).value
        }
        var round: [String: Value] = ["round": .whole(stage.number), "counts": .map(numbers)]
        let list = shown.sorted { (-stage.votes[$0], $0) < (-stage.votes[$1], $1) }.map { option -> Text in
            let (name, votes) = (count.name(option), decimal(stage.votes[option]))
            return Text("\(name.nl) \(votes)", "\(name.en) \(votes)")
        }
        .joined()
        var text = Text("Ronde \(stage.number): \(list.nl).", "Round \(stage.number): \(list.en).")
        if !stage.elected.isEmpty {
            round["elected"] = .list(stage.elected.map { .string(count.file.options[$0].id) })
            text =
                text
                + Text(" Gekozen: \(count.names(stage.elected).nl).", " Elected: \(count.names(stage.elected).en).")
        }
        if let option = stage.transferred {
            round["transferred"] = .string(count.file.options[option].id)
            text =
                text
                + Text(
                    " Het overschot van \(count.name(option).nl) gaat door.",
                    " The surplus of \(count.name(option).en) goes on.")
        }
        if let option = stage.out {
            round["eliminated"] = [.string(count.file.options[option].id)]
            text = text + Text(" Af: \(count.name(option).nl).", " Out: \(count.name(option).en).")
        }
        rounds.append(.map(round))
        outcome.tell("round", round, text)
    }

    /// With at most five decimals, when the weights are whole.
    private func decimal(_ worth: Int) -> String {
        guard count.measure.denominator == 1 else { return amount(worth).inWords }
        let (whole, rest) = worth.quotientAndRemainder(dividingBy: Self.one)
        guard rest > 0 else { return String(whole) }
        var digits = String(rest)
        digits = String(repeating: "0", count: 5 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}
