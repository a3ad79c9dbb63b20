import Ecosystems

/// Events of one kind that followed each other at once, by one person: told as one.
struct ChangeGroup: Sendable {
    let latest: HistoryItem
    private(set) var count: Int

    /// Groups of a history that runs from new to old.
    static func groups(of history: [HistoryItem]) -> [ChangeGroup] {
        history.reduce(into: []) { groups, item in
            if let last = groups.last, last.latest.eventKind == item.eventKind, last.latest.person == item.person,
                last.latest.recordedAt - item.recordedAt < 60_000
            {
                groups[groups.count - 1].count += 1
            } else {
                groups.append(ChangeGroup(latest: item, count: 1))
            }
        }
    }
}
