import Ecosystems
import Kernel
import Lifecycle
import MethodLibrary

/// Choosing a lifecycle, and the lists to judge the ecosystem by.
extension EcosystemVisit {
    func noLifecycle() -> HTML {
        """
        <h1>\(say("Levensloop", "Lifecycle"))</h1>
        <p class="lead">\(say("Een levensloop zegt in welke fase u zit, wat u dan moet uitzoeken en wat klaar moet zijn voor u verdergaat. Dit ecosysteem heeft er nog geen.",
            "A lifecycle says which phase you are in, what to find out then and what must be ready before you go on. This ecosystem has none yet."))</p>
        \(lifecycleChoices(reader.library.methods(of: .lifecycles)))
        """
    }

    /// Lifecycles that are not in use here yet, folded away.
    func moreLifecycles(_ courses: [CourseState]) -> HTML {
        guard mayAdd("lifecycles") else { return "" }
        return """
            <details><summary>\(say("Nog een levensloop kiezen", "Choose another lifecycle"))</summary>
            \(lifecycleChoices(reader.library.methods(of: .lifecycles)))</details>
            """
    }

    private func lifecycleChoices(_ methods: [Method]) -> HTML {
        let items: HTML = methods.html { method in
            let phases = (method.lifecycle?.phases ?? []).map { say($0.name) }.joined(separator: " → ")
            let choose = addLink(
                "lifecycles", say("Kies deze", "Choose this one"),
                [("method", method.id), ("started", "\(reader.today)")])
            return """
                <li class="card"><h3><a href="\(Path.method(method.id))">\(say(method.name))</a></h3><p>\(say(method.summary))</p>\
                <p class="quiet">\(phases)</p>\(choose)</li>
                """
        }
        return "<ul class=\"plain choices\">\(items)</ul>"
    }

    /// The lists with how the ecosystem stands on each.
    func diagnosis() -> HTML {
        let lists = reader.library.methods(of: .checklists).filter { $0.checklist?.use == .diagnosis }
            .compactMap { AssessmentPage.of($0.id, reader) }
        guard !lists.isEmpty else { return "" }
        let rows: HTML = lists.html { list in
            let cells: HTML = [AssessmentPage.Health.healthy, .partly, .unhealthy, .open].html { health in
                "<td data-label=\"\(say(health.label))\">\(list.count(health))</td>"
            }
            return """
                <tr><th scope="row"><a href="\(Path.checklist(id, list.checklist))">\(say(list.name))</a><br>\
                <small class="quiet">\(say(list.summary))</small></th>\(cells)</tr>
                """
        }
        let head: HTML = [AssessmentPage.Health.healthy, .partly, .unhealthy, .open].html {
            "<th scope=\"col\">\(say($0.label))</th>"
        }
        return """
            <section class="card"><h2>\(say("Hoe gezond is het ecosysteem?", "How healthy is the ecosystem?"))</h2>
            <p>\(say("Loop samen een lijst langs. Er komt geen cijfer uit, wel een gesprek.", "Go through a list together. It gives no mark, but a conversation."))\(hiddenVerdicts())</p>
            <table class="cards"><thead><tr><th scope="col">\(say("Lijst", "List"))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }

    /// Says that verdicts are not shown to this visitor.
    func hiddenVerdicts() -> HTML {
        guard let kind = reader.catalogue.kind(Assessment.naming.plural), !reader.canRead(kind) else { return "" }
        return " \(say("De oordelen zien alleen deelnemers.", "Only participants see the verdicts."))"
    }
}
