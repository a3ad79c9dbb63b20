import Ecosystems
import Hummingbird
import Kernel
import Markup
import Responsibilities

/// Activities down, parties across, letters in the cells; a cell becomes a small form where it stands.
extension EcosystemVisit {
    /// So many activities still make a page that one can oversee.
    private static let rowsOnPage = 60

    func showMatrix() async throws -> Response { try await showMatrix(after: nil) }

    func showMatrix(after refused: RefusedForm?) async throws -> Response {
        let matrix = ResponsibilityMatrix(reader, on: dividedOn)
        var page = responsibilityPage(
            .matrix, say("Wie doet wat", "Who does what"),
            lead: say(
                "Per activiteit wie haar uitvoert en wie eindverantwoordelijk is: precies één partij. Klik op een cel om haar te wijzigen.",
                "For each activity who carries it out and who is accountable: exactly one party. Click a cell to change it."
            ),
            withoutResponsibilities(matrixContent(matrix, refused)))
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func matrixContent(_ matrix: ResponsibilityMatrix, _ refused: RefusedForm?) -> HTML {
        let rows = matrix.subjects.filter { if case .activity = $0 { true } else { false } }
        guard !rows.isEmpty else {
            return """
                <p class="empty">\(say("Er zijn nog geen activiteiten om te verdelen.", "There are no activities to divide yet.")) \
                \(formLink("activities", say("Leg de eerste activiteit vast", "Record the first activity")))</p>
                """
        }
        let first = max(0, min((Int(visit.query("from")) ?? 1) - 1, rows.count - 1))
        let shown = Array(rows.dropFirst(first).prefix(Self.rowsOnPage))
        let columns = columns(matrix, shown)
        return """
            \(checksCard(matrix))\(dayChoice(.matrix))\(letterLegend)\(matrixTable(matrix, shown, columns, refused))
            \(morePages(rows.count, first))\(mayDivide ? newColumn(columns) : "")
            """
    }

    /// Who has a part in what is shown, and who was asked for.
    private func columns(_ matrix: ResponsibilityMatrix, _ rows: [ResponsibilitySubject]) -> [ResponsibleParty] {
        var parties = Set(rows.flatMap { matrix.row($0).keys })
        for name in visit.queries("with") where !name.isEmpty {
            let party = ResponsibleParty(name: name)
            if reader.state.table(party.kind)?.contains(party.id) == true { parties.insert(party) }
        }
        return parties.sorted { (name(of: $0).lowercased(), $0) < (name(of: $1).lowercased(), $1) }
    }

    private func matrixTable(
        _ matrix: ResponsibilityMatrix, _ rows: [ResponsibilitySubject], _ columns: [ResponsibleParty],
        _ refused: RefusedForm?
    ) -> HTML {
        let head: HTML = columns.html { "<th scope=\"col\"><span>\(link(to: $0))</span></th>" }
        let editing =
            refused.map { ($0.sent.first("subject"), $0.sent.first("party")) }
            ?? (visit.query("subject"), visit.query("party"))
        let body: HTML = rows.html { row in
            let cells: HTML = columns.html { column in
                let isEdited = mayDivide && editing == (row.id, column.name)
                return isEdited
                    ? "<td id=\"cell\" class=\"edited\">\(partForm(matrix, row, column, .matrix, refused))</td>"
                    : "<td>\(cell(matrix, row, column))</td>"
            }
            return "<tr><th scope=\"row\">\(link(to: row))</th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table class="rasci"><caption class="hidden">\(say("Wie welk deel heeft in welke activiteit", "Who has which part in which activity"))</caption>
            <thead><tr><th scope="col">\(say("Activiteit", "Activity"))</th>\(head)</tr></thead><tbody>\(body)</tbody></table></div>
            """
    }

    private func cell(_ matrix: ResponsibilityMatrix, _ row: ResponsibilitySubject, _ column: ResponsibleParty) -> HTML
    {
        let parts = matrix[row, column]
        guard mayDivide else { return letters(parts) }
        let words = say(
            "\(name(of: column)) bij \(name(of: row)): wijzig", "\(name(of: column)) in \(name(of: row)): change")
        let content: HTML = parts.isEmpty ? "<span class=\"nothing\" aria-hidden=\"true\">·</span>" : letters(parts)
        let path = Path.responsibilities(id).with(
            [("subject", row.id), ("party", column.name), ("from", visit.query("from")), ("on", visit.query("on"))]
                + visit.queries("with").map { ("with", $0) })
        return "<a href=\"\(path)#cell\" title=\"\(words)\">\(content)<span class=\"hidden\">\(words)</span></a>"
    }

    private func morePages(_ count: Int, _ first: Int) -> HTML {
        guard count > Self.rowsOnPage else { return "" }
        let links: HTML = stride(from: 0, to: count, by: Self.rowsOnPage).map { $0 }.html { start in
            let words = "\(start + 1)–\(min(start + Self.rowsOnPage, count))"
            let path = Path.responsibilities(id).with([("from", "\(start + 1)"), ("on", visit.query("on"))])
            return "<li><a href=\"\(path)\"\(if: start == first, " aria-current=\"page\"")>\(words)</a></li>"
        }
        return "<nav aria-label=\"\(say("Activiteiten", "Activities"))\"><ul class=\"tabs\">\(links)</ul></nav>"
    }

    /// A column for a party without a part yet.
    private func newColumn(_ columns: [ResponsibleParty]) -> HTML {
        let there = Set(columns.map(\.name))
        let options = partyOptions.filter { !there.contains($0.0) }
        guard !options.isEmpty else { return "" }
        let items: HTML = options.html { option($0.0, $0.1, chosen: "") }
        let kept: HTML = visit.queries("with").html { "<input type=\"hidden\" name=\"with\" value=\"\($0)\">" }
        return """
            <form method="get" action="\(Path.responsibilities(id))" class="choose">\(kept)<div><label for="with">\(say("Voeg een partij toe", "Add a party"))</label>
            <select id="with" name="with"><option value=""></option>\(items)</select></div><button class="button quiet">\(say("Toon kolom", "Show column"))</button></form>
            """
    }

    /// Organisations that take part or may, and bodies, by name.
    var partyOptions: [(String, String)] {
        ["organisations", "bodies"].flatMap { kind -> [(String, String)] in
            (reader.state.table(kind)?.ids ?? []).map { id in
                let party: ResponsibleParty = kind == "bodies" ? .body(id) : .organisation(id)
                return (party.name, name(of: party))
            }.sorted { ($0.1.lowercased(), $0.0) < ($1.1.lowercased(), $1.0) }
        }
    }
}
