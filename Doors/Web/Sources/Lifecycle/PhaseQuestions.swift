import Ecosystems
import Hummingbird
import Kernel
import Lifecycle
import Markup
import Parties

/// The guiding questions of a phase, what was answered, and the form to answer.
extension EcosystemVisit {
    func questions(_ page: PhasePage, _ refused: RefusedForm?) -> HTML {
        guard !page.questions.isEmpty else {
            return
                "<section class=\"card\"><h2>\(say("Vragen", "Questions"))</h2><p>\(say(page.sentence))</p></section>"
        }
        let items: HTML = page.questions.html { question($0, page, refused) }
        return """
            <section class="card"><h2>\(say("Vragen om samen te beantwoorden", "Questions to answer together"))</h2><p>\(say(page.sentence))</p>
            <ol class="questions">\(items)</ol></section>
            """
    }

    private func question(_ question: PhasePage.Question, _ page: PhasePage, _ refused: RefusedForm?) -> HTML {
        let why: HTML = question.why.isEmpty ? "" : "<p class=\"why\">\(say(question.why))</p>"
        let hidden: HTML =
            question.hidden == 0
            ? ""
            : "<p class=\"quiet\">\(say.count(question.hidden, Text("antwoord dat alleen deelnemers zien", "answer that only participants see"), Text("antwoorden die alleen deelnemers zien", "answers that only participants see")))</p>"
        let open: HTML = question.isOpen ? " <span class=\"pill soon\">● \(say("nog open", "still open"))</span>" : ""
        return """
            <li id="question-\(question.id)"><p class="what">\(say(question.text))\(open)</p>\(why)\(question.answers.html(given))\(hidden)\
            \(answerForm(question, page, refused))</li>
            """
    }

    private func given(_ answer: PhasePage.Given) -> HTML {
        let view = ValueView(self)
        var by: [HTML] = []
        if let organisation = answer.organisation { by.append(view.link("organisations", organisation.id)) }
        if let person = answer.person { by.append(view.link("persons", person.id)) }
        if let day = answer.on { by.append("\(say.day(day, today: reader.today))") }
        by.append("<a href=\"\(Path.record(id, "answers", answer.id))\">\(say("bekijk", "look"))</a>")
        return
            "<blockquote class=\"answer\"><p>\(say.marked(answer.text))</p><footer class=\"quiet\">\(by.joined(separator: " · "))</footer></blockquote>"
    }

    private func answerForm(_ question: PhasePage.Question, _ page: PhasePage, _ refused: RefusedForm?) -> HTML {
        guard mayAdd("answers") else { return "" }
        let name = "answer-\(question.id)"
        return """
            <details\(if: refused.isAbout(name), " open")><summary>\(question.isOpen ? say("Beantwoord", "Answer") : say("Voeg een antwoord toe", "Add an answer"))</summary>
            \(troubles(refused, in: name))<form method="post" action="\(Path.answers(id, page.course.id, page.phase.id))">\(visit.token)
            <input type="hidden" name="question" value="\(question.id)">\(answerer(refused, name))
            <div class="field"><label for="\(name)">\(say("Antwoord", "Answer"))</label>\
            <textarea id="\(name)" name="answer" rows="3" required>\n\(refused.value("answer", in: name))</textarea></div>
            <button class="button">\(say("Bewaren", "Save"))</button></form></details>
            """
    }

    /// On whose behalf: of one of the visitor's organisations, or of all by who orchestrates.
    private func answerer(_ refused: RefusedForm?, _ name: String) -> HTML {
        let all: HTML =
            reader.rights.seesEverything
            ? "<option value=\"\">\(say("alle partijen samen", "all parties together"))</option>" : ""
        let own = reader.rights.represents.sorted()
        let start = reader.rights.seesEverything ? "" : own.first ?? ""
        let chosen = refused.value("organisation", in: name, else: start)
        let options: HTML = own.html { option($0, say(reader.title("organisations", $0)), chosen: chosen) }
        guard !own.isEmpty else { return "" }
        return """
            <div class="field"><label for="\(name)-by">\(say("Namens", "On behalf of"))</label>\
            <select id="\(name)-by" name="organisation">\(all)\(options)</select></div>
            """
    }

    func answer() async throws -> Response {
        let (course, phase) = (try visit.part("course"), try visit.part("phase"))
        let form = try await visit.form()
        let question = form.first("question")
        let organisation = form.first("organisation")
        let person = caller.persons.first { reader.state[Person.self][ID($0)]?.organisation.rawValue == organisation }
        let fields: [String: Value] = [
            "lifecycle": .string(course), "phase": .string(phase), "question": .string(question),
            "answer": typed(form.first("answer")).value,
            "organisation": organisation.isEmpty ? .null : .string(organisation),
            "person": person.map(Value.string) ?? .null, "on": .string("\(reader.today)"),
        ]
        let record = freeID("\(course)-\(phase)-\(question)", in: "answers")
        let command = ChangeRecords([RecordChange("answers", record, .add(fields))])
        let then = Path.phase(id, course, phase).url + "#question-\(question)"
        return try await perform(command, of: "answer-\(question)", sent: form, then: then) {
            try await showPhase(course: course, phase: phase, after: $0)
        }
    }

    /// A name that no record of the kind has yet, made of words.
    func freeID(_ words: String, in plural: String) -> String {
        let start = Identifier.suggested(for: String(words.prefix(90)))
        var candidate = start
        var number = 2
        while reader.state.table(plural)?.contains(candidate) == true {
            candidate = "\(start)-\(number)"
            number += 1
        }
        return candidate
    }
}
