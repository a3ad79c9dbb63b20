import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// A tie and what decides it: a draw that anyone can do again, or a choice with reasons.
extension EcosystemVisit {
    func tieNote(_ selection: Selection, _ outcome: SelectionOutcome, _ refused: RefusedForm?) -> HTML {
        guard outcome.isTie, selection.chosen.isEmpty else { return "" }
        let name = selection.id.rawValue
        let mayDraw = selection.closed != nil && mayEdit && reader.may(DrawSelection(name))
        let form: HTML =
            mayDraw
            ? """
            <form method="post" action="\(Path.selectionPart(id, name, "draw"))">\(visit.token)<button class="button" data-testid="draw">\(say("Laat het lot beslissen", "Let the lot decide"))</button></form>
            """ : ""
        let words =
            selection.closed == nil
            ? say(
                "Gelijke stand. Staat die er nog als de selectie sluit, dan beslist een loting die ieder kan narekenen, of een keuze met redenen.",
                "A tie. If it is there still when the selection closes, a draw decides that anyone can do again, or a choice with reasons."
            )
            : say(
                "Gelijke stand. Een loting die ieder kan narekenen beslist, of een keuze met redenen.",
                "A tie. A draw decides that anyone can do again, or a choice with reasons.")
        return "<div class=\"banner start\">\(troubles(refused, in: "draw"))<p>= \(words)</p>\(form)</div>"
    }

    /// How the lot was drawn, step by step, done again here.
    func drawCard(_ selection: Selection, _ outcome: SelectionOutcome) -> HTML {
        guard !selection.drawn.isEmpty else { return "" }
        let drawn = name(of: selection.drawn, in: selection)
        guard let draw = SelectionDraw(selection.draw) else {
            return card(
                say("De loting", "The draw"),
                "<p>\(say("Het lot wees \(drawn) aan. Na te rekenen via:", "The lot pointed out \(drawn). To be done again by:")) \(selection.draw)</p>"
            )
        }
        let rows: HTML = draw.order(of: outcome.winners).html { place in
            "<li>\(place.option == selection.drawn ? "★ " : "")\(name(of: place.option, in: selection)) <code>\(String(place.hash.prefix(16)))…</code></li>"
        }
        return card(
            say("De loting", "The draw"),
            """
            <p>\(say("Het lot wees \(drawn) aan. Niemand kon dat vooraf weten, en ieder kan het narekenen:", "The lot pointed out \(drawn). Nobody could know that beforehand, and anyone can do it again:"))</p>
            <ol><li>\(say("Neem de wortel van het logboek met \(draw.seed.size) regels, zoals het was toen de selectie sloot:", "Take the root of the log with \(draw.seed.size) entries, as it was when the selection was closed:")) <code>\(draw.seed.root)</code></li>
            <li>\(say("Bereken per mogelijkheid SHA-256 van die wortel, een nieuwe regel en haar id.", "For each option compute SHA-256 of that root, a line end and its id."))</li>
            <li>\(say("De laagste uitkomst wint:", "The lowest result wins:"))<ol>\(rows)</ol></li></ol>
            """)
    }

    /// Without typed throws, so that what fails otherwise passes on.
    private func drawn(_ selection: String) async throws -> Outcome {
        try await ecosystem.draw(selection: selection, by: caller)
    }

    func drawLot() async throws -> Response {
        let name = try visit.part("selection")
        let form = try await visit.form()
        do {
            let outcome = try await drawn(name)
            return visit.onward(to: Path.selection(id, name).url, outcome.changedNothing ? .unchanged : .saved)
        } catch let refusal as Refusal where refusal.isAboutForm {
            return try await showSelection(after: RefusedForm(name: "draw", sent: form, problems: refusal.problems))
        }
    }
}
