import Ecosystems
import Kernel
import Lifecycle
import Markup
import NetworkMap
import Parties

/// What may be chosen on the map: two things in sight, the others one step away.
extension EcosystemVisit {
    /// The parts of the address, in a fixed order.
    var mapQuery: [(String, String)] {
        ["kind", "focus", "sector", "role", "phase", "status", "depth", "shape", "lonely", "derived"].flatMap { name in
            visit.queries(name).map { (name, $0) }
        }
    }

    func mapFilters(_ question: MapQuestion) -> HTML {
        let kinds = reader.library.choices(for: .relationKind).map { ($0.id, say($0.label)) }
        let isChosen = mapQuery.contains { !$0.1.isEmpty }
        let clear: HTML =
            isChosen ? "<a href=\"\(Path.map(id))\">\(say("Toon alles", "Show all"))</a>" : ""
        let isDeeper = ["sector", "role", "phase", "depth", "shape", "derived"].contains { !visit.query($0).isEmpty }
        return """
            <form method="get" action="\(Path.map(id))" class="choose">\(chooser("kind", say("Relatie", "Relation"), kinds, question.kinds))\(middle(question))
            <button class="button quiet">\(say("Toon", "Show"))</button>\(clear)
            <details\(if: isDeeper, " open")><summary>\(say("Meer keuzes", "More choices"))</summary><div class="choose">\(rest(question))</div></details></form>
            """
    }

    /// The organisation in the middle: from a list while that can be overseen, else by its id.
    private func middle(_ question: MapQuestion) -> HTML {
        let parties = reader.records(Organisation.self)
        guard parties.count <= 500 else {
            return
                "<label>\(say("Rond", "Around")) <input name=\"focus\" value=\"\(question.focus ?? "")\" placeholder=\"id\"></label>"
        }
        let choices = parties.map { ($0.id.rawValue, say($0.name)) }.sorted { $0.1.lowercased() < $1.1.lowercased() }
        return chooser("focus", say("Rond", "Around"), choices, [question.focus ?? ""])
    }

    private func rest(_ question: MapQuestion) -> HTML {
        let sectors = reader.library.choices(for: .sector).map { ($0.id, say($0.label)) }
        let held = Set(reader.records(Assignment.self).map(\.role))
        let roles = reader.library.choices(for: .role).filter { held.contains($0.id) }.map { ($0.id, say($0.label)) }
        let phases = CourseState.all(reader).flatMap { course in
            course.phases.filter { $0.period != nil }.map { ("\(course.id)/\($0.id)", say($0.name)) }
        }
        let steps = [("", "1"), ("2", "2"), ("3", "3")]
        let depth = question.depth.map { $0 == 1 ? "" : String($0) } ?? ""
        let derived = [
            ("", say("ook wat volgt uit andere gegevens", "also what follows from other records")),
            ("no", say("alleen vastgelegde relaties", "recorded relations only")),
        ]
        let shapes = [("", say("sector", "sector")), ("role", say("rol", "role"))]
        return """
            \(chooser("sector", say("Sector", "Sector"), sectors, question.sectors))\(chooser("role", say("Rol", "Role"), roles, question.roles))
            \(chooser("phase", say("Fase", "Phase"), phases, [visit.query("phase")]))
            \(chooser("depth", say("Stappen van het midden", "Steps from the middle"), steps, [depth], any: false))
            \(chooser("shape", say("Vorm toont", "Shape shows"), shapes, [question.shape == .role ? "role" : ""], any: false))
            \(chooser("derived", say("Lijnen", "Lines"), derived, [question.showsDerived ? "" : "no"], any: false))
            """
    }

    private func chooser(
        _ field: String, _ label: String, _ choices: [(String, String)], _ chosen: Set<String>, any: Bool = true
    ) -> HTML {
        guard !choices.isEmpty else { return "" }
        let first: HTML = any ? "<option value=\"\">\(say("alle", "all"))</option>" : ""
        let options: HTML = choices.html {
            "<option value=\"\($0.0)\"\(if: chosen.contains($0.0), " selected")>\($0.1)</option>"
        }
        return "<label>\(label) <select name=\"\(field)\">\(first)\(options)</select></label>"
    }
}
