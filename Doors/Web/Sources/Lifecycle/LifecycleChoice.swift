import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Markup
import MethodLibrary

/// Choosing a lifecycle, and saying where the ecosystem is in it.
extension EcosystemVisit {
    func noLifecycle(_ refused: RefusedForm?) -> HTML {
        """
        <h1>\(say("Levensloop", "Lifecycle"))</h1>
        <p class="lead">\(say("Een levensloop zegt in welke fase u zit, wat u dan moet uitzoeken en wat klaar moet zijn voor u verdergaat. Dit ecosysteem heeft er nog geen.",
            "A lifecycle says which phase you are in, what to find out then and what must be ready before you go on. This ecosystem has none yet."))</p>
        \(lifecycleChoices(refused, asksScope: false))
        """
    }

    /// A lifecycle beside those that are in use, folded away.
    func moreLifecycles(_ refused: RefusedForm?) -> HTML {
        guard mayAdd(Course.naming.plural) else { return "" }
        return """
            <details\(if: refused != nil, " open")><summary>\(say("Nog een levensloop kiezen", "Choose another lifecycle"))</summary>
            \(lifecycleChoices(refused, asksScope: true))</details>
            """
    }

    private func lifecycleChoices(_ refused: RefusedForm?, asksScope: Bool) -> HTML {
        let items: HTML = reader.library.methods(of: .lifecycles).html { method in
            let phases = method.lifecycle?.phases ?? []
            let steps: HTML = phases.html { "<li>\(say($0.name))</li>" }
            return """
                <li class="card"><h3><a href="\(Path.method(method.id))">\(say(method.name))</a></h3><p>\(say(method.summary))</p>\
                <ol class="steps\(if: phases.count > 6, " many")" aria-label="\(say("Fasen van \(say(method.name))", "Phases of \(say(method.name))"))">\(steps)</ol>\
                \(choiceForm(method, phases, refused, asksScope: asksScope))</li>
                """
        }
        return "<ul class=\"plain lifecycles\">\(items)</ul>"
    }

    /// Where are you now, and since when.
    private func choiceForm(
        _ method: Method, _ phases: [LifecycleMethod.Phase], _ refused: RefusedForm?, asksScope: Bool
    ) -> HTML {
        guard mayAdd(Course.naming.plural) else { return "" }
        let name = "choose-\(method.id)"
        let chosen = refused.value("phase", in: name)
        let options: HTML = phases.html { option($0.id, say($0.name), chosen: chosen) }
        let on = refused.value("on", in: name, else: "\(reader.today)")
        let scope: HTML =
            asksScope
            ? """
            <div class="field"><label for="\(name)-scope">\(say("Waarvoor (mag leeg blijven)", "For what (may stay empty)"))</label>\
            <input id="\(name)-scope" name="scope" value="\(refused.value("scope", in: name))"></div>
            """ : ""
        return """
            <form method="post" action="\(Path.lifecycle(id))">\(visit.token)<input type="hidden" name="method" value="\(method.id)">\
            \(troubles(refused, in: name, inputs: ["phase": "\(name)-phase", "on": "\(name)-on"], labels: ["phase": say("Waar staat u nu?", "Where are you now?"), "on": say("Sinds", "Since")]))
            <div class="field"><label for="\(name)-phase">\(say("Waar staat u nu?", "Where are you now?"))</label>\
            <select id="\(name)-phase" name="phase"\(refused.state("phase", in: name))><option value="">\(say("Nog niet begonnen", "Not begun yet"))</option>\(options)</select></div>
            \(dayField("\(name)-on", "on", say("Sinds", "Since"), on, state: refused.state("on", in: name)))\(scope)
            <button class="button">\(say("Kies deze", "Choose this one"))<span class="hidden">: \(say(method.name))</span></button></form>
            """
    }

    func chooseLifecycle() async throws -> Response {
        let form = try await visit.form()
        let method = form.first("method")
        let name = "choose-\(method)"
        let lifecycle = freeID(method, in: Course.naming.plural)
        guard let on = day(form.first("on")) else {
            let problem = Problem("field.day", at: ["on"], Text("Kies een dag.", "Choose a day."))
            return try await showLifecycle(after: RefusedForm(name: name, sent: form, problems: [problem]))
        }
        let command = ChooseLifecycle(
            lifecycle: lifecycle, method: method, phase: form.first("phase"), on: on, scope: typed(form.first("scope")))
        let then = Path.lifecycle(id).with([("course", lifecycle)])
        return try await perform(command, of: name, sent: form, then: then, done: .added) {
            try await showLifecycle(after: $0)
        }
    }
}
