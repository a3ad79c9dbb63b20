import Ecosystems
import Governance
import Kernel
import Markup

/// The form with which one votes, in the shape that the method asks for.
extension EcosystemVisit {
    func voteForms(_ view: BallotView, _ refused: RefusedForm?) -> HTML {
        guard mayEdit, view.ballot.isOpen(on: reader.today) else { return "" }
        return view.own.html { own in
            let canChange = view.ballot.isChangeable && view.ballot.secrecy == .named
            if !own.hasVoted || canChange { return voteForm(own, view, refused) }
            return "<p class=\"banner ok\">\(hasVoted(own))</p>"
        }
    }

    private func hasVoted(_ own: BallotView.Own) -> String {
        "✓ " + say("\(say(own.seat.name)) heeft gestemd.", "\(say(own.seat.name)) has voted.")
    }

    private func voteForm(_ own: BallotView.Own, _ view: BallotView, _ refused: RefusedForm?) -> HTML {
        let (ballot, seat) = (view.ballot, own.seat.seat.rawValue)
        let form = "vote-\(seat)"
        let secret = ballot.secrecy == .secret
        let title =
            own.by == nil
            ? say("Stem namens \(say(own.seat.name))", "Vote for \(say(own.seat.name))")
            : say("Stem met volmacht van \(say(own.seat.name))", "Vote by proxy for \(say(own.seat.name))")
        let earlier = view.votes.first { $0.seat == own.seat.seat }
        let by: HTML = own.by.map { "<input type=\"hidden\" name=\"by\" value=\"\($0.rawValue)\">" } ?? ""
        let objects: HTML =
            ["consent", "consensus"].contains(ballot.method)
            ? "<label class=\"box\"><input type=\"checkbox\" name=\"objects\" value=\"1\"\(if: earlier?.objection != nil, " checked")> \(say("Ik maak bezwaar: dit voorstel doet schade, om de reden hieronder", "I object: this proposal does harm, for the reason below"))</label>"
            : ""
        let reason: HTML =
            secret
            ? "<p>\(say("Wat u stemt, wordt los van uw naam bewaard. Na het stemmen krijgt u één keer een code; daarmee vindt u uw stem terug.", "What you vote is kept apart from your name. After voting you get a code once; with it you find your vote back."))</p>"
            : area(
                "reason-\(seat)", "reason",
                view.proposal.asksReasons
                    ? say("Redenen", "Reasons") : say("Redenen (mag leeg blijven)", "Reasons (may stay empty)"),
                refused.value("reason", in: form, else: earlier.map { say($0.reason) } ?? ""),
                required: view.proposal.asksReasons)
        let fields: HTML = """
            \(troubles(refused, in: form))
            <form method="post" action="\(Path.ballotPart(id, ballot.id.rawValue, secret ? "papers" : "votes"))">\(visit.token)<input type="hidden" name="seat" value="\(seat)">\(by)
            \(paperFields(view, form, refused, earlier?.papers.first))\(objects)\(reason)<button class="button">\(own.hasVoted ? say("Wijzig de stem", "Change the vote") : say("Stem", "Vote"))</button></form>
            """
        guard own.hasVoted else { return "<section class=\"card\" id=\"\(form)\"><h2>\(title)</h2>\(fields)</section>" }
        return """
            <details class="card" id="\(form)"\(if: refused.isAbout(form), " open")><summary><h2>\(hasVoted(own)) \(say("Stem wijzigen", "Change the vote"))</h2></summary>\(fields)</details>
            """
    }

