import Kernel

/// A value read from text, with the line and column of each of its parts, so that a refusal can point.
package struct Located: Sendable {
    package struct Place: Sendable, Hashable {
        /// Both count from 1.
        package let line: Int
        package let column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    package let value: Value
    package let place: Place
    package let items: [Located]
    package let entries: [String: Located]

    package init(value: Value, place: Place, items: [Located] = [], entries: [String: Located] = [:]) {
        self.value = value
        self.place = place
        self.items = items
        self.entries = entries
    }

    /// The place of what a problem points at, or of the nearest part above it that exists.
    package func place(at path: some Collection<String>) -> Place {
        guard let step = path.first else { return place }
        let rest = path.dropFirst()
        if let entry = entries[step] { return entry.place(at: rest) }
        if let index = Int(step), items.indices.contains(index) { return items[index].place(at: rest) }
        return place
    }
}

extension Problem {
    /// What is wrong and how to mend it, on one line; with the column when it is the notation that is broken.
    package func described(at place: Located.Place, in language: Language) -> String {
        let column = language == .nl ? "kolom \(place.column): " : "column \(place.column): "
        let hasColumn = rule.hasPrefix("yaml.") && !["yaml.size", "yaml.encoding"].contains(rule)
        let words = [(hasColumn ? column : "") + message.shown(language), mend.shown(language)]
        return words.filter { !$0.isEmpty }.joined(separator: " ").onOneLine
    }
}

/// Text that could not be read: where, and the problem.
package struct NotationError: Error, Sendable, Hashable {
    package let place: Located.Place
    package let problem: Problem
}
