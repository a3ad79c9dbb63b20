import Kernel

/// How much was cast for, against and otherwise; together always the whole.
struct Tally {
    var yes = 0
    var no = 0
    var abstain = 0
    var blank = 0
    /// Cast for options.
    var options = 0
    var present = 0
    var total = 0

    var voted: Int { yes + no + abstain + blank + options }
    var notVoted: Int { total - voted }

    /// - Parameter group: whose votes; nil for the whole body.
    init(_ file: BallotFile, _ votes: Votes, _ measure: Measure, group: Int? = nil) {
        let isIn = { (seat: Int) in group == nil || file.body.groupOf[seat] == Int32(group ?? -1) }
        for seat in file.body.ids.indices where isIn(seat) {
            total += measure.seats[seat]
            if votes.isPresent[seat] { present += measure.seats[seat] }
        }
        for (index, ballot) in votes.ballots.enumerated() where isIn(Int(votes.seats[index])) {
            let units = measure.votes[index]
            switch file.box.marks[Int(ballot)] {
            case .yes: yes += units
            case .no: no += units
            case .abstain: abstain += units
            case .blank, .none: blank += units
            case .choices, .ranking, .scores, .dots:
                if file.box.range(Int(ballot)).isEmpty { blank += units } else { options += units }
            }
        }
    }

    /// Of what a threshold is a share.
    func base(_ base: Rule.Base, _ rule: Rule) -> Int {
        switch base {
        case .cast: yes + no + options + (rule.countsAbstentions ? abstain : 0) + (rule.countsBlank ? blank : 0)
        case .voted: voted
        case .present: present
        case .all: total
        }
    }
}
