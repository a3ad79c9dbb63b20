import Kernel
import Markup
import NetworkMap
import Purpose

/// The forms in which organisations are rows: who is tied to whom, and who does what.
extension MapSheet {
    func matrix(_ reading: MapReading) throws(Refusal) -> MapContent {
        let picture = picture(reading)
        let (sides, cells) = picture.matrix(try reading.groups(), say.language)
        let lead =
            say(
                "Wie aan wie verbonden is: van de rij naar de kolom. Wie bij elkaar hoort, staat bij elkaar in een kader.",
                "Who is tied to whom: from the row to the column. Who belong together stand together in a frame.")
            + left(picture)
        let drawing = GridDrawing.render(rows: sides, columns: sides, cells: cells, texts: texts(lead))
        let legend: HTML = """
            <ul class="map-legend"><li>\(say("Een groter vlak: meer soorten relaties tussen die twee", "A larger square: more kinds of relations between those two"))</li>
            <li>\(say("Aan beide kanten van de diagonaal: zonder richting, of over en weer", "On both sides of the diagonal: without direction, or both ways"))</li></ul>
            """
        return MapContent(lead: lead, html: figure(drawing, legend: legend) + inside.mapTable(picture))
    }

    func whoDoesWhat(_ reading: MapReading) -> MapContent {
        let organisations = reading.organisations
        let kind = chosenColumns(organisations)
        let answer = WhoDoesWhat(kind, of: organisations, reader)
        let columns = answer.columns.prefix(40)
        let names = Set(columns.map(\.id))
        let rows = answer.rows.prefix(ViewForm.matrix.limit)
        guard !answer.cells.isEmpty else { return nobodyDoes(kind) }
        let nodes = Dictionary(
            picture(reading).nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let sides = rows.map { row in
            let node = nodes[row.id]
            return GridSide(
                id: row.id, label: say(row.title), sector: node?.sector ?? "", shape: node?.shape,
                href: Path.organisation(id, row.id).url, title: say(row.title))
        }
        let heads = columns.map { column in
            GridSide(id: column.id, label: say(column.title), href: address(ofColumn: column), title: say(column.title))
        }
        let cells = answer.cells.filter { names.contains($0.column) }.map { cell(of: $0, answer, kind) }
        let lead = whoSentence(answer, kind, leftOut: answer.columns.count - columns.count)
        let drawing = GridDrawing.render(rows: sides, columns: heads, cells: cells, texts: texts(lead))
        return MapContent(
            lead: lead,
            html: figure(drawing, legend: whoLegend(kind))
                + table(say("Wie doet wat, als tabel", "Who does what, as a table"), whoTable(answer, kind)))
    }

    /// What was asked for, or else the first that has something to show.
    func chosenColumns(_ organisations: Set<String>) -> WhoDoesWhat.Columns {
        if let asked = WhoDoesWhat.Columns(rawValue: choice["what"]) { return asked }
        return WhoDoesWhat.Columns.allCases.first { !WhoDoesWhat($0, of: organisations, reader).cells.isEmpty }
            ?? .goals
    }

    private func nobodyDoes(_ kind: WhoDoesWhat.Columns) -> MapContent {
        let plural = kind == .roles ? "assignments" : "activities"
        let words = say(
            "Nog niet vastgelegd: wie wat doet voor de \(say(kind.label)).",
            "Not recorded yet: who does what for the \(say(kind.label)).")
        return MapContent(
            lead: words,
            html:
                "<p class=\"empty\">\(words) <a href=\"\(Path.records(id, plural))\">\(say("Leg het vast", "Record it"))</a></p>"
        )
    }

    private func address(ofColumn column: Reference) -> String {
        reader.catalogue.kind(column.kind) == nil ? "" : Path.record(id, column.kind, column.id).url
    }

    private func whoSentence(_ answer: WhoDoesWhat, _ kind: WhoDoesWhat.Columns, leftOut: Int) -> String {
        let begin = say(
            "Wie wat doet: \(answer.rows.count) organisaties en \(answer.columns.count) \(say(kind.label)).",
            "Who does what: \(answer.rows.count) organisations and \(answer.columns.count) \(say(kind.label)).")
        let idle =
            answer.idle == 0
            ? ""
            : " "
                + say(
                    "\(answer.idle) organisaties doen hier niets aan mee.",
                    "\(answer.idle) organisations have no part in these.")
        let more =
            leftOut == 0
            ? "" : " " + say("Nog \(leftOut) staan alleen in de tabel.", "Another \(leftOut) are only in the table.")
        return begin + idle + more
    }

    /// With activities and roles a cell says who does, pays and gains; with goals how often.
    private func cell(of cell: WhoDoesWhat.Cell, _ answer: WhoDoesWhat, _ kind: WhoDoesWhat.Columns) -> GridCell {
        let all = cell.does + cell.pays + cell.gains
        let most = answer.cells.reduce(1) { max($0, $1.does + $1.pays + $1.gains) }
        let level =
            kind == .goals
            ? GridCell.level(of: Double(all), most: Double(most)) : cell.does > 0 ? 4 : cell.pays > 0 ? 2 : 1
        return GridCell(
            row: cell.row, column: cell.column, level: level, mark: kind == .goals ? "\(all)" : letters(of: cell),
            title: told(cell, answer))
    }

    private func letters(of cell: WhoDoesWhat.Cell) -> String {
        (cell.does > 0 ? say("D", "D") : "") + (cell.pays > 0 ? say("B", "P") : "")
            + (cell.gains > 0 ? say("V", "G") : "")
    }

    private func told(_ cell: WhoDoesWhat.Cell, _ answer: WhoDoesWhat) -> String {
        let row = answer.rows.first { $0.id == cell.row }.map { say($0.title) } ?? cell.row
        let column = answer.columns.first { $0.id == cell.column }.map { say($0.title) } ?? cell.column
        return "\(row), \(column): \(words(of: cell))"
    }

    private func words(of cell: WhoDoesWhat.Cell) -> String {
        [
            (cell.does, say("doet", "does")), (cell.pays, say("betaalt", "pays")),
            (cell.gains, say("heeft er voordeel van", "gains")),
        ].filter { $0.0 > 0 }.map { $0.0 > 1 ? "\($0.0)× \($0.1)" : $0.1 }.joined(separator: ", ")
    }

    private func whoLegend(_ kind: WhoDoesWhat.Columns) -> HTML {
        let words =
            switch kind {
            case .goals:
                say(
                    "Het getal: hoe vaak een organisatie iets doet, betaalt of voordeel heeft bij activiteiten voor dat doel.",
                    "The number: how often an organisation does, pays or gains in activities for that goal.")
            case .activities:
                say("D: doet het · B: betaalt · V: heeft er voordeel van", "D: does it · P: pays · G: gains by it")
            case .roles: say("D: vervult de rol", "D: holds the role")
            }
        return "<ul class=\"map-legend\"><li>\(words)</li></ul>"
    }

    private func whoTable(_ answer: WhoDoesWhat, _ kind: WhoDoesWhat.Columns) -> HTML {
        let columns = Dictionary(answer.columns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let cells = Dictionary(grouping: answer.cells, by: \.row)
        let label = say(kind.label)
        let rows: HTML = answer.rows.prefix(1_000).html { row in
            let parts: HTML = (cells[row.id] ?? []).map { cell -> HTML in
                let title = columns[cell.column].map { say($0.title) } ?? cell.column
                return "\(title) (\(words(of: cell)))"
            }.joined(separator: "; ")
            return """
                <tr><th scope="row"><a href="\(Path.organisation(id, row.id))">\(say(row.title))</a></th><td data-label="\(label)">\(parts)</td></tr>
                """
        }
        return inside.cards(say("Wie doet wat", "Who does what"), [say("Organisatie", "Organisation"), label], rows)
    }
}
