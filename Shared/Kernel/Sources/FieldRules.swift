/// Which rules hold for what stands in a field, beyond what its Swift type can express.
package enum FieldRules: Sendable {
    /// For whatever is recorded from now on.
    case all
    /// Without limits of length, doubles and line ends, which logs may break: for reading methods that were adopted.
    case asBefore
}

extension FieldDescription {
    /// Everything in a value that this field does not allow, with the path to it.
    func problems(in value: Value, _ rules: FieldRules) -> [Problem] {
        shape.problems(in: value, longest: longest, rules)
    }

    var isMissing: Problem {
        Problem(
            "field.required", at: [name], Text("“\(label.nl)” is verplicht.", "“\(label.en)” is required."), mend: help)
    }
}

extension FieldShape {
    /// How many characters fit, unless a field says otherwise; nil when that does not count.
    package var longest: Int? {
        switch self {
        case .line, .text(long: false): 200
        case .text(long: true): 20_000
        case .code: 500_000
        case .web: 2_000
        case .reference: Identifier.longest
        case .method: 2 * Identifier.longest + 1
        case .list(let item): item.longest
        case .flag, .whole, .number, .day, .period, .money, .choice, .part, .registered: nil
        }
    }

    fileprivate func problems(in value: Value, longest: Int?, _ rules: FieldRules) -> [Problem] {
        switch (self, value) {
        case (.list(let shape), .list(let items)):
            let own = items.enumerated().flatMap { index, item in
                shape.problems(in: item, longest: longest, rules).map { $0.under(String(index)) }
            }
            return own + (rules == .all && shape.isChosen ? Self.doubles(in: items) : [])
        case (.part(let fields), .map(let entries)):
            return fields.flatMap { field in
                guard let entry = entries[field.name] else { return field.required ? [field.isMissing] : [] }
                return field.problems(in: entry, rules).map { $0.under(field.name) }
            }
        case (.text, .map(let languages)):
            return languages.sorted { $0.key < $1.key }.flatMap { language, text in
                problem(in: text, longest: longest, rules).map { [$0.under(language)] } ?? []
            }
        default: return problem(in: value, longest: longest, rules).map { [$0] } ?? []
        }
    }

    private func problem(in value: Value, longest: Int?, _ rules: FieldRules) -> Problem? {
        switch (self, value) {
        case (.whole(let range), .whole(let number)) where !range.contains(number): .outside(range, number)
        case (_, .string(let text)):
            (rules == .all ? longest : nil).flatMap { .tooLong(text, longest: $0) } ?? problem(in: text, rules)
        default: nil
        }
    }

    private func problem(in text: String, _ rules: FieldRules) -> Problem? {
        switch self {
        case .registered(let register) where !register.accepts(text): .notRegistered(text, register)
        case .reference where !Identifier.isValid(text): .noReference(text)
        case .web where !WebAddress.isValid(text): WebAddress.problem(with: text)
        case .line: .unwritable(text, rules) ?? (text.breaksLine ? .severalLines : .tab(in: text))
        case .text(let long):
            .unwritable(text, rules)
                ?? (rules == .all && !long && text.breaksLine ? .severalLines : nil)
        case .code: .unwritable(text, rules)
        default: nil
        }
    }

    /// Whether an item is picked from what there is, so that it makes no sense twice.
    package var isChosen: Bool {
        switch self {
        case .choice, .method, .reference: true
        default: false
        }
    }

    private static func doubles(in items: [Value]) -> [Problem] {
        var seen: Set<Value> = []
        return items.enumerated().compactMap { index, item in
            guard !seen.insert(item).inserted, let name = item.string else { return nil }
            return Problem.double(name).under(String(index))
        }
    }
}
