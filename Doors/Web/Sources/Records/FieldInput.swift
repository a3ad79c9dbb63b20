import Ecosystems
import Kernel

/// The inputs of a form, one kind for each shape of field. They work without JavaScript.
struct FieldInput {
    let inside: EcosystemVisit
    /// Problems by field name; shown beside the field.
    let problems: [String: [Problem]]
    private var say: Say { inside.say }

    init(_ inside: EcosystemVisit, problems: [Problem]) {
        self.inside = inside
        self.problems = Dictionary(grouping: problems) { $0.path.first { !$0.contains("/") } ?? "" }
    }

    /// A labelled field with help, input and what is wrong with it.
    func row(_ field: FieldDescription, _ value: Value) -> HTML {
        let name = "f.\(field.name)"
        let wrong = problems[field.name] ?? []
        let notes: HTML = wrong.html {
            "<p class=\"wrong\" id=\"\(name)-wrong\">▲ \(say($0.message)) \(say($0.mend))</p>" as HTML
        }
        let help: HTML = field.help.isEmpty ? "" : "<p class=\"help\" id=\"\(name)-help\">\(say(field.help))</p>"
        let needed: HTML = field.required ? " <span class=\"quiet\">(\(say("verplicht", "required")))</span>" : ""
        let label: HTML = "\(say(field.label))\(needed)"
        if isGroup(field.shape) {
            return """
                <fieldset class="field\(if: !wrong.isEmpty, " has-wrong")"><legend>\(label)</legend>\(help)\(notes)\
                \(input(field.shape, name, value, field))</fieldset>
                """
        }
        return """
            <div class="field\(if: !wrong.isEmpty, " has-wrong")"><label for="\(name)">\(label)</label>\(help)\(notes)\
            \(input(field.shape, name, value, field))</div>
            """
    }

    private func isGroup(_ shape: FieldShape) -> Bool {
        switch shape {
        case .text, .period, .money, .part: true
        case .list(let item):
            switch item {
            case .line, .registered: false
            case .reference(let plural): count(plural) <= 12
            default: true
            }
        default: false
        }
    }

    private func input(_ shape: FieldShape, _ name: String, _ value: Value, _ field: FieldDescription) -> HTML {
        switch shape {
        case .text(let long): return text(name, value, long: long)
        case .code:
            return
                "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"24\" class=\"code\" spellcheck=\"false\">\n\(value.string ?? "")</textarea>"
        case .flag:
            return
                "<input type=\"checkbox\" id=\"\(name)\" name=\"\(name)\" value=\"true\"\(if: value == .flag(true), " checked")>"
        case .day: return line(name, value, type: "date")
        case .whole, .number: return line(name, value, type: "text", extra: " inputmode=\"decimal\" class=\"short\"")
        case .period:
            return """
                <div class="pair"><label>\(say("van", "from")) \(line("\(name).from", value["from"], type: "date"))</label>
                <label>\(say("tot en met", "until")) \(line("\(name).until", value["until"], type: "date"))</label></div>
                """
        case .money:
            return """
                <div class="pair"><label>\(say("bedrag", "amount")) \(line("\(name).amount", value["amount"], type: "text", extra: " inputmode=\"decimal\" class=\"short\""))</label>
                <label>\(say("munt", "currency")) \(line("\(name).currency", value["currency"].isNull ? "EUR" : value["currency"], type: "text", extra: " maxlength=\"3\" class=\"short\""))</label></div>
                """
        case .choice(let choices):
            return select(
                name, choices.map { ($0.id, $0.label, Text()) }, [value.string ?? ""], required: field.required)
        case .method(let entry): return select(name, methods(entry), [value.string ?? ""], required: field.required)
        case .reference(let plural): return reference(name, plural, value.string ?? "", required: field.required)
        case .list(let item): return list(item, name, value.list ?? [], field)
        case .part(let fields): return part(fields, name, value)
        case .line, .registered: return line(name, value, type: "text")
        }
    }

    private func line(_ name: String, _ value: Value, type: String, extra: HTML = "") -> HTML {
        let text = value.isNull ? "" : (try? String(value)) ?? ""
        return "<input type=\"\(type)\" id=\"\(name)\" name=\"\(name)\" value=\"\(text)\"\(extra)>"
    }

