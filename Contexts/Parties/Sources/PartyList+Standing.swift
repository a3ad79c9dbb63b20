import Kernel

extension PartyList {
    /// Of how many it is not known how far they are, and of how many nothing is recorded; empty when of none.
    package var unknown: Text {
        let lost = statuses.first { $0.status == .unknown }?.count ?? 0
        let both = [
            lost > 0
                ? Text("van \(lost) is onbekend hoe ver ze zijn", "of \(lost) it is unknown how far they are") : nil,
            withoutStatus > 0
                ? Text("van \(withoutStatus) is niets vastgelegd", "of \(withoutStatus) nothing is recorded") : nil,
        ].compactMap { $0 }
        guard let first = both.first else { return Text() }
        let tail = both.dropFirst().first.map { Text(", \($0.nl)", ", \($0.en)") } ?? Text()
        return Text(" \(first.nl.uppercasedFirst)\(tail.nl).", " \(first.en.uppercasedFirst)\(tail.en).")
    }

    /// A day that three rows or more, and two of every three, have in common: then it need not stand at each.
    static func commonDay(_ days: [Day]) -> Day? {
        let counts = days.reduce(into: [Day: Int]()) { $0[$1, default: 0] += 1 }
        guard let (day, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
        return count >= 3 && count * 3 >= days.count * 2 ? day : nil
    }
}
