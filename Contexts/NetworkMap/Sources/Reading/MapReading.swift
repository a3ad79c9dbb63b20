import Ecosystems
import Kernel
import MethodLibrary
import NetworkFiles
import Networks
import Parties

/// A question to the map with the network that answers it, from which every view and every file is made.
package struct MapReading: Sendable {
    package let question: MapQuestion
    package let reader: Reader
    /// Who passes the filters, whether or not there is room to draw them.
    let network: MapNetwork

    /// Refuses kinds, roles, sectors, a focus and a group that do not exist.
    package init(_ question: MapQuestion, _ reader: Reader) throws(Refusal) {
        let problems = question.problems(in: reader)
        guard problems.isEmpty else { throw .invalid(problems) }
        (self.question, self.reader) = (question, reader)
        let whole = MapNetwork(question, reader)
        guard let group = question.group else {
            network = whole
            return
        }
        let groups = try MapGroups(whole, reader)
        guard let chosen = groups.groups.first(where: { $0.number == group }) else {
            throw .invalid([Self.unknown(group, of: groups.groups.count)])
        }
        network = whole.only(Set(chosen.members))
    }

    private static func unknown(_ group: Int, of count: Int) -> Problem {
        Problem(
            "map.group", at: ["group"],
            Text("Er is geen groep \(group).", "There is no group \(group)."),
            mend: Text("Kies een groep van 1 tot en met \(count).", "Choose a group from 1 to \(count)."))
    }

    /// How many organisations and relations pass the filters.
    package var size: (organisations: Int, relations: Int) { (network.ids.count, network.pairs.count) }

    /// The ids of the organisations that pass the filters.
    package var organisations: Set<String> { Set(network.ids) }

    /// What to draw, what the drawing means, and the same as tables.
    ///
    /// - Parameter link: the address of an organisation's page, by its id.
    package func picture(_ language: Language, link: (String) -> String = { _ in "" }) -> NetworkPicture {
        let (chosen, leftOut) = network.chosen(question)
        let painter = MapPainter(network, chosen, question, reader, language)
        return NetworkPicture(
            nodes: painter.nodes(link), edges: painter.edges, legend: painter.legend, leftOut: leftOut,
            crowds: network.network.crowds,
            relations: painter.relationRows, organisations: painter.organisationRows)
    }

    /// Who has more to do with each other than with the rest, the largest group first.
    package func groups() throws(Refusal) -> MapGroups { try MapGroups(network, reader) }

    /// What passes the filters, for other programs.
    package func file(_ language: Language) -> NetworkFile {
        NetworkFile(
            reader, language: language, organisations: organisations,
            relations: Set(network.ties.filter { !$0.isDerived }.map(\.id)))
    }
}

extension MapNetwork {
    /// As the analysis of networks takes it; its numbers follow the order of bytes of the ids, not that of `ids`.
    func graph() throws(Refusal) -> NetworkGraph {
        do {
            return try NetworkGraph(
                nodes: ids, links: pairs.map { NetworkLink(from: $0.0, to: $0.1, weight: 1) })
        } catch {
            throw .unavailable(
                Problem(
                    "map.analysis",
                    Text("Dit netwerk is niet te ontleden.", "This network cannot be analysed."),
                    mend: Text("Kies een kleiner deel van de kaart.", "Choose a smaller part of the map.")))
        }
    }

    /// Only these organisations, and what ties them to each other.
    func only(_ kept: Set<String>) -> MapNetwork {
        var part = self
        part.keep { kept.contains(ids[$0]) }
        return part
    }
}
