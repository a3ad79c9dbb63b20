import Kernel
import Parties

extension Text {
    /// In both languages, as a ballot file writes a text.
    var both: Value { ["nl": .string(dutch), "en": .string(english)] }
}

extension ProposalOption {
    var told: Value {
        var told: [String: Value] = ["id": .string(key), "name": name.both]
        if !meaning.isEmpty { told["meaning"] = meaning.both }
        return .map(told)
    }
}

extension BallotSeat {
    var told: Value {
        var told: [String: Value] = ["id": seat.value, "name": name.both]
        if votes { told["weight"] = .whole(weight) } else { told["voting"] = false }
        if !group.isEmpty { told["group"] = .string(group) }
        if let presence { told["present"] = .flag(presence == .present) }
        return .map(told)
    }
}

extension Vote {
    /// What a ballot file says of a vote besides the choice.
    var told: [String: Value] {
        var told: [String: Value] = ["id": .string(id.rawValue)]
        if let by { told["by"] = by.value }
        if !reason.isEmpty { told["reason"] = reason.both }
        if let objection, papers.contains(where: { $0.cast == .no }) { told["objection"] = objection.value }
        if !resolution.isEmpty { told["resolution"] = resolution.both }
        return told
    }
}

extension BallotPaper {
    /// The choice as a ballot file writes it.
    func told(_ method: String) -> [String: Value] {
        var told: [String: Value] = [:]
        if !weight.isEmpty { told["weight"] = .string(weight) }
        if let cast { told["cast"] = cast.value }
        if !choices.isEmpty { told["choices"] = .list(choices.map(Value.string)) }
        if !ranking.isEmpty { told["ranking"] = .list(ranking.map { .list($0.options.map(Value.string)) }) }
        if !points.isEmpty {
            let pairs = points.map { ($0.option, method == "dots" ? $0.dots : Value.string($0.given)) }
            told[method == "dots" ? "dots" : "scores"] = .map(Dictionary(pairs, uniquingKeysWith: { $1 }))
        }
        return told
    }
}

extension Points {
    /// Dots are whole; what is not is told as it is, and refused by the count.
    fileprivate var dots: Value { Int(given).map(Value.whole) ?? .string(given) }
}
