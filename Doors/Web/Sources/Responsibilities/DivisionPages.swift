import Ecosystems
import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Responsibilities

/// Processes over organisations, two days side by side, and tables in and out.
extension EcosystemVisit {
    func showProcesses() async throws -> Response { try await showProcesses(after: nil) }

    func showProcesses(after refused: RefusedForm?) async throws -> Response {
        let matrix = ResponsibilityMatrix(reader, on: dividedOn)
        let checks = ResponsibilityChecks(matrix, ResponsibilityPlaces(reader.library))
        let division = ProcessDivision(matrix, checks, in: reader.situation)
        let rows: HTML = division.processes.html { process in
            let parties = process.parties.map { link(to: $0) }.joined(separator: ", ")
            let activities: HTML = process.activities.html { activity in
                "<li>\(link(to: .activity(activity.id)))\(if: process.incomplete.contains(activity.id), " <span class=\"pill\">\(say("niet volledig", "not complete"))</span>")</li>"
            }
            let state =
                process.isComplete
                ? "✓\u{a0}\(say("volledig", "complete"))"
                : process.activities.isEmpty
                    ? "○ \(say("nog niet verdeeld", "not divided yet"))" : "● \(say("niet volledig", "not complete"))"
            return """
                <tr><th scope="row">\(say(process.name))</th><td data-label="\(say("Activiteiten", "Activities"))"><ul class="plain">\(activities)</ul></td>
                <td data-label="\(say("Partijen", "Parties"))">\(parties)</td><td data-label="\(say("Stand", "State"))">\(state)</td></tr>
                """
        }
        var page =
            responsibilityPage(
                .processes, say("Processen over organisaties", "Processes over organisations"),
                lead: say(
                    "Operationele processen verdeeld over partijen. De verdeling dekt alles: elk proces heeft activiteiten met een uitvoerder en een eindverantwoordelijke.",
                    "Operational processes divided over parties. The division covers everything: each process has activities with somebody to do them and somebody accountable."
                ),
                withoutResponsibilities(
                    cards(
                        say("Processen", "Processes"),
                        [
                            say("Proces", "Process"), say("Activiteiten", "Activities"), say("Partijen", "Parties"),
                            say("Stand", "State"),
                        ],
                        rows) + processStart(refused, on: .processes)))
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    func showComparison() async throws -> Response {
        let (first, second) = (
            day(visit.query("first")) ?? reader.today + -365, day(visit.query("second")) ?? reader.today
        )
        let comparison = ResponsibilityComparison(
            ResponsibilityMatrix(reader, on: first), ResponsibilityMatrix(reader, on: second))
        let rows: HTML = comparison.changes.prefix(1_000).map { $0 }.html { change in
            """
            <tr><th scope="row">\(link(to: change.subject))</th><td data-label="\(say("Partij", "Party"))">\(link(to: change.party))</td>
            <td data-label="\(say.day(first))">\(lettersOrDash(change.before))</td>
            <td data-label="\(say.day(second))">\(lettersOrDash(change.after))</td></tr>
            """
        }
        let table: HTML =
            comparison.changes.isEmpty
            ? "<p class=\"empty\">\(say("Er is geen verschil tussen deze dagen.", "There is no difference between these days."))</p>"
            : cards(
                say("Verschillen", "Differences"),
                [say("Waarin", "In what"), say("Partij", "Party"), say.day(first), say.day(second)], rows)
        let form: HTML = """
            <form method="get" action="\(Path.responsibilities(id, "comparison"))" class="choose"><div><label for="first">\(say("Van", "From"))</label><input type="date" id="first" name="first" value="\(first.description)"></div>
            <div><label for="second">\(say("Naar", "To"))</label><input type="date" id="second" name="second" value="\(second.description)"></div><button class="button quiet">\(say("Vergelijk", "Compare"))</button></form>
            """
        return show(
            responsibilityPage(
                .comparison, say("Twee dagen vergelijken", "Compare two days"),
                lead: say(
                    "Wat er anders is in wie wat doet.",
                    "What is different in who does what."), withoutResponsibilities("\(form)\(table)")))
    }

