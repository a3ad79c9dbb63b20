import Ecosystems
import Hummingbird
import Kernel
import Markup
import Purpose

/// The design canvas: the goal in the middle, around it who plays which part; drawn, and as a table.
extension EcosystemVisit {
    func showCanvas() async throws -> Response {
        let content = cached("purpose-canvas") { canvasContent(DesignCanvas(reader)) }
        var page = purposePage(
            .canvas, say("Ontwerpcanvas", "Design canvas"),
            lead: say(
                "Het gedeelde doel in het midden, daaromheen wie welke rol heeft, wat elk doet en wat elk zelf wil.",
                "The shared goal in the middle, around it who plays which part, what each does and what each wants."),
            content)
        page.styles = ["canvas.css", "purpose.css"]
        return show(page)
    }

    private func canvasContent(_ canvas: DesignCanvas) -> HTML {
        guard canvas.count > 0 || !canvas.centre.isEmpty else {
            return
                "<p class=\"empty\">\(say("Er is nog geen doel en er doet nog niemand mee.", "There is no goal yet and nobody takes part yet.")) \(formLink("goals", say("Leg het doel vast", "Record the goal"), [("level", "shared")]))</p>"
        }
        let (wide, narrow) = (drawing(canvas, .wide), drawing(canvas, .narrow))
        let hidden: HTML =
            canvas.showsInterests
            ? ""
            : "<p class=\"quiet\">\(say("Belangen ziet u pas als u zelf meedoet; dat er geen staan, zegt dus niets.", "You see interests only when you take part yourself; their absence says nothing."))</p>"
        return """
            <figure data-canvas>\(HTML(drawn: wide.svg))\(HTML(drawn: narrow.svg))\
            <figcaption>\(HTML(drawn: wide.legend))\(leftOut(wide.leftOut))</figcaption></figure>\(hidden)\(canvasTable(canvas))
            """
    }

    private func drawing(_ canvas: DesignCanvas, _ form: CanvasOptions.Form) -> CanvasDrawing {
        let inside = self
        let options = CanvasOptions(
            form: form, language: say.language,
            address: { inside.address(of: $0).url }, table: "#tabel",
            identifier: "canvas-\(form.rawValue)")
        let sectors = reader.library.methods(of: .sectors).flatMap { $0.sectors?.sectors ?? [] }
        return CanvasDrawing(canvas, options: options, sectors: sectors)
    }

    private func leftOut(_ count: Int) -> HTML {
        guard count > 0 else { return "" }
        return
            "<p class=\"quiet\">\(say("\(count) partijen staan er zonder naam op;", "\(count) parties are shown without their name;")) <a href=\"#tabel\">\(say("de tabel noemt ze allemaal", "the table names them all"))</a>.</p>"
    }

    private func canvasTable(_ canvas: DesignCanvas) -> HTML {
        let title = say("Het canvas als tabel", "The canvas as a table")
        let columns = [
            say("Organisatie", "Organisation"), say("Deel", "Part"), say("Doet mee", "Takes part"), say("Doet", "Does"),
            say("Wil", "Wants"), say("Botst", "Clashes"),
        ]
        let rows: HTML = canvas.segments.html { segment in
            segment.stakeholders.html { row($0, segment, columns) }
        }
        let centre: HTML = canvas.centre.html { centre in
            let parts: HTML =
                centre.parts.isEmpty
                ? "" : "<br><small>\(say("met als deel:", "with as parts:")) \(few(centre.parts, 6))</small>"
            return "<li>\(link(centre.goal))\(parts)</li>"
        }
        let goals: HTML =
            canvas.centre.isEmpty
            ? "<p class=\"empty\">\(say("Nog geen gezamenlijk doel.", "No shared goal yet."))</p>"
            : "<h3>\(say("In het midden", "In the middle"))</h3><ul>\(centre)</ul>"
        let around: HTML = canvas.count == 0 ? "" : cards(title, columns, rows)
        return """
            <details class="card"><summary><h2>\(title) <small class="quiet">\(canvas.count)</small></h2></summary>\
            <div id="tabel">\(goals)\(around)</div></details>
            """
    }

    private func row(
        _ stakeholder: DesignCanvas.Stakeholder, _ segment: DesignCanvas.Segment, _ columns: [String]
    ) -> HTML {
        let status = stakeholder.status.map { say($0.label) } ?? say("niet bekend", "not known")
        let roles = stakeholder.roles.map { say($0) }.joined(separator: ", ")
        let held: HTML = roles.isEmpty ? "" : "<br><small>\(roles)</small>"
        return """
            <tr><th scope="row">\(link(stakeholder.organisation))</th><td data-label="\(columns[1])">\(say(segment.title))\(held)</td>\
            <td data-label="\(columns[2])">\(status)</td><td data-label="\(columns[3])">\(few(stakeholder.activities))</td>\
            <td data-label="\(columns[4])">\(few(stakeholder.goals))</td><td data-label="\(columns[5])">\(few(stakeholder.opposing))</td></tr>
            """
    }
}
