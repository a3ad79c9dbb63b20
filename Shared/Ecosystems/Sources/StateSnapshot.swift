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

struct SnapshotWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func string(_ string: String) {
        number(string.utf8.count)
        bytes += string.utf8
    }

    mutating func value(_ value: Value) {
        switch value {
        case .null: bytes.append(0)
        case .flag(let flag): bytes.append(flag ? 2 : 1)
        case .whole(let whole):
            bytes.append(3)
            number(whole)
        case .number(let double):
            bytes.append(4)
            number(Int(bitPattern: UInt(double.bitPattern)))
        case .string(let text):
            bytes.append(5)
            string(text)
        case .list(let items):
            bytes.append(6)
            number(items.count)
            for item in items { self.value(item) }
        case .map(let entries):
            bytes.append(7)
            number(entries.count)
            for (key, entry) in entries {
                string(key)
                self.value(entry)
            }
        }
    }
}

struct SnapshotReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func number() -> Int? {
        var rest: UInt = 0
        var shift: UInt = 0
        while at < bytes.count, shift < 64 {
            let byte = bytes[at]
            at += 1
            rest |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: rest >> 1) ^ -Int(bitPattern: rest & 1) }
            shift += 7
        }
        return nil
    }

    /// How many of something follow; never more than there are bytes left for.
    mutating func count() -> Int? {
        guard let count = number(), count >= 0, count <= bytes.count - at else { return nil }
        return count
    }

    mutating func string() -> String? {
        guard let count = count() else { return nil }
        defer { at += count }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<(at + count)]), as: UTF8.self)
    }

    mutating func names() -> [String]? {
        guard let count = count() else { return nil }
        var names: [String] = []
        for _ in 0..<count {
            guard let name = string() else { return nil }
            names.append(name)
        }
        return names
    }

    mutating func value() -> Value? {
        guard at < bytes.count else { return nil }
        let tag = bytes[at]
        at += 1
        switch tag {
        case 0: return .null
        case 1, 2: return .flag(tag == 2)
        case 3: return number().map(Value.whole)
        case 4: return number().map { .number(Double(bitPattern: UInt64(UInt(bitPattern: $0)))) }
        case 5: return string().map(Value.string)
        case 6: return list()
        case 7: return map()
        default: return nil
        }
    }

    private mutating func list() -> Value? {
        guard let count = count() else { return nil }
        var items: [Value] = []
        for _ in 0..<count {
            guard let item = value() else { return nil }
            items.append(item)
        }
        return .list(items)
    }

    private mutating func map() -> Value? {
        guard let count = count() else { return nil }
        var entries: [String: Value] = [:]
        for _ in 0..<count {
            guard let key = string(), let entry = value() else { return nil }
            entries[key] = entry
        }
        return .map(entries)
    }
}
