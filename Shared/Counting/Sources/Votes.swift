import Kernel

/// The votes that count, and the ballots that do not with the reason why.
struct Votes {
    /// Beside each other: whose vote it is, and on which ballot it stands. One seat has several when it split its vote.
    private(set) var seats: [Int32] = []
    private(set) var ballots: [Int32] = []
    private(set) var leftOut: [LeftOut] = []
    /// Seats that are present, represented by who is present, or voted.
    private(set) var isPresent: [Bool]
    private(set) var hasVoted: [Bool]
    /// How many seats voted through another.
    private(set) var proxied = 0

    /// A ballot, or a delegation, that does not count.
    struct LeftOut {
        let seat: Int
        /// The ballot; nil for a delegation.
        let ballot: Int?
        let why: Why
    }

    enum Why: String, CaseIterable { case changed, seatAbsent, proxyAbsent, proxySplit, proxyNotCounted }

    var count: Int { seats.count }

    init(_ file: BallotFile) {
        isPresent = file.body.presence.map { $0 == .present }
        hasVoted = Array(repeating: false, count: file.body.ids.count)
        seats.reserveCapacity(file.box.count)
        ballots.reserveCapacity(file.box.count)
        let superseded = file.rule.isChangeable ? Self.superseded(file) : []
        for ballot in 0..<file.box.count {
            let seat = Int(file.box.seats[ballot])
            if superseded.contains(ballot) {
                leftOut.append(LeftOut(seat: seat, ballot: ballot, why: .changed))
            } else if let why = Self.absence(file, ballot) {
                leftOut.append(LeftOut(seat: seat, ballot: ballot, why: why))
            } else {
                if file.box.proxies[ballot] != nil, !hasVoted[seat] { proxied += 1 }
                take(seat, ballot)
            }
        }
        follow(file)
        for delegation in file.delegations where file.body.presence[delegation.to] == .present {
            isPresent[delegation.from] = true
        }
    }

    private mutating func take(_ seat: Int, _ ballot: Int) {
        seats.append(Int32(seat))
        ballots.append(Int32(ballot))
        hasVoted[seat] = true
        isPresent[seat] = true
    }

    /// A vote counts when who casts it is not known to be absent.
    private static func absence(_ file: BallotFile, _ ballot: Int) -> Why? {
        let presence = file.body.presence
        if let proxy = file.box.proxies[ballot] { return presence[Int(proxy)] == .absent ? .proxyAbsent : nil }
        return presence[Int(file.box.seats[ballot])] == .absent ? .seatAbsent : nil
    }

    /// Of each seat all ballots but the last.
    private static func superseded(_ file: BallotFile) -> Set<Int> {
        var last: [Int32: Int] = [:]
        var old: Set<Int> = []
        for ballot in 0..<file.box.count {
            let seat = file.box.seats[ballot]
            guard let other = last[seat], let mine = file.box.moments[ballot], let its = file.box.moments[other] else {
                last[seat] = ballot
                continue
            }
            old.insert(mine > its ? other : ballot)
            if mine > its { last[seat] = ballot }
        }
        return old
    }

    /// Who let another vote and has no ballot of its own, votes as that other does.
    private mutating func follow(_ file: BallotFile) {
        guard !file.delegations.isEmpty else { return }
        var ballotsOf: [Int: [Int32]] = [:]
        for (index, seat) in seats.enumerated() { ballotsOf[Int(seat), default: []].append(ballots[index]) }
        let handedIn = Set(file.box.seats)
        for delegation in file.delegations
        where !handedIn.contains(Int32(delegation.from)) && !hasVoted[delegation.from] {
            let own = ballotsOf[delegation.to] ?? []
            if own.count == 1, file.box.parts[Int(own[0])].map({ $0 == file.body.weights[delegation.to] }) ?? true {
                take(delegation.from, Int(own[0]))
                proxied += 1
            } else {
                let isAbsent = file.body.presence[delegation.to] == .absent
                let why: Why = !own.isEmpty ? .proxySplit : isAbsent ? .proxyAbsent : .proxyNotCounted
                if own.isEmpty, !isAbsent, !handedIn.contains(Int32(delegation.to)) { continue }
                leftOut.append(LeftOut(seat: delegation.from, ballot: nil, why: why))
            }
        }
    }
}
