import Ecosystems
import Kernel

/// What one organisation needs and another offers, matched on the words they use.
package struct CompetenceMatch: Sendable, Hashable {
    package let need: Text
    package let offer: Text
    /// The other organisation.
    package let organisation: RecordLink
    /// Words that need and offer share.
    package let sharedWords: Int

    /// The best matches first, at most so many each way. Organisations that left or declined do not count.
    static func matches(
        for organisation: Organisation, _ reader: Reader, limit: Int = 8
    ) -> (offered: [CompetenceMatch], wanted: [CompetenceMatch]) {
        guard !organisation.needs.isEmpty || !organisation.offers.isEmpty else { return ([], []) }
        let needs = organisation.needs.map(Wording.init)
        let offers = organisation.offers.map(Wording.init)
        var offered: [CompetenceMatch] = []
        var wanted: [CompetenceMatch] = []
        for other in reader.state[Organisation.self].records where other.id != organisation.id {
            if needs.isEmpty || other.offers.isEmpty, offers.isEmpty || other.needs.isEmpty { continue }
            if reader.situation.status(of: other.id)?.isClosed == true { continue }
            let link = reader.link(other.id)
            if !needs.isEmpty { offered += pairs(needs, other.offers.map(Wording.init), link) }
            if !offers.isEmpty { wanted += pairs(other.needs.map(Wording.init), offers, link) }
        }
        return (best(offered, limit), best(wanted, limit))
    }

    private static func pairs(_ needs: [Wording], _ offers: [Wording], _ link: RecordLink) -> [CompetenceMatch] {
        needs.flatMap { need in
            offers.compactMap { offer in
                let shared = need.sharedWords(with: offer)
                guard shared > 0 else { return nil }
                return CompetenceMatch(need: need.text, offer: offer.text, organisation: link, sharedWords: shared)
            }
        }
    }

    private static func best(_ matches: [CompetenceMatch], _ limit: Int) -> [CompetenceMatch] {
        let sorted = matches.sorted { one, two in
            if one.sharedWords != two.sharedWords { return one.sharedWords > two.sharedWords }
            return (one.organisation.id, one.need.nl, one.offer.nl) < (two.organisation.id, two.need.nl, two.offer.nl)
        }
        return Array(sorted.prefix(limit))
    }
}

/// The words of a text that carry meaning, by language.
struct Wording {
    let text: Text
    let dutch: Set<String>
    let english: Set<String>

    /// Of both languages, in order.
    var all: [String] { dutch.union(english).sorted() }

    init(_ text: Text) {
        self.text = text
        dutch = Self.words(text.nl)
        english = Self.words(text.en)
    }

    /// The most words shared in one language; 0 when they share too little to mean the same: two words, or one that is
    /// half of the shorter text.
    func sharedWords(with other: Wording) -> Int {
        max(Self.shared(dutch, other.dutch), Self.shared(english, other.english))
    }

    /// The same, but 0 when it is less than half of the shorter text.
    func clearlyShared(with other: Wording) -> Int {
        func clear(_ one: Set<String>, _ two: Set<String>) -> Int {
            let count = Self.shared(one, two)
            return count * 2 >= min(one.count, two.count) ? count : 0
        }
        return max(clear(dutch, other.dutch), clear(english, other.english))
    }

    private static func shared(_ one: Set<String>, _ two: Set<String>) -> Int {
        let count = one.intersection(two).count
        return count >= 2 || (count == 1 && min(one.count, two.count) <= 2) ? count : 0
    }

    /// Words of four letters and more, cut at seven so that endings do not matter, without those that say nothing.
    private static func words(_ text: String) -> Set<String> {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return Set(words.filter { $0.count >= 4 && !common.contains(String($0)) }.map { String($0.prefix(7)) })
    }

    private static let common: Set<String> = [
        "voor", "naar", "over", "door", "bij", "onze", "deze", "wordt", "worden", "hebben", "waar", "maar", "meer",
        "waarvoor", "binnen", "zoals", "tussen", "weten", "with", "from", "that", "this", "they", "their", "what",
        "which", "into", "samen", "elkaar", "gebruik", "together", "other", "each", "about", "knowing", "know", "where",
        "more",
    ]
}