    /// What is voted: the fields follow from the method.
    func paperFields(_ view: BallotView, _ form: String, _ refused: RefusedForm?, _ earlier: BallotPaper?) -> HTML {
        let proposal = view.proposal
        switch view.shape {
        case .cast: return castFields(BallotPaper.Cast.allCases, view, form, refused, earlier)
        case .one:
            return optionFields(proposal, "radio", form, refused, earlier)
                + castFields([.abstain, .blank], view, form, refused, earlier, alone: false)
        case .some: return optionFields(proposal, "checkbox", form, refused, earlier)
        case .points:
            let fields: HTML = proposal.options.html { option in
                let start = earlier?.points.first { $0.option == option.key }?.given ?? ""
                return
                    "<div class=\"field\"><label for=\"\(form)-\(option.key)\">\(say.marked(option.name))</label><input type=\"number\" id=\"\(form)-\(option.key)\" name=\"points.\(option.key)\" value=\"\(refused.value("points.\(option.key)", in: form, else: start))\"></div>"
            }
            return "<div class=\"choose\">\(fields)</div>"
        case .order:
            let fields: HTML = proposal.options.html { option in
                let start = earlier?.ranking.firstIndex { $0.options.contains(option.key) }.map { "\($0 + 1)" } ?? ""
                let chosen = refused.value("rank.\(option.key)", in: form, else: start)
                let places: HTML =
                    self.option("", "–", chosen: chosen)
                    + (1...proposal.options.count).html { self.option("\($0)", "\($0)", chosen: chosen) }
                return chooser("\(form)-\(option.key)", "rank.\(option.key)", say(option.name), places)
            }
            return
                "<p>\(say("Geef uw eerste keus een 1. Gelijke nummers zijn even goed; wat u leeg laat, komt als laatste.", "Give your first choice a 1. Equal numbers are equally good; what you leave empty comes last."))</p><div class=\"choose\">\(fields)</div>"
        }
    }

    private func castFields(
        _ casts: [BallotPaper.Cast], _ view: BallotView, _ form: String, _ refused: RefusedForm?,
        _ earlier: BallotPaper?, alone: Bool = true
    ) -> HTML {
        let chosen = refused.value("cast", in: form, else: earlier?.cast?.rawValue ?? "")
        let boxes: HTML = casts.html { cast in
            "<label class=\"box\"><input type=\"radio\" aria-describedby=\"\(form)-\(cast.rawValue)\" name=\"\(alone ? "cast" : "choice")\" value=\"\(alone ? "" : "@")\(cast.rawValue)\"\(if: chosen == cast.rawValue, " checked")\(if: alone, " required")> \(say(cast.label))</label><p class=\"help\" id=\"\(form)-\(cast.rawValue)\">\(say(view.meaning(cast)))</p>"
        }
        return alone
            ? "<fieldset class=\"field\"><legend>\(say("Uw stem", "Your vote"))</legend><div class=\"boxes casts\">\(boxes)</div></fieldset>"
            : "<div class=\"boxes casts\">\(boxes)</div>"
    }

    private func optionFields(
        _ proposal: Proposal, _ type: String, _ form: String, _ refused: RefusedForm?, _ earlier: BallotPaper?
    ) -> HTML {
        let sent = refused.isAbout(form) ? refused?.sent.all("choice") ?? [] : earlier?.choices ?? []
        let boxes: HTML = proposal.options.html { option in
            "<label class=\"box\"><input type=\"\(HTML(drawn: type))\" name=\"choice\" value=\"\(option.key)\"\(if: sent.contains(option.key), " checked")> \(say.marked(option.name))</label>\(meaning(option))"
        }
        return
            "<fieldset class=\"field\"><legend>\(say("Uw keuze", "Your choice"))</legend><div class=\"boxes casts\">\(boxes)</div></fieldset>"
    }

    private func meaning(_ option: ProposalOption) -> HTML {
        option.meaning.isEmpty ? "" : "<p class=\"help\">\(say.marked(option.meaning))</p>"
    }
}

extension BallotPaper {
    /// Reads the fields of a vote form.
    init(_ form: Form, _ proposal: Proposal) {
        self.init()
        cast = Cast(rawValue: form.first("cast"))
        for choice in form.all("choice") {
            if choice.hasPrefix("@") {
                cast = Cast(rawValue: String(choice.dropFirst()))
            } else {
                choices.append(choice)
            }
        }
        points = proposal.options.compactMap { option in
            let given = form.first("points.\(option.key)").trimmed
            return given.isEmpty ? nil : Points(option.key, given)
        }
        let placed = proposal.options.compactMap { option in
            Int(form.first("rank.\(option.key)")).map { ($0, option.key) }
        }
        ranking = Dictionary(grouping: placed, by: \.0).sorted { $0.key < $1.key }.map { Rank($0.value.map(\.1)) }
    }
}
