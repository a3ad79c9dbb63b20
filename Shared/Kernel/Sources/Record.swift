/// How a kind of record is called everywhere: in events (`organisation.changed`), files and URLs (`organisations`), and on screen.
package struct Naming: Sendable, Hashable {
    /// Singular, lower camel case: the noun in event kinds.
    package let singular: String
    /// Plural: the file name, the API resource and the key in counts.
    package let plural: String
    package let label: Text
    package let pluralLabel: Text
    /// One sentence: what this kind of record is for.
    package let meaning: Text

    package init(_ singular: String, _ plural: String, _ label: Text, _ pluralLabel: Text, meaning: Text) {
        self.singular = singular
        self.plural = plural
        self.label = label
        self.pluralLabel = pluralLabel
        self.meaning = meaning
    }
}

/// How the records and methods that a record refers to are called.
package struct Names {
    private let record: (_ plural: String, _ id: String) -> Text
    private let method: (_ entry: FieldShape.MethodEntry, _ id: String) -> Text
    private let offer: (_ plural: String, _ field: String, _ values: [String: Value]) -> Text

    package init(
        record: @escaping (_ plural: String, _ id: String) -> Text,
        method: @escaping (_ entry: FieldShape.MethodEntry, _ id: String) -> Text,
        offer: @escaping (_ plural: String, _ field: String, _ values: [String: Value]) -> Text
    ) {
        self.record = record
        self.method = method
        self.offer = offer
    }

    package subscript<R: Record>(id: ID<R>) -> Text { record(R.naming.plural, id.rawValue) }
    package subscript(entry: FieldShape.MethodEntry, id: String) -> Text { method(entry, id) }

    /// What a field of plain words names, such as a phase of a record's own lifecycle; the words themselves when nothing.
    package func called<R: Record>(_ field: String, of record: R) -> Text {
        offer(R.naming.plural, field, record.values)
    }
}

/// A kind of record, declared once; form, API, text file, events, history, search and reference pages follow from it.
package protocol Record: Described {
    static var naming: Naming { get }
    /// Who may read records of this kind.
    static var visibility: Visibility { get }
    /// Names of the fields that say which organisations a record belongs to; their people may edit it.
    static var owners: [String] { get }
    /// Comes about through a process with rules of its own, such as signing; not added or changed by hand.
    static var isProcess: Bool { get }
    /// Only the organisations it belongs to write it, nobody on their behalf; such as the key that they sign with.
    static var isOwnersAlone: Bool { get }
    var id: ID<Self> { get set }
    /// What to call this record in a list, as far as it knows by itself.
    var title: Text { get }
    /// What to call it where the names of others are known; for records that are called after what they refer to.
    func title(with names: Names) -> Text
    /// Rules between the fields of one record, beyond the fields themselves.
    func problems() -> [Problem]
}

extension Record {
    package static var visibility: Visibility { .everyone }
    package static var owners: [String] { [] }
    package static var isProcess: Bool { false }
    package static var isOwnersAlone: Bool { false }
    package func problems() -> [Problem] { [] }
    package func title(with names: Names) -> Text { title }

    package init(id: String) {
        self.init()
        self.id = ID(id)
    }
}

extension Field where Owner: Record {
    /// Where the fact came from: a document, a meeting, a line of a source.
    package static func source(_ path: any WritableKeyPath<Owner, String> & Sendable) -> Field {
        Field(
            "source", path, Text("Bron", "Source"),
            help: Text("Waar dit gegeven vandaan komt.", "Where this fact comes from."), group: Text("Bron", "Source"),
            longest: 500)
    }
}
