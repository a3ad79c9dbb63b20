import Ecosystems
import Hummingbird
import Kernel
import Lifecycle

/// Going on to another phase, or back.
extension EcosystemVisit {
    func moveSection(_ course: CourseState, _ refused: RefusedForm?) -> HTML {
        guard mayMove, !course.moves.isEmpty else { return "" }
        return
            "<section class=\"card\"><h2>\(say("Naar een andere fase", "To another phase"))</h2>\(moveForm(course, refused))</section>"
    }

    private var mayMove: Bool {
        mayEdit && reader.may(EnterPhase(lifecycle: "", phase: "", on: reader.today))
    }

    func moveForm(_ course: CourseState, _ refused: RefusedForm?) -> HTML {
        guard mayMove, !course.moves.isEmpty else { return "" }
        let name = "move"
        let chosen = refused.value("phase", in: name, else: course.moves.first?.phase ?? "")
        let options: HTML = course.moves.html { move in
            let checked: HTML = move.phase == chosen ? " checked" : ""
            let note: HTML =
                move.isBack
                ? " <span class=\"quiet\">\(say("terug", "back"))</span>"
                : move.isEnding ? " <span class=\"quiet\">\(say("einde", "ending"))</span>" : ""
            return
                "<label class=\"box\"><input type=\"radio\" name=\"phase\" value=\"\(move.phase)\" required\(checked)> \(say(move.name))\(note)</label>"
        }
        return """
            \(troubles(refused, in: name, inputs: ["on": "move-on", "reason": "move-reason"]))<form method="post" action="\(Path.passages(id, course.id))">\(visit.token)
            <fieldset class="field"><legend>\(say("Fase", "Phase"))</legend><div class="boxes">\(options)</div></fieldset>
            \(dayField("move-on", "on", say("Vanaf", "From"), refused.value("on", in: name, else: "\(reader.today)"), state: refused.state("on", in: name)))
            <div class="field"><label for="move-reason">\(say("Waarom", "Why"))</label><p class="help">\(say("Verplicht als u teruggaat.", "Required when you go back."))</p>\
            <textarea id="move-reason" name="reason" rows="2"\(refused.state("reason", in: name))>\n\(refused.value("reason", in: name))</textarea></div>
            <button class="button">\(say("Ga naar deze fase", "Go to this phase"))</button></form>
            """
    }

    func enterPhase() async throws -> Response {
        let course = try visit.part("course")
        let form = try await visit.form()
        let phase = form.first("phase")
        guard let day = day(form.first("on")) else {
            let problem = Problem(
                "field.day", at: ["on"], Text("Kies een dag.", "Choose a day."),
                mend: Text("Schrijf jjjj-mm-dd.", "Write yyyy-mm-dd."))
            return try await showPhase(
                course: course, phase: nil, after: RefusedForm(name: "move", sent: form, problems: [problem]))
        }
        let command = EnterPhase(lifecycle: course, phase: phase, on: day, reason: typed(form.first("reason")))
        return try await perform(command, of: "move", sent: form, then: Path.phase(id, course, phase).url, done: .moved)
        {
            try await showPhase(course: course, phase: nil, after: $0)
        }
    }
}
