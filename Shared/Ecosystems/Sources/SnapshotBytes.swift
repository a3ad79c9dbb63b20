import Kernel

/// Writes numbers, texts and values one after the other, each as short as it can be.
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

/// Reads what `SnapshotWriter` wrote; nil for anything else.
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
