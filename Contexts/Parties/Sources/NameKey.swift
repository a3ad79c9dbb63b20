import Foundation
import Kernel

/// A name without what differs between two spellings of it: case, accents, punctuation, spaces, legal form, “National”.
struct NameKey: Hashable {
    /// Lower-case ASCII letters and digits only; never empty.
    let letters: String
    /// What sort of public body it says it is: the municipality and the province of Utrecht are not the same.
    let body: Body?
    /// The first word, when the name is of more than one word.
    let firstWord: String?
    /// Whether the name is one short word in capitals.
    let isAcronym: Bool

    enum Body: Hashable { case municipality, province, waterAuthority }

    /// Nil when nothing is left of the name.
    init?(_ name: String) {
        var words = Self.words(of: name)
        let acronym = words.count == 1 && Self.looksLikeAcronym(name)
        var body: Body?
        var kept: [String] = []
        for word in words {
            if let found = Self.bodies[word] {
                body = body ?? found
            } else if !Self.fillers.contains(word) {
                kept.append(word)
            }
        }
        if !kept.isEmpty { words = kept }
        guard !words.isEmpty else { return nil }
        letters = words.joined()
        self.body = body
        firstWord = words.count > 1 ? words[0] : nil
        isAcronym = acronym
    }

    /// Lower-case words in ASCII. A full stop joins (b.v.), an ampersand is “en”, anything else parts.
    private static func words(of name: String) -> [String] {
        let plain = name.utf8.allSatisfy { $0 < 128 } ? name : name.decomposedStringWithCanonicalMapping
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": word.append(UInt8(scalar.value))
            case "A"..."Z": word.append(UInt8(scalar.value) + 32)
            case "&", "+": word += "en".utf8
            case ".", "'", "’", "‘": continue
            case _ where scalar.value < 128: close()
            case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
            default: if scalar.properties.isAlphabetic { word += String(scalar).lowercased().utf8 } else { close() }
            }
        }
        close()
        return words
    }

    private static func looksLikeAcronym(_ name: String) -> Bool {
        (3...5).contains(name.utf8.count) && name.utf8.allSatisfy { (65...90).contains($0) }
    }

    private static let bodies: [String: Body] = [
        "gemeente": .municipality, "municipality": .municipality, "provincie": .province, "province": .province,
        "waterschap": .waterAuthority, "hoogheemraadschap": .waterAuthority,
    ]

    /// Words that one spelling has and the other leaves out.
    private static let fillers: Set<String> = [
        "bv", "nv", "vof", "cv", "ua", "ltd", "inc", "gmbh", "cooperatie", "stichting", "vereniging", "foundation",
        "association", "holding", "groep", "group", "nationale", "national", "nationaal", "koninklijke", "royal",
        "nederland", "netherlands", "nederlandse", "dutch", "het", "de", "the", "of", "van", "ministerie", "ministry",
    ]
}
