import Ecosystems
import Governance
import Kernel
import Markup

/// What was said in a dispute, where it stands on its ladder, and who can read along.
extension EcosystemVisit {
    func disputeLead(_ dispute: Dispute) -> String {
        let sort = say(dispute.sort.label)
        let who = say(reader.title("organisations", dispute.raisedBy.rawValue))
        let when = dispute.raised.map { say.day($0, today: reader.today) } ?? ""
        return say(
            "\(sort.prefix(1).uppercased())\(sort.dropFirst()), ingebracht door \(who) op \(when). Vertrouwelijk.",
            "\(sort.prefix(1).uppercased())\(sort.dropFirst()), raised by \(who) on \(when). Confidential.")
    }

    /// The statement and every answer, in the order in which they were given.
    func threadCard(_ dispute: Dispute) -> HTML {
        let first: HTML =
            dispute.statement.isEmpty
            ? "<p class=\"quiet\">\(say("Er is niets bij geschreven.", "Nothing was written with it."))</p>"
            : said(dispute.raisedBy.rawValue, dispute.raised, dispute.statement)
        let rest: HTML = dispute.replies.html { said($0.organisation.rawValue, $0.given, $0.words) }
        let silent = dispute.parties.filter { $0 != dispute.raisedBy && !dispute.hasReplied($0) }
        let names = silent.map { say(reader.title("organisations", $0.rawValue)) }.joined(separator: ", ")
        let waiting: HTML =
            silent.isEmpty || !dispute.isOpen
            ? ""
            : "<p class=\"quiet\">○ \(say("Nog geen antwoord van \(names).", "No answer yet from \(names)."))</p>"
        return card(say("Wat er speelt", "What is the matter"), "\(first)\(rest)\(waiting)")
    }

    private func said(_ party: String, _ on: Day?, _ words: Text) -> HTML {
        """
        <div class="said"><p class="said-by">\(link(to: "organisations", party)) <span class="quiet">\(day(on))</span></p><p>\(say.marked(words))</p></div>
        """
    }

    /// All steps of the ladder: those behind it with why, where it stands with its term, and those above.
    func ladderCard(_ dispute: Dispute) -> HTML {
        let ladder = reader.library.method(dispute.ladder)?.ladder
        let taken = dispute.steps.enumerated().map { $0 }.html { index, step in
            takenStep(step, dispute, isLast: index == dispute.steps.count - 1)
        }
        let known = Set(dispute.steps.map(\.step))
        let above = (ladder?.steps ?? []).drop { $0.id != dispute.current?.step }.filter { !known.contains($0.id) }
        let ahead: HTML = above.html { step in
            let term =
                step.workingDays > 0
                ? say("\(step.workingDays) werkdagen", "\(step.workingDays) working days")
                : say("zonder termijn", "without a term")
            return """
                <li class="ahead-step"><span class="sign" aria-hidden="true">○</span><div><p>\(say(step.name)) <span class="quiet">\(term)</span></p><p class="quiet">\(say(step.summary))</p></div></li>
                """
        }
        return card(
            say("Waar het staat", "Where it stands"),
            "<ol class=\"ladder\">\(taken)\(dispute.isOpen ? ahead : "")</ol>")
    }

    private func takenStep(_ step: DisputeStep, _ dispute: Dispute, isLast: Bool) -> HTML {
        let isNow = isLast && dispute.isOpen
        let isLate = isNow && dispute.isLate(on: reader.today)
        let (sign, word) =
            isLate
            ? ("▲", say("over de termijn", "past its term"))
            : isNow ? ("●", say("nu", "now")) : ("✓", say("geweest", "done"))
        let term =
            isNow
            ? step.due.map { " · " + (isLate ? say.late($0, today: reader.today) : say.until($0, today: reader.today)) }
                ?? ""
            : ""
        let note: HTML = step.note.isEmpty ? "" : "<p>“\(say.marked(step.note))”</p>"
        return """
            <li\(if: isNow, " class=\"now\" aria-current=\"step\"")><span class="sign" role="img" aria-label="\(word)">\(sign)</span><div><p><strong>\(self.step(step.step, of: dispute))</strong> <span class="quiet">\(day(step.from))\(term)</span></p>\(note)</div></li>
            """
    }

    /// Whether it can go a step up.
    func hasStepAbove(_ dispute: Dispute) -> Bool {
        reader.library.method(dispute.ladder)?.ladder?.step(after: dispute.current?.step ?? "") != nil
    }

    func whoSeesCard(_ dispute: Dispute) -> HTML {
        let parties: HTML = dispute.parties.map { link(to: "organisations", $0.rawValue) }.joined(separator: ", ")
        let guide: HTML =
            dispute.handler.map { link(to: "persons", $0.rawValue) }
            ?? "<span class=\"quiet\">\(say("nog niemand", "nobody yet"))</span>"
        let impartial: HTML = reader.situation.confidants.sorted().map { link(to: "persons", $0.rawValue) }
            .joined(separator: ", ")
        let rows: [(String, HTML)] = [
            (say("Partijen", "Parties"), parties), (say("Begeleid door", "Guided by"), guide),
            (say("Wie geen kant kiest", "Who takes no side"), impartial.isEmpty ? "–" : impartial),
        ]
        let items: HTML = rows.html { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }
        return card(
            say("Wie dit ziet", "Who sees this"),
            "<dl class=\"fields\">\(items)</dl><p class=\"quiet\">\(say("Niemand anders: ook de regisseur en beheerders niet.", "Nobody else: not even who orchestrates or administers."))</p>"
        )
    }
}
