import Ecosystems
import Kernel
import Networks
import Parties

/// The organisations of an ecosystem and what ties them, as far as the caller may see: what was recorded as a relation, and what follows from
/// other records. A value; the same records give the same value.
///
/// Goes through every record once and sorts the ties, so that the time grows in step with them; made for 48,000 organisations with 480,000 relations.
package struct EcosystemNetwork: Sendable {
    /// Ids, in the order of their bytes.
    package let organisations: [String]
    /// By their ends, then by id.
    package private(set) var ties: [NetworkTie] = []
    /// Circles in which so many take part that they say little about who works with whom: they gave no ties. By record.
    package private(set) var crowds: [Crowd] = []
    /// What derived ties follow from.
    private(set) var implied: [ImpliedTie] = []

    /// A record that ties many at once.
    package struct Crowd: Sendable, Hashable {
        package let source: RecordPlace
        package let about: Text
        /// Places of those of this network that are in it, ascending.
        package let members: [Int]
    }

    /// Ids of all who are in a crowd.
    var crowdMembers: Set<String> { Set(crowds.flatMap(\.members).map { organisations[$0] }) }

    /// Circles of more organisations than this give no ties. The number is ours: twelve make 66 ties that still can be told apart; beyond that
    /// ties grow with the square, and being in one circle hardly says that two know each other.
    package static let largestCircle = 12

    /// - Parameter question: its filters hold (kinds, roles, sectors, statuses, days, with or without derived ties and lonely organisations); where
    ///   it looks at the map from and how much fits on it do not matter.
    package init(_ reader: Reader, _ question: MapQuestion = MapQuestion()) {
        let filter = PartyFilter(question, reader)
        var ids: [String] = []
        reader.scan(Organisation.self) { organisation in
            let id = organisation.id.rawValue
            if id == question.focus || filter.admits(organisation) { ids.append(id) }
        }
        ids.sort(by: bytesPrecede)
        organisations = ids
        var weaver = TieWeaver(ids, question, reader)
        weaver.weaveRelations()
        if question.showsDerived { weaver.weaveImplied() }
        (ties, crowds, implied) = (weaver.sorted, weaver.crowds.sorted { $0.source < $1.source }, weaver.implied)
    }

    /// What held on a day.
    package init(_ reader: Reader, asOf day: Day, kinds: Set<String> = [], derived: Bool = true) {
        self.init(
            reader, MapQuestion(kinds: kinds, during: Period(from: day, until: day), showsDerived: derived))
    }

    /// The record that a tie comes from.
    package func source(of tie: NetworkTie) -> RecordPlace {
        tie.cause.map { implied[$0].source } ?? RecordPlace(kind: Relation.naming.plural, id: tie.id)
    }

    /// What a record says of a tie that follows from it; nil for a relation, which says so itself.
    package func about(_ tie: NetworkTie) -> Text? { tie.cause.map { implied[$0].about } }

    /// The ids of both ends.
    package func ends(of tie: NetworkTie) -> (from: String, to: String) {
        (organisations[tie.from], organisations[tie.to])
    }

    /// The network as it is analysed. Several ties between the same two become one edge that weighs what they weigh together.
    ///
    /// - Parameters:
    ///   - isDirected: whether direction counts; a tie without direction then is an edge both ways.
    ///   - counts: which ties take part.
    package func graph(
        isDirected: Bool = false, where counts: (NetworkTie) -> Bool = { _ in true }
    ) throws(Refusal) -> NetworkGraph {
        var links: [NetworkLink] = []
        links.reserveCapacity(ties.count)
        for tie in ties where counts(tie) {
            // What was recorded before the rule that a weight is above 0 counts as what has none.
            let weight = tie.weight.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } ?? 1
            links.append(NetworkLink(from: tie.from, to: tie.to, weight: weight))
            if isDirected, !tie.isDirected { links.append(NetworkLink(from: tie.to, to: tie.from, weight: weight)) }
        }
        do throws(NetworkRefusal) {
            return try NetworkGraph(nodes: organisations, links: links, isDirected: isDirected)
        } catch { throw .invalid([.unfitNetwork(error)]) }
    }
}

extension Problem {
    /// Only where the records break what the ecosystem guards, or are more than can be numbered.
    fileprivate static func unfitNetwork(_ refusal: NetworkRefusal) -> Problem {
        Problem(
            "network.unfit",
            Text(
                "Van deze gegevens is geen netwerk te maken (\(refusal.count) fouten).",
                "No network can be made of these records (\(refusal.count) faults)."))
    }
}
