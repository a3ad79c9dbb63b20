import Ecosystems
import Governance
import Kernel
import Markup

/// The effects in the form of a proposal: each as it is told, with the ways to change it, and a way to add one.
extension EcosystemVisit {
    /// - Parameters:
    ///   - form: the name of the form that they are part of.
    ///   - start: the effects that it starts with.
    func effectFields(
        _ form: String, _ matter: String, _ refused: RefusedForm?, start: [Effect], options: [ProposalOption]
    ) -> HTML {
        let drafted =
            refused.isAbout(form)
            ? (refused?.sent.all("effect") ?? []).compactMap { DraftedEffect(carried: $0) }
            : start.map { DraftedEffect($0, reader) }
        let views = EffectView.all(drafted.map(\.effect), reader)
        let table = EffectTable(self, options: options)
        let action = Path.matterPart(id, matter, "draft")
        let items: HTML = zip(drafted, views).enumerated().html { place, pair in
            let (effect, view) = pair
            let wrong: HTML = effectProblems(effect.effect, at: place, form, refused).html {
                "<p>▲ \(say($0.message)) \(say($0.mend))</p>"
            }
            let told: HTML = wrong.isEmpty ? "" : "<div class=\"wrong\">\(wrong)</div>"
            // What stood there is taken anew: the page shows it.
            let fresh = refused?.problems.isEmpty == false ? DraftedEffect(effect.effect, reader) : effect
            return """
                <li\(if: !wrong.isEmpty, " class=\"has-wrong\"")><input type="hidden" name="effect" value="\(fresh.carried)">\(told)\(table.one(view))
                <p class="actions"><button class="plain" formaction="\(action)" formnovalidate name="step" value="edit-\(place)">\(say("Pas aan", "Change"))</button> \
                <button class="plain" formaction="\(action)" formnovalidate name="step" value="drop-\(place)">\(say("Haal weg", "Take away"))</button></p></li>
                """
        }
        let list: HTML = drafted.isEmpty ? "" : "<ul class=\"effects\">\(items)</ul>"
        return """
            <fieldset class="field" id="\(form)-effects" tabindex="-1"><legend>\(say("Wat er dan verandert", "What then changes"))</legend>
            <p class="help">\(say("Kies een gegeven en zeg wat er dan komt te staan; wordt het voorstel aangenomen, dan gebeurt dat in één keer. Mag leeg blijven.", "Choose a record and say what it will hold; when the proposal is adopted, that happens in one go. May stay empty."))</p>\(list)
            <input type="hidden" name="home" value="\(form)"><button class="quiet" formaction="\(action)" formnovalidate name="step" value="kind">+ \(say("Voeg een gevolg toe", "Add an effect"))</button></fieldset>
            """
    }

    private func effectProblems(_ effect: Effect, at place: Int, _ form: String, _ refused: RefusedForm?) -> [Problem] {
        guard let refused, refused.name == form else { return [] }
        return refused.problems.filter { problem in
            problem.path.starts(with: ["effects", String(place)]) || problem.path.contains(effect.place)
        }
    }

    /// The effects that a form of a proposal carried; refuses those whose record was changed since they were written.
    func effects(in form: Form) throws(Refusal) -> [Effect] {
        let drafted = form.all("effect").compactMap { DraftedEffect(carried: $0) }
        let problems = drafted.enumerated().flatMap { place, drafted -> [Problem] in
            guard let kind = reader.catalogue.kind(drafted.effect.kind) else { return [] }
            return drafted.overtaken(reader).compactMap { kind.field($0) }.map {
                .overtaken($0, at: ["effects", String(place), $0.name])
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return drafted.map(\.effect)
    }
}
