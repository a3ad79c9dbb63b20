import Kernel
import Markup
import MethodLibrary

/// What a method holds, per family.
extension Visit {
    func content(_ method: Method, in library: Library) -> HTML {
        switch method.body {
        case .lifecycle(let body): body.phases.html(phase)
        case .roles(let body): body.roles.html(role)
        case .sectors(let body): sectors(body)
        case .typology(let body): typology(body, method.id)
        case .checklist(let body): checklist(body)
        case .relationKinds(let body):
            table(
                [say("Soort", "Kind"), say("Richting", "Direction")],
                body.kinds.map { kind in
                    [
                        kind.name,
                        Text(kind.directed ? "van – naar" : "beide kanten", kind.directed ? "from – to" : "both ways"),
                    ]
                })
        case .blocks(let body): body.blocks.html { block($0, in: library) }
        case .mechanisms(let body): mechanisms(body)
        case .acts(let body):
            table([say("Handeling", "Act"), say("In het kort", "In short")], body.acts.map { [$0.name, $0.summary] })
        case .bodies(let body): bodies(body)
        case .sessions(let body): body.sessions.html(session)
        case .responsibilities(let body): responsibilities(body)
        case .ladders(let body): ladder(body)
        case .criteria(let body): criteria(body)
        }
    }

    func items(_ title: String, _ items: [MethodItem]) -> HTML {
        guard !items.isEmpty else { return "" }
        let list: HTML = items.html { "<li>\(say($0.text))\(ours($0.origin))</li>" }
        return "<h3>\(title)</h3><ul>\(list)</ul>"
    }

    private func phase(_ phase: LifecycleMethod.Phase) -> HTML {
        let needs: HTML = phase.requires.html { "<li>\(say($0.text))</li>" }
        let required: HTML =
            phase.requires.isEmpty
            ? "" : "<h3>\(say("Nodig voor de volgende stap", "Needed for the next step"))</h3><ul>\(needs)</ul>"
        let leader: HTML = phase.leader.map { "<h3>\(say("Wie leidt", "Who leads"))</h3><p>\(say($0.text))</p>" } ?? ""
        return """
            <section class="card"><h2>\(say(phase.name))\(ours(phase.origin))</h2><p>\(say(phase.summary))</p>\(items(say("Vragen", "Questions"), phase.questions))
            \(items(say("Activiteiten", "Activities"), phase.activities))\(items(say("Hulpmiddelen", "Tools"), phase.tools))\(items(say("Uitdagingen", "Challenges"), phase.challenges))
            \(items(say("Resultaten", "Results"), phase.results))\(leader)\(required)</section>
            """
    }

    private func role(_ role: RolesMethod.Role) -> HTML {
        let signs: [String] = [
            role.required ? say("hoort vervuld te zijn", "should be filled") : "",
            role.key ? say("sleutelrol: wijs een vervanger aan", "key role: name a deputy") : "",
        ].filter { !$0.isEmpty }
        let pills: HTML = signs.html { " <span class=\"pill\">\($0)</span>" }
        return """
            <section class="card"><h2>\(say(role.name))\(ours(role.origin))\(pills)</h2><p>\(say(role.summary))</p>\(items(say("Verantwoordelijk voor", "Responsible for"), role.responsibilities))
            \(items(say("Kan", "Is able to"), role.competences))\(items(say("Loopt aan tegen", "Runs into"), role.challenges))</section>
            """
    }

    private func sectors(_ body: SectorsMethod) -> HTML {
        let sectors = table(
            [say("Sector", "Sector"), say("In het kort", "In short"), say("Vorm op de kaart", "Shape on the map")],
            body.sectors.map { [$0.name, $0.summary, $0.shape.label] })
        let compositions = table(
            [say("Samenstelling", "Composition"), say("In het kort", "In short")],
            body.compositions.map { [$0.name, $0.summary] })
        return "\(sectors)<h2>\(say("Samenstellingen", "Compositions"))</h2>\(compositions)"
    }

    func table(_ head: [String], _ rows: [[Text]]) -> HTML {
        let cells: HTML = head.html { "<th scope=\"col\">\($0)</th>" }
        let body: HTML = rows.html { row in
            let columns: HTML = row.enumerated().map { index, text -> HTML in
                index == 0
                    ? "<th scope=\"row\">\(say(text))</th>" : "<td data-label=\"\(head[index])\">\(say(text))</td>"
            }.joined
            return "<tr>\(columns)</tr>"
        }
        return
            "<div class=\"scroll\"><table class=\"cards\"><thead><tr>\(cells)</tr></thead><tbody>\(body)</tbody></table></div>"
    }

    private func typology(_ body: TypologyMethod, _ id: String) -> HTML {
        let head = [say("Type", "Type"), say("In het kort", "In short")] + body.characteristics.map { say($0.name) }
        let rows = body.types.map { type in
            [type.name, type.summary]
                + body.characteristics.map { characteristic in
                    type.characteristics.first { $0.id == characteristic.id }?.text ?? Text()
                }
        }
        return "\(questionnaire(body, id))\(table(head, rows))"
    }

    /// The questions whose answers decide the type, and what they give; works by address, so that a result can be shared.
    private func questionnaire(_ body: TypologyMethod, _ id: String) -> HTML {
        guard !body.questions.isEmpty else { return "" }
        let answers = body.questions.reduce(into: [String: String]()) { answers, question in
            if !query(question.id).isEmpty { answers[question.id] = query(question.id) }
        }
        let questions: HTML = body.questions.html { question in
            let options: HTML = question.options.html { option in
                "<label class=\"box\"><input type=\"radio\" name=\"\(question.id)\" value=\"\(option.id)\"\(if: answers[question.id] == option.id, " checked")> \(say(option.text))</label>"
            }
            return "<fieldset class=\"field\"><legend>\(say(question.text))</legend>\(options)</fieldset>"
        }
        let types = body.types(for: answers).compactMap { found in body.types.first { $0.id == found } }
        let result: HTML =
            answers.isEmpty
            ? ""
            : types.isEmpty
                ? "<p class=\"banner\">\(say("Deze antwoorden wijzen geen type aan.", "These answers point to no type."))</p>"
                : "<p class=\"banner\">\(say("Dit wijst op", "This points to")) <strong>\(types.map { say($0.name) }.joined(separator: ", "))</strong>.</p>"
        return """
            <section class="card"><h2>\(say("Welk type past?", "Which type fits?"))</h2>\(result)<form method="get" action="\(Path.method(id))">\(questions)
            <button class="button quiet">\(say("Bekijk het antwoord", "See the answer"))</button></form></section>
            """
    }

    private func checklist(_ body: ChecklistMethod) -> HTML {
        let items: HTML = body.items.html { item in
            let why: HTML = item.why.isEmpty ? "" : "<br><span class=\"quiet\">\(say(item.why))</span>"
            let days: HTML =
                item.days.map { " <span class=\"pill\">\(say("binnen \($0) dagen", "within \($0) days"))</span>" } ?? ""
            let wanted: HTML =
                item.wanted.map {
                    " <span class=\"pill\">\(say("gezond: \(say($0.label))", "healthy: \(say($0.label))"))</span>"
                } ?? ""
            return "<li>\(say(item.text))\(ours(item.origin))\(days)\(wanted)\(why)</li>"
        }
        return "<section class=\"card\"><ol>\(items)</ol></section>"
    }
}
