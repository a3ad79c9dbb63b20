import Ecosystems
import Kernel

/// One organisation seeks what another offers: at least half of the words of the shorter text are in both. Stricter than `CompetenceMatch`, because nobody
/// asked for it.
package struct NeedAndOffer: Sendable, Hashable {
    package let seeker: ID<Organisation>
    package let giver: ID<Organisation>
    package let need: Text
    package let offer: Text
    /// Words that need and offer share.
    package let sharedWords: Int

    /// Words in more offers than this say too little to find anybody by; ours. It keeps the search from growing with the square.
    private static let mostOffers = 200

    /// Every match between organisations that did not leave or decline; by seeker, most shared words first, and of the same two the best only.
    package static func all(_ reader: Reader) -> [NeedAndOffer] {
        // From the state: everyone may see needs and offers, and most organisations have none.
        let open = reader.state[Organisation.self].records.filter {
            !($0.needs.isEmpty && $0.offers.isEmpty) && reader.situation.status(of: $0.id)?.isClosed != true
        }.sorted { $0.id < $1.id }
        let offers = open.flatMap { giver in giver.offers.map { (giver: giver.id, wording: Wording($0)) } }
        var places: [String: [Int]] = [:]
        for (place, offer) in offers.enumerated() {
            for word in offer.wording.all { places[word, default: []].append(place) }
        }
        return open.flatMap { seeker in
            var best: [ID<Organisation>: NeedAndOffer] = [:]
            for need in seeker.needs.map(Wording.init) {
                let near = Set(
                    need.all.flatMap { word in (places[word] ?? []).count > mostOffers ? [] : places[word] ?? [] })
                for place in near.sorted() where offers[place].giver != seeker.id {
                    let (giver, offer) = offers[place]
                    let shared = need.clearlyShared(with: offer)
                    guard shared > best[giver]?.sharedWords ?? 0 else { continue }
                    best[giver] = NeedAndOffer(
                        seeker: seeker.id, giver: giver, need: need.text, offer: offer.text, sharedWords: shared)
                }
            }
            return best.values.sorted { ($1.sharedWords, $0.giver) < ($0.sharedWords, $1.giver) }
        }
    }
}
