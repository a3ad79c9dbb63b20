import Kernel

extension Organisation {
    /// What to call it where there is little room: without its legal form; of a name that stays long, its shortest other name that fits.
    package var shortName: Text { Text(short(name.dutch), short(name.english)) }

    /// A name up to this long fits above a narrow column.
    private static let room = 18

    private func short(_ name: String) -> String {
        let plain = Self.withoutLegalForm(name)
        guard plain.count > Self.room else { return plain }
        return aliases.filter { $0.count > 1 && $0.count <= Self.room }.min { ($0.count, $0) < ($1.count, $1) }
            ?? plain
    }

    private static func withoutLegalForm(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count > 1, let last = words.last,
            ["bv", "nv", "vof", "cv", "ua"].contains(last.lowercased().filter { $0 != "." })
        else { return name }
        return words.dropLast().joined(separator: " ")
    }
}
