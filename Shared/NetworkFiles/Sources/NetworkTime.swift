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
        } else if let number = Double(text), number.isFinite {
            self = .double
        } else if Self.isDateTime(text) {
            self = .dateTime
        } else {
            return nil
        }
    }

    /// `yyyy-mm-ddThh:mm:ss`, with decimals and a zone if need be.
    private static func isDateTime(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: /(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?/),
            Day(match.output.1) != nil, let hour = Int(match.output.2), let minute = Int(match.output.3),
            let second = Int(match.output.4)
        else { return false }
        return hour < 24 && minute < 60 && second < 60
    }
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
