import Kernel
import NetworkMap
import Networks

/// A comparison as somebody reads it at a terminal: the whole before and after, who is cut off, and whose place changes most.
struct NetworkComparisonLines {
    private let read: NetworkRead
    private let comparison: NetworkComparison
    private let language: Language

    init(_ read: NetworkRead, _ comparison: NetworkComparison, _ language: Language) {
        (self.read, self.comparison, self.language) = (read, comparison, language)
    }

    private func say(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }

    /// Each number of the whole, before and after.
    var whole: [[String]] {
        let rows = WholeNumber.allCases.compactMap { number -> [String]? in
            guard let before = number.value(in: comparison.before), let after = number.value(in: comparison.after)
            else { return nil }
            return [
                number.label.shown(language).lowercased(), before.shown(language), "→", after.shown(language),
            ]
        }
        return [["", say("voor", "before"), "", say("na", "after")]] + rows
    }

    var cutOff: [String] {
        guard !comparison.cutOff.isEmpty else {
            return [say("niemand raakt los van de rest", "nobody is cut off from the rest")]
        }
        return comparison.cutOff.prefix(10).map { piece in
            let names = piece.prefix(10).map(title).joined(separator: ", ") + (piece.count > 10 ? ", …" : "")
            return say("raakt los", "cut off") + " (\(piece.count)): \(names)"
        }
    }

    /// The ten whose leading number changes most.
    var changed: [[String]] {
        guard let number = NodeNumber.leading(in: comparison.after), number.isSize else { return [] }
        let moves = comparison.moves(of: number).prefix(10)
        guard !moves.isEmpty else { return [] }
        let head = number.label.shown(language).lowercased()
        return [["", "\(head) " + say("voor", "before"), "", say("na", "after")]]
            + moves.map { [title($0.id), $0.before.shown(language), "→", $0.after.shown(language)] }
    }

    private func title(_ id: String) -> String { read.graph.number(of: id).map(read.title) ?? id.inShort }
}
