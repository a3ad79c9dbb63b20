import Kernel

/// That one seat lets another vote for it, for one ballot or for a while.
package struct Proxy: Record {
    package var id = ID<Proxy>("")
    package var from = ID<Seat>("")
    package var to = ID<Seat>("")
    /// Nil: every ballot of the body in the period.
    package var ballot: ID<Ballot>?
    package var period = Period()
    package var reason = Text()
    /// The first day on which it no longer holds.
    package var revoked: Day?

    package init() {}

    package var title: Text { Text(same: "\(from) → \(to)") }
    package func title(with names: Names) -> Text {
        let (who, whom) = (names[from], names[to])
        return Text("\(whom.dutch) stemt voor \(who.dutch)", "\(whom.english) votes for \(who.english)")
    }

    package static let naming = Naming(
        "proxy", "proxies", Text("Volmacht", "Proxy"), Text("Volmachten", "Proxies"),
        meaning: Text(
            "Dat een zetel een andere voor zich laat stemmen; een volmacht wordt niet doorgegeven.",
            "That one seat lets another vote for it; a proxy is not passed on."))

    package static let visibility = Visibility.participants
    package static let isProcess = true

    package static let fields: [Field<Proxy>] = [
        Field("from", \.from, Text("Van zetel", "From seat"), required: true),
        Field("to", \.to, Text("Aan zetel", "To seat"), required: true),
        Field("ballot", \.ballot, Text("Voor de stemming", "For the ballot")),
        Field("period", \.period, Text("Periode", "Period")),
        Field("reason", \.reason, Text("Reden", "Reason"), shape: .text(long: true)),
        Field("revoked", \.revoked, Text("Ingetrokken op", "Revoked on")),
    ]

    /// Whether it counts for a ballot on a day.
    package func holds(for other: ID<Ballot>, on day: Day) -> Bool {
        (ballot == nil || ballot == other) && period.contains(day) && (revoked.map { day < $0 } ?? true)
    }
}
