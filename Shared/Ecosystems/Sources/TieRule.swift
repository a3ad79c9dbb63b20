import Kernel

/// What a record that is no relation says about who is tied to whom, such as a gift, an agreement or a seat in a body.
package struct ImpliedTie: Sendable, Hashable {
    /// Who is tied, by the ids of organisations.
    package enum Ends: Sendable, Hashable {
        /// From the first to the second, in that direction only.
        case arrow(from: String, to: String)
        /// The one in the middle with each of the others, in no direction.
        case star(middle: String, others: [String])
        /// Each with each, in no direction, on the days on which both were in it. What is made of a large circle is for who asks: it stays one
        /// value here, whatever its size.
        case circle([Member])
    }

    /// Somebody in a circle, and when.
    package struct Member: Sendable, Hashable {
        package let organisation: String
        package let period: Period

        package init(_ organisation: String, _ period: Period = Period()) {
            self.organisation = organisation
            self.period = period
        }
    }

    package let ends: Ends
    /// Id of a kind of relation of the method library.
    package let kind: String
    /// When it held; empty where the record does not say.
    package let period: Period
    /// The record from which it follows: its kind (plural) and id.
    package let source: RecordPlace
    /// What the record says of it, such as what is given.
    package let about: Text

    package init(_ ends: Ends, kind: String, period: Period = Period(), source: RecordPlace, about: Text) {
        self.ends = ends
        self.kind = kind
        self.period = period
        self.source = source
        self.about = about
    }
}

/// Where a record is: its kind (plural) and id.
package struct RecordPlace: Sendable, Hashable, Comparable {
    package let kind: String
    package let id: String

    package init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }

    package init<R: Record>(_ record: R) { self.init(kind: R.naming.plural, id: record.id.rawValue) }

    package static func < (one: RecordPlace, other: RecordPlace) -> Bool {
        (one.kind, one.id) < (other.kind, other.id)
    }
}

/// A rule by which records tie organisations, as far as a caller may see those records. So that a map knows what other contexts
/// know, without knowing those contexts.
package struct TieRule: Sendable {
    /// In any order.
    package let ties: @Sendable (Reader) -> [ImpliedTie]

    package init(_ ties: @escaping @Sendable (Reader) -> [ImpliedTie]) { self.ties = ties }
}

extension Reader {
    /// What all contexts say about who is tied to whom, beside what is recorded as such; in no fixed order.
    package var impliedTies: [ImpliedTie] { catalogue.contexts.flatMap { $0.ties.flatMap { $0.ties(self) } } }
}
