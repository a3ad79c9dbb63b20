import Ecosystems
import Kernel
import Parties

/// Why a party is in or out: its last step on the way in or out, with the reason that was given.
package struct ParticipationNews: Sendable {
    package let organisation: ID<Organisation>
    package let participation: ID<Participation>
    package let status: Participation.Status
    package let since: Day?
    package let reason: Text

    /// The steps that the reader may see and of which a day or a reason is known, the youngest first. Who is only in sight or
    /// approached did not decide anything yet, and stays out.
    package static func all(_ reader: Reader) -> [ParticipationNews] {
        reader.records(Participation.self).filter { participation in
            let status = participation.status
            return (status.isActive || status.isClosed) && (participation.since != nil || !participation.reason.isEmpty)
        }
        .sorted { ($1.since?.number ?? 0, $0.id) < ($0.since?.number ?? 0, $1.id) }
        .map {
            ParticipationNews(
                organisation: $0.organisation, participation: $0.id, status: $0.status, since: $0.since,
                reason: $0.reason)
        }
    }
}
