import Ecosystems
import Kernel

/// What belongs to a decision, found in a state.
extension EcosystemState {
    /// Sorted by seat.
    package func votes(in ballot: ID<Ballot>) -> [Vote] {
        self[Vote.self].records.filter { $0.ballot == ballot }.sorted { $0.seat < $1.seat }
    }

    func turnout(in ballot: ID<Ballot>) -> [TurnoutMark] {
        self[TurnoutMark.self].records.filter { $0.ballot == ballot }.sorted { $0.seat < $1.seat }
    }

    /// The proxies that count for a ballot on a day, those between its seats; sorted.
    package func proxies(for ballot: Ballot, on day: Day?) -> [Proxy] {
        guard let day else { return [] }
        let seats = Set(ballot.seats.map(\.seat))
        return self[Proxy.self].sorted.filter {
            $0.holds(for: ballot.id, on: day) && seats.contains($0.from) && seats.contains($0.to)
        }
    }

    package func ballots(on proposal: ID<Proposal>) -> [Ballot] {
        self[Ballot.self].sorted.filter { $0.proposal == proposal }
            .sorted { ($0.opens?.number ?? 0, $0.id) < ($1.opens?.number ?? 0, $1.id) }
    }

    package func decisions(on matter: ID<Matter>) -> [Decision] {
        self[Decision.self].sorted.filter { $0.matter == matter }
            .sorted { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
    }

    /// What settled a matter and still stands; nil while nothing did.
    package func standing(on matter: ID<Matter>) -> Decision? {
        decisions(on: matter).last { $0.settles && $0.stands }
    }

    /// A free id that begins with these words.
    func freeID<R: Record>(_ type: R.Type, _ words: String) -> String {
        let stem = Identifier.suggested(for: String(words.prefix(80)))
        let start = stem.isEmpty ? R.naming.singular.lowercased() : stem
        guard self[type][ID(start)] != nil else { return start }
        var number = 2
        while self[type][ID("\(start)-\(number)")] != nil { number += 1 }
        return "\(start)-\(number)"
    }
}

extension Vote {
    /// One record per seat and ballot. The digest keeps two pairs apart whose names run together.
    static func id(_ ballot: ID<Ballot>, _ seat: ID<Seat>) -> String {
        let digest = Digest.hex(of: "\(ballot)\n\(seat)").prefix(16)
        let stem = Identifier.suggested(for: String("\(seat)".prefix(80)))
        return "\(stem)-\(digest)"
    }
}