    func showTables() async throws -> Response { showTables(after: nil) }

    private func showTables(after refused: RefusedForm?) -> Response {
        let links: [(String, String)] = [
            ("lines.csv", say("Een regel per toewijzing (CSV)", "A line for each assignment (CSV)")),
            ("matrix.csv", say("Matrix van letters (CSV)", "Matrix of letters (CSV)")),
            ("oscal.json", say("OSCAL-componentdefinitie (JSON)", "OSCAL component definition (JSON)")),
        ]
        let list: HTML = links.html { "<li><a href=\"\(Path.responsibilities(id, $0.0))\">\($0.1)</a></li>" }
        let form: HTML =
            !mayDivide
            ? ""
            : """
            <section class="card"><h2>\(say("Neem een tabel over", "Take a table over"))</h2>\(troubles(refused, in: "table", inputs: [:]))
            <form method="post" action="\(Path.responsibilities(id, "imports"))">\(visit.token)<div class="field"><label for="table">\(say("Tabel (CSV)", "Table (CSV)"))</label>
            <p class="help">\(say("Plak een tabel met de kolommen activity,party,part, of een matrix die begint met subject. Alles wordt overgenomen, of niets; wat fout is, staat er met zijn regel bij.", "Paste a table with the columns activity,party,part, or a matrix that begins with subject. All of it is taken over, or nothing; what is wrong is told with its line."))</p>
            <textarea class="code" id="table" name="table" rows="10">\n\(refused.value("table", in: "table"))</textarea></div>
            <label class="box"><input type="checkbox" name="replacing" value="1"> \(say("Verwijder toewijzingen die niet in de tabel staan", "Remove assignments that are not in the table"))</label>
            <button class="button" data-testid="import">\(say("Neem over", "Take over"))</button></form></section>
            """
        var page = responsibilityPage(
            .tables, say("Tabellen", "Tables"),
            lead: say(
                "De verdeling mee naar een rekenblad, en weer terug.", "The division to a spreadsheet, and back again."),
            withoutResponsibilities(
                "<section class=\"card\"><h2>\(say("Download", "Download"))</h2><ul class=\"plain\">\(list)</ul></section>\(form)"
            ))
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    func importTable() async throws -> Response {
        let form = try await visit.form()
        let wish: ResponsibilityWish
        do throws(Refusal) { wish = try ResponsibilityWish(table: Array(form.first("table").utf8)) } catch {
            return showTables(after: RefusedForm(name: "table", sent: form, problems: error.problems))
        }
        let command = ImportResponsibilities(wish, replacing: form.has("replacing"))
        return try await perform(command, of: "table", sent: form, then: Path.responsibilities(id).url) {
            showTables(after: $0)
        }
    }

    func sendLines() async throws -> Response {
        let kind = reader.catalogue.kind(Responsibility.naming.plural)
        let records = kind.map(reader.canRead) == true ? reader.state[Responsibility.self].sorted : []
        return file(ResponsibilityTable.lines(records), "text/csv; charset=utf-8", "\(id)-responsibilities.csv")
    }

    func sendMatrix() async throws -> Response {
        let matrix = ResponsibilityMatrix(reader, on: dividedOn)
        return file(
            ResponsibilityTable.matrix(matrix) { name(of: $0) }, "text/csv; charset=utf-8", "\(id)-rasci.csv")
    }

    func sendOSCAL() async throws -> Response {
        let text = ResponsibilityOSCAL(
            ResponsibilityMatrix(reader, on: dividedOn), reader, language: say.language
        ).text
        return file(text, "application/json", "\(id)-responsibilities.oscal.json")
    }

    func file(_ text: String, _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
