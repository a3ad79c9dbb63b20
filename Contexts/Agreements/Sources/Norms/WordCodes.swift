import MethodLibrary

/// Words as numbers, so that looking for evidence compares numbers.
final class WordCodes {
    private var codes: [String: Int32] = [:]
    private(set) var words: [String] = []

    /// Nothing stands there.
    static let none: Int32 = -1

    func code(_ word: String) -> Int32 {
        if let code = codes[word] { return code }
        let code = Int32(words.count)
        codes[word] = code
        words.append(word)
        return code
    }

    /// The number of a word that was seen before; nil for any other.
    func known(_ word: String) -> Int32? { codes[word] }
}

/// What is asked of the fields of one kind of record.
struct EvidenceFields {
    var words: Set<String> = []
    var days: Set<String> = []
    var amounts: Set<String> = []

    mutating func add(_ evidence: NormRule.Evidence) {
        words.formUnion([evidence.party, evidence.counterparty, evidence.about].filter { !$0.isEmpty })
        for match in evidence.matching {
            if match.above.isEmpty { words.insert(match.field) } else { amounts.insert(match.field) }
        }
        if !evidence.day.isEmpty { days.insert(evidence.day) }
        if !evidence.amount.isEmpty { amounts.insert(evidence.amount) }
    }
}
