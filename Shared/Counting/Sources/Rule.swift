import Kernel

/// By which rule ballots are counted. Everything that decides about the outcome stands here, so that anyone can recompute it.
package struct Rule: Sendable, Hashable {
    package var method = Method.majority
    /// The share that is needed; nil for what the method says.
    package var threshold: Fraction?
    /// Whether exactly the threshold is enough; nil for what the method says.
    package var reached: Reached?
    /// Of what the threshold is a share; nil for what the method says.
    package var base: Base?
    /// Whether abstentions and blank ballots are part of what the threshold is a share of.
    package var countsAbstentions = false
    package var countsBlank = false
    /// False when every seat counts as one, whatever its weight.
    package var countsWeight = true
    package var quorum: Quorum?
    package var tie: TieRule?
    /// The seat whose ballot decides a tie.
    package var chair: String?
    /// The option that stands for things as they are.
    package var statusQuo: String?
    package var lot: LotSource?
    /// How many other seats one seat may vote for; nil for no limit.
    package var mostProxies: Int?
    package var maySplit = true
    /// Whether of several ballots of a seat the last one counts.
    package var isChangeable = false
    /// Of a double majority: each of these must be reached.
    package var majorities: [Majority] = []
    /// How many options are to be elected.
    package var places = 1
    package var lowestScore: Fraction?
    package var highestScore: Fraction?
    package var scoring = Scoring.total
    /// Of dots: how many each ballot may give, in all and to one option.
    package var dots: Int?
    package var dotsPerOption: Int?
    /// Of consensus: the largest share that may stand aside.
    package var standAsides: Fraction?

    /// How votes become an outcome.
    package enum Method: String, Sendable, CaseIterable {
        case majority, absolute, qualified, weighted, unanimity, doubleMajority, consensus, consent
        case approval, score, dots, irv, stv, schulze
    }

    package enum Reached: String, Sendable, CaseIterable { case atLeast, moreThan }

    /// `cast`: votes for and against (and abstentions or blank ballots when those count); `voted`: all ballots;
    /// `present`: seats that are present or represented; `all`: every seat that may vote.
    package enum Base: String, Sendable, CaseIterable { case cast, voted, present, all }

    package enum TieRule: String, Sendable, CaseIterable { case statusQuo, chair, lot }

    package enum Scoring: String, Sendable, CaseIterable { case total, mean }

    /// When a body can decide.
    package struct Quorum: Sendable, Hashable {
        package var of = Measure.seats
        package var fraction: Fraction?
        package var number: Int?
        package var reached = Reached.atLeast
        /// Whether whoever is present counts, or whoever voted.
        package var countsPresent = false
        /// Of groups: the share of a group's seats that makes the group count; nil for one seat.
        package var within: Fraction?

        package enum Measure: String, Sendable, CaseIterable { case seats, weight, groups }
    }

    /// One of the majorities of a double majority.
    package struct Majority: Sendable, Hashable {
        /// Nil for the whole body.
        package var group: String?
        package var countsWeight = true
        package var threshold = Fraction.half
        package var reached = Reached.moreThan
        package var base = Base.cast
    }

    /// Where a lot comes from.
    package struct LotSource: Sendable, Hashable {
        package var seed = ""
        /// Where the seed can be found, in words.
        package var source = Text()
        package var published: Moment?
        package var drawn: Moment?
    }
}

extension Rule {
    /// Whether exactly a threshold is enough, when the file does not say: half of it is no majority, two thirds is enough.
    func isReached(_ threshold: Fraction) -> Reached {
        reached ?? (method == .qualified || method == .unanimity || threshold > .half ? .atLeast : .moreThan)
    }
}

extension Fraction {
    package static let half = Fraction("1/2") ?? Fraction(1)
}

extension Rule.Method {
    /// Whether each ballot is for or against one proposal, or for one option, and a share decides.
    var isByShare: Bool {
        switch self {
        case .majority, .absolute, .qualified, .weighted, .unanimity, .doubleMajority: true
        default: false
        }
    }

    /// Whether it can be about one proposal.
    var isAboutProposals: Bool { isByShare || self == .consent || self == .consensus }

    /// Whether several options can be elected at once.
    var canFillPlaces: Bool {
        switch self {
        case .majority, .weighted, .approval, .score, .dots, .stv, .schulze: true
        default: false
        }
    }
}
