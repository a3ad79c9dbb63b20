import Ecosystems
import Kernel

extension EvidenceTable.Column {
    func add(_ value: Value, _ codes: WordCodes) {
        switch value {
        case .string(let text): self.codes.append(codes.code(text))
        case .flag(let flag): self.codes.append(codes.code(flag ? "true" : "false"))
        case .whole(let number): self.codes.append(codes.code(String(number)))
        case .list(let items):
            lists[Int32(self.codes.count)] = items.compactMap { $0.string.map(codes.code) }
            self.codes.append(WordCodes.none)
        default: self.codes.append(WordCodes.none)
        }
    }
}

extension EvidenceTable.Span {
    init(_ value: Value) {
        switch value {
        case .string(let text): self.init(Day(text))
        case .map(let ends):
            let (from, until) = (ends["from"]?.string.flatMap { Day($0) }, ends["until"]?.string.flatMap { Day($0) })
            self.init(
                from: from.map { Int32($0.number) } ?? .min, until: until.map { Int32($0.number) } ?? .max)
        default: self = .none
        }
    }

    init(_ day: Day?) {
        self = day.map { Self(from: Int32($0.number), until: Int32($0.number)) } ?? .none
    }
}

extension Act {
    /// Fields that hold a word, and how to read them.
    static let words: [String: @Sendable (Act) -> String] = [
        "what": { $0.what }, "by": { $0.by?.rawValue ?? "" }, "towards": { $0.towards?.rawValue ?? "" },
        "body": { $0.body }, "about": { $0.about },
    ]
}

extension EvidenceFields {
    /// Whether only the usual fields of acts are asked for.
    var fitActs: Bool {
        words.allSatisfy { Act.words[$0] != nil } && days.isSubset(of: ["on"]) && amounts.isSubset(of: ["amount"])
    }
}
