import Ecosystems
import Kernel
import Markup
import NetworkMap

/// What hangs on who would leave: first what nobody else carries too.
extension EcosystemVisit {
    func hangs(_ asked: WhatIf) -> HTML {
        let leaving = asked.remove.filter { reader.state.table("organisations")?.contains($0) == true }
        guard !leaving.isEmpty else { return "" }
        let parts: HTML = leaving.prefix(10).html { impact(of: $0) }
        return "<div class=\"hangs\">\(parts)</div>"
    }

    private func impact(of id: String) -> HTML {
        do throws(Refusal) {
            let impact = try PartyImpact(id, reader)
            let whole =
                "<a href=\"\(Path.organisation(self.id, id))#impact\">\(say("Wat er vandaag aan hangt", "What hangs on it today"))</a>"
                as HTML
            guard !impact.alone.isEmpty || !impact.shared.isEmpty else {
                return
                    "<p>\(party(id)): \(say("er hangt geen doel, werk, rol of afspraak aan.", "no goal, work, role or agreement hangs on it.")) \(whole)</p>"
            }
            return """
                <h3>\(say("Wat aan \(title(id)) hangt", "What hangs on \(title(id))"))</h3>
                \(list(impact.alone, say("Niemand anders draagt dit", "Nobody else carries this"), isOpen: true))\(list(impact.shared, say("Anderen dragen dit ook", "Others carry this too"), isOpen: false))<p>\(whole)</p>
                """
        } catch { return "" }
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
