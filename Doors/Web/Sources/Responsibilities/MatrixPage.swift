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
                "Per activiteit wie haar uitvoert en wie eindverantwoordelijk is: precies één partij.",
                "For each activity who carries it out and who is accountable: exactly one party.")
                + (mayDivide ? say(" Kies een cel om haar te wijzigen.", " Choose a cell to change it.") : ""),
            withoutResponsibilities(matrixContent(matrix, refused)))
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func matrixContent(_ matrix: ResponsibilityMatrix, _ refused: RefusedForm?) -> HTML {
        let rows = matrix.subjects.filter { if case .activity = $0 { true } else { false } }
        guard !rows.isEmpty else { return noActivities(refused) }
        let first = max(0, min((Int(visit.query("from")) ?? 1) - 1, rows.count - 1))
        let shown = Array(rows.dropFirst(first).prefix(Self.rowsOnPage))
        let checks = ResponsibilityChecks(matrix, ResponsibilityPlaces(reader.library))
        let columns = MatrixColumns(self, matrix, shown, isComplete: checks.isComplete && !matrix.parties.isEmpty)
        return """
            \(checksCard(matrix, checks))\(divisionStart(matrix, refused))\(dayChoice(.matrix))\(columns.chooser)\(letterLegend)\
            \(matrixTable(matrix, shown, columns, refused))\(morePages(rows.count, first, columns))
            """
    }

    private func matrixTable(
        _ matrix: ResponsibilityMatrix, _ rows: [ResponsibilitySubject], _ columns: MatrixColumns,
        _ refused: RefusedForm?
    ) -> HTML {
        guard !columns.shown.isEmpty else { return columns.none }
        let head: HTML = columns.shown.html { "<th scope=\"col\"><span>\(link(to: $0))</span></th>" }
        let editing =
            refused.isAbout("parts")
            ? (refused?.sent.first("subject") ?? "", refused?.sent.first("party") ?? "")
            : (visit.query("subject"), visit.query("party"))
        let body: HTML = rows.html { row in
            let name = name(of: row)
            let cells: HTML = columns.shown.html { column in
                guard columns.isEditable else { return "<td>\(letters(matrix[row, column]))</td>" }
                return editing == (row.id, column.name)
                    ? "<td id=\"cell\" class=\"edited\">\(partForm(matrix, row, column, .matrix, refused, kept: columns.kept))</td>"
                    : "<td>\(cell(matrix[row, column], row, name, column, columns))</td>"
            }
            return "<tr><th scope=\"row\" id=\"row-\(row.id)\">\(link(to: row))</th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table class="rasci"><caption class="hidden">\(say("Wie welk deel heeft in welke activiteit", "Who has which part in which activity"))</caption>
            <thead><tr><th scope="col">\(say("Activiteit", "Activity"))</th>\(head)</tr></thead><tbody>\(body)</tbody></table></div>
            """
    }

    private func cell(
        _ parts: ResponsibilityMatrix.Parts, _ row: ResponsibilitySubject, _ rowName: String,
        _ column: ResponsibleParty, _ columns: MatrixColumns
    ) -> HTML {
        let party = columns.name(of: column)
        let words = say("\(party) bij \(rowName): wijzig", "\(party) in \(rowName): change")
        let content: HTML = parts.isEmpty ? "<span class=\"nothing\" aria-hidden=\"true\">·</span>" : letters(parts)
        let path = "\(columns.address(of: row, column))#cell"
        // The words once: a page of a hundred columns has thousands of cells.
        return "<a href=\"\(path)\" aria-label=\"\(letterWords(parts))\(words)\">\(content)</a>"
    }

    /// “A, R: ”, for who hears the cell instead of seeing it.
    private func letterWords(_ parts: ResponsibilityMatrix.Parts) -> String {
        parts.isEmpty ? "" : parts.parts.map { say($0.label) }.joined(separator: ", ") + ": "
    }

    private func morePages(_ count: Int, _ first: Int, _ columns: MatrixColumns) -> HTML {
        guard count > Self.rowsOnPage else { return "" }
        let rest = columns.kept.filter { $0.0 != "from" }
        let links: HTML = stride(from: 0, to: count, by: Self.rowsOnPage).map { $0 }.html { start in
            let words = "\(start + 1)–\(min(start + Self.rowsOnPage, count))"
            let path = Path.responsibilities(id).with([("from", "\(start + 1)")] + rest)
            return "<li><a href=\"\(path)\"\(if: start == first, " aria-current=\"page\"")>\(words)</a></li>"
        }
        return "<nav aria-label=\"\(say("Activiteiten", "Activities"))\"><ul class=\"tabs\">\(links)</ul></nav>"
    }

    /// Parties to choose from, by name: those that the matrix offers first, then all others.
    func partyChoice(chosen: String, on day: Day) -> HTML {
        let offered = OfferedParties(reader, on: day)
        func options(_ parties: [ResponsibleParty]) -> HTML {
            parties.map { ($0.name, name(of: $0)) }.sorted { ($0.1.lowercased(), $0.0) < ($1.1.lowercased(), $1.0) }
                .html { option($0.0, $0.1, chosen: chosen) }
        }
        func group(_ label: String, _ parties: [ResponsibleParty]) -> HTML {
            parties.isEmpty ? "" : "<optgroup label=\"\(label)\">\(options(parties))</optgroup>"
        }
        let bodies = offered.others.filter { $0.kind == "bodies" }
        return """
            \(group(say("Met een rol", "With a role"), offered.first))\(group(say("Andere organisaties", "Other organisations"), offered.others.filter { $0.kind != "bodies" }))\
            \(group(say("Organen", "Bodies"), bodies))
            """
    }
}
