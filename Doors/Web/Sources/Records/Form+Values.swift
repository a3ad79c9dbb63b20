import Kernel

extension Form {
    /// The values of a record as a form sent them. Every field of the kind is there, empty ones as `.null`.
    package func values(_ fields: [FieldDescription], prefix: String = "f.") -> [String: Value] {
        fields.reduce(into: [:]) { $0[$1.name] = value($1.shape, prefix + $1.name) }
    }

    private func value(_ shape: FieldShape, _ name: String) -> Value {
        switch shape {
        case .text: return text(name)
        case .flag: return first(name) == "true" ? .flag(true) : .null
        case .whole, .number: return number(first(name))
        case .period: return group(name, ["from", "until"])
        case .money:
            guard !trimmed("\(name).amount").isEmpty else { return .null }
            var money = group(name, ["amount", "currency"]).map ?? [:]
            money["amount"] = .string(trimmed("\(name).amount").replacing(",", with: "."))
            return .map(money)
        case .list(let item): return list(item, name)
        case .part(let fields):
            let values = values(fields, prefix: name + ".").filter { !$0.value.isNull }
            return values.isEmpty ? .null : .map(values)
        case .code: return first(name).isEmpty ? .null : .string(first(name))
        default: return trimmed(name).isEmpty ? .null : .string(trimmed(name))
        }
    }

    private func trimmed(_ name: String) -> String { first(name).trimmed }

    private func text(_ name: String) -> Value {
        Text(nl: trimmed("\(name).nl"), en: trimmed("\(name).en")).value
    }

    private func number(_ text: String) -> Value {
        let text = text.trimmed.replacing(",", with: ".")
        if text.isEmpty { return .null }
        if let whole = Int(text) { return .whole(whole) }
        return Double(text).map { Value(normal: $0) } ?? .string(text)
    }

    private func group(_ name: String, _ parts: [String]) -> Value {
        let entries = parts.reduce(into: [String: Value]()) { entries, part in
            let text = trimmed("\(name).\(part)")
            if !text.isEmpty { entries[part] = .string(text) }
        }
        return entries.isEmpty ? .null : .map(entries)
    }

    private func list(_ shape: FieldShape, _ name: String) -> Value {
        var items: [Value] = []
        switch shape {
        case .part:
            var index = 0
            while hasAny(under: "\(name).\(index).") {
                items.append(value(shape, "\(name).\(index)"))
                index += 1
            }
        case .text:
            let nl = lines("\(name).nl")
            let en = lines("\(name).en")
            for index in 0..<max(nl.count, en.count) {
                items.append(
                    Text(
                        nl: nl.indices.contains(index) ? nl[index] : "", en: en.indices.contains(index) ? en[index] : ""
                    ).value)
            }
        case .choice, .method, .reference:
            items = all(name).flatMap { $0.split(separator: "\n") }.map { .string(String($0).trimmed) }
        default: items = lines(name).map(Value.string)
        }
        items = items.filter { !$0.isNull && $0 != "" }
        return items.isEmpty ? .null : .list(items)
    }

    private func lines(_ name: String) -> [String] {
        first(name).split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
