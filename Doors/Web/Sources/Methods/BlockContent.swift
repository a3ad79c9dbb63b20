import Kernel
import Markup
import MethodLibrary

/// What a building block offers, and what a mechanism does.
extension Visit {
    func block(_ block: BlocksMethod.Block, in library: Library) -> HTML {
        let weights = block.importance.map { [phaseName($0.phase, in: library), $0.weight.label] }
        let clauses: HTML = block.clauses.html { clause in
            let norms: HTML = clause.norms.html { "<li>\(say($0.name))</li>" }
            let watched: HTML = clause.norms.isEmpty ? "" : "<h4>\(say("Normen", "Norms"))</h4><ul>\(norms)</ul>"
            let choose: HTML = clause.choose.isEmpty ? "" : "<p class=\"muted\">\(say(clause.choose))</p>"
            return """
                <h4>\(say(clause.heading))</h4>\(choose)<blockquote class="clause">\(say(clause.text))</blockquote>\(watched)
                """
        }
        return """
            <section class="card" id="\(block.id)"><h2>\(say(block.name))\(ours(block.origin))</h2><p>\(say(block.summary))</p>\(items(say("Richtvragen", "Guiding questions"), block.questions))
            <h3>\(say("Waarom wel", "Why"))</h3><p>\(say(block.why))</p><h3>\(say("Wanneer niet", "When not"))</h3><p>\(say(block.whyNot))</p>
            <h3>\(say("Tekst", "Text"))</h3>\(clauses)
            <details><summary>\(say("Belang per fase", "Importance per phase"))</summary>\(table([say("Fase", "Phase"), say("Belang", "Importance")], weights))</details></section>
            """
    }

    func mechanisms(_ body: MechanismsMethod) -> HTML {
        body.pillars.html { pillar in
            let own = body.mechanisms.filter { $0.pillar == pillar.id }
            let cards: HTML = own.html { mechanism in
                """
                <h3 id="\(mechanism.id)">\(say(mechanism.name))\(ours(mechanism.origin))</h3><p>\(say(mechanism.summary))</p>\(items(say("Voor generativiteit", "For generativity"), mechanism.generativity))\(items(say("Voor controle", "For control"), mechanism.control))
                """
            }
            return "<section class=\"card\"><h2>\(say(pillar.name))</h2><p>\(say(pillar.summary))</p>\(cards)</section>"
        }
    }

    private func phaseName(_ id: String, in library: Library) -> Text {
        let names = id.split(separator: "/").first.flatMap { library.method(String($0))?.name }
        guard let phase = library.phase(id)?.name else { return Text(same: id) }
        guard let names else { return phase }
        return Text("\(phase.nl) (\(names.nl))", "\(phase.en) (\(names.en))")
    }
}
