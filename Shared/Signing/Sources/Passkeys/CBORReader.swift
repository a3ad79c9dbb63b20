import Foundation

/// Reads CBOR values one after the other. Never reads outside its bytes, nests at most 8 deep and 512 values wide.
struct CBORReader {
    static let maximumDepth = 8
    static let maximumValues = 512

    private let bytes: [UInt8]
    private(set) var offset: Int
    private var valuesLeft = CBORReader.maximumValues

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    mutating func value() throws(CBOR.Fault) -> CBOR {
        try value(depth: 0)
    }

    private mutating func value(depth: Int) throws(CBOR.Fault) -> CBOR {
        guard depth < Self.maximumDepth else { throw fault(.tooDeep) }
        guard valuesLeft > 0 else { throw fault(.tooMany) }
        valuesLeft -= 1
        let start = offset
        let initial = try byte()
        let (major, info) = (initial >> 5, initial & 0x1f)
        if major == 7 { return try simple(info, at: start) }
        let argument = try argument(info, at: start)
        switch major {
        case 0: return .integer(argument)
        case 1: return .integer(-1 - argument)
        case 2: return .bytes(Data(try take(argument)))
        case 3: return .text(try text(argument, at: start))
        case 4: return .array(try array(argument, depth: depth))
        case 5: return .map(try map(argument, depth: depth))
        default: throw CBOR.Fault(reason: .unsupported, offset: start)
        }
    }

    private func simple(_ info: UInt8, at start: Int) throws(CBOR.Fault) -> CBOR {
        switch info {
        case 20: return .boolean(false)
        case 21: return .boolean(true)
        case 22: return .null
        case 31: throw CBOR.Fault(reason: .indefinite, offset: start)
        default: throw CBOR.Fault(reason: .unsupported, offset: start)
        }
    }

    private mutating func argument(_ info: UInt8, at start: Int) throws(CBOR.Fault) -> Int64 {
        guard info >= 24 else { return Int64(info) }
        guard info <= 27 else {
            throw CBOR.Fault(reason: info == 31 ? .indefinite : .unsupported, offset: start)
        }
        let width = 1 << (Int(info) - 24)
        var number: UInt64 = 0
        for part in try take(Int64(width)) { number = number << 8 | UInt64(part) }
        let smallest: UInt64 = width == 1 ? 24 : 1 << (UInt64(width) * 4)
        guard number >= smallest else { throw CBOR.Fault(reason: .longForm, offset: start) }
        guard let argument = Int64(exactly: number) else { throw CBOR.Fault(reason: .tooLarge, offset: start) }
        return argument
    }

    private mutating func text(_ count: Int64, at start: Int) throws(CBOR.Fault) -> String {
        guard let text = String(validating: try take(count), as: UTF8.self) else {
            throw CBOR.Fault(reason: .badText, offset: start)
        }
        return text
    }

    private mutating func array(_ count: Int64, depth: Int) throws(CBOR.Fault) -> [CBOR] {
        guard count <= valuesLeft else { throw fault(.tooMany) }
        var items: [CBOR] = []
        for _ in 0..<count { items.append(try value(depth: depth + 1)) }
        return items
    }

    private mutating func map(_ count: Int64, depth: Int) throws(CBOR.Fault) -> [CBOR.Key: CBOR] {
        guard count <= valuesLeft / 2 else { throw fault(.tooMany) }
        var items: [CBOR.Key: CBOR] = [:]
        for _ in 0..<count {
            let start = offset
            let key: CBOR.Key
            switch try value(depth: depth + 1) {
            case .integer(let number): key = .integer(number)
            case .text(let text): key = .text(text)
            default: throw CBOR.Fault(reason: .badKey, offset: start)
            }
            guard items[key] == nil else { throw CBOR.Fault(reason: .duplicateKey, offset: start) }
            items[key] = try value(depth: depth + 1)
        }
        return items
    }

    private mutating func byte() throws(CBOR.Fault) -> UInt8 {
        guard offset < bytes.count else { throw fault(.truncated) }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func take(_ count: Int64) throws(CBOR.Fault) -> ArraySlice<UInt8> {
        guard count <= bytes.count - offset else { throw fault(.truncated) }
        defer { offset += Int(count) }
        return bytes[offset..<(offset + Int(count))]
    }

    private func fault(_ reason: CBOR.Fault.Reason) -> CBOR.Fault {
        CBOR.Fault(reason: reason, offset: offset)
    }
}
