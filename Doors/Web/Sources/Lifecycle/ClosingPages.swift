import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Markup

/// How a lifecycle ends: the decision and the steps to finish properly.
extension EcosystemVisit {
    func showClosing() async throws -> Response { try await showClosing(after: nil) }

    private func showClosing(after refused: RefusedForm?) async throws -> Response {
        let course = try visit.part("course")
        guard let ending = EndingPage.of(course, reader) else {
            throw Refusal.notFound(.noSuchRecord(Kind(Course.self), course))
        }
        let title = say("Besluit en afsluiting", "Decision and closing")
        let none: HTML =
            ending.closures.isEmpty
            ? "<p class=\"empty\">\(say("Er is nog geen besluit genomen over hoe dit eindigt.", "No decision has been taken yet on how this ends."))</p>"
            : ""
        let main: HTML = """
            <p class="crumbs"><a href="\(Path.lifecycle(id).with([("course", course)]))">\(say(ending.course.name))</a></p>
            <h1>\(title)</h1><p class="lead">\(lead(ending))</p>\(phaseBar(ending.course, at: nil))
            <div class="columns"><div>\(none)\(ending.closures.reversed().html { decision($0, course, refused) })</div>
            <div>\(decisionForm(ending, refused))</div></div>
            """
        var page = lifecyclePage(title, main)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func lead(_ ending: EndingPage) -> String {
        if ending.lacksDecision {
            let course = ending.course.scope.isEmpty ? ending.course.name : ending.course.scope
            return say(
                "De levensloop “\(say(course))” is in een eindfase, maar er is nog niet besloten hoe het verdergaat.",
                "The lifecycle “\(say(course))” is in an ending phase, but it has not been decided yet how it goes on.")
        }
        return say(
            "Doorgaan, anders inrichten, overdragen of stoppen: leg vast wat er is besloten en rond netjes af.",
            "Continue, restructure, hand over or stop: record what was decided and finish properly.")
    }

    private func decision(_ decision: EndingPage.Decision, _ course: String, _ refused: RefusedForm?) -> HTML {
        let day: HTML =
            decision.decided.map { " <span class=\"quiet\">\(say.day($0, today: reader.today))</span>" } ?? ""
        let checklist: HTML = decision.checklist.map { "<h3>\(say($0))</h3><p>\(say(decision.sentence))</p>" } ?? ""
        let steps = decision.steps.map { step in
            ListedStep(
                id: step.id, text: step.text, why: step.why, due: step.due, done: step.done, isLate: step.isLate,
                who: step.by.map { ValueView(self).link("persons", $0.id) } ?? "")
        }
        let name = "closing-\(decision.id)"
        let list: HTML =
            steps.isEmpty
            ? ""
            : stepList(
                steps, sendTo: mayChange("closures", decision.id) ? .closingSteps(id, course, decision.id) : nil,
                seen: reader.state.table("closures")?.version(of: decision.id))
        return """
            <section class="card" id="\(name)"><h2>\(decision.choice.map { say($0.label).uppercasedFirst } ?? "?")\(day)</h2><p>\(say.marked(decision.reason))</p>
            \(checklist)\(troubles(refused, in: name))\(list)<p><a href="\(Path.record(id, "closures", decision.id))">\(say("Alle gegevens", "All details"))</a></p></section>
            """
    }

    private func decisionForm(_ ending: EndingPage, _ refused: RefusedForm?) -> HTML {
        guard mayAdd("closures") else { return "" }
        let name = "closing"
        let chosen = refused.value("choice", in: name)
        let choices: HTML = ending.choices.html { choice in
            "<label class=\"box\"><input type=\"radio\" name=\"choice\" value=\"\(choice.rawValue)\" required\(if: choice.rawValue == chosen, " checked")> \(say(choice.label))</label>"
        }
        let list = refused.value("checklist", in: name, else: ending.checklists.first?.id ?? "")
        let lists: HTML = ending.checklists.html { option($0.id, say($0.name), chosen: list) }
        return """
            <section class="card"><h2>\(say("Leg een besluit vast", "Record a decision"))</h2>\(troubles(refused, in: name))
            <form method="post" action="\(Path.closing(id, ending.course.id))">\(visit.token)
            <fieldset class="field"><legend>\(say("Besluit", "Decision"))</legend><div class="boxes">\(choices)</div></fieldset>
            <div class="field"><label for="closing-reason">\(say("Reden", "Reason"))</label><textarea id="closing-reason" name="reason" rows="3" required>\n\(refused.value("reason", in: name))</textarea></div>
            \(dayField("closing-day", "decided", say("Besloten op", "Decided on"), refused.value("decided", in: name, else: "\(reader.today)")))
            <div class="field"><label for="closing-list">\(say("Lijst om af te sluiten", "Closing checklist"))</label>\
            <select id="closing-list" name="checklist">\(lists)<option value="">\(say("geen", "none"))</option></select></div>
            <button class="button">\(say("Bewaren", "Save"))</button></form></section>
            """
    }

    func close() async throws -> Response {
        let course = try visit.part("course")
        let form = try await visit.form()
        let fields: [String: Value] = [
            "lifecycle": .string(course),
            "choice": form.first("choice").isEmpty ? .null : .string(form.first("choice")),
            "reason": typed(form.first("reason")).value,
            "decided": form.first("decided").isEmpty ? .null : .string(form.first("decided")),
            "checklist": form.first("checklist").isEmpty ? .null : .string(form.first("checklist")),
        ]
        let change = RecordChange("closures", freeID("\(course)-\(form.first("choice"))", in: "closures"), .add(fields))
        return try await perform(ChangeRecords([change]), of: "closing", sent: form, then: Path.closing(id, course).url)
        {
            try await showClosing(after: $0)
        }
    }

    func stepClosing() async throws -> Response {
        let (course, record) = (try visit.part("course"), try visit.part("closure"))
        let form = try await visit.form()
        guard let closure = reader.record(Closure.self, record), closure.lifecycle.rawValue == course else {
            throw Refusal.notFound(.noSuchRecord(Kind(Closure.self), record))
        }
        var steps = closure.steps
        let step = form.first("step")
        if !steps.contains(where: { $0.step == step }) {
            var new = Closure.Step()
            new.step = step
            steps.append(new)
        }
        for index in steps.indices where steps[index].step == step {
            steps[index].done = day(form.first("done"))
            steps[index].by = steps[index].done == nil ? nil : steps[index].by ?? caller.persons.first.map { ID($0) }
        }
        let kept = steps.filter { $0.done != nil || $0.due != nil || $0.by != nil }
        let change = RecordChange("closures", record, .patch(["steps": kept.value]), seen: Int(form.first("seen")))
        let then = Path.closing(id, course).url + "#closing-\(record)"
        return try await perform(ChangeRecords([change]), of: "closing-\(record)", sent: form, then: then) {
            try await showClosing(after: $0)
        }
    }
}
