import Ecosystems
import Kernel
import Markup

/// The fields of a form for one kind of record, each tied to its label, its help and what is wrong with it. Works without JavaScript.
struct FieldInput {
    let inside: EcosystemVisit
    let kind: Kind
    let values: [String: Value]
    let problems: [Problem]
    /// Something to say at a field, by its name.
    var notes: [String: HTML] = [:]
    var say: Say { inside.say }

    /// A labelled field with help, input, and what is wrong with it.
    func row(_ field: FieldDescription) -> HTML {
        let value = values[field.name] ?? .null
        let control = control(of: field)
        let wrong = problems.filter { $0.path.first { !$0.contains("/") } == field.name }
        let text: HTML = wrong.html { "<p>▲ \(say($0.message)) \(say($0.mend))</p>" }
        let told: HTML = wrong.isEmpty ? "" : "<div class=\"wrong\" id=\"\(control.id)-wrong\">\(text)</div>"
        let help: HTML = field.help.isEmpty ? "" : "<p class=\"help\" id=\"\(control.id)-help\">\(say(field.help))</p>"
        let needed: HTML = field.required ? " <span class=\"quiet\">(\(say("verplicht", "required")))</span>" : ""
        let label: HTML = "\(say(field.label))\(needed)"
        let note = notes[field.name] ?? ""
        let body: HTML = "\(help)\(told)\(input(field, control, value, path: [field.name]))\(note)"
        let mark: HTML = wrong.isEmpty ? "" : " has-wrong"
        guard isGroup(field.shape) else {
            return "<div class=\"field\(mark)\"><label for=\"\(control.id)\">\(label)</label>\(body)</div>"
        }
        let anchor: HTML = hasParts(field.shape) ? " id=\"\(control.id)\" tabindex=\"-1\"" : ""
        let about: HTML = isList(field.shape) ? control.about : ""
        return "<fieldset class=\"field\(mark)\"\(anchor)\(about)><legend>\(label)</legend>\(body)</fieldset>"
    }

    private func control(of field: FieldDescription) -> Control {
        let name = "f.\(field.name)"
        var control = Control(name: name, id: name, required: field.required, isWrong: isWrong(name))
        if !field.help.isEmpty { control.described.append("\(name)-help") }
        if problems.contains(where: { $0.path.contains(field.name) }) { control.described.append("\(name)-wrong") }
        return control
    }

    /// Whether something is wrong with an input, with a group that it stands in, or with a part of it.
    func isWrong(_ name: String) -> Bool {
        problems.contains { problem in
            let place = (["f"] + problem.path.filter { !$0.contains("/") }).joined(separator: ".")
            return place != "f" && (place == name || name.hasPrefix(place + ".") || place.hasPrefix(name + "."))
        }
    }

    /// Several inputs under one legend.
    private func isGroup(_ shape: FieldShape) -> Bool {
        switch shape {
        case .text, .period, .money, .part: true
        case .list(.line), .list(.registered), .list(.web): false
        case .list(.reference(let plural)): !Self.isTooMany(count(plural))
        case .list: true
        default: false
        }
    }

    /// Many inputs, that are told about once, at their legend.
    private func isList(_ shape: FieldShape) -> Bool {
        switch shape {
        case .list(.text): false
        case .list, .part: true
        default: false
        }
    }

    private func hasParts(_ shape: FieldShape) -> Bool {
        switch shape {
        case .part, .list(.part): true
        default: false
        }
    }

    func count(_ plural: String) -> Int { inside.reader.state.table(plural)?.count ?? 0 }

    /// More than anybody can look through.
    static func isTooMany(_ count: Int) -> Bool { count > 500 }
}
