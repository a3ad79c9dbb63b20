import Ecosystems
import Gate
import Governance
import Hummingbird
import Kernel
import Markup

extension WebDoor {
    func addSelections(to book: RouteBook) {
        let root = "/ecosystems/:ecosystem/selections"
        page(book, root) { try await $0.ecosystem().showSelections() }
        page(book, "\(root)/:selection") { try await $0.ecosystem().showSelection() }
        on(book, .post, "\(root)/:selection/draw", .command) { try await $0.ecosystem().drawLot() }
        on(book, .post, "\(root)/:selection/scorings", .command) { try await $0.ecosystem().scoreOption() }
    }
}

/// Choices between options: what is asked of whom, the matrix, totals and how much hangs on the weights.
extension EcosystemVisit {
    func showSelections() async throws -> Response {
        let all = reader.records(Selection.self)
        let scorings = reader.records(Scoring.self)
        let items: HTML = all.html { selection in
            let outcome = SelectionOutcome(selection, scorings)
            return """
                <li class="card"><h3><a href="\(Path.selection(id, selection.id.rawValue))">\(say.marked(selection.name))</a></h3>
                <p>\(say(selection.use.label)) · \(say.count(selection.options.count, Text("mogelijkheid", "option"), Text("mogelijkheden", "options")))</p><p>\(standing(selection, outcome))</p></li>
                """
        }
        let empty: HTML = """
            <p class="empty">\(say("Er is nog geen selectie. Begin er een om toetreders, rechtsvormen of aanbiedingen op vaste criteria te vergelijken.", "There is no selection yet. Begin one to compare entrants, legal forms or offers by fixed criteria."))</p>
            """
        return show(
            governancePage(
                .selections, say("Selecties", "Selections"),
                lead: say(
                    "Kiezen op criteria die vooraf vaststaan, met redenen bij elke score.",
                    "Choosing by criteria that are fixed beforehand, with reasons for every score."),
                actions: "\(adding("selections"))",
                all.isEmpty ? "\(startingSets)\(empty)" : "<ul class=\"tiles\">\(items)</ul>\(startingSets)"))
    }

    /// Sets of criteria of the library to begin with.
    private var startingSets: HTML {
        guard mayAdd("selections") else { return "" }
        let items: HTML = reader.library.methods(of: .criteria).html { method in
            "<li><a href=\"\(Path.method(method.id))\">\(say(method.name))</a></li>"
        }
        return
            "<p class=\"quiet\">\(say("Voorbeelden van criteria in de bibliotheek:", "Examples of criteria in the library:"))</p><ul class=\"plain\">\(items)</ul>"
    }

    func standing(_ selection: Selection, _ outcome: SelectionOutcome) -> String {
        func names(_ ids: [String]) -> String {
            ids.compactMap { selection.option($0).map { say($0.name) } }.joined(separator: ", ")
        }
        if !selection.chosen.isEmpty { return "✓ " + say("gekozen: ", "chosen: ") + names([selection.chosen]) }
        if outcome.winners.isEmpty { return "○ " + say("nog niet gescoord", "not scored yet") }
        if outcome.isTie { return "= " + say("gelijke stand: ", "tie: ") + names(outcome.winners) }
        return "● " + say("aan kop: ", "ahead: ") + names(outcome.winners)
    }

    func showSelection() async throws -> Response { try await showSelection(after: nil) }

