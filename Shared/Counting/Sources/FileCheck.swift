import Kernel

/// Judges a file that could be read: whether rule, seats and ballots fit together. Says everything at once.
struct FileCheck {
    let file: BallotFile
    let complaints: Complaints

    func check() {
        if !file.body.votes.contains(true) || !file.body.weights.contains(where: { $0 > Fraction(0) }) {
            return complaints.add(.noSeats)
        }
        RuleCheck(file: file, complaints: complaints).check()
        ballots()
        seatsWithBallots()
        ProxyCheck(file: file, complaints: complaints).check()
    }

    private func path(_ ballot: Int, _ key: String? = nil) -> [String] {
        ["ballots", String(file.box.entries[ballot])] + (key.map { [$0] } ?? [])
    }

    /// What can be said of one ballot at a time.
    private func ballots() {
        let box = file.box
        let fits = FittingMarks(file)
        for ballot in 0..<box.count {
            let seat = Int(box.seats[ballot])
            if !file.body.votes[seat] { complaints.add(.observer(file.body.ids[seat], at: path(ballot))) }
            if !fits.accepts(box.marks[ballot]) {
                complaints.add(.unfit(file.rule.method, wanted: fits.wanted, at: path(ballot)))
            }
            if let moment = box.moments[ballot] { time(moment, ballot) }
            if box.marks[ballot] == .choices { choices(ballot) }
        }
        PointsCheck(file: file, complaints: complaints).check()
    }

    private func time(_ moment: Moment, _ ballot: Int) {
        if let closes = file.closes, moment > closes {
            complaints.add(.time(moment, limit: closes, isLate: true, at: path(ballot, "at")))
        } else if let opens = file.opens, moment < opens {
            complaints.add(.time(moment, limit: opens, isLate: false, at: path(ballot, "at")))
        }
    }

    /// No more options than may be chosen.
    private func choices(_ ballot: Int) {
        let count = file.box.range(ballot).count
        let most = file.rule.method == .approval ? file.options.count : file.rule.places
        guard count > most else { return }
        complaints.add(
            .points(
                Text(
                    "Dit biljet kiest \(count) opties; het mogen er \(most) zijn.",
                    "This ballot chooses \(count) options; \(most) may be chosen."),
                "ballot.choices", at: path(ballot, "choices"),
                Text("Kies minder opties, of pas “places” aan.", "Choose fewer options, or adapt “places”.")))
    }

    /// A seat votes once; or in parts, together no more than it holds; or again, when the last one counts.
    private func seatsWithBallots() {
        var first = [Int32](repeating: -1, count: file.body.ids.count)
        var several: [Int: [Int]] = [:]
        for ballot in 0..<file.box.count {
            let seat = Int(file.box.seats[ballot])
            if first[seat] >= 0 {
                several[seat, default: [Int(first[seat])]].append(ballot)
            } else {
                first[seat] = Int32(ballot)
                if let part = file.box.parts[ballot] { single(part, seat, ballot) }
            }
        }
        for (seat, ballots) in several.sorted(by: { $0.key < $1.key }) {
            if file.rule.isChangeable { ordered(ballots, seat) } else { parts(ballots, seat) }
        }
    }

    private func single(_ part: Fraction, _ seat: Int, _ ballot: Int) {
        let held = file.body.weights[seat]
        let id = file.body.ids[seat]
        if part > held { complaints.add(.ballotWeight(id, cast: part, held: held, at: path(ballot, "weight"))) }
        if part < held && !file.rule.maySplit { complaints.add(.split(id, at: path(ballot, "weight"))) }
    }

    private func parts(_ ballots: [Int], _ seat: Int) {
        let id = file.body.ids[seat]
        let given = ballots.compactMap { file.box.parts[$0] }
        guard given.count == ballots.count else {
            let second = ballots[1]
            return complaints.add(.ballotTwice(id, first: Int(file.box.entries[ballots[0]]), at: path(second, "seat")))
        }
        if !file.rule.maySplit { return complaints.add(.split(id, at: path(ballots[1], "weight"))) }
        let sum = given.reduce(Fraction(0) as Fraction?) { $0?.plus($1) }
        let held = file.body.weights[seat]
        if sum.map({ $0 > held }) ?? true, given.allSatisfy({ $0 <= held }) {
            complaints.add(.ballotWeight(id, cast: sum, held: held, at: path(ballots[ballots.count - 1], "weight")))
        }
    }

    private func ordered(_ ballots: [Int], _ seat: Int) {
        let moments = ballots.compactMap { file.box.moments[$0] }
        if Set(moments).count != ballots.count {
            complaints.add(.ballotTimes(file.body.ids[seat], at: path(ballots[1], "at")))
        }
    }
}

/// Which kinds of vote a method can count.
struct FittingMarks {
    private let accepted: Set<BallotBox.Mark>
    let wanted: String

    init(_ file: BallotFile) {
        let neutral: Set<BallotBox.Mark> = [.none, .abstain, .blank]
        let hasChoices = file.box.marks.contains(.choices)
        switch file.rule.method {
        case .consent, .consensus: (accepted, wanted) = (neutral.union([.yes, .no]), "“cast”")
        case .majority, .weighted, .absolute, .qualified, .unanimity, .doubleMajority:
            (accepted, wanted) =
                hasChoices ? (neutral.union([.choices]), "“choice”") : (neutral.union([.yes, .no]), "“cast”")
        case .approval: (accepted, wanted) = (neutral.union([.choices]), "“choices”")
        case .score: (accepted, wanted) = (neutral.union([.scores]), "“scores”")
        case .dots: (accepted, wanted) = (neutral.union([.dots, .scores]), "“dots”")
        case .irv, .stv, .schulze: (accepted, wanted) = (neutral.union([.ranking, .choices]), "“ranking”")
        }
    }

    func accepts(_ mark: BallotBox.Mark) -> Bool { accepted.contains(mark) }
}
