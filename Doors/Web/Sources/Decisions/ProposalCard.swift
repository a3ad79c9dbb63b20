import Ecosystems
import Governance
import Kernel
import Markup

/// A proposal on the page of its matter: the text, what others say of it, and the next step.
extension EcosystemVisit {
    func proposalCard(_ course: ProposalCourse, _ matter: MatterCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        let by: HTML =
            proposal.by.map { "\(say("van", "by")) \(ValueView(self).link("organisations", $0.rawValue)) · " } ?? ""
        let number = say("tekst \(proposal.number)", "text \(proposal.number)")
        return """
            <section class="card proposal" id="proposal-\(proposal.id.rawValue)"><h2>\(say.marked(proposal.name))</h2>
            <p class="quiet">\(by)\(number)</p><div class="proposal-text">\(paragraphs(proposal.text))</div>
            \(options(proposal))\(whatChanges(course))\(earlier(proposal))
            \(said(course))\(ballotLinks(course))\(forms(course, matter, refused))</section>
            """
    }

    /// What the proposal changes; of one that was adopted only what did not win, because the decision tells the rest.
    private func whatChanges(_ course: ProposalCourse) -> HTML {
        let proposal = course.proposal
        let adopted = course.decisions.last { $0.isPositive }
        guard let adopted else {
            return effects(
                proposal.effects, say("Wat er dan verandert", "What then changes"), options: proposal.options)
        }
        let others = proposal.effects.filter { !adopted.effects.contains($0) }
        return effects(
            others, say("Wat er bij een andere uitkomst was veranderd", "What another outcome would have changed"),
            options: proposal.options)
    }

    func paragraphs(_ text: Text) -> HTML {
        say(text).split(separator: "\n", omittingEmptySubsequences: true).html { "<p>\(String($0))</p>" }
    }

    private func options(_ proposal: Proposal) -> HTML {
        guard !proposal.options.isEmpty else { return "" }
        let items: HTML = proposal.options.html { option in
            "<li><strong>\(say.marked(option.name))</strong>\(option.meaning.isEmpty ? "" : ": ")\(say.marked(option.meaning))</li>"
        }
        return "<h3>\(say("Opties", "Options"))</h3><ul>\(items)</ul>"
    }

    private func earlier(_ proposal: Proposal) -> HTML {
        guard !proposal.earlier.isEmpty else { return "" }
        let items: HTML = proposal.earlier.reversed().html { text in
            let cause: HTML =
                text.objection.map {
                    " <span class=\"quiet\">(\(say("na het bezwaar:", "after the objection:")) \(ValueView(self).link("votes", $0.rawValue)))</span>"
                } ?? ""
            return
                "<li id=\"\(proposal.id.rawValue)-text-\(text.number)\"><strong>\(say("Tekst \(text.number)", "Text \(text.number)"))</strong>\(cause): <q>\(say.marked(text.text))</q><br>\(say("Veranderd omdat:", "Changed because:")) \(say.marked(text.reason))</li>"
        }
        return
            "<details><summary>\(say("Eerdere teksten", "Earlier texts")) (\(proposal.earlier.count))</summary><ul>\(items)</ul></details>"
    }

    /// Advice with reasons, and the sense checks.
    private func said(_ course: ProposalCourse) -> HTML {
        let proposal = course.proposal
        let advices: HTML = course.advices.html { advice in
            let who =
                advice.body.map { reader.title("bodies", $0.rawValue) } ?? advice.organisation.map {
                    reader.title("organisations", $0.rawValue)
                } ?? Text()
            let number = advice.number ?? proposal.number
            let about: HTML =
                number == proposal.number
                ? "" : " <span class=\"quiet\">(\(say("over tekst \(number)", "about text \(number)")))</span>"
            return
                "<li><strong>\(say.marked(who))</strong>: \(say(advice.stance.label)). \(say.marked(advice.reasons))\(about)</li>"
        }
        let list: HTML = course.advices.isEmpty ? "" : "<h3>\(say("Adviezen", "Advice"))</h3><ul>\(advices)</ul>"
        return list + senseChecks(course)
    }

    private func ballotLinks(_ course: ProposalCourse) -> HTML {
        guard !course.ballots.isEmpty else { return "" }
        let items: HTML = course.ballots.html { ballot in
            let until: HTML =
                ballot.isOpen(on: reader.today)
                ? ballot.closes.map { " \(say("tot en met", "until")) \(say.day($0, today: reader.today))" } ?? "" : ""
            return
                "<li><a href=\"\(Path.ballot(id, ballot.id.rawValue))\">\(say("Stemming", "Ballot")) \(say.day(ballot.opens ?? reader.today, today: reader.today))</a> \(ballotPill(ballot))\(until)</li>"
        }
        return "<h3>\(say("Stemmingen", "Ballots"))</h3><ul>\(items)</ul>"
    }

    func ballotPill(_ ballot: Ballot) -> HTML {
        let over = ballot.state == .open && !ballot.isOpen(on: reader.today)
        let (tone, sign): (HTML, String) =
            switch ballot.state {
            case .open: over ? (" broken", "▲ ") : (" soon", "● ")
            case .closed: (" broken", "▲ ")
            case .counted: (" ok", "✓ ")
            case .cancelled: ("", "✕ ")
            }
        let words = over ? say("voorbij, nog te sluiten", "over, to be closed") : say(ballot.state.label)
        return "<span class=\"pill\(tone)\">\(sign)\(words)</span>"
    }
}
