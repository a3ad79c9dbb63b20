import Kernel
import Ledger

/// What a verification found, in words; what went wrong exactly is told in English, as the ledger has it.
extension VerificationReport {
    func tell(_ language: Language, hasKey: Bool) {
        guard let failure else {
            Console.out(
                Text("Alles staat er zoals het is vastgelegd.", "Everything is as it was recorded.").shown(language))
            return Console.out(rows: rows(hasKey: hasKey).map { [$0.shown(language), $1.shown(language)] })
        }
        Console.out("\(Text("Niet in orde", "Not in order").shown(language)): \(failure.described(language))".onOneLine)
        guard failure.kind != .unreadable else { return }
        let before = Text(
            "De \(entries) posten ervoor zijn in orde.", "\(entries) entries before it are in order.")
        Console.out(before.shown(language))
    }

    private func rows(hasKey: Bool) -> [(Text, Text)] {
        let counts = [
            (Text("posten", "entries"), entries), (Text("ecosystemen", "ecosystems"), ecosystems),
            (Text("gewist", "erased"), erased), (Text("grootte van de boom", "tree size"), size),
        ]
        let signed = signedSize.map {
            Text("getekend voor de eerste \($0) posten", "signed for the first \($0) entries")
        }
        var rows = counts.map { ($0, Text(same: String($1))) }
        rows += [
            (Text("wortel", "root"), Text(same: root.hex)),
            (Text(same: "checkpoint"), signed ?? Text("geen naast de store", "none beside the store")),
            (Text("sleutel", "key"), Self.words(hasKey: hasKey)),
        ]
        guard !unfitSnapshots.isEmpty else { return rows }
        let snapshots = Text(same: unfitSnapshots.joined(separator: "; "))
        return rows + [(Text("ongebruikte momentopnamen", "unused snapshots"), snapshots)]
    }

    private static func words(hasKey: Bool) -> Text {
        hasKey
            ? Text("naast de store", "beside the store")
            : Text(
                "niet naast de store; nodig om vast te leggen, niet om na te gaan",
                "not beside the store; needed to record, not to verify")
    }
}

extension VerificationReport.Failure {
    /// The same as its description, with a Dutch beginning where asked.
    fileprivate func described(_ language: Language) -> String {
        guard language == .nl else { return description }
        var place: [String] = []
        if let leaf { place.append("post \(leaf)") }
        if let ecosystem { place.append("ecosysteem \(ecosystem)") }
        if let sequence { place.append("gebeurtenis \(sequence)") }
        return kind.dutch + (place.isEmpty ? "" : " bij \(place.joined(separator: ", "))") + ": \(message)"
    }
}

extension VerificationReport.Failure.Kind {
    fileprivate var dutch: String {
        switch self {
        case .changed: "gewijzigd"
        case .missing: "weg"
        case .reordered: "in een andere volgorde"
        case .forked: "een andere geschiedenis dan is getekend"
        case .rolledBack: "teruggezet"
        case .damaged: "beschadigd"
        case .unreadable: "niet te lezen"
        }
    }
}
