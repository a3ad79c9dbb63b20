import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// The bodies of an ecosystem on a day, with who can vote in them and when they meet next.
package struct BodyOverview: Sendable {
    package struct Row: Sendable {
        package let body: Body
        /// How many bodies stand above it.
        package let depth: Int
        package let seats: Seats
        /// The organisations in it, whether or not they have a seat; sorted.
        package let organisations: [ID<Organisation>]
        /// The first meeting that is still to come; nil for who may not see meetings.
        package let next: Meeting?

        /// Voting seats that somebody can use.
        package var able: Int { seats.voting.filter { !$0.voters.isEmpty }.count }
    }

    /// Whoever answers to another comes after it.
    package let rows: [Row]
    /// Bodies that exist no more on the day, by name.
    package let past: [Body]
    /// Meetings to come, soonest first.
    package let coming: [Meeting]

    package static func of(_ reader: Reader) -> BodyOverview {
        let today = reader.today
        let all = reader.records(Body.self)
        let alive = all.filter { $0.period.contains(today) }
        let coming = reader.records(Meeting.self).filter {
            !$0.cancelled && ($0.on ?? .distant) >= today && $0.on != nil
        }
        .sorted {
            ($0.on ?? .distant, $0.start.minutes ?? 0, $0.id) < ($1.on ?? .distant, $1.start.minutes ?? 0, $1.id)
        }
        let next = Dictionary(coming.map { ($0.body, $0) }, uniquingKeysWith: { first, _ in first })
        let visible = reader.records(Seat.self).reduce(into: [ID<Seat>: Seat]()) { $0[$1.id] = $1 }
        let seats = Seats.byBody(on: today, in: reader.state)
        let rows = BodyOrder.sorted(alive).map { body in
            let own = (seats[body.id]?.all ?? []).compactMap { held in
                visible[held.id].map { HeldSeat(seat: $0, day: today, voters: held.voters) }
            }
            let shown = Seats(body: body.id, day: today, all: own)
            return Row(
                body: body, depth: BodyOrder.depth(of: body, in: reader.state), seats: shown,
                organisations: body.organisations(shown).sorted(), next: next[body.id])
        }
        let past = all.filter { $0.period.until.map { $0 < today } == true }.sorted {
            ($0.name.nl, $0.id) < ($1.name.nl, $1.id)
        }
        return BodyOverview(rows: rows, past: past, coming: coming)
    }
}
