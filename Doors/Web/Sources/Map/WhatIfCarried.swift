import Ecosystems
import Kernel
import Markup
import NetworkMap

/// What hangs on who would leave: first what nobody else carries too.
extension EcosystemVisit {
    func hangs(_ asked: WhatIf) -> HTML {
        let leaving = asked.remove.filter { reader.state.table("organisations")?.contains($0) == true }
        guard !leaving.isEmpty else { return "" }
        let all = reader.carried
        let parts: HTML = leaving.prefix(10).html { id in
            let carried = all.filter { $0.by == id }
            let alone = carried.filter(\.isAlone)
            let shared = carried.filter { !$0.isAlone }
            guard !carried.isEmpty else {
                return
                    "<p>\(party(id)): \(say("er hangt niets aan wat is vastgelegd.", "nothing that was recorded hangs on it."))</p>"
            }
            return """
                <h3>\(say("Wat aan \(title(id)) hangt", "What hangs on \(title(id))"))</h3>
                \(list(alone, say("Niemand anders draagt dit", "Nobody else carries this"), isOpen: true))\(list(shared, say("Anderen dragen dit ook", "Others carry this too"), isOpen: false))
                """
        }
        return "<div class=\"hangs\">\(parts)</div>"
    }

    private func list(_ carried: [Carried], _ title: String, isOpen: Bool) -> HTML {
        guard !carried.isEmpty else { return "" }
        let items: HTML = carried.prefix(50).html { item in
            let kind = reader.catalogue.kind(item.what.kind).map { say($0.naming.label).lowercased() } ?? ""
            return """
                <li><a href="\(Path.record(id, item.what.kind, item.what.id))">\(say.marked(item.name))</a> \
                <span class="quiet">\(kind), \(say(item.capacity))</span></li>
                """
        }
        let more: HTML =
            carried.count > 50
            ? "<li class=\"quiet\">\(say("en nog \(carried.count - 50)", "and \(carried.count - 50) more"))</li>" : ""
        return
            "<details\(if: isOpen, " open")><summary>\(title) (\(carried.count))</summary><ul>\(items)\(more)</ul></details>"
    }
}
