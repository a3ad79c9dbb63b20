import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// One matter: the question, the chain of what came of it, and each proposal with what one can do.
extension EcosystemVisit {
    func showMatter() async throws -> Response { try await showMatter(try visit.part("matter"), after: nil) }

    func showMatter(_ matter: String, after refused: RefusedForm?) async throws -> Response {
        guard let course = MatterCourse.of(matter, reader) else { throw Refusal.notFound(.noMatter(matter)) }
        let proposals: HTML = course.proposals.html { proposalCard($0, course, refused) }
        var decisions: HTML = ""
        for decision in course.decisions.reversed() {
            decisions += decisionCard(decision, course, refused, known: try await known(before: decision))
        }
        let main: HTML =
            "\(matterHeading(course))\(chain(course))\(decisions)\(proposals)\(proposalForm(course, refused))"
        var page = decisionPage(say(course.matter.question), main)
        if refused?.problems.isEmpty == false { page.status = .badRequest }
        return show(page)
    }

    private func matterHeading(_ course: MatterCourse) -> HTML {
        let matter = course.matter
        let by: HTML =
            matter.raisedBy.map {
                " · \(say("ingebracht door", "raised by")) \(ValueView(self).link("organisations", $0.rawValue))"
            } ?? ""
        let why: HTML = matter.why.isEmpty ? "" : "<p>\(say.marked(matter.why))</p>"
        let edit: HTML =
            mayChange("matters", matter.id.rawValue)
            ? "<a class=\"button quiet\" href=\"\(Path.editRecord(id, "matters", matter.id.rawValue))\">\(say("Wijzig", "Change"))</a>"
            : ""
        let reopens: HTML =
            matter.reopens.map {
                "<p>\(say("Vraagt te heropenen:", "Asks to reopen:")) \(ValueView(self).link("decisions", $0.rawValue))</p>"
            } ?? ""
        return """
            <p class="crumbs"><a href="\(Path.matters(id))">\(say("Kwesties en besluiten", "Matters and decisions"))</a> · \(ValueView(self).link("bodies", matter.body.rawValue))</p>
            <div class="title"><div><h1>\(say.marked(matter.question))</h1><p class="lead">\(matterPill(course))\(by)</p></div><div class="actions">\(edit)</div></div>
            \(why)\(reopens)
            """
    }

    private func proposalForm(_ course: MatterCourse, _ refused: RefusedForm?) -> HTML {
        let matter = course.matter
        guard mayEdit, matter.withdrawn == nil, course.standing == nil else { return "" }
        let parties = reader.rights.represents.sorted()
        guard reader.rights.orchestrates || reader.rights.administers || !parties.isEmpty else { return "" }
        let none: HTML =
            reader.rights.seesEverything ? option("", say("de regisseur", "the orchestrator"), chosen: "") : ""
        let choices = parties.html {
            option($0, say(reader.title("organisations", $0)), chosen: refused.value("by", in: "propose"))
        }
        func area(_ name: String, _ label: String, _ help: String, rows: Int) -> HTML {
            """
            <div class="field"><label for="p-\(name)">\(label)</label><p class="quiet">\(help)</p><textarea id="p-\(name)" name="\(name)" rows="\(rows)"\(refused.state(name, in: "propose"))>\n\(refused.value(name, in: "propose"))</textarea></div>
            """
        }
        return """
            <details class="card" id="propose"\(if: course.proposals.isEmpty || refused.isAbout("propose"), " open")><summary><h2>\(say("Doe een voorstel", "Make a proposal"))</h2></summary>\(troubles(refused, in: "propose", inputs: ["name": "p-name", "text": "p-text", "key": "p-options"]))
            <form method="post" action="\(Path.matterPart(id, matter.id.rawValue, "proposals"))">\(visit.token)<button class="hidden" tabindex="-1" aria-hidden="true">\(say("Dien het voorstel in", "Put it forward"))</button>
            <div class="field"><label for="p-by">\(say("Namens", "For"))</label><select id="p-by" name="by">\(none)\(choices)</select></div>
            <div class="field"><label for="p-name">\(say("Naam", "Name"))</label><input id="p-name" name="name" required maxlength="200" value="\(refused.value("name", in: "propose"))"></div>
            \(area("text", say("Wat stelt u voor", "What do you propose"), say("Schrijf het zo dat men er voor of tegen kan zijn.", "Write it so that one can be for or against it."), rows: 5))
            \(area("options", say("Opties (mag leeg blijven)", "Options (may stay empty)"), say("Eén per regel: naam: wat het betekent.", "One per line: name: what it means."), rows: 3))
            \(effectFields("propose", matter.id.rawValue, refused, start: [], options: lines(refused.value("options", in: "propose")).map { self.option($0) }))
            <label class="box"><input type="checkbox" name="reasons" value="1"\(if: refused.isAbout("propose") && refused?.sent.has("reasons") == true, " checked")> \(say("Vraag iedereen om een reden", "Ask everybody for a reason"))</label>
            <button class="button">\(say("Dien het voorstel in", "Put it forward"))</button></form></details>
            """
    }
}

extension Problem {
    static func noMatter(_ id: String) -> Problem {
        Problem(
            "matter.unknown", Text("Er is geen kwestie “\(id.inShort)”.", "There is no matter “\(id.inShort)”."),
            mend: Text("Kies er een uit de lijst.", "Choose one from the list."))
    }
}
