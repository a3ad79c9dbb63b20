import Kernel

extension Text {
    /// The first few names in quotation marks, and how many more there are: “a”, “b” and 3 more.
    static func listing(_ names: [Text], atMost limit: Int = 3) -> Text {
        let rest = names.count - limit
        func list(_ language: Language, _ and: String, _ more: String) -> String {
            let shown = names.prefix(limit).map { "“\($0.shown(language))”" }
            if rest > 0 { return shown.joined(separator: ", ") + " \(and) \(rest) \(more)" }
            guard let last = shown.last, shown.count > 1 else { return shown.joined() }
            return shown.dropLast().joined(separator: ", ") + " \(and) \(last)"
        }
        return Text(list(.nl, "en", "meer"), list(.en, "and", "more"))
    }

    /// Plain words joined as a sentence does: a, b and c.
    static func joined(_ words: [Text]) -> Text {
        func join(_ language: Language, _ and: String) -> String {
            let shown = words.map { $0.shown(language) }
            guard let last = shown.last, shown.count > 1 else { return shown.joined() }
            return shown.dropLast().joined(separator: ", ") + " \(and) \(last)"
        }
        return Text(join(.nl, "en"), join(.en, "and"))
    }
}
