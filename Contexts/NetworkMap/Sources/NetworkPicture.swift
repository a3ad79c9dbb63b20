import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// A map that answers a question: what to draw, what the drawing means, and the same as tables.
package struct NetworkPicture: Sendable, Hashable {
    /// By id.
    package let nodes: [DrawnNode]
    /// By id.
    package let edges: [DrawnEdge]
    /// Sectors or roles first, then kinds of relations; only what is on the map.
    package let legend: [LegendEntry]
    /// How many organisations pass the filters but are not drawn, because there are too many.
    package let leftOut: Int
    /// Records that tie so many that they give no lines; by record.
    package let crowds: [EcosystemNetwork.Crowd]
    /// The relations on the map and what follows from other records, by names in the language asked for.
    package let relations: [RelationRow]
    /// The organisations on the map, by name.
    package let organisations: [OrganisationRow]

    /// How much is on the map and how much is not, in a sentence or two.
    package var sentence: Text {
        let parties = organisations.count
        let derived = relations.count(where: \.isDerived)
        let ties = relations.count - derived
        let more = Text(
            derived == 0 ? "" : ", en \(derived) die \(derived == 1 ? "volgt" : "volgen") uit andere gegevens",
            derived == 0 ? "" : ", and \(derived) that \(derived == 1 ? "follows" : "follow") from other records")
        let shown = Text(
            "\(parties) \(parties == 1 ? "organisatie" : "organisaties") en \(ties) \(ties == 1 ? "relatie" : "relaties")\(more.nl).",
            "\(parties) \(parties == 1 ? "organisation" : "organisations") and \(ties) \(ties == 1 ? "relation" : "relations")\(more.en)."
        )
        guard leftOut > 0 else { return shown }
        return Text(
            "\(shown.nl) Nog \(leftOut) organisaties passen er niet op: kies een filter of een organisatie als middelpunt.",
            "\(shown.en) Another \(leftOut) organisations do not fit: choose a filter, or an organisation as the centre."
        )
    }

    package struct RelationRow: Sendable, Hashable {
        package let id: String
        /// The record that it comes from: a relation, or another from which it follows.
        package let source: RecordPlace
        package let isDerived: Bool
        package let from: Entry
        package let kind: Entry
        /// Whether it goes one way only.
        package let isDirected: Bool
        package let to: Entry
        package let description: Text
        package let period: Period
        package let weight: Double?
        /// How the sides see it.
        package let sides: TieSides
    }

    package struct OrganisationRow: Sendable, Hashable {
        package let id: String
        package let name: Text
        package let sector: Entry
        package let roles: [Text]
        /// Relations on this map.
        package let relations: Int
    }

    /// Something and what to call it.
    package struct Entry: Sendable, Hashable {
        package let id: String
        package let title: Text
    }
}

extension NetworkPicture {
    /// Answers a question. Refuses kinds, roles, sectors and a focus that do not exist.
    ///
    /// Goes by indices until it is known what to draw: made for 48,000 organisations with 480,000 relations.
    ///
    /// - Parameters:
    ///   - language: of the names on the map and in the legend.
    ///   - link: the address of an organisation's page, by its id.
    package static func of(
        _ question: MapQuestion, _ reader: Reader, language: Language, link: (String) -> String = { _ in "" }
    ) throws(Refusal) -> NetworkPicture {
        try MapReading(question, reader).picture(language, link: link)
    }
}
