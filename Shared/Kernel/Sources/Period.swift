/// From a day up to and including a day; either end may be open.
package struct Period: Hashable, Sendable {
    package var from: Day?
    package var until: Day?

    package init(from: Day? = nil, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    package var isEmpty: Bool { from == nil && until == nil }

    package func contains(_ day: Day) -> Bool {
        if let from, day < from { return false }
        if let until, day > until { return false }
        return true
    }
}
