import Ecosystems

/// What one person did at once: by one command, or within a minute. Told as one.
struct ChangeGroup: Sendable {
    /// Newest first; never empty.
    private(set) var items: [HistoryItem]
    let latest: HistoryItem

    var count: Int { items.count }
    var earliest: HistoryItem { items.last ?? latest }
    /// The reason, when one was given for all of it.
    var reason: String { items.allSatisfy { $0.reason == latest.reason } ? latest.reason : "" }

    private init(_ item: HistoryItem) {
        items = [item]
        latest = item
    }

    /// Groups of a history that runs from new to old.
    static func groups(of history: [HistoryItem]) -> [ChangeGroup] {
        history.reduce(into: []) { groups, item in
            if let last = groups.last, last.takes(item) {
                groups[groups.count - 1].items.append(item)
            } else {
                groups.append(ChangeGroup(item))
            }
        }
    }

    private func takes(_ item: HistoryItem) -> Bool {
        if item.command == latest.command { return true }
        return item.person == latest.person && item.organisation == latest.organisation
            && latest.recordedAt - item.recordedAt < 60_000
    }

    /// How many of each kind of event, the most first.
    var tally: [(eventKind: String, count: Int)] {
        Dictionary(grouping: items, by: \.eventKind).map { ($0.key, $0.value.count) }.sorted {
            ($1.1, $0.0) < ($0.1, $1.0)
        }
    }
}
