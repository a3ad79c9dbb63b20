import Kernel
import Markup
import MethodLibrary

/// Sorts of bodies and session formats, as a method page shows them.
extension Visit {
    func bodies(_ body: BodiesMethod) -> HTML {
        let forms = table(
            [say("Bestuursvorm", "Form of governance"), say("In het kort", "In short"), say("Organen", "Bodies")],
            body.forms.map { form in
                let names = form.bodies.compactMap { part in body.types.first { $0.id == part.id }?.name }
                return [
                    form.name, form.summary,
                    Text(
                        names.map(\.dutch).joined(separator: ", "), names.map(\.english).joined(separator: ", ")),
                ]
            })
        let sets: HTML =
            body.forms.isEmpty ? "" : "<h2>\(say("Om mee te beginnen", "To begin with"))</h2>\(forms)"
        return "\(body.types.html(bodyType))\(sets)"
    }

    private func bodyType(_ type: BodiesMethod.BodyType) -> HTML {
        let facts: [(String, Text)] = [
            (say("Wie erin zitten", "Who sits in it"), type.composition), (say("Ritme", "Rhythm"), type.rhythm),
            (say("Besluit meestal met", "Usually decides by"), type.rule?.words ?? Text()),
            (
                say("Termijn", "Term"),
                type.term.map { Text("\($0) maanden", "\($0) months") } ?? Text()
            ),
        ]
        let list: HTML = facts.filter { !$0.1.isEmpty }.html { "<dt>\($0.0)</dt><dd>\(say($0.1))</dd>" }
        let seats: HTML = type.seats.html { seat in
            let signs = [
                seat.position == .member ? "" : say(seat.position.label),
                seat.independent ? say("onafhankelijk", "independent") : "",
                seat.observer ? say("toehoorder", "observer") : "",
            ].filter { !$0.isEmpty }
            let pills: HTML = signs.html { " <span class=\"pill\">\($0)</span>" }
            return "<li>\(say(seat.name))\(pills)\(ours(seat.origin))</li>"
        }
        let own: HTML =
            type.seats.isEmpty ? "" : "<h3>\(say("Eigen zetels", "Seats of its own"))</h3><ul>\(seats)</ul>"
        let lot: HTML = type.lot ? " <span class=\"pill\">\(say("door loting", "by lot"))</span>" : ""
        return """
            <section class="card"><h2>\(say(type.name))\(ours(type.origin))\(lot)</h2><p>\(say(type.summary))</p>
            <dl>\(list)</dl>\(own)</section>
            """
    }

    func session(_ session: SessionsMethod.SessionFormat) -> HTML {
        let steps: HTML = session.steps.html { step in
            let minutes: HTML = step.minutes.map { " <span class=\"pill\">\($0) \(say("min", "min"))</span>" } ?? ""
            return """
                <li><strong>\(say(step.name))</strong>\(ours(step.origin)) <span class="pill">\(say(step.way.label))</span>\(minutes)\
                <br>\(say(step.summary))</li>
                """
        }
        return """
            <section class="card"><h2>\(say(session.name))\(ours(session.origin))</h2><p>\(say(session.summary))</p>
            <ol>\(steps)</ol></section>
            """
    }
}
