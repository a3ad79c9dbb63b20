import Counting
import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// What is not right with bodies and seats on a day, seen over all of them.
struct BodyReview {
    let situation: Situation
    /// Those that exist today, sorted by id.
    let bodies: [Body]
    let seats: [ID<Body>: Seats]
    /// All seats, whatever their term, sorted by id.
    let every: [Seat]

    init(_ situation: Situation) {
        self.situation = situation
        bodies = situation.state[Body.self].sorted.filter { $0.period.contains(situation.today) }
        every = situation.state[Seat.self].sorted
        seats = Seats.byBody(on: situation.today, in: situation.state)
    }

    var today: Day { situation.today }

    func seats(of body: ID<Body>) -> Seats { seats[body] ?? Seats(body: body, day: today, all: []) }

    var findings: [Finding] {
        bodies.flatMap { [withoutVotes($0), noQuorum($0), unused($0), withoutLead($0)].compactMap(\.self) }
            + fewGroups + conflicts + endings
    }

    /// Whether a body decides: it has a rule to decide by, or the matrix says so.
    private var deciding: Set<ID<Body>> {
        Set(bodies.filter { $0.rule != nil }.map(\.id)).union(
            situation.state[DecisionRight.self].records.flatMap { right in
                right.shares.filter { $0.right == .decides }.map(\.body)
            })
    }

    private func withoutVotes(_ body: Body) -> Finding? {
        guard deciding.contains(body.id), seats(of: body.id).voting.isEmpty else { return nil }
        let waiting = body.membersWithoutSeat(in: situation.state).count
        let (nl, en) =
            waiting == 0
            ? ("Voeg leden toe en geef hun een zetel.", "Add members and give them a seat.")
            : ("Geef de \(waiting) leden een zetel.", "Give its \(waiting) members a seat.")
        return Finding(
            "body.without-members", waiting == 0 ? .error : .warning,
            Text(
                "\(body.name.dutch) besluit, maar niemand heeft er een stem.",
                "\(body.name.english) decides, but nobody has a vote in it."),
            why: Text("Stemmen gaat per zetel. \(nl)", "Votes go by seat. \(en)"), kind: Body.naming.plural,
            record: body.id.rawValue, field: "members")
    }

    private func noQuorum(_ body: Body) -> Finding? {
        guard let rule = body.rule, let needed = Fraction(rule.quorum), !rule.quorum.isEmpty else { return nil }
        let seats = seats(of: body.id)
        guard !seats.voting.isEmpty else { return nil }
        let (there, all) = seats.usable(rule.quorumOf ?? .seats)
        guard let share = Fraction(there, over: max(all, 1)), share < needed else { return nil }
        let of = (rule.quorumOf ?? .seats).label
        return Finding(
            "body.no-quorum", .warning,
            Text(
                "\(body.name.dutch) haalt zijn quorum niet: \(there) van \(all) \(of.dutch) kunnen stemmen, nodig is \(rule.quorum).",
                "\(body.name.english) cannot reach its quorum: \(there) of \(all) \(of.english) can vote, \(rule.quorum) is needed."
            ),
            why: Text(
                "Een zetel kan stemmen als iemand haar bezet die dat namens de organisatie mag. Leg mandaten vast, of noem wie de zetel bezet.",
                "A seat can vote when somebody holds it who may on behalf of the organisation. Record mandates, or name who holds the seat."
            ),
            kind: Body.naming.plural, record: body.id.rawValue, field: "rule")
    }

    private func unused(_ body: Body) -> Finding? {
        let voting = seats(of: body.id).voting
        let idle = voting.filter(\.voters.isEmpty).count
        guard idle > 0, noQuorum(body) == nil else { return nil }
        return Finding(
            "body.seats-unused", .notice,
            Text(
                "In \(body.name.dutch) \(idle == 1 ? "kan 1 zetel" : "kunnen \(idle) zetels") niet stemmen, van \(voting.count).",
                "In \(body.name.english) \(idle) of \(voting.count) seats cannot vote."),
            why: Text(
                "Niemand bezet de zetel, of wie haar bezet heeft geen geldig mandaat.",
                "Nobody holds the seat, or who holds it has no valid mandate."), kind: Body.naming.plural,
            record: body.id.rawValue)
    }

    private func withoutLead(_ body: Body) -> Finding? {
        guard body.sort == .workingGroup, body.lead == nil,
            !seats(of: body.id).all.contains(where: { $0.seat.position == .lead || $0.seat.position == .chair })
        else { return nil }
        return Finding(
            "body.without-lead", .notice,
            Text("\(body.name.dutch) heeft geen trekker.", "\(body.name.english) has no lead."),
            why: Text(
                "Zonder trekker komt een werkgroep niet bijeen.", "Without a lead a working group does not meet."),
            kind: Body.naming.plural, record: body.id.rawValue, field: "lead")
    }
}

extension Seats {
    /// Of what a quorum counts: how much can be there today, and how much there is.
    func usable(_ of: DecisionRule.QuorumOf) -> (there: Int, all: Int) {
        let able = voting.filter { !$0.voters.isEmpty }
        switch of {
        case .seats: return (able.count, voting.count)
        case .weight: return (able.reduce(0) { $0 + $1.weight }, weight)
        case .groups: return (Set(able.map(\.group)).subtracting([""]).count, groups.count)
        }
    }

    /// Every body's seats on a day, looked up once.
    static func byBody(on day: Day, in state: EcosystemState) -> [ID<Body>: Seats] {
        let entitled = Entitled(state, on: day)
        let held = state[Seat.self].sorted.filter { $0.term.contains(day) }
            .map { HeldSeat(seat: $0, day: day, voters: entitled.voters(of: $0)) }
        return Dictionary(grouping: held, by: \.seat.body).reduce(into: [:]) {
            $0[$1.key] = Seats(body: $1.key, day: day, all: $1.value)
        }
    }
}
