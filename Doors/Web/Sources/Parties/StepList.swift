import Kernel
import Markup

/// A step of a checklist as a page shows it: of a welcome, a farewell or a closing.
struct ListedStep {
    let id: String
    let text: Text
    let why: Text
    let due: Day?
    let done: Day?
    let isLate: Bool
    /// Whose it is or who did it.
    let who: HTML
}

extension EcosystemVisit {
    /// Steps with their state; with an address to send to, each open step can be ticked and each done one taken back;
    /// the first open one is at hand, the others fold.
    func stepList(_ steps: [ListedStep], sendTo action: Path?, seen: Int?) -> HTML {
        let version: HTML = seen.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0)\">" } ?? ""
        let next = steps.first { $0.done == nil }?.id
        let items: HTML = steps.html { step in
            let why: HTML = step.why.isEmpty ? "" : "<p class=\"why\">\(say(step.why))</p>"
            let who: HTML = step.who.isEmpty ? "" : "<p class=\"why\">\(step.who)</p>"
            let tick: HTML = action.map { self.tick(step, $0, version) } ?? ""
            let isFolded = step.done == nil && step.id != next && !tick.isEmpty
            let form: HTML =
                isFolded
                ? "<details><summary>\(say("Al gedaan?", "Done already?"))<span class=\"hidden\">: \(say(step.text))</span></summary>\(tick)</details>"
                : tick
            return """
                <li class="\(step.done != nil ? "done" : step.isLate ? "late" : "open")"><span class="sign" aria-hidden="true">\(step.done != nil ? "✓" : step.isLate ? "▲" : "○")</span>\
                <div><p class="what">\(say(step.text))</p>\(why)\(who)<p class="when">\(when(step))</p>\(form)</div></li>
                """
        }
        return "<ol class=\"tasks\">\(items)</ol>"
    }

    private func when(_ step: ListedStep) -> HTML {
        if let done = step.done {
            return "<span class=\"pill ok\">\(say("gedaan", "done")) \(say.day(done, today: reader.today))</span>"
        }
        guard let due = step.due else { return "<span class=\"quiet\">\(say("nog te doen", "to do"))</span>" }
        if step.isLate {
            return
                "<span class=\"pill broken\"><span aria-hidden=\"true\">▲</span> \(say.late(due, today: reader.today))</span>"
        }
        return "<span class=\"pill\">\(say.until(due, today: reader.today))</span>"
    }

    private func tick(_ step: ListedStep, _ action: Path, _ version: HTML) -> HTML {
        let hidden: HTML = "\(visit.token)\(version)<input type=\"hidden\" name=\"step\" value=\"\(step.id)\">"
        if step.done != nil {
            return """
                <form method="post" class="tick" action="\(action)">\(hidden)<input type="hidden" name="done" value="">\
                <button class="plain">\(say("Toch niet gedaan", "Not done after all"))<span class="hidden">: \(say(step.text))</span></button></form>
                """
        }
        return """
            <form method="post" class="tick" action="\(action)">\(hidden)<label><span class="hidden">\(say("Gedaan op", "Done on"))</span> \
            <input type="date" name="done" value="\("\(reader.today)")" required></label> \
            <button class="button quiet">✓ \(say("Gedaan", "Done"))<span class="hidden">: \(say(step.text))</span></button></form>
            """
    }
}
