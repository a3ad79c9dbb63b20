import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Markup
import MethodLibrary

/// A list to judge the ecosystem by, with a verdict on each item.
extension EcosystemVisit {
    func showChecklist() async throws -> Response { try await showChecklist(after: nil) }

    private func showChecklist(after refused: RefusedForm?) async throws -> Response {
        let checklist = try visit.part("checklist")
        guard let list = AssessmentPage.of(checklist, reader) else {
            guard reader.library.checklist(checklist) == nil else { return .onward(to: .method(checklist)) }
            throw Refusal.notFound(
                Problem(
                    "checklist.unknown", Text("Deze lijst bestaat niet.", "There is no such list."),
                    mend: Text("Kies een lijst bij de levensloop.", "Choose a list at the lifecycle.")))
        }
        let items: HTML = list.items.html { item($0, list, refused) }
        let title = say(list.name)
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.lifecycle(id))">\(say("Levensloop", "Lifecycle"))</a></p>
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(say(list.summary))</p></div>
            <div class="actions"><a class="button quiet" href="\(Path.method(checklist))">\(say("De lijst", "The list"))</a></div></div>
            <p>\(say(list.sentence))\(hiddenVerdicts())</p><ol class="tasks verdicts">\(items)</ol>
            """
        var page = lifecyclePage(title, main)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func item(_ item: AssessmentPage.Item, _ list: AssessmentPage, _ refused: RefusedForm?) -> HTML {
        let why: HTML = item.why.isEmpty ? "" : "<p class=\"why\">\(say(item.why))</p>"
        let earlier: HTML =
            item.earlier.isEmpty
            ? ""
            : "<details><summary>\(say("Eerdere oordelen", "Earlier verdicts"))</summary><ul class=\"plain\">\(item.earlier.html { "<li>\(told($0))</li>" as HTML })</ul></details>"
        let now: HTML = item.verdict.map { "<p>\(told($0))</p>" } ?? ""
        return """
            <li class="\(tone(item.health))" id="item-\(item.id)"><span class="sign" role="img" aria-label="\(say(item.health.label))">\(sign(item.health))</span>\
            <div><p class="what">\(say(item.text))</p>\(why)\(now)\(earlier)\(verdictForm(item, list, refused))</div></li>
            """
    }

    private func sign(_ health: AssessmentPage.Health) -> String {
        switch health {
        case .healthy: "✓"
        case .partly: "●"
        case .unhealthy: "▲"
        case .open: "○"
        }
    }

    private func tone(_ health: AssessmentPage.Health) -> String {
        switch health {
        case .healthy: "done"
        case .partly: "partly"
        case .unhealthy: "late"
        case .open: "open"
        }
    }

    private func told(_ verdict: AssessmentPage.Verdict) -> HTML {
        let note: HTML = verdict.note.isEmpty ? "" : " \(say(verdict.note))"
        let day: HTML = verdict.on.map { " <span class=\"quiet\">\(say.day($0, today: reader.today))</span>" } ?? ""
        return
            "<a href=\"\(Path.record(id, "assessments", verdict.id))\"><strong>\(say(verdict.verdict.label).uppercasedFirst)</strong></a>\(day)\(note)"
    }

    private func verdictForm(_ item: AssessmentPage.Item, _ list: AssessmentPage, _ refused: RefusedForm?) -> HTML {
        guard mayAdd("assessments") else { return "" }
        let name = "verdict-\(item.id)"
        let chosen = refused.value("verdict", in: name)
        let choices: HTML = Assessment.Verdict.allCases.html { verdict in
            "<label class=\"box\"><input type=\"radio\" name=\"verdict\" value=\"\(verdict.rawValue)\" required\(if: verdict.rawValue == chosen, " checked")> \(say(verdict.label))</label>"
        }
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(item.verdict == nil ? say("Geef een oordeel", "Give a verdict") : say("Oordeel opnieuw", "Judge again"))</summary>
            \(troubles(refused, in: name))<form method="post" action="\(Path.checklist(id, list.checklist))">\(visit.token)
            <input type="hidden" name="item" value="\(item.id)"><fieldset class="field"><legend>\(say("Klopt dit voor dit ecosysteem?", "Is this so for this ecosystem?"))</legend>\
            <div class="boxes">\(choices)</div></fieldset>
            <div class="field"><label for="\(name)">\(say("Waarom", "Why"))</label><textarea id="\(name)" name="why" rows="2">\n\(refused.value("why", in: name))</textarea></div>
            <button class="button">\(say("Bewaren", "Save"))</button></form></details>
            """
    }

    func assess() async throws -> Response {
        let checklist = try visit.part("checklist")
        let form = try await visit.form()
        let item = form.first("item")
        let fields: [String: Value] = [
            "checklist": .string(checklist), "item": .string(item),
            "verdict": form.first("verdict").isEmpty ? .null : .string(form.first("verdict")),
            "why": typed(form.first("why")).value, "on": .string("\(reader.today)"),
        ]
        let today = reader.records(Assessment.self).first {
            $0.checklist == checklist && $0.item == item && $0.on == reader.today
        }
        let change =
            today.map { RecordChange("assessments", $0.id.rawValue, .patch(fields)) }
            ?? RecordChange("assessments", freeID("\(checklist)-\(item)", in: "assessments"), .add(fields))
        let then = Path.checklist(id, checklist).url + "#item-\(item)"
        return try await perform(ChangeRecords([change]), of: "verdict-\(item)", sent: form, then: then) {
            try await showChecklist(after: $0)
        }
    }
}
