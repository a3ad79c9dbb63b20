import Ecosystems
import Kernel

extension Vote {
    /// A vote is of a seat of the ballot, fits what is voted on, and comes while the ballot is open; afterwards only what became of its
    /// objection changes, until it is counted.
    static let guardian = ChangeGuard(since: Vote.self) { old, new, before, after in
        guard let ballot = after.state[Ballot.self][new.ballot],
            let proposal = after.state[Proposal.self][ballot.proposal]
        else { return [] }
        if ballot.secrecy != .named { return [.inSecret] }
        var problems = PaperCheck(ballot: ballot, proposal: proposal).problems(new)
        if new.id.rawValue != Vote.id(new.ballot, new.seat) { problems.append(.votedTwice) }
        if proposal.asksReasons, new.reason.isEmpty { problems.append(.reasonsAsked) }
        if let earlier = before[Ballot.self][new.ballot] { problems += new.lateness(old, earlier, on: after.today) }
        if let by = new.by, old?.by != by { problems += new.proxyProblems(by, ballot, after.state) }
        return problems
    }

    private func lateness(_ old: Vote?, _ ballot: Ballot, on today: Day) -> [Problem] {
        if ballot.isOpen(on: today) {
            guard let old else { return [] }
            if old.ballot != self.ballot || old.seat != seat { return [.votedTwice] }
            return old.papers != papers && !ballot.isChangeable ? [.votedTwice] : []
        }
        guard let old, ballot.state == .open || ballot.state == .closed else { return [.ballotShut(ballot)] }
        var settled = self
        settled.objection = old.objection
        settled.resolution = old.resolution
        return settled == old && old.objection != nil && objection != nil ? [] : [.ballotShut(ballot)]
    }

    private func proxyProblems(_ by: ID<Seat>, _ ballot: Ballot, _ state: EcosystemState) -> [Problem] {
        guard by != seat else { return [] }
        guard let proxy = ballot[by], proxy.votes else { return [.noSeat(by)] }
        var problems: [Problem] = []
        let granted = on.map { state.proxies(for: ballot, on: $0) } ?? []
        if !granted.contains(where: { $0.from == seat && $0.to == by }) { problems.append(.noProxy(seat, by)) }
        if let most = ballot.mostProxies {
            let others = state[Vote.self].records.count { $0.ballot == ballot.id && $0.by == by && $0.seat != by }
            if others > most { problems.append(.tooManyProxies(by, most: most)) }
        }
        return problems
    }
}

extension Proxy {
    /// A proxy is between two voting seats of one body, is not passed on, goes not round, and a seat gives one at a time.
    static let guardian = ChangeGuard(Proxy.self) { old, new, situation in
        if let old {
            var same = new
            same.revoked = old.revoked
            return same == old && (old.revoked == nil || old.revoked == new.revoked) ? [] : [.proxyFixed]
        }
        let seats = situation.state[Seat.self]
        guard let from = seats[new.from], let to = seats[new.to] else { return [] }
        var problems: [Problem] = []
        if from.id == to.id { problems.append(.proxyToSelf) }
        if from.body != to.body { problems.append(.proxyElsewhere) }
        for seat in [from, to] where seat.votes == 0 { problems.append(.observerVotes(seat.id)) }
        let others = situation.state[Proxy.self].sorted.filter { $0.id != new.id && $0.meets(new) }
        if others.contains(where: { $0.from == new.from }) { problems.append(.proxyTwice) }
        if let next = others.first(where: { $0.from == new.to }) {
            problems.append(
                next.to == new.from
                    ? .proxyLoop([new.from, new.to, next.to]) : .proxyChain([new.from, new.to, next.to]))
        } else if let earlier = others.first(where: { $0.to == new.from }) {
            problems.append(.proxyChain([earlier.from, new.from, new.to]))
        }
        return problems
    }

    /// Whether both can count for one ballot.
    private func meets(_ other: Proxy) -> Bool {
        guard ballot == nil || other.ballot == nil || ballot == other.ballot else { return false }
        guard revoked == nil || other.revoked == nil || revoked == other.revoked else { return revoked == nil }
        return revoked == nil && period.overlaps(other.period)
    }
}

extension Problem {
    fileprivate static let proxyFixed = Problem(
        "proxy.fixed", Text("Een volmacht wordt niet veranderd.", "A proxy is not changed."),
        mend: Text("Trek haar in en geef een nieuwe.", "Revoke it and give a new one."))

    fileprivate static let proxyToSelf = Problem(
        "proxy.self", at: ["to"], Text("Dit is dezelfde zetel.", "This is the same seat."),
        mend: Text("Kies een andere zetel.", "Choose another seat."))

    fileprivate static let proxyElsewhere = Problem(
        "proxy.other-body", at: ["to"], Text("Die zetel is van een ander orgaan.", "That seat is of another body."),
        mend: Text("Kies een zetel van hetzelfde orgaan.", "Choose a seat of the same body."))

    fileprivate static let proxyTwice = Problem(
        "proxy.two", at: ["from"], Text("Deze zetel gaf al een volmacht.", "This seat gave a proxy already."),
        mend: Text("Trek die eerst in.", "Revoke that first."))

    fileprivate static func proxyLoop(_ seats: [ID<Seat>]) -> Problem { chained("proxy.loop", seats) }
    fileprivate static func proxyChain(_ seats: [ID<Seat>]) -> Problem { chained("proxy.chain", seats) }

    private static func chained(_ rule: String, _ seats: [ID<Seat>]) -> Problem {
        let chain = seats.map { "“\($0)”" }.joined(separator: " → ")
        return Problem(
            rule, at: ["to"],
            rule == "proxy.loop"
                ? Text("Deze volmachten lopen in een kring: \(chain).", "These proxies go round: \(chain).")
                : Text("Een volmacht zou worden doorgegeven: \(chain).", "A proxy would be passed on: \(chain)."),
            mend: Text(
                "Wie zelf een ander machtigt, stemt niet voor anderen.",
                "Who lets another vote does not vote for others."))
    }
}
