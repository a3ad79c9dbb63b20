import Kernel

/// The count of one file. Pure: the same file always gives the same outcome.
package struct Count {
    let file: BallotFile
    let votes: Votes
    let measure: Measure
    let tally: Tally

    /// Refuses numbers of which an exact sum would not fit.
    package init(_ file: BallotFile) throws(Refusal) {
        self.file = file
        votes = Votes(file)
        guard let measure = Measure(file, votes, byWeight: file.rule.countsWeight) else {
            throw .invalid([.large(at: ["seats"])])
        }
        self.measure = measure
        tally = Tally(file, votes, measure)
    }

    /// Body, turnout and quorum first; then the method; then, when votes are equal, the tie rule.
    package func outcome() throws(Refusal) -> Outcome {
        var outcome = Outcome()
        outcome.counts = common
        tellTurnout(&outcome)
        if let quorum = try QuorumCount(self) {
            outcome.details["quorum"] = quorum.value
            outcome.tell("quorum", quorum.numbers, quorum.text)
            if !quorum.isReached {
                countPlainly(&outcome)
                outcome.end(
                    .noQuorum,
                    Text(
                        "Het quorum is niet gehaald: er is niets besloten.",
                        "The quorum is not reached: nothing is decided."))
                return outcome
            }
        }
        try decide(&outcome)
        return outcome
    }

    private func decide(_ outcome: inout Outcome) throws(Refusal) {
        switch file.rule.method {
        case .consent: ConsentCount(self).decide(&outcome)
        case .consensus: ConsensusCount(self).decide(&outcome)
        case .doubleMajority: try DoubleMajorityCount(self).decide(&outcome)
        case .majority, .absolute, .qualified, .weighted, .unanimity:
            if isAboutOptions { ChoiceCount(self).decide(&outcome) } else { ProposalCount(self).decide(&outcome) }
        case .approval: ChoiceCount(self).decide(&outcome)
        case .score, .dots: try PointsCount(self).decide(&outcome)
        case .irv: try InstantRunoff(self).decide(&outcome)
        case .stv: try TransferableVote(self).decide(&outcome)
        case .schulze: Schulze(self).decide(&outcome)
        }
        if outcome.result == .elected || outcome.result == .adopted { return }
        outcome.winners = []
    }

    /// Whether ballots choose among options, or are for or against one proposal.
    var isAboutOptions: Bool {
        file.box.marks.contains(.choices)
            || file.options.count > 1 && !file.box.marks.contains(where: { $0 == .yes || $0 == .no })
    }

    /// What was cast, for a count that ends at the quorum.
    private func countPlainly(_ outcome: inout Outcome) {
        guard file.rule.method.isAboutProposals || file.rule.method == .approval else { return }
        if isAboutOptions { ChoiceCount(self).counts(&outcome) } else { ProposalCount(self).counts(&outcome) }
    }

    private var common: [String: Value] {
        [
            "abstain": value(tally.abstain), "blank": value(tally.blank), "notVoted": value(tally.notVoted),
            "total": value(tally.total),
        ]
    }

    func value(_ units: Int) -> Value { measure.amount(units).value }

    func words(_ units: Int) -> String { measure.amount(units).inWords }

    /// Names an option in a sentence.
    func name(_ option: Int) -> Text { file.options[option].words }

    func names(_ options: [Int]) -> Text { options.map(name).joined() }

    /// What an adopted proposal goes by: the only option, or the one that is called `for`.
    var proposal: [String] {
        file.options.count == 1 ? [file.options[0].id] : file.options.map(\.id).filter { $0 == "for" }
    }

    /// The winners and the sentence that names them.
    func elect(_ options: [Int], _ outcome: inout Outcome) {
        outcome.winners = options.map { file.options[$0].id }
        let names = names(options)
        outcome.end(.elected, Text("Gekozen: \(names.nl).", "Elected: \(names.en)."))
    }
}
