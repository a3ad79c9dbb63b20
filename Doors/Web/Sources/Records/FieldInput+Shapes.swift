import Kernel
import Markup

/// One kind of input for each shape of field.
extension FieldInput {
    func input(_ field: FieldDescription, _ control: Control, _ value: Value, path: [String]) -> HTML {
        switch field.shape {
        case .text(let long): return text(control, (try? Text(value)) ?? Text(), long: long, longest: field.longest)
        case .code:
            return
                "<textarea\(control.attributes)\(Self.limit(field.longest)) rows=\"24\" class=\"code\" spellcheck=\"false\">\n\(value.string ?? "")</textarea>"
        case .flag:
            return
                "<input type=\"checkbox\"\(control.attributes) value=\"true\"\(if: value == .flag(true), " checked")>"
        case .day: return line(control, value, type: "date")
        case .web:
            return line(control, value, type: "url", extra: "\(Self.limit(field.longest)) placeholder=\"https://\"")
        case .whole, .number:
            return line(control, number(value), type: "text", extra: " inputmode=\"decimal\" class=\"short\"")
        case .period: return period(control, value)
        case .money: return money(control, value)
        case .list(let item): return list(item, control, value.list ?? [], field, path: path)
        case .part(let fields): return part(fields, control.name, value, path: path)
        case .line where inside.reader.catalogue.offer(kind.plural, path) != nil:
            return select(field, control, value, path)
        case .choice, .method: return select(field, control, value, path)
        case .reference(let plural):
            return Self.isTooMany(count(plural))
                ? manyToOne(control, value, plural) : select(field, control, value, path)
        case .line, .registered: return line(control, value, type: "text", extra: Self.limit(field.longest))
        }
    }

    private func line(_ control: Control, _ value: Value, type: String, extra: HTML = "") -> HTML {
        let text = value.isNull ? "" : (try? String(value)) ?? ""
        return "<input type=\"\(type)\"\(control.attributes) value=\"\(text)\"\(extra)>"
    }

    /// Where the browser stops taking letters.
    static func limit(_ longest: Int?) -> HTML { longest.map { " maxlength=\"\($0)\"" } ?? "" }

    /// A number in the marks of the reader; what is no number stays as it was typed.
    private func number(_ value: Value) -> Value {
        switch value {
        case .number: (try? String(value)).map { .string(WrittenNumber.shown($0, in: say.language)) } ?? value
        default: value
        }
    }

    private func period(_ control: Control, _ value: Value) -> HTML {
        let (from, until) = (piece("from", of: control, isFirst: true), piece("until", of: control))
        return """
            <div class="pair"><label>\(say("van", "from")) \(line(from, value["from"], type: "date"))</label>
            <label>\(say("tot en met", "until")) \(line(until, value["until"], type: "date"))</label></div>
            """
    }

    private func money(_ control: Control, _ value: Value) -> HTML {
        let (amount, currency) = (piece("amount", of: control, isFirst: true), piece("currency", of: control))
        let plain = (try? String(value["amount"])) ?? ""
        let shown = Money.cents(plain) == nil ? plain : WrittenNumber.shown(plain, in: say.language)
        let unit: Value = value["currency"].isNull ? "EUR" : value["currency"]
        return """
            <div class="pair narrow-pair"><label>\(say("bedrag", "amount")) \(line(amount, .string(shown), type: "text", extra: " inputmode=\"decimal\" class=\"short\""))</label>
            <label>\(say("munt", "currency")) \(line(currency, unit, type: "text", extra: " maxlength=\"3\" class=\"short\""))</label></div>
            """
    }

    /// An input of a group, wrong only when the problem is about it or about the whole group.
    private func piece(_ name: String, of control: Control, isFirst: Bool = false) -> Control {
        var piece = control.part(name, isFirst: isFirst, required: control.required && name == "amount")
        piece.isWrong = isWrong(piece.name)
        return piece
    }

    private func list(
        _ shape: FieldShape, _ control: Control, _ items: [Value], _ field: FieldDescription, path: [String]
    ) -> HTML {
        switch shape {
        case .reference(let plural) where Self.isTooMany(count(plural)): return lines(control, items)
        case .choice, .method, .reference: return boxes(field, control, items.compactMap(\.string))
        case .part(let fields):
            let rows = (items + [.null, .null]).enumerated().map { index, item -> HTML in
                "<div class=\"part\" role=\"group\" aria-label=\"\(say(field.label)) \(index + 1)\">\(part(fields, "\(control.name).\(index)", item, path: path))</div>"
            }
            return "<div class=\"rows\">\(rows)</div>"
        case .text:
            let texts = items.compactMap { try? Text($0) }
            let joined = Text(
                nl: texts.map(\.nl).joined(separator: "\n"),
                en: texts.contains { !$0.en.isEmpty } ? texts.map(\.en).joined(separator: "\n") : "")
            return text(control, joined, long: true)
        default: return lines(control, items)
        }
    }

    private func lines(_ control: Control, _ items: [Value]) -> HTML {
        let lines = items.compactMap { try? String($0) }
        return
            "<textarea\(control.attributes) rows=\"\(max(3, min(12, lines.count + 1)))\">\n\(lines.joined(separator: "\n"))</textarea>"
    }

    private func part(_ fields: [FieldDescription], _ name: String, _ value: Value, path: [String]) -> HTML {
        fields.html { field in
            let name = "\(name).\(field.name)"
            let control = Control(name: name, id: name, isWrong: isWrong(name))
            return """
                <div class="subfield"><label for="\(name)">\(say(field.label))</label>\
                \(input(field, control, value[field.name], path: path + [field.name]))</div>
                """
        }
    }
}
