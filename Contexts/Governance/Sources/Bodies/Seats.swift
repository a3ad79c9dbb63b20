import Ecosystems
import Kernel
import Parties

/// A seat on a day, with who may vote from it.
package struct HeldSeat: Sendable, Hashable {
    package let seat: Seat
    package let day: Day
    /// Who may vote from it on that day, the holder before the deputy; empty when nobody may, or an observer sits there.
    package let voters: [ID<Person>]

    package var id: ID<Seat> { seat.id }
    /// Whether the seat has a vote, whether or not somebody can use it.
    package var votes: Bool { seat.votes > 0 }
    /// In whole parts; 0 for an observer.
    package var weight: Int { seat.votes }
    /// Which part of a double majority it belongs to; "" when it has none.
    package var group: String { seat.group }
}

/// The seats of a body on a day.
package struct Seats: Sendable, Hashable {
    package let body: ID<Body>
    package let day: Day
    /// Those whose term holds the day, sorted by id.
    package let all: [HeldSeat]

    /// Those that vote.
    package var voting: [HeldSeat] { all.filter(\.votes) }
    /// What all votes together weigh.
    package var weight: Int { all.reduce(0) { $0 + $1.weight } }
    /// The groups that vote, sorted.
    package var groups: [String] { Set(voting.map(\.group)).subtracting([""]).sorted() }
    package var chair: HeldSeat? { all.first { $0.seat.position == .chair } }

    package subscript(id: ID<Seat>) -> HeldSeat? { all.first { $0.id == id } }

    /// The seats of a body, as the ecosystem has them: who may vote, and for what weight.
    package static func of(_ body: ID<Body>, on day: Day, in state: EcosystemState) -> Seats {
        let entitled = Entitled(state, on: day)
        let own = state[Seat.self].sorted.filter { $0.body == body && $0.term.contains(day) }
        return Seats(
            body: body, day: day, all: own.map { HeldSeat(seat: $0, day: day, voters: entitled.voters(of: $0)) })
    }

    /// The same as far as the reader may see: without persons for who does not take part.
    package static func of(_ body: ID<Body>, on day: Day, _ reader: Reader) -> Seats {
        let all = of(body, on: day, in: reader.state).all.compactMap { held -> HeldSeat? in
            guard let seat = reader.record(Seat.self, held.id.rawValue) else { return nil }
            let voters = held.voters.filter { reader.record(Person.self, $0.rawValue) != nil }
            return HeldSeat(seat: seat, day: day, voters: voters)
        }
        return Seats(body: body, day: day, all: all)
    }

    /// The seats that these persons may vote from on a day, and those that they hold as observers; sorted by body and id.
    package static func heldBy(_ persons: [String], on day: Day, in state: EcosystemState) -> [HeldSeat] {
        let own = Set(persons.map { ID<Person>($0) })
        guard !own.isEmpty else { return [] }
        let entitled = Entitled(state, on: day)
        return state[Seat.self].sorted.filter { $0.term.contains(day) }.compactMap { seat in
            let voters = entitled.voters(of: seat)
            let observes = seat.observer && [seat.person, seat.deputy].contains { $0.map(own.contains) == true }
            guard observes || !own.isDisjoint(with: voters) else { return nil }
            return HeldSeat(seat: seat, day: day, voters: voters)
        }
        .sorted { ($0.seat.body, $0.id) < ($1.seat.body, $1.id) }
    }
}

/// Who may speak for which organisation on a day, indexed once.
struct Entitled {
    private let state: EcosystemState
    private let mandated: [ID<Organisation>: [ID<Person>]]

    /// - Parameter organisation: the only one that is asked about; nil for all.
    init(_ state: EcosystemState, on day: Day, only organisation: ID<Organisation>? = nil) {
        self.state = state
        let valid = state[Mandate.self].records
            .filter { (organisation == nil || $0.organisation == organisation) && $0.isValid(on: day) }
            .sorted { $0.id < $1.id }
        mandated = valid.reduce(into: [:]) { found, mandate in
            found[mandate.organisation, default: []] += [mandate.person] + (mandate.deputy.map { [$0] } ?? [])
        }
    }

    /// A seat of an organisation is used by its holder or deputy, each with a valid mandate; without a holder, by whoever has one.
    /// Any other seat is used by its holder or deputy.
    func voters(of seat: Seat) -> [ID<Person>] {
        guard seat.votes > 0 else { return [] }
        let named = [seat.person, seat.deputy].compactMap(\.self)
        guard let organisation = seat.organisation else { return named }
        guard state[Participation.self][ID(organisation.rawValue)]?.status.isClosed != true else { return [] }
        let allowed = (mandated[organisation] ?? []).filter { state[Person.self][$0]?.organisation == organisation }
        var seen: Set<ID<Person>> = []
        return (named.isEmpty ? allowed : named.filter(allowed.contains)).filter { seen.insert($0).inserted }
    }
}
