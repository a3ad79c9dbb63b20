/// Values as text, for formats without types of their own. What `written` gives, `read` turns back into the same value.
///
/// - A list: its items with `|` between them; `\|`, `\\` and `\e` stand for a bar, a backslash and an item that is empty.
/// - A value for a time: `2024-01-01/2024-12-31=5`; several with `|` between them.
/// - Times: `2024-01-01/2024-12-31`, either end open; several with `|` between them.
enum Cell {
    static func written(_ value: NetworkValue) -> String {
        switch value {
        case .text(let text): text
        case .whole(let number): String(number)
        case .number(let number): "\(number)"
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): joined(items)
        case .timed(let moments): joined(moments.map { "\(written($0.spell))=\(written($0.value))" })
        }
    }

    static func written(_ spells: [NetworkSpell]) -> String { spells.map(written).joined(separator: "|") }

    static func written(_ spell: NetworkSpell) -> String { "\(spell.start ?? "")/\(spell.end ?? "")" }

    /// Nil when the text is no value of that type.
    static func read(_ text: String, _ type: NetworkType, isTimed: Bool = false) -> NetworkValue? {
        if isTimed { return moments(text, type).map(NetworkValue.timed) }
        switch type {
        case .text: return .text(text)
        case .whole: return Int(text).map(NetworkValue.whole)
        case .number: return PlainNumber.read(text).map(NetworkValue.number)
        case .flag:
            switch text {
            case "true", "1": return .flag(true)
            case "false", "0": return .flag(false)
            default: return nil
            }
        case .list: return items(text).map(NetworkValue.list)
        }
    }

    private static func moments(_ text: String, _ type: NetworkType) -> [NetworkMoment]? {
        guard let items = items(text) else { return nil }
        var moments: [NetworkMoment] = []
        for item in items {
            guard let equals = item.firstIndex(of: "="), let spell = spell(String(item[..<equals])),
                let value = read(String(item[item.index(after: equals)...]), type)
            else { return nil }
            moments.append(NetworkMoment(spell, value))
        }
        return moments
    }

    /// Nil when one of them is no spell.
    static func spells(_ text: String) -> [NetworkSpell]? {
        var spells: [NetworkSpell] = []
        for item in text.split(separator: "|", omittingEmptySubsequences: false) where !text.isEmpty {
            guard let spell = spell(String(item)) else { return nil }
            if spell != NetworkSpell() { spells.append(spell) }
        }
        return spells
    }

    static func spell(_ text: String) -> NetworkSpell? {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, ends.allSatisfy({ $0.isEmpty || NetworkTime($0) != nil }) else { return nil }
        return NetworkSpell(ends[0].isEmpty ? nil : ends[0], ends[1].isEmpty ? nil : ends[1])
    }

    private static func joined(_ items: [String]) -> String {
        var out: [UInt8] = []
        for (index, item) in items.enumerated() {
            if index > 0 { out.append(bar) }
            if item.isEmpty { out += #"\e"#.utf8 }
            for byte in item.utf8 {
                if byte == bar || byte == slash { out.append(slash) }
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Nil when a backslash stands before something else than it may.
    static func items(_ text: String) -> [String]? {
        if text.isEmpty { return [] }
        var items: [String] = []
        var item: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case bar:
                items.append(String(decoding: item, as: UTF8.self))
                item = []
            case slash:
                switch bytes.next() {
                case bar: item.append(bar)
                case slash: item.append(slash)
                case UInt8(ascii: "e"): break
                default: return nil
                }
            default: item.append(byte)
            }
        }
        items.append(String(decoding: item, as: UTF8.self))
        return items
    }

    private static let bar = UInt8(ascii: "|")
    private static let slash = UInt8(ascii: #"\"#)
}
