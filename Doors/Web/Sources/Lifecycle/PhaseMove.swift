import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Markup

/// Going on to another phase, or back.
extension EcosystemVisit {
    /// - Parameter missing: how many things are not ready yet in the phase that is left.
    func moveSection(_ course: CourseState, missing: Int, _ refused: RefusedForm?) -> HTML {
        guard mayMove, !course.moves.isEmpty else { return "" }
        return
            "<section class=\"card\"><h2>\(say("Naar een andere fase", "To another phase"))</h2>\(moveForm(course, missing: missing, refused))</section>"
    }

    private var mayMove: Bool {
        mayEdit && reader.may(EnterPhase(lifecycle: "", phase: "", on: reader.today))
    }

    /// The way on first, with the next phase chosen; going back and ending stand apart, with nothing chosen.
    func moveForm(_ course: CourseState, missing: Int = 0, _ refused: RefusedForm?) -> HTML {
        guard mayMove, !course.moves.isEmpty else { return "" }
        let onward = course.moves.filter { !$0.isBack && !$0.isEnding }
        let back = course.moves.filter(\.isBack)
        let endings = course.moves.filter { !$0.isBack && $0.isEnding }
        let next = course.current == nil ? "" : course.next?.id ?? ""
        return """
            \(way(course, MoveWay(name: "move", moves: onward, chosen: next, missing: missing), refused))\
            \(apart(say("Terug naar een eerdere fase", "Back to an earlier phase"), course, MoveWay(name: "back", moves: back, needsReason: true), refused))\
            \(apart(say("Beëindigen", "End"), course, MoveWay(name: "end", moves: endings, needsReason: true, isEnd: true), refused))
            """
    }

    private func apart(_ title: String, _ course: CourseState, _ way: MoveWay, _ refused: RefusedForm?) -> HTML {
        guard !way.moves.isEmpty else { return "" }
        let tone: HTML = way.isEnd ? " class=\"danger\"" : ""
        return """
            <details\(tone)\(if: refused.isAbout(way.name), " open")><summary>\(title)</summary>\(self.way(course, way, refused))</details>
            """
    }

    private func way(_ course: CourseState, _ way: MoveWay, _ refused: RefusedForm?) -> HTML {
        guard !way.moves.isEmpty else { return "" }
        let chosen = refused.value("phase", in: way.name, else: way.chosen)
        let options: HTML = way.moves.html { move in
            "<label class=\"box\"><input type=\"radio\" name=\"phase\" value=\"\(move.phase)\" required\(if: move.phase == chosen, " checked")> \(say(move.name))</label>"
        }
        let required: HTML = way.needsReason ? " required" : ""
        let asked =
            way.missing == 0
            ? say("Waarom", "Why")
            : say(
                "Waarom nu al? Nog niet klaar: \(way.missing)", "Why already now? Not ready yet: \(way.missing)")
        let reason = asked + (way.needsReason ? "" : say(" (mag leeg blijven)", " (may stay empty)"))
        let sure: HTML =
            way.isEnd
            ? "<label class=\"box\"><input type=\"checkbox\" name=\"sure\" value=\"yes\" required> \(say("Ja, deze levensloop gaat naar een eindfase", "Yes, this lifecycle goes to an ending phase"))</label>"
            : ""
        let button: HTML =
            way.isEnd
            ? "<button class=\"danger\">\(say("Ga naar de eindfase", "Go to the ending phase"))</button>"
            : "<button class=\"button\(if: way.needsReason, " quiet")\">\(say("Ga naar deze fase", "Go to this phase"))</button>"
        return """
            \(troubles(refused, in: way.name, inputs: ["on": "\(way.name)-on", "reason": "\(way.name)-reason"], labels: ["on": say("Vanaf", "From"), "reason": say("Waarom", "Why")]))<form method="post" action="\(Path.passages(id, course.id))">\(visit.token)
            <fieldset class="field"><legend>\(say("Fase", "Phase"))</legend><div class="boxes">\(options)</div></fieldset>
            \(dayField("\(way.name)-on", "on", say("Vanaf", "From"), refused.value("on", in: way.name, else: "\(reader.today)"), state: refused.state("on", in: way.name)))
            <div class="field"><label for="\(way.name)-reason">\(reason)</label>\
            <textarea id="\(way.name)-reason" name="reason" rows="2"\(required)\(refused.state("reason", in: way.name))>\n\(refused.value("reason", in: way.name))</textarea></div>
            \(sure)\(button)</form>
            """
    }

    func enterPhase() async throws -> Response {
        let course = try visit.part("course")
        let form = try await visit.form()
        let phase = form.first("phase")
        let move = CourseState.of(course, reader)?.moves.first { $0.phase == phase }
        let isEnd = move?.isEnding == true && move?.isBack == false
        let name = isEnd ? "end" : move?.isBack == true ? "back" : "move"
        if let problem = hindrance(form, isEnd: isEnd) {
            return try await showPhase(
                course: course, phase: nil, after: RefusedForm(name: name, sent: form, problems: [problem]))
        }
        let on = day(form.first("on")) ?? reader.today
        let command = EnterPhase(lifecycle: course, phase: phase, on: on, reason: typed(form.first("reason")))
        return try await perform(command, of: name, sent: form, then: Path.phase(id, course, phase).url, done: .moved) {
            try await showPhase(course: course, phase: nil, after: $0)
        }
    }

    /// What the form lacks before it means anything: a day, and for an ending the second step.
    private func hindrance(_ form: Form, isEnd: Bool) -> Problem? {
        if day(form.first("on")) == nil {
            return Problem("field.day", at: ["on"], Text("Kies een dag.", "Choose a day."))
        }
        guard isEnd, form.first("sure") != "yes" else { return nil }
        return Problem(
            "phase.sure", at: ["sure"],
            Text("Dit brengt de levensloop naar een eindfase.", "This brings the lifecycle to an ending phase."),
            mend: Text("Zet een vinkje als u dat zeker weet.", "Tick the box if you are sure."))
    }
}

/// One of the ways out of a phase: on, back, or to an end.
struct MoveWay {
    let name: String
    let moves: [CourseState.Move]
    var chosen = ""
    var needsReason = false
    var isEnd = false
    /// How many things are not ready yet.
    var missing = 0
}
