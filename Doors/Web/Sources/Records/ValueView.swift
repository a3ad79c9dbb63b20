import Ecosystems
import Kernel
import Markup

/// Shows values for reading: references as links, days and money as people write them.
package struct ValueView: Sendable {
    let inside: EcosystemVisit
    private var say: Say { inside.say }

    package init(_ inside: EcosystemVisit) { self.inside = inside }

    package func html(_ shape: FieldShape, _ value: Value) -> HTML {
        switch (shape, value) {
        case (_, .null): return "<span class=\"quiet\">–</span>"
        case (.list(let item), .list(let items)): return list(item, items)
        case (.reference(let plural), .string(let id)):
            return link(plural, id, as: plural == "persons" ? inside.called(plural, id) : nil)
        case (.method(let entry), .string(let id)): return "<span title=\"\(id)\">\(label(entry, id))</span>"
        case (.choice(let choices), .string(let id)):
            return "\(choices.first { $0.id == id }.map { say($0.label) } ?? id)"
        case (.part(let fields), .map(let entries)): return part(fields, entries)
        case (.web, .string(let address)) where WebAddress.isValid(address):
            return "<a href=\"\(address)\" rel=\"noopener noreferrer\">\(address)</a>"
        case (.code, .string(let text)): return "<pre><code>\(text)</code></pre>"
        case (.text(let long), _):
            guard let text = try? Text(value) else { return "" }
            let words = plain(shape, value)
            return long && words.contains("\n") ? paragraphs(words) : say.marked(text)
        default: return "\(plain(shape, value))"
        }
    }

    /// A field of a record, with what it names in words: a phase by its name.
    func html(_ field: FieldDescription, of kind: Kind, in values: [String: Value]) -> HTML {
        html(field.shape, named(values[field.name] ?? .null, kind, [field.name], values))
    }

    func plain(_ field: FieldDescription, of kind: Kind, in values: [String: Value]) -> String {
        plain(field.shape, named(values[field.name] ?? .null, kind, [field.name], values))
    }

    private func named(_ value: Value, _ kind: Kind, _ path: [String], _ values: [String: Value]) -> Value {
        switch value {
        case .string(let id):
            let choices = inside.reader.catalogue.offer(kind.plural, path)?.choices(
                for: values, in: inside.reader.situation)
            return choices?.first { $0.id == id }.map { .string(say($0.label)) } ?? value
        case .list(let items): return .list(items.map { named($0, kind, path, values) })
        case .map(let entries) where path.count == 1 && inside.reader.catalogue.hasOffers(kind.plural, under: path):
            return .map(entries.reduce(into: [:]) { $0[$1.key] = named($1.value, kind, path + [$1.key], values) })
        default: return value
        }
    }

    /// The value in one line of words.
    package func plain(_ shape: FieldShape, _ value: Value) -> String {
        switch (shape, value) {
        case (_, .null): return "–"
        case (.text, _): return (try? Text(value)).map { say($0) } ?? ""
        case (.day, .string(let text)): return Day(text).map { say.day($0, today: inside.reader.today) } ?? text
        case (.period, _): return (try? Period(value)).map(period) ?? ""
        case (.money, _): return (try? Money(value)).map { say.money($0) } ?? ""
        case (.flag, .flag(let flag)): return flag ? say("ja", "yes") : say("nee", "no")
        case (.reference(let plural), .string(let id)): return inside.called(plural, id)
        case (.method(let entry), .string(let id)): return label(entry, id)
        case (.choice(let choices), .string(let id)): return choices.first { $0.id == id }.map { say($0.label) } ?? id
        case (.list(let item), .list(let items)): return items.map { plain(item, $0) }.joined(separator: ", ")
        case (.part(let fields), .map(let entries)):
            return fields.compactMap { field in entries[field.name].map { plain(field.shape, $0) } }.joined(
                separator: " · ")
        case (_, .string(let text)): return text
        case (_, .whole(let number)): return String(number)
        default: return CanonicalJSON.string(value)
        }
    }

    func label(_ entry: FieldShape.MethodEntry, _ id: String) -> String {
        inside.reader.library.name(of: entry, id).map { say($0) } ?? id
    }

    private func period(_ period: Period) -> String {
        let today = inside.reader.today
        switch (period.from, period.until) {
        case (let from?, let until?): return "\(say.day(from, today: today)) – \(say.day(until, today: today))"
        case (let from?, nil): return say("vanaf \(say.day(from, today: today))", "from \(say.day(from, today: today))")
        case (nil, let until?):
            return say("tot en met \(say.day(until, today: today))", "until \(say.day(until, today: today))")
        case (nil, nil): return ""
        }
    }

    private func list(_ shape: FieldShape, _ items: [Value]) -> HTML {
        if case .part = shape {
            return "<ul class=\"parts\">\(items.map { "<li>\(html(shape, $0))</li>" as HTML })</ul>"
        }
        if case .text = shape { return "<ul>\(items.map { "<li>\(html(shape, $0))</li>" as HTML })</ul>" }
        return items.map { html(shape, $0) }.joined(separator: ", ")
    }

    private func part(_ fields: [FieldDescription], _ entries: [String: Value]) -> HTML {
        fields.compactMap { field -> HTML? in
            entries[field.name].map { "<span class=\"quiet\">\(say(field.label)):</span> \(html(field.shape, $0))" }
        }.joined(separator: " · ")
    }

    package func link(_ plural: String, _ id: String, as name: String? = nil) -> HTML {
        let path: Path = plural == "organisations" ? .organisation(inside.id, id) : .record(inside.id, plural, id)
        let words: HTML = name.map { "\($0)" } ?? say.marked(inside.reader.title(plural, id))
        return "<a href=\"\(path)\">\(words)</a>"
    }

    private func paragraphs(_ text: String) -> HTML {
        text.split(separator: "\n").html { "<p>\(String($0))</p>" as HTML }
    }
}