    func showSelection(after refused: RefusedForm?) async throws -> Response {
        let name = try visit.part("selection")
        guard let selection = reader.record(Selection.self, name) else {
            throw Refusal.notFound(.noSuchSelection(name))
        }
        let scorings = reader.records(Scoring.self).filter { $0.selection == selection.id }
        let outcome = SelectionOutcome(selection, scorings)
        let edit: HTML =
            mayChange("selections", name)
            ? "<a class=\"button quiet\" href=\"\(Path.editRecord(id, "selections", name))\">\(say("Wijzigen", "Edit"))</a>"
            : ""
        let reasons: HTML = selection.reasons.isEmpty ? "" : "<p>\(say.marked(selection.reasons))</p>"
        var page = governancePage(
            .selections, say(selection.name), lead: standing(selection, outcome), actions: edit,
            """
            \(tieNote(selection, outcome, refused))\(reasons)\(drawCard(selection, outcome))\(selectionBars(selection, outcome))\(outcomeTable(selection, outcome))\(sensitivityCard(selection, scorings))
            \(scoringForms(selection, scorings, refused))\(reasonsCard(selection, scorings))
            """)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func outcomeTable(_ selection: Selection, _ outcome: SelectionOutcome) -> HTML {
        let head: HTML = selection.criteria.html { criterion in
            "<th scope=\"col\">\(say(criterion.name)) <small class=\"quiet\">×\(criterion.weight)</small></th>"
        }
        let rows: HTML = outcome.lines.html { line in
            let cells: HTML = zip(selection.criteria, line.sums).map { ($0, $1) }.html { criterion, sum in
                "<td data-label=\"\(say(criterion.name))\">\(line.assessors == 0 ? "–" : number(line.mean(sum)))</td>"
            }
            let isAhead = outcome.winners.contains(line.option)
            let name = name(of: line.option, in: selection)
            return """
                <tr\(if: isAhead, " class=\"ahead\"")><th scope="row">\(isAhead ? "★ " : "")\(name)</th>\(cells)
                <td data-label="\(say("Ongewogen", "Unweighted"))">\(number(line.mean(line.unweighted)))</td><td data-label="\(say("Gewogen", "Weighted"))"><strong>\(number(line.mean(line.weighted)))</strong></td></tr>
                """
        }
        let open: HTML =
            outcome.incomplete.isEmpty
            ? ""
            : "<p class=\"quiet\">\(say("Tellen nog niet mee, omdat nog niet alles is gescoord:", "Do not count yet, because not everything was scored:")) \(outcome.incomplete.map { say(reader.title("organisations", $0.rawValue)) }.joined(separator: ", "))</p>"
        let count = outcome.complete.count
        return """
            <section class="card"><h2>\(say("Scores", "Scores"))</h2><p class="quiet">\(say.count(count, Text("beoordelaar", "assessor"), Text("beoordelaars", "assessors"))), \(say("op een schaal van \(selection.lowest) tot en met \(selection.highest); bij meer beoordelaars het gemiddelde.", "on a scale from \(selection.lowest) up to \(selection.highest); with more assessors the mean."))</p>
            <div class="scroll"><table class="cards scores"><thead><tr><th scope="col">\(say("Mogelijkheid", "Option"))</th>\(head)<th scope="col">\(say("Ongewogen", "Unweighted"))</th><th scope="col">\(say("Gewogen", "Weighted"))</th></tr></thead><tbody>\(rows)</tbody></table></div>\(open)</section>
            """
    }

    /// Every score with its reason, by assessor.
    private func reasonsCard(_ selection: Selection, _ scorings: [Scoring]) -> HTML {
        guard !scorings.isEmpty else { return "" }
        let items: HTML = scorings.html { scoring in
            let lines: HTML = scoring.scores.html { score in
                let criterion =
                    selection.criteria.first { $0.id == score.criterion }.map { say($0.name) } ?? score.criterion
                return "<li>\(criterion): <strong>\(score.score)</strong> \(say.marked(score.reason))</li>"
            }
            return
                "<h3>\(name(of: scoring.option, in: selection)) · \(link(to: "organisations", scoring.assessor.rawValue))</h3><ul>\(lines)</ul>"
        }
        return
            "<section class=\"card\"><details><summary><h2>\(say("Elke score met de reden", "Every score with its reason"))</h2></summary>\(items)</details></section>"
    }

    func name(of option: String, in selection: Selection) -> String {
        selection.option(option).map { say($0.name) } ?? option
    }

    /// `2` or `2,5`: at most two decimals.
    /// - Parameter point: nil: the comma or point of the language.
    func number(_ value: Double, _ point: String? = nil) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        guard rest != 0 else { return "\(whole)" }
        let decimals = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return "\(whole)\(point ?? (say.language == .nl ? "," : "."))\(decimals)"
    }
}

extension Problem {
    static func noSuchSelection(_ id: String) -> Problem {
        Problem(
            "selection.unknown",
            Text("De selectie “\(id.inShort)” is er niet.", "The selection “\(id.inShort)” is not here."),
            mend: Text("Kies er een uit de lijst.", "Choose one from the list."))
    }
}
