import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import Parties

/// The matrix of decision rights: a row for each subject, a column for each body, letters in the cells.
extension EcosystemVisit {
    func showRights() async throws -> Response { try await showRights(after: nil) }

    func showRights(after refused: RefusedForm?) async throws -> Response {
        let matrix = DecisionRights.of(reader)
        let title = say("Wie beslist waarover", "Who decides what")
        let content: HTML =
            matrix.rows.isEmpty
            ? noRights(matrix) : "\(rightsTable(matrix, refused))\(rightsLegend)\(rightDetails(matrix, refused))"
        let main: HTML = """
            <div class="title"><div><h1>\(title)</h1><p class="lead">\(rightsLead(matrix))</p></div>
            <div class="actions">\(addLink("decisionRights", say("Nieuw onderwerp", "New subject")))</div></div>\(governancePlaces(.rights))\(content)
            """
        var shown = governancePage(title, main)
        if refused != nil { shown.status = .badRequest }
        return show(shown)
    }

    private func rightsLead(_ matrix: DecisionRights) -> String {
        let open = matrix.rows.filter(\.isOpen).count
        guard open > 0 else {
            return say(
                "Per onderwerp wie voorstelt, adviseert, besluit en mag ingrijpen.",
                "For each subject who proposes, advises, decides and may override.")
        }
        return say(
            "Over \(open) van de \(matrix.rows.count) onderwerpen besluit nog niemand.",
            "Nobody decides about \(open) of the \(matrix.rows.count) subjects yet.")
    }

    private func noRights(_ matrix: DecisionRights) -> HTML {
        let next =
            mayAdd("decisionRights")
            ? say(
                "Begin met de onderwerpen waarover het vaakst onduidelijkheid is, zoals geld, toelating en de koers.",
                "Begin with the subjects that are unclear most often, such as money, admission and the course.")
            : say("De regisseur kan ze vastleggen.", "The orchestrator can record them.")
        return "<p class=\"empty\">\(say("Er is nog niets vastgelegd.", "Nothing has been recorded yet.")) \(next)</p>"
    }

    /// Columns without any right stay out, so that the matrix fits; when there are no rights at all, every body has a column.
    private func rightsTable(_ matrix: DecisionRights, _ refused: RefusedForm?) -> HTML {
        let filled = matrix.bodies.indices.filter { column in
            matrix.rows.contains { !$0.cells[column].shares.isEmpty }
        }
        let used = filled.isEmpty ? Array(matrix.bodies.indices) : filled
        let editing = (visit.query("right"), visit.query("body"))
        let head: HTML = used.html { "<th scope=\"col\">\(bodyLink(matrix.bodies[$0].id))</th>" }
        let rows: HTML = matrix.rows.html { row in
            let cells: HTML = used.html { column in
                let cell = row.cells[column]
                let name = say(matrix.bodies[column].name)
                let (right, body) = (row.right.id.rawValue, cell.body.rawValue)
                guard mayChange("decisionRights", right) else {
                    return
                        "<td data-label=\"\(name)\"\(if: cell.shares.isEmpty, " class=\"none\"")>\(cell.shares.isEmpty ? "–" : letters(cell.shares, row))</td>"
                }
                if editing == (right, body) || refused.isAbout("cell-\(right)-\(body)") {
                    return
                        "<td id=\"cell\" class=\"edited\" data-label=\"\(name)\">\(rightCellForm(row, cell, refused))</td>"
                }
                return "<td data-label=\"\(name)\">\(cellLink(row, cell, name))</td>"
            }
            let open: HTML =
                row.isOpen ? " <span class=\"pill soon\">● \(say("niemand besluit", "nobody decides"))</span>" : ""
            return
                "<tr id=\"row-\(row.right.id.rawValue)\"><th scope=\"row\"><a href=\"#\(row.right.id.rawValue)\">\(say.marked(row.right.subject))</a>\(open)</th>\(cells)</tr>"
        }
        return """
            <section class="card"><div class="scroll"><table class="cards rights"><thead><tr><th scope="col">\(say("Onderwerp", "Subject"))</th>\(head)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func cellLink(_ row: DecisionRights.Row, _ cell: DecisionRights.Cell, _ body: String) -> HTML {
        let path = Path.governancePart(id, "rights").with([
            ("right", row.right.id.rawValue), ("body", cell.body.rawValue),
        ])
        let words = say("\(body), \(say(row.right.subject)): wijzig", "\(body), \(say(row.right.subject)): change")
        let content: HTML =
            cell.shares.isEmpty ? "<span class=\"nothing\" aria-hidden=\"true\">·</span>" : letters(cell.shares, row)
        return "<a href=\"\(path)#cell\" class=\"cell-link\">\(content)<span class=\"hidden\">\(words)</span></a>"
    }

    /// “B tot € 10.000”, “B in nood, daarna bekrachtigen”; the letter says what its colour says.
    private func letters(_ shares: [RightShare], _ row: DecisionRights.Row) -> HTML {
        let isRatified = row.right.shares.contains { $0.right == .ratifies }
        return shares.html { share in
            var parts: [String] = []
            if let limit = share.limit { parts.append(say("tot \(say.money(limit))", "up to \(say.money(limit))")) }
            if let mode = share.mode {
                let after = mode == .emergency && share.right == .decides && isRatified
                parts.append(say(mode.when) + (after ? say(", daarna bekrachtigen", ", ratified afterwards") : ""))
            }
            let words: HTML = parts.isEmpty ? "" : " <small>\(parts.joined(separator: ", "))</small>"
            return """
                <span class="right-share"><span class="right \(share.right.rawValue)"><abbr title="\(shareWords(share))">\(say(share.right.letter))</abbr></span>\(words)</span>
                """
        }
    }

    private var rightsLegend: HTML {
        let items: HTML = RightShare.Right.allCases.html {
            "<li><span class=\"right \($0.rawValue)\">\(say($0.letter))</span> \(say($0.label))</li>"
        }
        return """
            <ul class="legend">\(items)</ul>
            """
    }

    /// Each subject in words, with a form to change it in place.
    private func rightDetails(_ matrix: DecisionRights, _ refused: RefusedForm?) -> HTML {
        matrix.rows.html { row in
            let lines: HTML = row.cells.filter { !$0.shares.isEmpty }.html { cell in
                "<li>\(bodyLink(cell.body)) \(cell.shares.map(shareWords).joined(separator: "; "))</li>"
            }
            let about: HTML = row.right.about.isEmpty ? "" : "<p>\(say.marked(row.right.about))</p>"
            let none: HTML =
                row.right.shares.isEmpty
                ? "<p class=\"empty\">\(say("Nog niemand mag hier iets.", "Nobody may do anything here yet."))</p>" : ""
            let source: HTML =
                row.right.source.isEmpty ? "" : "<p class=\"quiet\">\(say("Bron", "Source")): \(row.right.source)</p>"
            return """
                <section class="card" id="\(row.right.id.rawValue)"><h2>\(say.marked(row.right.subject))</h2>\(about)<ul>\(lines)</ul>\(none)\(source)\(rightForm(row, matrix, refused))</section>
                """
        }
    }
}
