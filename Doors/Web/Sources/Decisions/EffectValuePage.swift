import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// The last step of writing an effect: the fields, each with its own input.
struct EffectForm {
    let draft: EffectDraft
    let kind: Kind
    /// What the inputs show.
    let values: [String: Value]
    /// What the record holds now; nothing for what is new.
    var was: [String: Value] = [:]
    var problems: [Problem] = []
}

extension EcosystemVisit {
    /// The inputs of the fields, with what stands there now.
    func show(_ form: EffectForm, _ matter: String) -> Response {
        let (draft, kind) = (form.draft, form.kind)
        let fields = effectFields(draft, kind)
        let view = ValueView(self)
        let notes = fields.reduce(into: [String: HTML]()) { notes, field in
            guard draft.action == .change else { return }
            notes[field.name] =
                "<p class=\"theirs\"><strong>\(say("Nu staat er:", "It now says:"))</strong> \(view.plain(field, of: kind, in: form.was))</p>"
        }
        let input = FieldInput(
            inside: self, kind: kind, values: form.values, problems: form.problems, notes: notes)
        var body: HTML
        switch draft.action {
        case .add:
            body = FieldGroups(self, RecordForm(kind: kind, values: form.values, problems: form.problems)).html
        case .change: body = fields.html(input.row)
        case .remove:
            body = "<p>\(say("Gaat weg:", "Will be removed:")) \(view.link(kind.plural, draft.record))</p>"
        }
        body += optionChoice(draft)
        body += """
            <div class="field"><label for="e.summary">\(say("In gewone woorden (mag leeg blijven)", "In plain words (may stay empty)"))</label><input id="e.summary" name="e.summary" maxlength="500" value="\(draft.summary)"></div>
            """
        let chose: HTML = """
            \(hidden("e.action", draft.action.rawValue))\(hidden("e.kind", kind.plural))\(draft.record.isEmpty ? "" : hidden("e.record", draft.record))\
            \(draft.fields.html { hidden("e.field", $0) })\(draft.editing.map { hidden("e.editing", String($0)) })\
            \(draft.action == .change ? hidden("e.was", CanonicalJSON.string(.map(form.was.filter { draft.fields.contains($0.key) }))) : "")
            """
        let lead =
            draft.record.isEmpty
            ? say(kind.naming.label) : say(kind.naming.label) + ": " + say(reader.title(kind.plural, draft.record))
        return effectPage(
            draft, matter, form.problems, chose, "<p><strong>\(lead)</strong></p>\(body)", next: "keep",
            say("Zet bij het voorstel", "Put with the proposal"),
            back: draft.editing == nil ? (draft.action == .add ? "kind" : "record") : nil)
    }

    /// Which option an effect belongs to, when there are options.
    private func optionChoice(_ draft: EffectDraft) -> HTML {
        let options =
            draft.proposal.map { reader.record(Proposal.self, $0)?.options ?? [] }
            ?? lines(draft.sent.first("options")).map(option)
        guard !options.isEmpty else { return "" }
        let choices: HTML =
            option("", say("altijd", "always"), chosen: draft.option)
            + options.html { option($0.key, say($0.name), chosen: draft.option) }
        return chooser("e.option", "e.option", say("Alleen als dit wint", "Only when this wins"), choices)
    }
}
