import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Who may do what under the norms in force on a day, compiled so that a decision is two lookups.
///
/// A prohibition wins over a permission; what no clause allows is not allowed. A duty or power to do something allows it.
/// A prohibition above a limit, or only when something happened, does not forbid the act itself: it is told as a limit.
/// Conditions are for people: a conditional permission allows and says so, a conditional prohibition forbids and says so.
package struct RuleBook: Sendable {
    package let day: Day
    private var slots: [String: [String: Slot]] = [:]

    /// What is said of one actor and one act.
    private struct Slot: Sendable {
        var forbids: [WatchedNorm] = []
        var allows: [WatchedNorm] = []
        var limits: [WatchedNorm] = []
    }

    package init(_ norms: NormsInForce) {
        day = norms.day
        for entry in norms.entries where entry.isInForce {
            var actors = Set(entry.tenures.filter { $0.holds(on: norms.day) }.map(\.bearer.id))
            if let bearer = entry.norm.rule.bearer, bearer.who == .role { actors.insert(bearer.named) }
            for actor in actors { add(entry.norm, for: actor) }
        }
    }

    private mutating func add(_ norm: WatchedNorm, for actor: String) {
        var slot = slots[actor, default: [:]][norm.rule.action] ?? Slot()
        switch norm.rule.form {
        case .prohibition where norm.rule.trigger == nil && norm.rule.most.isEmpty: slot.forbids.append(norm)
        case .prohibition: slot.limits.append(norm)
        case .duty, .permission, .power:
            slot.allows.append(norm)
            if !norm.rule.most.isEmpty { slot.limits.append(norm) }
        }
        slots[actor, default: [:]][norm.rule.action] = slot
    }

    /// Whether an actor may do an act about an object. Pure, and the same for the same norms.
    ///
    /// - Parameters:
    ///   - actor: id of an organisation or body, or a role as `method/role`.
    ///   - object: a word, or a record as `kind/id`.
    package func may(_ actor: String, _ action: String, _ object: String) -> MayAnswer {
        guard let slot = slots[actor]?[action] else { return .unsaid }
        let forbids = slot.forbids.filter { $0.speaks(of: object) }
        if !forbids.isEmpty { return MayAnswer(isAllowed: false, grounds: forbids, limits: []) }
        let allows = slot.allows.filter { $0.speaks(of: object) }
        if allows.isEmpty { return .unsaid }
        return MayAnswer(
            isAllowed: true, grounds: allows,
            limits: slot.limits.isEmpty ? [] : slot.limits.filter { $0.speaks(of: object) })
    }
}

extension WatchedNorm {
    /// A norm without object speaks of anything; one about a kind of record of every record of it.
    func speaks(of other: String) -> Bool {
        let own = rule.object
        if own.isEmpty || own == other { return true }
        return other.utf8.count > own.utf8.count && other.hasPrefix(own)
            && other.utf8[other.utf8.index(other.utf8.startIndex, offsetBy: own.utf8.count)] == UInt8(ascii: "/")
    }
}

/// Allowed or not, and by which norms.
package struct MayAnswer: Sendable {
    package let isAllowed: Bool
    /// The norms that allow it, or those that forbid it; empty when no clause says anything.
    package let grounds: [WatchedNorm]
    /// Norms that set a limit to what is allowed; how much of it is left is not judged here.
    package let limits: [WatchedNorm]

    static let unsaid = MayAnswer(isAllowed: false, grounds: [], limits: [])

    /// In one or more sentences.
    package var explanation: Text {
        guard !grounds.isEmpty else {
            return Text("Nee: geen bepaling staat het toe.", "No: no clause allows it.")
        }
        let told = grounds.map(\.citation)
        let (nl, en) = (told.map(\.dutch).joined(separator: "; "), told.map(\.english).joined(separator: "; "))
        guard isAllowed else { return Text("Nee: verboden door \(nl).", "No: forbidden by \(en).") }
        let first = Text("Ja: op grond van \(nl).", "Yes: under \(en).")
        return limits.reduce(first) { text, norm in
            Text(
                "\(text.nl) Met een grens: \(norm.rule.name.dutch)",
                "\(text.en) With a limit: \(norm.rule.name.english)")
        }
    }
}

extension WatchedNorm {
    /// `bepaling 3 “Bijdrage” van “Samenwerking”, versie 2`, with the condition that people must judge.
    package var citation: Text {
        let condition = rule.condition
        let nl = condition.isEmpty ? "" : " (voorwaarde, te beoordelen door mensen: \(condition.dutch))"
        let en = condition.isEmpty ? "" : " (condition, for people to judge: \(condition.english))"
        return Text(
            "bepaling \(clauseNumber) “\(heading.dutch)” van “\(agreementName.dutch)”, versie \(version)\(nl)",
            "clause \(clauseNumber) “\(heading.english)” of “\(agreementName.english)”, version \(version)\(en)")
    }
}
