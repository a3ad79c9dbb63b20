import Ecosystems
import Kernel
import Lifecycle
import Markup

/// The lists to judge the ecosystem by.
extension EcosystemVisit {
    /// The lists with how the ecosystem stands on each; not before a phase runs or something was judged.
    func diagnosis(_ courses: [CourseState]) -> HTML {
        guard courses.contains(where: { $0.current != nil }) || reader.state[Assessment.self].count > 0
        else { return "" }
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