    private func text(_ name: String, _ value: Value, long: Bool) -> HTML {
        let text = (try? Text(value)) ?? Text()
        let boxes: [HTML] = [("nl", "Nederlands", text.nl), ("en", "English", text.en)].map { code, label, words in
            let input: HTML =
                long
                ? "<textarea name=\"\(name).\(code)\" lang=\"\(code)\" rows=\"4\">\n\(words)</textarea>"
                : "<input type=\"text\" name=\"\(name).\(code)\" lang=\"\(code)\" value=\"\(words)\">"
            return "<label><span class=\"quiet\">\(label)</span> \(input)</label>"
        }
        return "<div class=\"pair\">\(boxes)</div>"
    }

    private func select(
        _ name: String, _ choices: [(id: String, label: Text, group: Text)], _ chosen: Set<String>, required: Bool,
        multiple: Bool = false
    ) -> HTML {
        var options: HTML = multiple ? "" : "<option value=\"\">\(required ? say("Kies…", "Choose…") : "–")</option>"
        var group: Text?
        for choice in choices {
            if !choice.group.isEmpty, choice.group != group {
                if group != nil { options += "</optgroup>" }
                options += "<optgroup label=\"\(say(choice.group))\">"
                group = choice.group
            }
            options +=
                "<option value=\"\(choice.id)\"\(if: chosen.contains(choice.id), " selected")>\(say(choice.label))</option>"
        }
        if group != nil { options += "</optgroup>" }
        let size: HTML = multiple ? " multiple size=\"\(min(12, max(4, choices.count)))\"" : ""
        return "<select id=\"\(name)\" name=\"\(name)\"\(size)>\(options)</select>"
    }

    private func methods(_ entry: FieldShape.MethodEntry) -> [(id: String, label: Text, group: Text)] {
        inside.reader.library.choices(for: entry).map { ($0.id, $0.label, $0.group) }
    }

    private func count(_ plural: String) -> Int { inside.reader.state.table(plural)?.count ?? 0 }

    private func records(_ plural: String) -> [(id: String, label: Text, group: Text)] {
        (inside.reader.state.table(plural)?.ids ?? []).map { ($0, inside.reader.title(plural, $0), Text()) }
            .sorted { say($0.1).lowercased() < say($1.1).lowercased() }
    }

    private func reference(_ name: String, _ plural: String, _ chosen: String, required: Bool) -> HTML {
        guard count(plural) > 500 else { return select(name, records(plural), [chosen], required: required) }
        return
            "<input type=\"text\" id=\"\(name)\" name=\"\(name)\" value=\"\(chosen)\" data-search=\"\(Path.search(inside.id))\" data-kind=\"\(plural)\">"
    }

    private func list(_ shape: FieldShape, _ name: String, _ items: [Value], _ field: FieldDescription) -> HTML {
        let chosen = Set(items.compactMap(\.string))
        switch shape {
        case .choice(let choices): return boxes(name, choices.map { ($0.id, $0.label, Text()) }, chosen)
        case .method(let entry):
            let choices = methods(entry)
            return choices.count <= 12
                ? boxes(name, choices, chosen) : select(name, choices, chosen, required: true, multiple: true)
        case .reference(let plural) where count(plural) <= 12: return boxes(name, records(plural), chosen)
        case .reference(let plural) where count(plural) <= 500:
            return select(name, records(plural), chosen, required: true, multiple: true)
        case .part(let fields):
            let rows = (items + [.null, .null]).enumerated().map { index, item -> HTML in
                "<div class=\"part\">\(part(fields, "\(name).\(index)", item))</div>"
            }
            return "<div class=\"rows\">\(rows)</div>"
        case .text:
            let texts = items.compactMap { try? Text($0) }
            return text(
                name,
                .map([
                    "nl": .string(texts.map(\.nl).joined(separator: "\n")),
                    "en": .string(texts.map(\.en).joined(separator: "\n")),
                ]), long: true)
        default:
            let lines = items.compactMap { try? String($0) }.joined(separator: "\n")
            return "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"4\">\n\(lines)</textarea>"
        }
    }

    private func boxes(_ name: String, _ choices: [(id: String, label: Text, group: Text)], _ chosen: Set<String>)
        -> HTML
    {
        let boxes: [HTML] = choices.map { choice in
            "<label class=\"box\"><input type=\"checkbox\" name=\"\(name)\" value=\"\(choice.id)\"\(if: chosen.contains(choice.id), " checked")> \(say(choice.label))</label>"
        }
        return "<div class=\"boxes\">\(boxes)</div>"
    }

    private func part(_ fields: [FieldDescription], _ name: String, _ value: Value) -> HTML {
        fields.html { field in
            "<div class=\"subfield\"><label for=\"\(name).\(field.name)\">\(say(field.label))</label>\(input(field.shape, "\(name).\(field.name)", value[field.name], field))</div>"
        }
    }
}
