import Ecosystems
import Kernel
import Parties

/// How both sides of a relation see it: the last word of each, as far as the caller may see it.
package struct RelationAccount: Sendable, Hashable {
    /// The side from which it goes, then the other.
    package let sides: [Side]

    package struct Side: Sendable, Hashable {
        /// Id of the organisation.
        package let organisation: String
        /// Nil while it said nothing.
        package let told: Observation?
    }

    /// Nil when there is no such relation.
    package init?(_ id: String, _ reader: Reader) {
        guard let relation = reader.record(Relation.self, id) else { return nil }
        let told = reader.records(Observation.self).filter { $0.relation == relation.id && $0.on != nil }
        sides = [relation.from, relation.to].map { side in
            let last = told.filter { $0.by == side }.max { ($0.on?.number ?? 0, $0.id) < ($1.on?.number ?? 0, $1.id) }
            return Side(organisation: side.rawValue, told: last)
        }
    }

    package var qualities: TieSides { TieSides(from: sides[0].told?.quality, to: sides[1].told?.quality) }

    /// Whether they agree, in a sentence.
    package var sentence: Text {
        let qualities = qualities
        if let one = qualities.from, let other = qualities.to {
            return one == other
                ? Text("Beide kanten zien het zo.", "Both sides see it so.")
                : Text("De kanten zien het verschillend.", "The sides see it differently.")
        }
        return qualities.agreed == nil
            ? Text("Nog geen van beide kanten zei hoe het gaat.", "Neither side has said yet how it goes.")
            : Text("Eén kant zei hoe het gaat.", "One side has said how it goes.")
    }
}
