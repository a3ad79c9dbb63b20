import Ecosystems
import Governance
import Kernel
import Parties

/// A record that others changed, in what somebody belongs to.
package struct DigestChange: Sendable, Hashable {
    /// Kind (plural) and id of the record.
    package let kind: String
    package let record: String
    package let label: Text
    package let title: Text
    /// It was not there before.
    package let isNew: Bool
    /// How many events there were about it.
    package let count: Int
    /// The day of the last one.
    package let day: Day

    /// What a digest tells elsewhere, or what says little by itself: a vote is told by its outcome.
    private static let untold: Set<String> = [
        Decision.naming.plural, Vote.naming.plural, TurnoutMark.naming.plural, Proxy.naming.plural,
    ]

    /// Records that are there, that the reader may see and that concern them, changed by others since a day; the latest first.
    static func all(
        _ reader: Reader, persons: [String], history: [HistoryItem], since: Day
    ) -> [DigestChange] {
        let circle = Circle(reader, persons: persons)
        guard !circle.isEmpty else { return [] }
        var order: [String] = []
        var groups: [String: [HistoryItem]] = [:]
        for item in history where Clock.day(of: item.recordedAt) >= since && !persons.contains(item.person) {
            guard !item.isErased, !item.kind.isEmpty, !untold.contains(item.kind), reader.mayMail(item.kind) else {
                continue
            }
            let key = "\(item.kind)/\(item.id)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(item)
        }
        return order.compactMap { groups[$0].flatMap { change($0, reader, circle) } }
    }

    private static func change(_ items: [HistoryItem], _ reader: Reader, _ circle: Circle) -> DigestChange? {
        guard let latest = items.first, let kind = reader.catalogue.kind(latest.kind), reader.maySee(latest),
            let values = reader.values(kind, latest.id), circle.holds(kind, latest.id, values)
        else { return nil }
        return DigestChange(
            kind: kind.plural, record: latest.id, label: kind.naming.label,
            title: reader.title(kind.plural, latest.id),
            isNew: items.contains { reader.catalogue.subject(of: $0.eventKind)?.verb == .added }, count: items.count,
            day: Clock.day(of: latest.recordedAt))
    }
}

/// What somebody belongs to: themselves, their organisations and the bodies that they or their organisations sit in.
private struct Circle {
    private let ids: [String: Set<String>]

    init(_ reader: Reader, persons: [String]) {
        let bodies = MeetingCalendar.bodies(of: persons, reader).map(\.rawValue)
        ids = [
            Person.naming.plural: Set(persons), Organisation.naming.plural: reader.rights.belongsTo,
            Body.naming.plural: Set(bodies),
        ]
    }

    var isEmpty: Bool { ids.values.allSatisfy(\.isEmpty) }

    /// Whether a record is in it, or names what is.
    func holds(_ kind: Kind, _ id: String, _ values: [String: Value]) -> Bool {
        if ids[kind.plural]?.contains(id) == true { return true }
        var isHeld = false
        for field in kind.fields {
            guard let value = values[field.name] else { continue }
            field.shape.visitNames(in: value) { shape, name, _ in
                guard case .reference(let plural) = shape else { return }
                if ids[plural]?.contains(name) == true { isHeld = true }
            }
        }
        return isHeld
    }
}
