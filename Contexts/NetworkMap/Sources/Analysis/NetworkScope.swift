import Ecosystems
import Kernel
import Networks

/// Which ties of an ecosystem count in an analysis.
package struct NetworkScope: Sendable, Hashable {
    /// Ids of relation kinds; none: all.
    package var kinds: Set<String>
    /// Only what held on this day, with who took part then; nil: everything that was ever recorded, as on the map.
    package var day: Day?
    /// Whether ties that follow from other records count beside recorded relations.
    package var showsDerived: Bool
    package var isDirected: Bool

    package init(
        kinds: Set<String> = [], day: Day? = nil, showsDerived: Bool = true, isDirected: Bool = false
    ) {
        (self.kinds, self.day, self.showsDerived, self.isDirected) = (kinds, day, showsDerived, isDirected)
    }

    /// What the map is asked for to show the same.
    package var question: MapQuestion {
        MapQuestion(kinds: kinds, during: day.map { Period(from: $0, until: $0) }, showsDerived: showsDerived)
    }

    /// The organisations and ties within this scope, as far as the caller may see them. Refuses a kind that is not in the library.
    package func network(_ reader: Reader) throws(Refusal) -> EcosystemNetwork {
        let problems = question.problems(in: reader)
        guard problems.isEmpty else { throw .invalid(problems) }
        return EcosystemNetwork(reader, question)
    }

    /// The same as it is analysed.
    package func graph(_ reader: Reader) throws(Refusal) -> NetworkGraph {
        try network(reader).graph(isDirected: isDirected)
    }
}
