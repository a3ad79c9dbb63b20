import Foundation
import Kernel

/// A state as bytes, to start faster. A cache: one format may be dropped for another without loss.
enum StateSnapshot {
    static let format = 2

    static func bytes(of state: EcosystemState, catalogue: Catalogue) -> Data {
        var writer = SnapshotWriter()
        writer.number(state.sequence)
        writer.number(Int(state.recordedAt))
        writer.number(catalogue.kinds.count)
        for kind in catalogue.kinds {
            writer.string(kind.plural)
            writer.number(kind.fields.count)
            for field in kind.fields { writer.string(field.name) }
            let positions = Dictionary(
                kind.fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
            writer.number(state.table(kind.plural)?.count ?? 0)
            state.table(kind.plural)?.forEach { id, version, values in
                writer.string(id)
                writer.number(version)
                writer.number(values.count)
                for (name, value) in values {
                    writer.number(positions[name] ?? 0)
                    writer.value(value)
                }
            }
            let removed = state.table(kind.plural)?.removed ?? []
            writer.number(removed.count)
            for removal in removed {
                writer.string(removal.id)
                writer.number(removal.sequence)
            }
        }
        return Data(writer.bytes)
    }

    /// Nil when the bytes are not a snapshot of these kinds; then the log is replayed instead.
    static func state(id: String, from bytes: Data, catalogue: Catalogue) -> EcosystemState? {
        bytes.withUnsafeBytes { buffer -> EcosystemState? in
            var reader = SnapshotReader(bytes: buffer.bindMemory(to: UInt8.self))
            var state = catalogue.emptyState(id)
            guard let sequence = reader.number(), let recordedAt = reader.number(), let kinds = reader.count() else {
                return nil
            }
            state.sequence = sequence
            state.recordedAt = Int64(recordedAt)
            for _ in 0..<kinds {
                guard let plural = reader.string(), let names = reader.names(), let count = reader.count() else {
                    return nil
                }
                guard restore(count, of: plural, names, from: &reader, into: &state),
                    restoreRemovals(of: plural, from: &reader, into: &state)
                else { return nil }
            }
            return reader.isAtEnd ? state : nil
        }
    }

    private static func restore(
        _ count: Int, of plural: String, _ names: [String], from reader: inout SnapshotReader,
        into state: inout EcosystemState
    ) -> Bool {
        for _ in 0..<count {
            guard let id = reader.string(), let version = reader.number(), let fields = reader.count() else {
                return false
            }
            var values: [String: Value] = [:]
            values.reserveCapacity(fields)
            for _ in 0..<fields {
                guard let position = reader.number(), names.indices.contains(position), let value = reader.value()
                else {
                    return false
                }
                values[names[position]] = value
            }
            do throws(Problem) { try state.restore(values, on: id, of: plural, version: version) } catch {
                return false
            }
        }
        return true
    }
}

extension StateSnapshot {
    private static func restoreRemovals(
        of plural: String, from reader: inout SnapshotReader, into state: inout EcosystemState
    ) -> Bool {
        guard let count = reader.count() else { return false }
        for _ in 0..<count {
            guard let id = reader.string(), let sequence = reader.number() else { return false }
            state.restoreRemoval(of: id, of: plural, at: sequence)
        }
        return true
    }
}
