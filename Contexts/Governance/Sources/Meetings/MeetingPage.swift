import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// A meeting as a page, paper or calendar shows it, as far as the reader may see it.
package struct MeetingPage: Sendable {
    package let meeting: Meeting
    package let body: Body?
    /// The seats of the body on the day of the meeting.
    package let seats: Seats
    /// Action points from this meeting, open ones first, by day.
    package let actions: [ActionPoint]
    /// What could still be put on the agenda; empty after the meeting.
    package let open: [AgendaItem]
    package let minutes: [ClosedMinutes]
    package let today: Day

    /// Nil when it is not there or may not be seen.
    package static func of(_ id: String, _ reader: Reader) -> MeetingPage? {
        guard let meeting = reader.record(Meeting.self, id) else { return nil }
        let day = meeting.on ?? reader.today
        let actions = reader.records(ActionPoint.self).filter { $0.meeting == meeting.id }
            .sorted { ($0.isOpen ? 0 : 1, $0.due ?? .distant, $0.id) < ($1.isOpen ? 0 : 1, $1.due ?? .distant, $1.id) }
        let isAhead = day >= reader.today && !meeting.cancelled
        return MeetingPage(
            meeting: meeting, body: reader.record(Body.self, meeting.body.rawValue),
            seats: Seats.of(meeting.body, on: day, reader), actions: actions,
            open: isAhead ? OpenSubjects(for: meeting, in: reader.situation).items : [],
            minutes: reader.records(ClosedMinutes.self).filter { $0.meeting == meeting.id }, today: reader.today)
    }

    /// How a seat was there; nil when it was not noted.
    package func presence(of seat: ID<Seat>) -> SeatPresence? { meeting.presence.first { $0.seat == seat } }

    /// Whether there were enough for the quorum of the body; nil when it has none, or nothing was noted.
    package var quorum: Quorum? {
        guard let rule = body?.rule, !rule.quorum.isEmpty, !meeting.presence.isEmpty else { return nil }
        let there = seats.voting.filter { presence(of: $0.id)?.how.isThere == true }
        return Quorum(rule: rule, seats: seats, there: there)
    }

    package var isPast: Bool { (meeting.on ?? today) < today }

    /// What all items are planned to take, in minutes.
    package var planned: Int { meeting.agenda.reduce(0) { $0 + ($1.duration ?? 0) } }
}

/// How many were there of those that must be.
package struct Quorum: Sendable, Hashable {
    package let there: Int
    package let all: Int
    /// The fraction that must be there, as written.
    package let needed: String
    package let of: DecisionRule.QuorumOf
    package let isReached: Bool

    init(rule: DecisionRule, seats: Seats, there present: [HeldSeat]) {
        of = rule.quorumOf ?? .seats
        needed = rule.quorum
        switch of {
        case .seats: (there, all) = (present.count, seats.voting.count)
        case .weight: (there, all) = (present.reduce(0) { $0 + $1.weight }, seats.weight)
        case .groups: (there, all) = (Set(present.map(\.group)).subtracting([""]).count, seats.groups.count)
        }
        isReached = Self.reaches(there, of: all, needed)
    }
}
