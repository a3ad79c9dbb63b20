import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup

/// Who was bound by what, drawn along time and as a table; on any day.
extension EcosystemVisit {
    func showBound() async throws -> Response {
        let agreement = try visit.part("agreement")
        let asked = day(visit.query("on"))
        guard let page = AgreementPage.of(agreement, reader), let matrix = BoundMatrix.of(agreement, on: asked, reader)
        else {
            throw Refusal.notFound(.noSuchAgreement(agreement))
        }
        let main: HTML = """
            \(agreementHeading(page))\(agreementTabs(page, at: "bound"))
            <form class="inline" method="get" action="\(Path.agreementPart(id, agreement, "bound"))"><label for="on">\(say("Wie was gebonden op", "Who was bound on"))</label><input type="date" id="on" name="on" value="\("\(matrix.day)")"><button class="button quiet">\(say("Kijk", "Look"))</button></form>
            \(boundTable(matrix))\(boundDrawing(matrix))\(boundHistory(matrix))
            """
        return show(agreementPage(say("Wie is gebonden", "Who is bound"), main))
    }

    private func boundTable(_ matrix: BoundMatrix) -> HTML {
        guard !matrix.versions.isEmpty else {
            return
                "<p class=\"empty\">\(say("Op deze dag is nog niemand gebonden: er is nog geen versie van kracht.", "Nobody is bound on this day yet: no version is in force."))</p>"
        }
        let heads: HTML = matrix.versions.html { "<th scope=\"col\">\(say("versie", "version")) \($0)</th>" }
        let rows: HTML = matrix.rows.html { row in
            let now = matrix.bond(of: row.party)
            let cells: HTML = matrix.versions.html { version in
                now?.version == version ? "<td>✓ \(bound(now))</td>" : "<td><span class=\"quiet\">–</span></td>"
            }
            return
                "<tr><th scope=\"row\"><a href=\"\(Path.organisation(id, row.party))\">\(say.marked(row.name))</a></th>\(cells)</tr>"
        }
        return """
            <section class="card"><h2>\(say("Op \(matrix.day.written(.nl))", "On \(matrix.day.written(.en))"))</h2><div class="scroll"><table><thead><tr><th scope="col">\(say("Partij", "Party"))</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    /// A bar for each bond, on a line for each party; nothing as long as all began today.
    private func boundDrawing(_ matrix: BoundMatrix) -> HTML {
        guard let span = matrix.span, !matrix.rows.isEmpty, span.lowerBound < span.upperBound else { return "" }
        let (left, width, height) = (220, 640, 34)
        let days = span.upperBound - span.lowerBound
        func x(_ day: Day) -> Int { left + (day - span.lowerBound) * width / days }
        let bars: HTML = matrix.rows.enumerated().html { index, row in
            let y = 24 + index * height
            let name =
                "<text x=\"\(left - 12)\" y=\"\(y + 16)\" text-anchor=\"end\">\(short(say(row.name)))</text>" as HTML
            let pieces: HTML = row.bonds.html { bond in
                let (from, until) = (x(bond.from), x(min(bond.until ?? span.upperBound, span.upperBound)))
                return """
                    <g class="bond\(if: (matrix.versions.firstIndex(of: bond.version) ?? 0) % 2 == 1, " later")"><rect x="\(from)" y="\(y)" width="\(max(4, until - from))" height="22" rx="4"/>\
                    <text x="\(from + 8)" y="\(y + 16)">\(until - from > 30 ? "v\(bond.version)" : "")</text></g>
                    """
            }
            return name + pieces
        }
        let bottom = 30 + matrix.rows.count * height
        return """
            <figure class="card"><svg class="bonds" viewBox="0 0 \(left + width + 20) \(bottom + 24)" role="img" aria-label="\(say("Wie door welke versie gebonden was, in de tijd; de tabel hieronder zegt hetzelfde", "Who was bound by which version over time; the table below says the same"))">\(bars)
            <line x1="\(left)" y1="\(bottom)" x2="\(left + width)" y2="\(bottom)"/><text x="\(left)" y="\(bottom + 18)">\(say.day(span.lowerBound))</text><text x="\(left + width)" y="\(bottom + 18)" text-anchor="end">\(say.day(span.upperBound))</text></svg></figure>
            """
    }

    private func short(_ name: String) -> String { name.count > 26 ? name.prefix(25) + "…" : name }

    private func boundHistory(_ matrix: BoundMatrix) -> HTML {
        let rows: HTML = matrix.rows.html { row in
            row.bonds.html { bond in
                let until: String = bond.until.map { say.day($0) } ?? say("nu", "now")
                let why: String = bond.end.map { say($0.label) } ?? ""
                return """
                    <tr><th scope="row">\(say.marked(row.name))</th><td>\(say("versie", "version")) \(bond.version)</td><td data-label="\(say("Vanaf", "From"))">\(say.day(bond.from))</td><td data-label="\(say("Tot en met", "Until"))">\(until) <span class="quiet">\(why)</span></td>\
                    <td>\(bond.except.isEmpty ? "" : say("zonder \(bond.except.joined(separator: ", "))", "without \(bond.except.joined(separator: ", "))"))</td></tr>
                    """
            }
        }
        guard !rows.isEmpty else { return "" }
        let heads: HTML = [
            say("Partij", "Party"), say("Versie", "Version"), say("Vanaf", "From"), say("Tot en met", "Until"),
            say("Uitzondering", "Exception"),
        ].html { "<th scope=\"col\">\($0)</th>" }
        return
            "<section class=\"card\"><h2>\(say("In de tijd", "Over time"))</h2><div class=\"scroll\"><table class=\"cards\"><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></section>"
    }
}
