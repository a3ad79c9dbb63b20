import Kernel

/// How the findings of one rule are told: what several of them are called together, and what to do about one.
package struct FindingWords: Sendable, Hashable {
    /// Where the action happens.
    package enum Target: Sendable, Hashable {
        /// On the page of the record, or of its kind.
        case look
        /// In the form of the record, at the field that the finding names.
        case change
        /// In the form for a new record of the kind.
        case add
    }

    /// “Mandaten lopen af”, for a line about several at once.
    package let several: Text
    /// “Verleng het mandaat”.
    package let action: Text
    package let target: Target

    package init(_ several: Text, action: Text, _ target: Target) {
        self.several = several
        self.action = action
        self.target = target
    }
}

/// Findings of one rule that are equally pressing.
package struct FindingGroup: Sendable, Hashable {
    package let findings: [Finding]

    /// One group for each rule and urgency on a day, in the order in which they first come.
    package static func groups(of findings: [Finding], on today: Day) -> [FindingGroup] {
        var order: [String] = []
        var byRule: [String: [Finding]] = [:]
        for finding in findings {
            let key = "\(finding.urgency(on: today).rawValue) \(finding.rule)"
            if byRule[key] == nil { order.append(key) }
            byRule[key, default: []].append(finding)
        }
        return order.compactMap { byRule[$0].map(FindingGroup.init) }
    }
}

extension Finding {
    /// How pressing it is on a day: what needed attention and is late weighs as much as what is wrong.
    package func urgency(on today: Day) -> Severity {
        if severity == .warning, let due, due < today { return .error }
        return severity
    }
}

extension [Finding] {
    /// What is wrong or late before the rest, then what is due first; in a fixed order.
    func ranked(on today: Day) -> [Finding] {
        sorted { one, two in
            let (first, second) = (one.urgency(on: today), two.urgency(on: today))
            let (early, late) = (one.due?.number ?? .max, two.due?.number ?? .max)
            return (first, early, one.rule, one.kind, one.record, one.message.en) < (
                second, late, two.rule, two.kind, two.record, two.message.en
            )
        }
    }
}
