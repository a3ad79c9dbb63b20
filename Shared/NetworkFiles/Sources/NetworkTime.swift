import Kernel

/// In which form a time is written.
enum NetworkTime: String, Sendable {
    case integer
    case double
    case date
    case dateTime

    /// Nil when it is no time.
    init?(_ text: String) {
        if Int(text) != nil {
            self = .integer
        } else if Day(text) != nil {
            self = .date
        } else if PlainNumber.read(text) != nil {
            self = .double
        } else if Self.isDateTime(Array(text.utf8)) {
            self = .dateTime
        } else {
            return nil
        }
    }

    /// `yyyy-mm-ddThh:mm:ss`, with decimals and a zone (`Z`, `+01:00`) if need be.
    private static func isDateTime(_ text: [UInt8]) -> Bool {
        guard text.count >= 19, Day(String(decoding: text[..<10], as: UTF8.self)) != nil, text[10] == UInt8(ascii: "T"),
            isClock(text[11..<16], hours: 24), text[16] == colon, let second = pair(text[17..<19]), second < 60
        else { return false }
        var rest = text[19...]
        if rest.first == UInt8(ascii: ".") {
            let decimals = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !decimals.isEmpty else { return false }
            rest = rest[decimals.endIndex...]
        }
        switch rest.first {
        case nil: return true
        case UInt8(ascii: "Z"): return rest.count == 1
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return isClock(rest.dropFirst(), hours: 15)
        default: return false
        }
    }

    /// `hh:mm`
    private static func isClock(_ text: ArraySlice<UInt8>, hours: Int) -> Bool {
        guard text.count == 5, let hour = pair(text.prefix(2)), let minute = pair(text.suffix(2)) else { return false }
        return hour < hours && minute < 60 && text[text.startIndex + 2] == colon
    }

    /// Two digits.
    private static func pair(_ text: ArraySlice<UInt8>) -> Int? {
        text.allSatisfy { (48...57).contains($0) } ? Int(String(decoding: text, as: UTF8.self)) : nil
    }

    private static let colon = UInt8(ascii: ":")
}

extension NetworkFile {
    /// The one form in which GEXF can announce all times of the file; nil without times.
    var timeForm: NetworkTime? {
        var seen: Set<NetworkTime> = []
        forEachSpell { spell in
            for time in [spell.start, spell.end] { if let time, let form = NetworkTime(time) { seen.insert(form) } }
        }
        if seen.isEmpty { return nil }
        if seen.contains(.dateTime) { return .dateTime }
        if seen.contains(.date) { return .date }
        return seen.contains(.double) ? .double : .integer
    }

    /// Whether times as numbers stand beside times as days.
    var mixesTimes: Bool {
        var (numbers, days) = (false, false)
        forEachSpell { spell in
            for time in [spell.start, spell.end] {
                switch time.flatMap({ NetworkTime($0) }) {
                case .integer, .double: numbers = true
                case .date, .dateTime: days = true
                case nil: break
                }
            }
        }
        return numbers && days
    }

    /// Visits every time that anything held.
    func forEachSpell(_ visit: (NetworkSpell) -> Void) {
        func visitAll(_ spells: [NetworkSpell], _ entries: [NetworkEntry]) {
            for spell in spells { visit(spell) }
            for entry in entries {
                guard case .timed(let moments) = entry.value else { continue }
                for moment in moments { visit(moment.spell) }
            }
        }
        for node in nodes { visitAll(node.spells, node.entries) }
        for edge in edges { visitAll(edge.spells, edge.entries) }
    }
}
