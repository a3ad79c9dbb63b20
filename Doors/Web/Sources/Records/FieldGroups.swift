import Ecosystems
import Kernel
import Markup

/// The fields of a form in their groups: what comes first is open, the rest is folded and says how much it holds.
struct FieldGroups {
    private let inside: EcosystemVisit
    private let form: RecordForm
    private let input: FieldInput
    private var say: Say { inside.say }

    init(_ inside: EcosystemVisit, _ form: RecordForm) {
        self.inside = inside
        self.form = form
        input = FieldInput(
            inside: inside, kind: form.kind, values: form.values, problems: form.problems,
            notes: form.overtaken.map { Self.notes($0, form.kind, inside) } ?? [:])
    }

    var html: HTML {
        let fields = inside.fillable(form.kind, form.record)
        var names: [Text] = []
        for field in fields where !names.contains(field.group) { names.append(field.group) }
        let first = fields.filter(\.group.isEmpty).html(input.row)
        return first + names.filter { !$0.isEmpty }.html { name in group(name, fields.filter { $0.group == name }) }
    }

    private func group(_ name: Text, _ fields: [FieldDescription]) -> HTML {
        let rows = fields.html(input.row)
        guard !fields.contains(where: \.required) else {
            return "<fieldset class=\"group\"><legend>\(say(name))</legend>\(rows)</fieldset>"
        }
        return """
            <details class="group"\(if: fields.contains(where: asksAttention), " open")>\
            <summary>\(say(name)) <span class="quiet">\(contents(fields))</span></summary>\(rows)</details>
            """
    }

    private func asksAttention(_ field: FieldDescription) -> Bool {
        input.isWrong("f.\(field.name)") || input.notes[field.name] != nil || form.prefilled.contains(field.name)
    }

    private func contents(_ fields: [FieldDescription]) -> String {
        let filled = fields.filter { form.values[$0.name].map { !$0.isNull } ?? false }.count
        let count =
            fields.count == 1
            ? (filled == 1 ? say("ingevuld", "filled in") : say("leeg", "empty"))
            : say("\(filled) van \(fields.count) ingevuld", "\(filled) of \(fields.count) filled in")
        let names = fields.count == 1 ? [] : fields.map { say($0.label) }
        return (names.isEmpty ? "" : names.joined(separator: ", ") + " · ") + count
    }

    /// What stands there now, below what the visitor wrote.
    private static func notes(
        _ overtaking: RecordForm.Overtaking, _ kind: Kind, _ inside: EcosystemVisit
    ) -> [String: HTML] {
        let (say, view) = (inside.say, ValueView(inside))
        let theirs = overtaking.fields.values.merging(overtaking.fields.disputed) { $1 }
        let disputed = overtaking.fields.disputed.keys.reduce(into: [String: HTML]()) { notes, name in
            guard let field = kind.field(name) else { return }
            let now = inWords(field, of: kind, in: theirs, view)
            notes[name] = "<div class=\"theirs\"><strong>\(say("Nu staat er:", "It now says:"))</strong> \(now)</div>"
        }
        return overtaking.fields.taken.keys.reduce(into: disputed) { notes, name in
            notes[name] =
                "<p class=\"theirs\">\(say("Overgenomen van wie dit intussen wijzigde.", "Taken over from who changed this meanwhile."))</p>"
        }
    }

    /// A value in words; a text in both languages, because either may be what was changed.
    private static func inWords(
        _ field: FieldDescription, of kind: Kind, in values: [String: Value], _ view: ValueView
    ) -> HTML {
        let value = values[field.name] ?? .null
        if value.isNull { return "\(view.inside.say("niets", "nothing"))" }
        guard case .text = field.shape, let nl = value["nl"].string, let en = value["en"].string else {
            return view.html(field, of: kind, in: values)
        }
        return "<span lang=\"nl\">\(nl)</span> · <span lang=\"en\">\(en)</span>"
    }
}

extension EcosystemVisit {
    /// The fields of a kind that the visitor may see, and so fill in; the others stay as they are.
    func fillable(_ kind: Kind, _ record: String?) -> [FieldDescription] {
        let values = record.flatMap { reader.state.table(kind.plural)?.values(of: $0) }
        let owners = values.map { kind.owners(of: record ?? "", $0) } ?? reader.rights.belongsTo.sorted()
        return kind.fields.filter { field in
            field.visibility.map { reader.rights.canRead($0, owners: owners) } ?? true
        }
    }
}
