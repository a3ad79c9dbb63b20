import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
import Markup

/// Where the ecosystem stands: its lifecycles, one phase, how it ends, and the lists to judge it by.
extension WebDoor {
    func addLifecycle(to book: RouteBook) {
        let course = "/ecosystems/:ecosystem/lifecycle/:course"
        page(book, "/ecosystems/:ecosystem/lifecycle") { try await $0.ecosystem().showLifecycle() }
        page(book, "\(course)/closing") { try await $0.ecosystem().showClosing() }
        on(book, .post, "/ecosystems/:ecosystem/lifecycle", .command) { try await $0.ecosystem().chooseLifecycle() }
        on(book, .post, "\(course)/closing", .command) { try await $0.ecosystem().close() }
        on(book, .post, "\(course)/closing/:closure", .command) { try await $0.ecosystem().stepClosing() }
        on(book, .post, "\(course)/passages", .command) { try await $0.ecosystem().enterPhase() }
        page(book, "\(course)/:phase") { try await $0.ecosystem().showPhase() }
        on(book, .post, "\(course)/:phase/answers", .command) { try await $0.ecosystem().answer() }
        page(book, "/ecosystems/:ecosystem/checklists/:checklist") { try await $0.ecosystem().showChecklist() }
        on(book, .post, "/ecosystems/:ecosystem/checklists/:checklist", .command) {
            try await $0.ecosystem().assess()
        }
    }
}

extension EcosystemVisit {
    /// Every lifecycle with its phases; of the first, the phase it is in.
    func showLifecycle(after refused: RefusedForm? = nil) async throws -> Response {
        let courses = CourseState.all(reader)
        let chosen =
            courses.first { $0.id == visit.query("course") } ?? courses.first { $0.current != nil } ?? courses.first
        let main: HTML
        if let chosen {
            main =
                lifecycleHeading(chosen) + phaseBar(chosen, at: chosen.current?.id) + phaseOrStart(chosen, nil)
                + otherCourses(courses.filter { $0.id != chosen.id }) + diagnosis(courses) + moreLifecycles(refused)
        } else {
            main = noLifecycle(refused)
        }
        var page = lifecyclePage(say("Levensloop", "Lifecycle"), main)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    /// A phase, whether the lifecycle is in it or not.
    func showPhase() async throws -> Response {
        try await showPhase(course: visit.part("course"), phase: visit.part("phase"), after: nil)
    }

    func showPhase(course: String, phase: String?, after refused: RefusedForm?) async throws -> Response {
        guard let state = CourseState.of(course, reader) else {
            throw Refusal.notFound(.noSuchRecord(Kind(Course.self), course))
        }
        let main: HTML
        if let shown = PhasePage.of(course, phase: phase, reader) {
            main = lifecycleHeading(state) + phaseBar(state, at: shown.phase.id) + phaseContent(shown, refused)
        } else if phase == nil {
            main = lifecycleHeading(state) + phaseBar(state, at: nil) + phaseOrStart(state, refused)
        } else {
            throw Refusal.notFound(
                Problem(
                    "phase.unknown", Text("Deze fase bestaat niet.", "There is no such phase."),
                    mend: Text("Kies een fase van deze levensloop.", "Choose a phase of this lifecycle.")))
        }
        var page = lifecyclePage(say(state.name), main)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    func lifecyclePage(_ title: String, _ main: HTML) -> Page {
        var page = Page(title, place: .lifecycle, main)
        page.styles = ["lifecycle.css"]
        return page
    }

    private func phaseOrStart(_ course: CourseState, _ refused: RefusedForm?) -> HTML {
        guard let shown = PhasePage.of(course.id, reader) else {
            return """
                <p class="empty">\(say("Deze levensloop is nog in geen enkele fase. Kies waar u nu staat; dat hoeft niet de eerste fase te zijn.",
                    "This lifecycle is not in any phase yet. Choose where you are now; that need not be the first phase."))</p>
                <div class="card">\(moveForm(course, refused))</div>
                """
        }
        return phaseContent(shown, refused)
    }

    func lifecycleHeading(_ course: CourseState) -> HTML {
        let lead: String =
            if let current = course.current {
                current.entered.map {
                    say(
                        "Nu in de fase “\(say(current.name))”, sinds \(say.day($0, today: reader.today)).",
                        "Now in the phase “\(say(current.name))”, since \(say.day($0, today: reader.today)).")
                } ?? say("Nu in de fase “\(say(current.name))”.", "Now in the phase “\(say(current.name))”.")
            } else { say("Nog niet begonnen.", "Not begun yet.") }
        let scope: HTML =
            course.scope.isEmpty
            ? ""
            : " \(say("Geldt voor:", "Applies to:")) \(say(course.scope).hasSuffix(".") ? String(say(course.scope).dropLast()) : say(course.scope))."
        return """
            <p class="crumbs"><a href="\(Path.lifecycle(id))">\(say("Levensloop", "Lifecycle"))</a></p>
            <div class="title"><div><h1>\(say(course.name))</h1><p class="lead">\(lead)\(scope)</p></div>
            <div class="actions"><a class="button quiet" href="\(Path.method(course.method))">\(say("De methode", "The method"))</a></div></div>
            """
    }

    /// The phases in order; the shown one is marked as the page, the one it is in as the step.
    func phaseBar(_ course: CourseState, at shown: String?) -> HTML {
        let steps: HTML = course.phases.html { phase in
            let current: HTML = phase.progress == .now ? " aria-current=\"step\"" : ""
            let page: HTML = phase.id == shown ? " aria-current=\"page\"" : ""
            return """
                <li class="\(phase.progress.rawValue)"\(current)><a href="\(Path.phase(id, course.id, phase.id))"\(page)>\(say(phase.name))</a>\
                <small>\(stay(phase))</small></li>
                """
        }
        return
            "<ol class=\"steps\(if: course.phases.count > 6, " many")\" aria-label=\"\(say("Fasen van \(say(course.name))", "Phases of \(say(course.name))"))\">\(steps)</ol>"
    }

    private func stay(_ phase: CourseState.Phase) -> String {
        let today = reader.today
        switch phase.progress {
        case .now:
            return phase.entered.map {
                say("nu, sinds \(say.day($0, today: today))", "now, since \(say.day($0, today: today))")
            } ?? say("nu", "now")
        case .done:
            return phase.left.map { say("tot \(say.day($0, today: today))", "until \(say.day($0, today: today))") }
                ?? say("geweest", "done")
        case .skipped: return say("overgeslagen", "skipped")
        case .next: return say("hierna", "next")
        case .later: return say("later", "later")
        }
    }

    private func otherCourses(_ courses: [CourseState]) -> HTML {
        guard !courses.isEmpty else { return "" }
        let items: HTML = courses.html { course in
            let path = Path.lifecycle(id).with([("course", course.id)])
            let scope: HTML = course.scope.isEmpty ? "" : " <span class=\"quiet\">\(say(course.scope))</span>"
            return "<h3><a href=\"\(path)\">\(say(course.name))</a>\(scope)</h3>\(phaseBar(course, at: nil))"
        }
        return "<section><h2>\(say("Andere levenslopen", "Other lifecycles"))</h2>\(items)</section>"
    }
}
