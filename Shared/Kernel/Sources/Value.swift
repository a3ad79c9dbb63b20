/// What a record is made of when it travels: in events, JSON, YAML and forms.
package enum Value: Sendable, Hashable {
    case null
    case flag(Bool)
    case whole(Int)
    case number(Double)
    case string(String)
    case list([Value])
    case map([String: Value])

    package var isNull: Bool { self == .null }

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var whole: Int? { if case .whole(let number) = self { number } else { nil } }
    package var list: [Value]? { if case .list(let items) = self { items } else { nil } }
    package var map: [String: Value]? { if case .map(let entries) = self { entries } else { nil } }

    package subscript(key: String) -> Value { map?[key] ?? .null }

    /// What kind of value this is, in words for a refusal.
    package var kindInWords: Text {
        switch self {
        case .null: Text("niets", "nothing")
        case .flag: Text("ja/nee", "yes/no")
        case .whole, .number: Text("een getal", "a number")
        case .string: Text("tekst", "text")
        case .list: Text("een lijst", "a list")
        case .map: Text("een groep velden", "a group of fields")
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .whole(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: Value...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, Value)...) {
        self = .map(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
