import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// The pages on which an effect is written: what happens to which kind, to which record and field, and what it becomes.
extension EcosystemVisit {
    func showEffectKind(_ draft: EffectDraft, _ matter: String, _ problems: [Problem] = []) -> Response {
        let actions: [(Effect.Action, String)] = [
            (.change, say("Een gegeven wijzigen", "Change a record")),
            (.add, say("Een gegeven toevoegen", "Add a record")),
            (.remove, say("Een gegeven weghalen", "Remove a record")),
        ]
        let boxes: HTML = actions.html { action, label in
            "<label class=\"box\"><input type=\"radio\" name=\"e.action\" value=\"\(action.rawValue)\"\(if: draft.action == action, " checked")> \(label)</label>"
        }
        let kinds: HTML = effectKinds(.change).html { option($0.plural, say($0.naming.label), chosen: draft.kind) }
        let fields: HTML = """
            <fieldset class="field"><legend>\(say("Wat gebeurt er", "What happens"))</legend><div class="boxes">\(boxes)</div></fieldset>
            <div class="field\(if: !problems.isEmpty, " has-wrong")"><label for="e.kind">\(say("Wat voor gegeven", "What sort of record"))</label>\(wrong(problems, "e.kind"))
            <select id="e.kind" name="e.kind" required\(state(problems, "e.kind"))><option value="">\(say("Kies…", "Choose…"))</option>\(kinds)</select></div>
            """
        return effectPage(draft, matter, problems, "", fields, next: "record", say("Verder", "Next"))
    }

    func showEffectRecord(
        _ draft: EffectDraft, _ kind: Kind, _ matter: String, _ problems: [Problem] = []
    ) -> Response {
        let input = FieldInput(inside: self, kind: kind, values: [:], problems: [])
        let control = Control(
            name: "e.record", id: "e.record", required: true,
            described: problems.contains { $0.path == ["e.record"] } ? ["e.record-wrong"] : [],
            isWrong: problems.contains { $0.path == ["e.record"] })
        let chosen: Value = draft.record.isEmpty ? .null : .string(draft.record)
        let isLong = FieldInput.isTooMany(input.count(kind.plural))
        let records: HTML =
            isLong
            ? "" : FieldOptions(input).records(kind.plural).html { option($0.id, $0.label, chosen: draft.record) }
        let choice: HTML =
            isLong
            ? input.manyToOne(control, chosen, kind.plural)
            : "<select\(control.attributes)><option value=\"\">\(say("Kies…", "Choose…"))</option>\(records)</select>"
        let boxes: HTML = fillable(kind, nil).html {
            "<label class=\"box\"><input type=\"checkbox\" name=\"e.field\" value=\"\($0.name)\"\(if: draft.fields.contains($0.name), " checked")> \(say($0.label))</label>"
        }
        let fields: HTML =
            draft.action == .remove
            ? ""
            : """
            <fieldset class="field\(if: !wrong(problems, "e.field").isEmpty, " has-wrong")" id="e.field" tabindex="-1"><legend>\(say("Welke velden veranderen", "Which fields change"))</legend>\(wrong(problems, "e.field"))<div class="boxes">\(boxes)</div></fieldset>
            """
        let isEmpty = input.count(kind.plural) == 0
        let body: HTML =
            isEmpty
            ? "<p class=\"empty\">\(say("Er is er nog geen. Ga terug en kies “toevoegen”.", "There is none yet. Go back and choose “add”."))</p>"
            : """
            <div class="field"><label for="e.record">\(say(kind.naming.label))</label>\(wrong(problems, "e.record"))\(choice)</div>\(fields)
            """
        let chose: HTML = "\(hidden("e.action", draft.action.rawValue))\(hidden("e.kind", kind.plural))"
        return effectPage(
            draft, matter, problems, chose, body, next: isEmpty ? nil : "value", say("Verder", "Next"), back: "kind")
    }

    /// A step: its fields, and everything that was written before as hidden fields.
    func effectPage(
        _ draft: EffectDraft, _ matter: String, _ problems: [Problem], _ chose: HTML, _ fields: HTML, next: String?,
        _ button: String, back: String? = nil
    ) -> Response {
        let title = say("Wat er dan verandert", "What then changes")
        let summary: HTML =
            problems.isEmpty
            ? ""
            : ProblemSummary(say).html(
                problems,
                lead: say(
                    "Nog niet toegevoegd. Wat u invulde staat er nog.",
                    "Not added yet. What you filled in is still here.")
            ) { place(of: $0, draft) }
        let going: HTML =
            next.map { "<button class=\"button\" name=\"step\" value=\"\($0)\">\(button)</button> " } ?? ""
        let returning: HTML =
            back.map {
                "<button class=\"quiet\" name=\"step\" value=\"\($0)\" formnovalidate>\(say("Terug", "Back"))</button> "
            } ?? ""
        let name = draft.proposal.map { say(reader.title(Proposal.naming.plural, $0)) } ?? draft.sent.first("name")
        let lead: HTML = """
            <p class="lead">\(say("Stap \(number(of: next)) van 3", "Step \(number(of: next)) of 3"))\(name.isEmpty ? "" : " · \(name)"). \(say("Er wordt pas iets vastgelegd als u het voorstel indient.", "Nothing is recorded before you put the proposal forward."))</p>
            """
        var page = decisionPage(
            (problems.isEmpty ? "" : say("Fout: ", "Error: ")) + title,
            """
            <div class="narrow"><p class="crumbs"><a href="\(Path.matter(id, matter))">\(say(reader.title("matters", matter)))</a></p><h1>\(title)</h1>\(lead)\(summary)
            <form method="post" class="record" action="\(Path.matterPart(id, matter, "draft"))">\(visit.token)\(draft.carried)\(chose)\(fields)
            <p class="actions">\(going)\(returning)<button class="plain" name="step" value="home" formnovalidate>\(say("Niet toevoegen", "Do not add"))</button></p></form></div>
            """)
        if !problems.isEmpty { page.status = .badRequest }
        page.scripts = ["forms.js"]
        return show(page)
    }

    /// Something new has no record to choose: it goes from the first step to the last.
    private func number(of next: String?) -> Int { next == "record" ? 1 : next == "keep" ? 3 : 2 }

    /// The input that a problem is about.
    private func place(of problem: Problem, _ draft: EffectDraft) -> (label: String, id: String)? {
        guard let name = problem.path.first(where: { !$0.contains("/") }) else { return nil }
        if let field = reader.catalogue.kind(draft.kind)?.field(name) { return (say(field.label), "f.\(name)") }
        return name.hasPrefix("e.") ? (say("Naar het veld", "To the field"), name) : nil
    }

    func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    private func wrong(_ problems: [Problem], _ name: String) -> HTML {
        let own = problems.filter { $0.path == [name] }
        guard !own.isEmpty else { return "" }
        let text: HTML = own.html { "<p>▲ \(say($0.message)) \(say($0.mend))</p>" }
        return "<div class=\"wrong\" id=\"\(name)-wrong\">\(text)</div>"
    }

    private func state(_ problems: [Problem], _ name: String) -> HTML {
        problems.contains { $0.path == [name] } ? " aria-invalid=\"true\" aria-describedby=\"\(name)-wrong\"" : ""
    }
}
