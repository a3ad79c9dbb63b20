import Ecosystems
import Kernel

/// What a write on one record came to.
struct Written: Sendable {
    let id: String
    let outcome: Outcome
    var isNew = false

    /// What can always be told of it.
    var receipt: Value {
        var told: [String: Value] = ["sequence": .whole(outcome.sequence), "isRepeated": .flag(outcome.repeated)]
        if !id.isEmpty { told["id"] = .string(id) }
        return .map(told)
    }
}

extension Outcome {
    /// The first record of this kind that it touched.
    func firstTouched(of kind: Kind) -> String? {
        let prefix = kind.plural + "/"
        return touched.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
}
