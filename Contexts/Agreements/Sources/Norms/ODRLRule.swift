import Kernel
import MethodLibrary

/// One norm as a rule of a policy.
struct ODRLRule {
    /// `permission`, `prohibition` or `obligation`.
    let property: String
    let value: Value

    static func of(_ norm: DocumentNorm, _ words: ODRLWords) -> Result<ODRLRule, ODRLLack> {
        let rule = norm.rule
        if let lack = rule.odrlLack { return .failure(lack) }
        var value: [String: Value] = [
            "uid": .string("\(words.policy)#\(norm.id)"), "description": words.both(rule.name),
            "action": words.action(rule.action), "assignee": words.parties(rule.bearer, isEach: true),
            "assigner": words.parties(rule.counterparty, isEach: rule.each),
        ]
        if rule.form != .duty || !rule.object.isEmpty { value["target"] = words.target(rule.object) }
        let constraints = rule.limits + rule.times(words)
        if !constraints.isEmpty { value["constraint"] = .list(constraints) }
        let property =
            switch rule.form {
            case .duty: "obligation"
            case .permission, .power: "permission"
            case .prohibition: "prohibition"
            }
        return .success(ODRLRule(property: property, value: .map(value)))
    }
}

extension NormRule {
    /// Why ODRL cannot say it; nil when it can.
    fileprivate var odrlLack: ODRLLack? {
        let blanks = blanks
        if !blanks.isEmpty {
            let list = blanks.joined(separator: ", ")
            return ODRLLack(reason: Text("Nog niet ingevuld: \(list).", "Not filled in yet: \(list)."))
        }
        if form == .power {
            return ODRLLack(
                reason: Text(
                    "ODRL kent geen bevoegdheid om regels te veranderen.",
                    "ODRL knows no power to change the rules."))
        }
        if !condition.isEmpty {
            return ODRLLack(
                reason: Text("Alleen mensen kunnen de voorwaarde beoordelen.", "Only people can judge its condition."))
        }
        guard trigger != nil else { return nil }
        return triggerLack
    }

    private var triggerLack: ODRLLack? {
        if evidence?.covers == true {
            return ODRLLack(
                reason: Text(
                    "ODRL kan niet zeggen dat een ander gegeven dit moet dekken, zoals een mandaat.",
                    "ODRL cannot say that another record must cover it, such as a mandate."))
        }
        if before {
            return ODRLLack(
                reason: Text(
                    "ODRL kan geen termijn vóór een gebeurtenis zeggen.", "ODRL cannot say a term before an event."))
        }
        guard unit == .workingDays else { return nil }
        return ODRLLack(
            reason: Text("ODRL telt geen werkdagen.", "ODRL does not count working days."))
    }

    /// How much. A prohibition begins above its limit; a duty or permission stays within it.
    fileprivate var limits: [Value] {
        var limits: [Value] = []
        if !least.isEmpty { limits.append(quantity("gteq", least)) }
        if !most.isEmpty { limits.append(quantity(form == .prohibition ? "gt" : "lteq", most)) }
        return limits
    }

    private func quantity(_ sign: String, _ number: String) -> Value {
        var value: [String: Value] = [
            "leftOperand": measure == .amount ? "payAmount" : "count", "operator": .string(sign),
            "rightOperand": ["@value": .string(number), "@type": "xsd:decimal"],
        ]
        if measure == .amount { value["unit"] = "http://dbpedia.org/resource/Euro" }
        return .map(value)
    }

    /// When.
    fileprivate func times(_ words: ODRLWords) -> [Value] {
        var times: [Value] = []
        if let trigger {
            times.append(["leftOperand": "event", "operator": "gt", "rightOperand": words.event(trigger)])
            let letter = unit == .months ? "M" : unit == .years ? "Y" : "D"
            if !within.isEmpty { times.append(Self.duration("elapsedTime", "lteq", "P\(within)\(letter)")) }
        } else if let every {
            times.append(Self.duration("timeInterval", "eq", every.duration))
        } else if !by.isEmpty {
            times.append([
                "leftOperand": "dateTime", "operator": "lteq",
                "rightOperand": ["@value": .string(by), "@type": "xsd:date"],
            ])
        }
        return times
    }

    private static func duration(_ operand: String, _ sign: String, _ length: String) -> Value {
        [
            "leftOperand": .string(operand), "operator": .string(sign),
            "rightOperand": ["@value": .string(length), "@type": "xsd:duration"],
        ]
    }
}

extension NormRule.Cycle {
    fileprivate var duration: String {
        switch self {
        case .week: "P7D"
        case .month: "P1M"
        case .quarter: "P3M"
        case .halfYear: "P6M"
        case .year: "P1Y"
        }
    }
}
