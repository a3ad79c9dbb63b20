import Ecosystems
import Governance
import Kernel
import Markup

/// How organisations feel about a proposal, text by text: what was said of an earlier text stays, and is not counted for the present one.
extension EcosystemVisit {
    func senseChecks(_ course: ProposalCourse) -> HTML {
        guard !course.soundings.isEmpty else { return "" }
        let proposal = course.proposal
        let now: HTML =
            course.senseCheck.map(counts)
            ?? "<p class=\"notice\">\(say("Over deze tekst (tekst \(proposal.number)) is nog niet gepeild.", "Nobody was asked about this text (text \(proposal.number)) yet."))</p>"
        return """
            <h3>\(say("Peiling", "Sense check"))</h3>
            <p class="quiet">\(say("Zonder besluit: hoe organisaties er nu tegenover staan.", "Without deciding: how organisations feel about it now."))</p>
            \(now)\(remarks(course.senseCheck))\(askedAgain(course))\(course.senseChecks.filter { $0.number != proposal.number }.html { before($0, course) })
            """
    }

    /// As bars with their numbers.
    private func counts(_ check: SenseCheck) -> HTML {
        let most = max(1, check.warmth.map(\.count).max() ?? 1)
        let rows: HTML = check.warmth.html { warmth, count in
            "<tr><th scope=\"row\">\(say(warmth.label))</th><td><meter min=\"0\" max=\"\(most)\" value=\"\(count)\">\(count)</meter> \(count)</td></tr>"
        }
        return "<table class=\"sounding\"><tbody>\(rows)</tbody></table>"
    }

    private func remarks(_ check: SenseCheck?) -> HTML {
        let told = (check?.soundings ?? []).filter { !$0.remark.isEmpty }
        guard !told.isEmpty else { return "" }
        let items: HTML = told.html {
            "<li><strong>\(say(reader.title("organisations", $0.organisation.rawValue)))</strong> (\(say($0.warmth.label))): \(say.marked($0.remark))</li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// Who spoke of an earlier text only.
    private func askedAgain(_ course: ProposalCourse) -> HTML {
        let names = course.toSoundAgain.map { say(reader.title("organisations", $0.rawValue)) }
        guard !names.isEmpty, course.decisions.isEmpty, course.running == nil else { return "" }
        let list = names.joined(separator: ", ")
        return
            "<p>\(say("De tekst is veranderd; opnieuw gevraagd: \(list).", "The text was changed; asked again: \(list)."))</p>"
    }

    /// What was said of a text before this one, with the way to that text.
    private func before(_ check: SenseCheck, _ course: ProposalCourse) -> HTML {
        let proposal = course.proposal
        let isLast = check.number == proposal.number - 1
        let title =
            isLast
            ? say("Peiling over de vorige tekst", "Sense check of the text before this")
            : say("Peiling over tekst \(check.number)", "Sense check of text \(check.number)")
        let text: HTML =
            proposal.earlier.first { $0.number == check.number }.map {
                "<blockquote>\(paragraphs($0.text))</blockquote>"
            } ?? ""
        return """
            <details class="more earlier-check"><summary>\(title): \(say(check.words))</summary>\(text)\(counts(check))\(remarks(check))</details>
            """
    }
}
