import Ecosystems
import Governance
import Kernel
import Markup

/// The draws of a body on its page: those that were, and the form to begin one where members are drawn by lot.
extension EcosystemVisit {
    func drawsCard(_ body: Body, _ refused: RefusedForm?) -> HTML {
        let draws = reader.records(MemberDraw.self).filter { $0.body == body.id }
            .sorted { ($0.announced?.number ?? 0, $0.id) > ($1.announced?.number ?? 0, $1.id) }
        let rotates = [.forum, .panel].contains(body.sort) || reader.library.bodyType(body.type)?.lot == true
        let form = rotates || !draws.isEmpty ? drawForm(body, refused) : ""
        guard !draws.isEmpty || !form.isEmpty else { return "" }
        let rows: HTML = draws.html { draw in
            """
            <li><div><p class="what"><a href="\(Path.draw(id, draw.id.rawValue))">\(draw.announced.map { say.day($0, today: reader.today) } ?? "")</a> \(drawState(draw))</p>
            <p class="why">\(drawSize(draw))</p></div></li>
            """
        }
        let list: HTML = draws.isEmpty ? "" : "<ul class=\"findings\">\(rows)</ul>"
        return "<section class=\"card\" id=\"draws\"><h2>\(say("Door loting", "By lot"))</h2>\(list)\(form)</section>"
    }

    /// “12 plaatsen, 80 kandidaten”.
    func drawSize(_ draw: MemberDraw) -> String {
        let seats = draw.quotas.reduce(0) { $0 + $1.seats }
        let places = say.count(seats, Text("plaats", "place"), Text("plaatsen", "places"))
        let candidates = say.count(
            draw.candidates.count, Text("kandidaat", "candidate"), Text("kandidaten", "candidates"))
        return "\(places), \(candidates)"
    }

    func drawState(_ draw: MemberDraw) -> HTML {
        if draw.withdrawn != nil {
            return "<span class=\"pill\">○ \(say("ingetrokken", "withdrawn"))</span>"
        }
        return draw.isOpen
            ? "<span class=\"pill soon\">● \(say("lijst staat vast, nog niet geloot", "list is fixed, not drawn yet"))</span>"
            : "<span class=\"pill ok\">✓ \(say("geloot", "drawn"))</span>"
    }

    private func drawForm(_ body: Body, _ refused: RefusedForm?) -> HTML {
        var wish = MemberDraw()
        wish.body = body.id
        guard mayEdit, reader.may(AnnounceDraw(wish)) else { return "" }
        let name = "draw"
        func area(_ field: String, _ label: String, _ help: String, rows: Int) -> HTML {
            """
            <div class="field"><label for="draw-\(field)">\(label)</label><p class="quiet">\(help)</p><textarea id="draw-\(field)" name="\(field)" rows="\(rows)" required\(refused.state(field, in: name))>\n\(refused.value(field, in: name))</textarea></div>
            """
        }
        func date(_ field: String, _ label: String) -> HTML {
            "<div class=\"field\"><label for=\"draw-\(field)\">\(label)</label><input type=\"date\" id=\"draw-\(field)\" name=\"\(field)\" value=\"\(refused.value(field, in: name))\"></div>"
        }
        let inputs = ["key": "draw-candidates", "group": "draw-candidates", "seats": "draw-quotas"]
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(say("Loot nieuwe leden", "Draw new members"))</summary>\(troubles(refused, in: name, inputs: inputs))
            <form method="post" action="\(Path.bodyPart(id, body.id.rawValue, "draws"))">\(visit.token)
            \(area("candidates", say("Kandidaten", "Candidates"), say("Eén per regel: een nummer of woord, en na een puntkomma de groep. Schrijf geen namen: iedereen kan een loting lezen. Wie achter een nummer zit, houdt u zelf bij.", "One on each line: a number or word, and after a semicolon the group. Write no names: everybody can read a draw. You keep yourself who is behind a number."), rows: 6))
            \(area("quotas", say("Plaatsen", "Places"), say("Een aantal; of één groep per regel met haar aantal, zoals “noord: 4”.", "A number; or one group on each line with its number, such as “north: 4”."), rows: 3))
            \(date("from", say("Zij zitten vanaf", "They sit from")))\(date("until", say("tot en met", "until")))
            <div class="field"><label for="draw-why">\(say("Waarom", "Why"))</label><textarea id="draw-why" name="why" rows="2">\n\(refused.value("why", in: name))</textarea></div>
            <button class="button">\(say("Leg de lijst vast", "Fix the list"))</button></form></details>
            """
    }
}
