/// A type that can stand in a field of a record. `.null` stands for empty, in both directions.
package protocol FieldValue: Sendable, Hashable {
    static var shape: FieldShape { get }
    /// Refuses with the rule that the value breaks.
    init(_ value: Value) throws(Problem)
    var value: Value { get }
}

extension Problem {
    static func wrongType(_ found: Value, _ wanted: Text, mend: Text = Text()) -> Problem {
        Problem(
            "field.type",
            Text(
                "Hier hoort \(wanted.nl); gevonden: \(found.kindInWords.nl).",
                "Expected \(wanted.en); found \(found.kindInWords.en)."),
            mend: mend)
    }
}

extension String: FieldValue {
    package static var shape: FieldShape { .line }
    package init(_ value: Value) throws(Problem) {
        switch value {
        case .null: self = ""
        case .string(let text): self = text
        case .whole(let number): self = String(number)
        case .number(let number): self = CanonicalJSON.text(of: number)
        default: throw .wrongType(value, Text("tekst", "text"))
        }
    }
    package var value: Value { isEmpty ? .null : .string(self) }
}

extension Text: FieldValue {
    package static var shape: FieldShape { .text(long: false) }
    package init(_ value: Value) throws(Problem) {
        switch value {
        case .null: self.init()
        case .string(let text): self.init(same: text)
        case .map(let entries):
            self.init(nl: try String(entries["nl"] ?? .null), en: try String(entries["en"] ?? .null))
            if let unknown = entries.keys.filter({ $0 != "nl" && $0 != "en" }).min() {
                throw Problem(
                    "text.language", at: [unknown],
                    Text(
                        "“\(unknown.inShort)” is geen taal van Stelsel.",
                        "“\(unknown.inShort)” is not a language of Stelsel."),
                    mend: Text("Gebruik nl en en.", "Use nl and en."))
            }
        default: throw .wrongType(value, Text("tekst, of nl: en en:", "text, or nl: and en:"))
        }
    }
    package var value: Value {
        if isEmpty { return .null }
        if nl == en { return .string(nl) }
        return .map([("nl", nl), ("en", en)].reduce(into: [:]) { if !$1.1.isEmpty { $0[$1.0] = .string($1.1) } })
    }
}

extension Bool: FieldValue {
    package static var shape: FieldShape { .flag }
    package init(_ value: Value) throws(Problem) {
        switch value {
        case .null: self = false
        case .flag(let flag): self = flag
        default: throw .wrongType(value, Text("true of false", "true or false"))
        }
    }
    package var value: Value { self ? .flag(true) : .null }
}

extension Int: FieldValue {
    package static var shape: FieldShape { .whole(-1_000_000_000...1_000_000_000) }
    package init(_ value: Value) throws(Problem) {
        guard case .whole(let number) = value else { throw .wrongType(value, Text("een heel getal", "a whole number")) }
        self = number
    }
    package var value: Value { .whole(self) }
}

extension Double: FieldValue {
    package static var shape: FieldShape { .number }
    package init(_ value: Value) throws(Problem) {
        switch value {
        case .whole(let number): self = Double(number)
        case .number(let number) where number.isFinite: self = number
        default: throw .wrongType(value, Text("een getal", "a number"))
        }
    }
    package var value: Value { Value(normal: self) }
}

extension Day: FieldValue {
    package static var shape: FieldShape { .day }
    package init(_ value: Value) throws(Problem) {
        guard let text = value.string else { throw .wrongType(value, Text("een dag", "a day"), mend: Self.mend) }
        guard let day = Day(text) else {
            throw Problem(
                "field.day",
                Text("“\(text.inShort)” is geen bestaande dag.", "“\(text.inShort)” is not an existing day."),
                mend: Self.mend)
        }
        self = day
    }
    package var value: Value { .string(description) }
    private static let mend = Text(
        "Schrijf jjjj-mm-dd, bijvoorbeeld 2026-11-27.", "Write yyyy-mm-dd, for example 2026-11-27.")
}

