import Kernel

extension Form {
    /// The values of a record as a form sent them, numbers as the language writes them. Every field is there, empty ones as `.null`.
    package func values(_ fields: [FieldDescription], in language: Language = .nl, prefix: String = "f.") -> [String:
        Value]
    {
        fields.reduce(into: [:]) { $0[$1.name] = value($1.shape, prefix + $1.name, language) }
    }

    private func value(_ shape: FieldShape, _ name: String, _ language: Language) -> Value {
        switch shape {
        case .text: return text(name)
        case .flag: return first(name) == "true" ? .flag(true) : .null
        case .whole, .number: return number(first(name), language)
        case .period: return group(name, ["from", "until"])
        case .money:
            guard !trimmed("\(name).amount").isEmpty else { return .null }
            var money = group(name, ["amount", "currency"]).map ?? [:]
            money["amount"] = amount(trimmed("\(name).amount"), language)
            money["currency"] = money["currency"]?.string.map { .string($0.uppercased()) }
            return .map(money)
        case .list(let item): return list(item, name, language)
        case .part(let fields):
            let values = values(fields, in: language, prefix: name + ".").filter { !$0.value.isNull }
            return values.isEmpty ? .null : .map(values)
        case .registered:
            let number = first(name).filter { !$0.isWhitespace }
            return number.isEmpty ? .null : .string(number)
        case .code: return first(name).isEmpty ? .null : .string(first(name))
        default: return trimmed(name).isEmpty ? .null : .string(trimmed(name))
        }
    }

    private func trimmed(_ name: String) -> String { first(name).trimmed }

    private func text(_ name: String) -> Value {
        same(Text(nl: trimmed("\(name).nl"), en: trimmed("\(name).en")), name).value
    }

    /// A text that was the same in both languages stays so, until the other language gets words of its own.
    private func same(_ text: Text, _ name: String) -> Text {
        guard has("\(name).same"), text.nl.isEmpty != text.en.isEmpty else { return text }
        return Text(same: text.nl + text.en)
    }

    /// What cannot be read stays as it was typed, so that it is refused and shown again.
    private func amount(_ typed: String, _ language: Language) -> Value {
        do throws(Problem) {
            let plain = try WrittenNumber.plain(typed, in: language, decimals: 2)
            return Money.cents(plain).map { Money(cents: $0).value["amount"] } ?? .string(typed)
        } catch { return .string(typed) }
    }

    private func number(_ typed: String, _ language: Language) -> Value {
        let typed = typed.trimmed
        if typed.isEmpty { return .null }
        do throws(Problem) {
            let plain = try WrittenNumber.plain(typed, in: language)
            if let whole = Int(plain) { return .whole(whole) }
            return Double(plain).map { Value(normal: $0) } ?? .string(typed)
        } catch { return .string(typed) }
    }

    private func group(_ name: String, _ parts: [String]) -> Value {
        let entries = parts.reduce(into: [String: Value]()) { entries, part in
            let text = trimmed("\(name).\(part)")
            if !text.isEmpty { entries[part] = .string(text) }
        }
        return entries.isEmpty ? .null : .map(entries)
    }

    private func list(_ shape: FieldShape, _ name: String, _ language: Language) -> Value {
        var items: [Value] = []
        switch shape {
        case .part:
            var index = 0
            while hasAny(under: "\(name).\(index).") {
                items.append(value(shape, "\(name).\(index)", language))
                index += 1
            }
        case .text:
            let nl = lines("\(name).nl")
            let en = lines("\(name).en")
            for index in 0..<max(nl.count, en.count) {
                let text = Text(
                    nl: nl.indices.contains(index) ? nl[index] : "", en: en.indices.contains(index) ? en[index] : "")
                items.append(same(text, name).value)
            }
        case .choice, .method, .reference:
            items = all(name).flatMap { $0.split(separator: "\n") }.map { .string(String($0).trimmed) }
        default: items = lines(name).filter { !$0.isEmpty }.map(Value.string)
        }
        items = items.filter { !$0.isNull && $0 != "" }
        return items.isEmpty ? .null : .list(items)
    }

    /// Line by line; an empty one keeps the lines of two languages beside each other.
    private func lines(_ name: String) -> [String] {
        first(name).split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
}

extension Form {
    /// Numbers and amounts that cannot be read, with what was typed.
    func unreadable(_ fields: [FieldDescription], in language: Language) -> [Problem] {
        fields.compactMap { field in
            switch field.shape {
            case .money: unreadable("f.\(field.name).amount", in: language, decimals: 2, at: [field.name, "amount"])
            case .whole, .number: unreadable("f.\(field.name)", in: language, decimals: nil, at: [field.name])
            default: nil
            }
        }
    }

    private func unreadable(_ name: String, in language: Language, decimals: Int?, at path: [String]) -> Problem? {
        let typed = first(name).trimmed
        guard !typed.isEmpty else { return nil }
        do throws(Problem) {
            _ = try WrittenNumber.plain(typed, in: language, decimals: decimals)
            return nil
        } catch { return path.reversed().reduce(error) { $0.under($1) } }
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
