import Foundation
import Kernel
import Ledger

/// One event in the history of an ecosystem, ready to be told.
package struct HistoryItem: Sendable, Hashable {
    package let sequence: Int
    /// Place in the log of the installation, for proofs.
    package let leaf: Int
    /// Milliseconds since 1970.
    package let recordedAt: Int64
    package let person: String
    package let organisation: String
    package let mandate: String?
    /// The command that led to it; one command may lead to several events in a row.
    package let command: String
    package let eventKind: String
    /// Plural kind and id of the record it is about; "" when it is about none, or its payload was erased.
    package let kind: String
    package let id: String
    package let reason: String
    package let isErased: Bool
    /// The fields it set; `.null` = cleared.
    package let fields: [String: Value]
    package let previous: Int?

    init(_ entry: LedgerEntry, catalogue: Catalogue) throws(Problem) {
        let event = try DomainEvent(entry)
        let subject = catalogue.subject(of: entry.kind)
        sequence = entry.sequence
        leaf = entry.leaf
        recordedAt = entry.recordedAt
        person = entry.actor.person
        organisation = entry.actor.organisation
        mandate = entry.actor.mandate
        command = entry.command
        eventKind = entry.kind
        kind = subject?.kind.plural ?? ""
        id = event?.payload["id"].string ?? ""
        reason = event?.payload["reason"].string ?? ""
        isErased = event == nil
        fields = event?.payload["fields"].map ?? [:]
        previous = event?.payload["previous"].whole
    }
}

/// One version of one record: what happened, and all fields as they were after it.
package struct RecordVersion: Sendable, Hashable {
    package let item: HistoryItem
    /// Empty when it was removed.
    package let values: [String: Value]
    package let difference: Difference?
    package let isRemoval: Bool
}

extension [RecordVersion] {
    /// The fields as they are now or, when the record is gone, as they last were.
    package var latestValues: [String: Value] { first { !$0.isRemoval }?.values ?? [:] }
}

extension Ecosystem {
    /// The events before a sequence, newest first.
    package func history(before: Int? = nil, limit: Int = 50) throws(Refusal) -> [HistoryItem] {
        let end = min(before.map { $0 - 1 } ?? state.sequence, state.sequence)
        do {
            let entries = try ledger.entries(ecosystem: id, after: max(0, end - limit), through: end)
            return try entries.map { try HistoryItem($0, catalogue: catalogue) }.reversed()
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
    }

    /// The last event at or before a moment (milliseconds since 1970).
    package nonisolated func sequence(atOrBefore moment: Int64) throws(Refusal) -> Int {
        do { return try ledger.lastSequence(of: id, atOrBefore: moment) } catch {
            throw .invalid([Problem("store.failed", Text(same: "\(error)"))])
        }
    }

    /// Every version of one record, newest first; also of one that was removed. Walks from version to version; does not read the whole log.
    package func versions(of plural: String, _ record: String) throws(Refusal) -> [RecordVersion] {
        guard let kind = catalogue.kind(plural), let table = state.table(plural),
            let last = table.version(of: record) ?? table.removal(of: record)
        else { return [] }
        var items: [HistoryItem] = []
        var next: Int? = last
        do {
            while let sequence = next,
                let entry = try ledger.entries(ecosystem: id, after: sequence - 1, through: sequence).first
            {
                let item = try HistoryItem(entry, catalogue: catalogue)
                items.append(item)
                next = item.previous.flatMap { $0 < sequence ? $0 : nil }
            }
        } catch { throw .invalid([Problem("store.failed", Text(same: "\(error)"))]) }
        var values: [String: Value]?
        var versions: [RecordVersion] = []
        for item in items.reversed() {
            let before = values
            let isRemoval = catalogue.subject(of: item.eventKind)?.verb == .removed
            values = isRemoval ? nil : (before ?? [:]).merging(item.fields) { $1 }.filter { !$0.value.isNull }
            versions.append(
                RecordVersion(
                    item: item, values: values ?? [:],
                    difference: Difference(kind, record, before, values, title: table.title(of: record)),
                    isRemoval: isRemoval))
        }
        return versions.reversed()
    }
}
