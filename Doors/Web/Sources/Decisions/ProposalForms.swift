import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup
import MethodLibrary

/// What one can do with a proposal: advise, say how one feels, change the text, open a ballot, decide in an emergency.
extension EcosystemVisit {
    func forms(_ course: ProposalCourse, _ matter: MatterCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        guard mayEdit, matter.standing == nil, proposal.withdrawn == nil else { return "" }
        let running = course.running != nil
        return """
            <div class="steps-to-take">\(soundingForm(course, refused))\(adviceForm(course, refused))\
            \(running ? "" : revisionForm(course, refused))\(running ? "" : openingForm(course, matter, refused))\
            \(running || !proposal.options.isEmpty ? "" : urgencyForm(course, refused))</div>
            """
    }

    private func folded(
        _ name: String, _ title: String, _ refused: RefusedForm?, _ proposal: Proposal, _ part: String, _ fields: HTML,
        _ button: String
    ) -> HTML {
        let form = "\(name)-\(proposal.id.rawValue)"
        return """
            <details id="\(form)"\(if: refused.isAbout(form), " open")><summary>\(title)</summary>\(troubles(refused, in: form))
            <form method="post" action="\(Path.proposalPart(id, proposal.id.rawValue, part))">\(visit.token)<button class="hidden" tabindex="-1" aria-hidden="true">\(button)</button>\(fields)<button class="button quiet">\(button)</button></form></details>
            """
    }

    func area(_ id: String, _ name: String, _ label: String, _ value: String, rows: Int = 2, required: Bool = true)
        -> HTML
    {
        "<div class=\"field\"><label for=\"\(id)\">\(label)</label><textarea id=\"\(id)\" name=\"\(name)\" rows=\"\(rows)\"\(if: required, " required")>\n\(value)</textarea></div>"
    }

    func chooser(_ id: String, _ name: String, _ label: String, _ options: HTML) -> HTML {
        "<div class=\"field\"><label for=\"\(id)\">\(label)</label><select id=\"\(id)\" name=\"\(name)\">\(options)</select></div>"
    }

    private func ownParties(_ id: String) -> HTML {
        chooser(
            id, "organisation", say("Namens", "For"),
            reader.rights.represents.sorted().html { option($0, say(reader.title("organisations", $0)), chosen: "") })
    }

    private func soundingForm(_ course: ProposalCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        guard !reader.rights.represents.isEmpty, mayAdd("soundings") else { return "" }
        let key = proposal.id.rawValue
        let isAgain = course.toSoundAgain.contains { reader.rights.represents.contains($0.rawValue) }
        let warmth: HTML = Sounding.Warmth.allCases.html { option($0.rawValue, say($0.label), chosen: "support") }
        let fields: HTML =
            "\(ownParties("so-\(key)"))\(chooser("sw-\(key)", "warmth", say("Hoe staat u ertegenover", "How you feel about it"), warmth))\(area("sr-\(key)", "remark", say("Toelichting (mag leeg blijven)", "Remark (may stay empty)"), "", required: false))"
        return folded(
            "sound",
            isAgain
                ? say(
                    "Peil opnieuw: zeg hoe u tegenover tekst \(proposal.number) staat",
                    "Sense check again: say how you feel about text \(proposal.number)")
                : say("Peil: zeg hoe u ertegenover staat", "Sense check: say how you feel"), refused, proposal,
            "soundings", fields, say("Laat weten", "Let know"))
    }

    private func adviceForm(_ course: ProposalCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        guard !reader.rights.represents.isEmpty, mayAdd("advices") else { return "" }
        let key = proposal.id.rawValue
        let stances: HTML = Advice.Stance.allCases.html { option($0.rawValue, say($0.label), chosen: "") }
        let fields: HTML =
            "\(ownParties("ao-\(key)"))\(chooser("as-\(key)", "stance", say("Advies", "Advice"), stances))\(area("ar-\(key)", "reasons", say("Redenen", "Reasons"), refused.value("reasons", in: "advise-\(key)")))"
        return folded(
            "advise", say("Geef advies", "Give advice"), refused, proposal, "advices", fields, say("Adviseer", "Advise")
        )
    }

    private func revisionForm(_ course: ProposalCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        let key = proposal.id.rawValue
        guard reader.may(ReviseProposal(key, text: Text(), reason: Text())) else { return "" }
        let form = "revise-\(key)"
        let objections = course.ballots.flatMap { reader.state.votes(in: $0.id) }.filter { $0.objection != nil }
        let because: HTML =
            objections.isEmpty
            ? ""
            : chooser(
                "rb-\(key)", "objection", say("Naar aanleiding van", "Because of"),
                option("", "–", chosen: "")
                    + objections.html {
                        option(
                            $0.id.rawValue, say($0.reason).prefixed(80), chosen: refused.value("objection", in: form))
                    })
        let effects = effectFields(
            form, proposal.matter.rawValue, refused, start: proposal.effects, options: proposal.options)
        let fields: HTML =
            "\(area("rt-\(key)", "text", say("Nieuwe tekst", "New text"), refused.value("text", in: form, else: say(proposal.text)), rows: 4))\(effects)\(because)\(area("rr-\(key)", "reason", say("Waarom", "Why"), refused.value("reason", in: form)))"
        return folded(
            "revise", say("Verander de tekst", "Change the text"), refused, proposal, "revisions", fields,
            say("Leg tekst \(proposal.number + 1) vast", "Fix text \(proposal.number + 1)"))
    }

    private func urgencyForm(_ course: ProposalCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        let key = proposal.id.rawValue
        guard reader.may(DecideUrgently(key, reason: Text())) else { return "" }
        let fields: HTML =
            "<p>\(say("Alleen als wachten schade doet. Het orgaan bekrachtigt het achteraf.", "Only when waiting does harm. The body ratifies it afterwards."))</p>\(area("ur-\(key)", "reason", say("Waarom kan het niet wachten", "Why it cannot wait"), ""))"
        return folded(
            "urgent", say("Besluit in een noodgeval", "Decide in an emergency"), refused, proposal, "urgency", fields,
            say("Besluit nu", "Decide now"))
    }

    private func openingForm(_ course: ProposalCourse, _ matter: MatterCourse, _ refused: RefusedForm?) -> HTML {
        let proposal = course.proposal
        let key = proposal.id.rawValue
        guard reader.may(OpenBallot(key)) else { return "" }
        let usual = reader.record(Body.self, matter.matter.body.rawValue)?.rule
        return folded(
            "open", say("Open een stemming", "Open a ballot"), refused, proposal, "ballots",
            ruleFields(proposal, usual, refused, "open-\(key)"), say("Open de stemming", "Open the ballot"))
    }
}

extension String {
    fileprivate func prefixed(_ length: Int) -> String { count > length ? prefix(length) + "…" : self }
}
