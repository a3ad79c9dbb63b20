@testable import NetworkFiles

/// A fixed row of throws for each seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ outOf: Int) -> Bool { Int.random(in: 0..<outOf, using: &self) == 0 }
}

/// Texts that break what is written carelessly.
enum Hostile {
    static let texts = [
        "Gemeente Zwolle", "", " ", " spaties ", "een, twee; drie", "\"aangehaald\"", "'enkel'", "twee\nregels",
        "CR\rLF\r\nTAB\t",
        "a|b", #"a\b"#, #"\e"#, #"\|"#, "<b>&amp;</b>", "]]>", "<!-- -- -->", "<![CDATA[x]]>", "&#10;", "&x;", "=1+1",
        "@som",
        "leeftijd:whole", "x:timed-number", "weight", "Weight", "label", "from", "spells", "type", "viz:color", ":",
        "ünïcödé",
        "e\u{301}", "\u{E9}", "日本語", "עברית", "👩🏽‍🔧👨‍👩‍👧", "\u{FEFF}merk", "\u{2028}", "\u{10FFFF}", "1", "1.0", "true",
        "[a, b]",
        "[\"a\"]",
        "2024-01-01/2024-12-31=5", "null", "{\"a\": 1}", String(repeating: "lang 🐘 ", count: 1_250), "<", ">", "%00",
        "\u{85}",
    ]
    static let controls = ["\u{0}", "esc\u{1B}[31m", "bel\u{7}", "\u{FFFE}", "\u{FFFF}", "\u{8}a"]

    static func text(_ dice: inout Dice, controls: Bool) -> String {
        let all = controls ? texts + Self.controls : texts
        let first = all[Int.random(in: 0..<all.count, using: &dice)]
        return dice.chance(3) ? first + all[Int.random(in: 0..<all.count, using: &dice)] : first
    }
}

/// Networks with everything that the value can hold.
struct Networks {
    private var dice: Dice
    /// Whether texts, and ids, may hold what XML has no place for.
    private let controls: Bool

    init(_ seed: UInt64, controls: Bool) {
        dice = Dice(seed)
        self.controls = controls
    }

    mutating func next() -> NetworkFile {
        var file = NetworkFile()
        file.name = text()
        file.defaultDirection = direction()
        file.nodeFields = fields()
        file.edgeFields = fields()
        var ids: Set<[UInt8]> = []
        for _ in 0..<Int.random(in: 1...12, using: &dice) {
            let id = text() + text()
            guard !id.isEmpty, ids.insert(Array(id.utf8)).inserted else { continue }
            file.nodes.append(NetworkNode(id: id, label: text(), entries: entries(file.nodeFields), spells: spells()))
        }
        if file.nodes.isEmpty { file.nodes.append(NetworkNode(id: "alleen")) }
        for number in 0..<Int.random(in: 0...15, using: &dice) {
            let ends = (0..<2).map { _ in Int.random(in: 0..<file.nodes.count, using: &dice) }
            file.edges.append(
                NetworkEdge(
                    id: dice.chance(2) ? "" : "\(number)" + text(), from: ends[0], to: ends[1], direction: direction(),
                    weight: weight(), kind: text(), label: text(), entries: entries(file.edgeFields), spells: spells()))
        }
        return file
    }

    private mutating func text() -> String { Hostile.text(&dice, controls: controls) }

    private mutating func direction() -> NetworkDirection {
        NetworkDirection.allCases[Int.random(in: 0..<3, using: &dice)]
    }

    private mutating func weight() -> Double? {
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: nil
        case 1: 0
        case 2: Double(Int.random(in: 1..<100, using: &dice))
        case 3: .leastNonzeroMagnitude
        case 4: 1.7976931348623157e308
        default: Double.random(in: 0..<10, using: &dice)
        }
    }

    private mutating func fields() -> [NetworkField] {
        var fields: [NetworkField] = []
        for _ in 0..<Int.random(in: 0...6, using: &dice) {
            let title = text()
            if title.isEmpty || fields.contains(where: { $0.title == title }) { continue }
            let type = NetworkType.allCases[Int.random(in: 0..<5, using: &dice)]
            fields.append(NetworkField(title, type, isTimed: dice.chance(4)))
        }
        return fields
    }

    private mutating func entries(_ fields: [NetworkField]) -> [NetworkEntry] {
        var entries: [NetworkEntry] = []
        for (index, field) in fields.enumerated() where !dice.chance(3) {
            guard field.isTimed else {
                entries.append(NetworkEntry(index, value(field.type)))
                continue
            }
            let moments = (0...Int.random(in: 0...2, using: &dice)).map { _ in NetworkMoment(spell(), value(field.type))
            }
            entries.append(NetworkEntry(index, .timed(moments)))
        }
        return entries
    }

    private mutating func value(_ type: NetworkType) -> NetworkValue {
        switch type {
        case .text: .text(text())
        case .whole: .whole(dice.chance(4) ? Int.min : Int.random(in: -1_000...1_000, using: &dice))
        case .number: .number(dice.chance(3) ? 2 : Double.random(in: -1e9...1e9, using: &dice))
        case .flag: .flag(dice.chance(2))
        case .list: .list((0..<Int.random(in: 0...3, using: &dice)).map { _ in text() })
        }
    }

    private mutating func spells() -> [NetworkSpell] {
        guard dice.chance(2) else { return [] }
        return (0...Int.random(in: 0...2, using: &dice)).map { _ in spell() }
    }

    private mutating func spell() -> NetworkSpell {
        let times = ["2024-01-01", "2024-12-31", "2020-02-29T12:30:00Z", "2021-01-01T00:00:00.5+01:00", "1999", "12.5"]
        let start = times[Int.random(in: 0..<times.count, using: &dice)]
        let end = times[Int.random(in: 0..<times.count, using: &dice)]
        return dice.chance(4) ? NetworkSpell(nil, end) : NetworkSpell(start, dice.chance(3) ? nil : end)
    }
}

extension NetworkFile {
    /// Everything that must survive, as text that can be compared byte by byte: `change` is what a format does to texts.
    func described(_ change: (String) -> String = { $0 }) -> [UInt8] {
        func shown(_ entries: [NetworkEntry], _ fields: [NetworkField]) -> String {
            entries.map { "\(change(fields[$0.field].title).debugDescription)=\(change("\($0.value)"))" }.sorted()
                .joined(separator: ",")
        }
        var lines: [String] = []
        for node in nodes {
            lines.append("\(node.id) \(change(node.shown)) \(shown(node.entries, nodeFields)) \(node.spells)")
        }
        for edge in edges {
            let ends = "\(nodes[edge.from].id) → \(nodes[edge.to].id)"
            let words = "\(change(edge.kind)) \(change(edge.label))"
            lines.append(
                "\(edge.id) \(ends) \(edge.direction) \(edge.weight.map(String.init(describing:)) ?? "-") \(words) "
                    + "\(shown(edge.entries, edgeFields)) \(edge.spells)")
        }
        return Array(lines.joined(separator: "\n").utf8)
    }

    /// What is declared, whatever the order.
    var declared: Set<String> {
        Set(nodeFields.map { "node \($0.title) \($0.type) \($0.isTimed)" })
            .union(edgeFields.map { "edge \($0.title) \($0.type) \($0.isTimed)" })
    }
}
