import Ecosystems
import Kernel
import Lifecycle
import Markup
import NetworkMap
import Parties
import Purpose

/// What may be chosen on the map: two things in sight, the others one step away.
extension MapSheet {
    var filters: HTML {
        let kinds = reader.library.choices(for: .relationKind).map { ($0.id, say($0.label)) }
        let clear: HTML =
            choice.narrows
            ? "<a href=\"\(Path.map(id).with([("view", choice["view"])]))\">\(say("Toon alles", "Show all"))</a>" : ""
        let isDeeper = ["sector", "role", "phase", "depth", "shape", "derived"].contains { !choice[$0].isEmpty }
        return """
            <form method="get" action="\(Path.map(id))" class="choose">\(kept)\(chooser("kind", say("Relatie", "Relation"), kinds, question.kinds))\(middle)\(own)
            <button class="button quiet">\(say("Toon", "Show"))</button>\(clear)
            <details\(if: isDeeper, " open")><summary>\(say("Meer keuzes", "More choices"))</summary><div class="choose">\(rest)</div></details></form>
            """
    }

    /// What the form leaves as it is.
    private var kept: HTML {
        ["view", "group", "status", "lonely", "sort", "order"].html { name in
            choice.pairs.filter { $0.name == name }.html {
                "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">"
            }
        }
    }

    /// What only this form of the map lets one choose.
    private var own: HTML {
        switch choice.form {
        case .rings:
            let measures = MapImportance.allCases.map { ($0 == .partners ? "" : $0.rawValue, say($0.label)) }
            return chooser("by", say("Belang is", "Importance is"), measures, [choice["by"]], any: false)
        case .who:
            let columns = WhoDoesWhat.Columns.allCases.map { ($0.rawValue, say($0.label)) }
            let everybody = Set(reader.records(Organisation.self).map(\.id.rawValue))
            let chosen: Set = [chosenColumns(everybody).rawValue]
            return chooser("what", say("Wie doet wat voor", "Who does what for"), columns, chosen, any: false)
        default: return ""
        }
    }

    /// The organisation in the middle: from a list while that can be overseen, else by its id.
    private var middle: HTML {
        let parties = reader.records(Organisation.self)
        guard parties.count <= 500 else {
            return
                "<label>\(say("Rond", "Around")) <input name=\"focus\" value=\"\(question.focus ?? "")\" placeholder=\"id\"></label>"
        }
        let choices = parties.map { ($0.id.rawValue, say($0.name)) }.sorted { $0.1.lowercased() < $1.1.lowercased() }
        return chooser("focus", say("Rond", "Around"), choices, [question.focus ?? ""])
    }

    private var rest: HTML {
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
            \(chooser("phase", say("Fase", "Phase"), phases, [choice["phase"]]))
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
