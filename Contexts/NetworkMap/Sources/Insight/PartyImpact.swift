import Ecosystems
import Kernel
import Networks
import Parties

/// What hangs on one organisation today: what would fall or be touched if it left. A function of what the caller may see.
package struct PartyImpact: Sendable {
    package let organisation: String
    /// What nobody else carries: goals, activities, roles, agreements, deliveries; a record once, by kind.
    package let alone: [Carried]
    /// What others carry too.
    package let shared: [Carried]
    /// Whom it is tied to directly, by id; and how many ties that are.
    package let partners: [String]
    package let ties: Int
    /// Who would lose touch with most of their part of the network, piece by piece, the largest first; each by id.
    package let cutOff: [[String]]
    /// Who get something from this organisation only, by kind of relation.
    package let soleSupplies: [SoleSupplier]

    /// Refuses an organisation that is not there.
    package init(_ id: String, _ reader: Reader) throws(Refusal) {
        guard reader.record(Organisation.self, id) != nil else {
            throw .notFound(
                Problem(
                    "impact.organisation", at: ["organisation"],
                    Text("Er is geen organisatie “\(id)”.", "There is no organisation “\(id)”."),
                    mend: Text("Kies een organisatie uit de lijst.", "Choose an organisation from the list.")))
        }
        // The one that is asked for stays, also when it left.
        let question = MapQuestion(during: Period(from: reader.today, until: reader.today), focus: id)
        let network = EcosystemNetwork(reader, question)
        try self.init(id, in: network, carried: reader.carried)
    }

    /// The same from what is known already, for who asks it of several.
    package init(_ id: String, in network: EcosystemNetwork, carried: [Carried]) throws(Refusal) {
        let own = carried.filter { $0.by == id }
        organisation = id
        alone = own.filter(\.isAlone).eachOnce
        let fallen = Set(alone.map(\.what))
        shared = own.filter { !$0.isAlone && !fallen.contains($0.what) }.eachOnce
        let graph = try network.graph()
        let node = graph.number(of: id)
        partners = node.map { graph.neighbours(of: $0).map { graph.ids[$0] } } ?? []
        ties = node.map { node in network.ties.count { $0.from == node || $0.to == node } } ?? 0
        cutOff = node.map { graph.pieces(without: $0).dropFirst().map { $0.map { graph.ids[$0] } } } ?? []
        soleSupplies = SoleSupplier.all(in: network).filter { $0.organisation == id }
    }

    /// How many organisations lose touch.
    package var cutOffCount: Int { cutOff.map(\.count).reduce(0, +) }

    /// Nothing falls when it leaves, as far as is recorded.
    package var isLight: Bool { alone.isEmpty && cutOff.isEmpty && soleSupplies.isEmpty }

    /// What nobody else carries, in one phrase: “2 doelen, 1 rol”.
    package func counts(_ catalogue: Catalogue) -> Text { Self.counts(alone, catalogue) }

    static func counts(_ carried: [Carried], _ catalogue: Catalogue) -> Text {
        let kinds = Dictionary(grouping: carried, by: \.what.kind).mapValues(\.count).sorted { $0.key < $1.key }
        let phrases = kinds.map { plural, count in
            let naming = catalogue.kind(plural)?.naming
            let label = (count == 1 ? naming?.label : naming?.pluralLabel) ?? Text(same: plural)
            return Text("\(count) \(label.dutch.lowercased())", "\(count) \(label.english.lowercased())")
        }
        return Text.listing(phrases, upTo: .max)
    }
}