extension Period: FieldValue {
    package static var shape: FieldShape { .period }
    package init(_ value: Value) throws(Problem) {
        let entries = value.isNull ? [:] : try value.entries(named: ["from", "until"])
        self.init(from: try entries.part("from"), until: try entries.part("until"))
        if let from, let until, until < from {
            throw Problem(
                "period.order", at: ["until"],
                Text(
                    "De periode eindigt op \(until.shown(.nl)), vóór het begin op \(from.shown(.nl)).",
                    "The period ends on \(until.shown(.en)), before it starts on \(from.shown(.en))."),
                mend: Text("Kies een einde op of na het begin.", "Choose an end on or after the start."))
        }
    }
    package var value: Value {
        isEmpty ? .null : .map(["from": from.value, "until": until.value].filter { !$0.value.isNull })
    }
}

extension Money: FieldValue {
    package static var shape: FieldShape { .money }
    package init(_ value: Value) throws(Problem) {
        let entries = try value.entries(named: ["amount", "currency"])
        let amount: String = try entries.part("amount")
        guard let cents = Money.cents(amount) else {
            throw Problem(
                "money.amount", at: ["amount"],
                Text("“\(amount.inShort)” is geen bedrag.", "“\(amount.inShort)” is not an amount."),
                mend: Text("Schrijf bijvoorbeeld 2500 of 2500.50.", "Write for example 2500 or 2500.50."))
        }
        let currency: String = try entries.part("currency")
        self.init(cents: cents, currency: currency.isEmpty ? "EUR" : currency)
        guard self.currency.utf8.count == 3, self.currency.utf8.allSatisfy({ (65...90).contains($0) }) else {
            throw Problem(
                "money.currency", at: ["currency"],
                Text("“\(currency.inShort)” is geen munteenheid.", "“\(currency.inShort)” is not a currency."),
                mend: Text("Gebruik drie hoofdletters, zoals EUR.", "Use three capitals, such as EUR."))
        }
    }
    package var value: Value {
        let number = cents % 100 == 0 ? Value.whole(cents / 100) : .string(amount)
        return .map(["amount": number, "currency": .string(currency)])
    }
}

extension ID: FieldValue where Named: Record {
    package static var shape: FieldShape { .reference(Named.naming.plural) }
    package init(_ value: Value) throws(Problem) { self.init(try String(value)) }
    package var value: Value { rawValue.value }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    package static var shape: FieldShape { Wrapped.shape }
    package init(_ value: Value) throws(Problem) { self = value.isNull ? nil : try Wrapped(value) }
    package var value: Value { self?.value ?? .null }
}

extension Array: FieldValue where Element: FieldValue {
    package static var shape: FieldShape { .list(Element.shape) }
    package init(_ value: Value) throws(Problem) {
        self = []
        guard !value.isNull else { return }
        guard let items = value.list else { throw .wrongType(value, Text("een lijst", "a list")) }
        reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            do throws(Problem) { append(try Element(item)) } catch { throw error.under(String(index)) }
        }
    }
    package var value: Value { isEmpty ? .null : .list(map(\.value)) }
}

extension Value {
    /// The entries of a group of fields; refuses other values and unknown names.
    package func entries(named names: [String]) throws(Problem) -> [String: Value] {
        guard case .map(let entries) = self else {
            throw .wrongType(self, Text("een groep velden", "a group of fields"), mend: Problem.useOnly(names))
        }
        if let unknown = entries.keys.filter({ !names.contains($0) }).min() {
            throw .unknownField(unknown, known: names)
        }
        return entries
    }
}

extension [String: Value] {
    func part<V: FieldValue>(_ name: String) throws(Problem) -> V {
        do throws(Problem) { return try V(self[name] ?? .null) } catch { throw error.under(name) }
    }
}

extension Problem {
    static func useOnly(_ names: [String]) -> Text {
        let list = names.joined(separator: ", ")
        return Text("Bekende velden: \(list).", "Known fields: \(list).")
    }

    static func unknownField(_ name: String, known: [String]) -> Problem {
        Problem(
            "field.unknown", at: [name],
            Text("Het veld “\(name.inShort)” bestaat niet.", "There is no field “\(name.inShort)”."),
            mend: useOnly(known))
    }
}
