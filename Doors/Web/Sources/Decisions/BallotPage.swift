import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// One ballot: what is voted on and by which rule, the vote form for each own seat, who voted, and the count.
extension EcosystemVisit {
    func showBallot() async throws -> Response { try await showBallot(try visit.part("ballot"), after: nil) }

    func showBallot(_ ballot: String, after refused: RefusedForm?, receipt: HTML = "") async throws -> Response {
        guard let view = BallotView.of(ballot, reader) else { throw Refusal.notFound(.noSuchBallot(ballot)) }
        let known = try await known(before: view.decision)
        let main: HTML = """
            \(ballotHeading(view))\(receipt)\(ballotResult(view))
            <div class="columns"><div>\(asked(view))\(whatIsVotedOn(view, known))\(voteForms(view, refused))\(objections(view, refused))\(whoVoted(view))</div>
            <div>\(leading(view, refused))\(rules(view))\(howToCheck(view))\(proxies(view, refused))\(receipts(view, refused))</div></div>
            """
        var page = decisionPage(say("Stemming: \(say(view.proposal.name))", "Ballot: \(say(view.proposal.name))"), main)
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    private func ballotHeading(_ view: BallotView) -> HTML {
        let ballot = view.ballot
        let until: HTML =
            ballot.isOpen(on: reader.today)
            ? ballot.closes.map {
                " · \(say("stem tot en met", "vote until")) \(say.day($0, today: reader.today)) (\(say.until($0, today: reader.today)))"
            } ?? "" : ""
        let matter = view.proposal.matter.rawValue
        let reason: HTML = ballot.reason.isEmpty ? "" : "<p>\(say.marked(ballot.reason))</p>"
        return """
            <p class="crumbs"><a href="\(Path.matters(id))">\(say("Kwesties en besluiten", "Matters and decisions"))</a> · <a href="\(Path.matter(id, matter))">\(say(reader.title("matters", matter)))</a></p>
            <div class="title"><div><h1>\(say.marked(view.proposal.name))</h1>
            <p class="lead">\(ballotPill(ballot)) \(say(ballot.secrecy.label))\(until) · \(turnoutWords(view))</p>\(reason)</div></div>
            """
    }

    private func turnoutWords(_ view: BallotView) -> String {
        say(
            "\(view.took.count) van \(view.voting.count) zetels stemden",
            "\(view.took.count) of \(view.voting.count) seats voted")
    }

    private func whatIsVotedOn(_ view: BallotView, _ known: [String: [String: Value]?]?) -> HTML {
        let proposal = view.proposal
        let text =
            proposal.number == view.ballot.number
            ? proposal.text : proposal.earlier.first { $0.number == view.ballot.number }?.text ?? proposal.text
        let options: HTML = proposal.options.html {
            "<li><strong>\(say.marked($0.name))</strong>\($0.meaning.isEmpty ? "" : ": ")\(say.marked($0.meaning))</li>"
        }
        return """
            <section class="card"><h2>\(say("Waarover wordt gestemd", "What is voted on"))</h2><p class="quiet">\(say("tekst \(view.ballot.number)", "text \(view.ballot.number)"))</p>
            <div class="proposal-text">\(paragraphs(text))</div>\(proposal.options.isEmpty ? "" : "<ul>\(options)</ul>" as HTML)
            \(effects(view.decision?.effects ?? proposal.effects, known == nil ? say("Wat er dan verandert", "What then changes") : say("Wat het veranderde", "What it changed"), options: proposal.options, known: known))</section>
            """
    }

    private func rules(_ view: BallotView) -> HTML {
        let lines: HTML = view.ballot.ruleLines.html { label, words in
            "<div><dt>\(say(label))</dt><dd>\(say(words))</dd></div>"
        }
        let seed: HTML =
            view.ballot.seed.map { seed in
                "<div><dt>\(say("Zaad van het lot", "Seed of the lot"))</dt><dd>\(say(seed.label))\(view.ballot.seedSize.map { " (\($0))" } ?? "")</dd></div>"
            } ?? ""
        let longer: HTML = view.ballot.extensions.html {
            "<p>\(say("Verlengd tot en met", "Extended until")) \(say.day($0.until ?? reader.today, today: reader.today)): \(say.marked($0.reason))</p>"
        }
        return """
            <section class="card" id="rule"><h2>\(say("Hoe wordt geteld", "How it is counted"))</h2><p>\(say(view.passes))</p><dl class="rule">\(lines)\(seed)</dl>\(longer)
            <p class="quiet">\(say("Regel en zetels staan vast sinds de opening.", "Rule and seats are fixed since the opening."))</p></section>
            """
    }

    /// Who voted what, or for a secret ballot only who did. Weights and reasons are shown when there are any.
    private func whoVoted(_ view: BallotView) -> HTML {
        let byName = Dictionary(view.votes.map { ($0.seat, $0) }, uniquingKeysWith: { first, _ in first })
        let weighs = view.voting.contains { $0.weight != 1 }
        let argues = view.votes.contains { !$0.reason.isEmpty || $0.by != nil }
        let rows: HTML = view.voting.html { seat in
            let group: HTML = seat.group.isEmpty ? "" : " <span class=\"quiet\">\(seat.group)</span>"
            let weight: HTML =
                weighs ? "<td class=\"number\" data-label=\"\(say("Gewicht", "Weight"))\">\(seat.weight)</td>" : ""
            let why: HTML = argues ? "<td>\(byName[seat.seat].map(reasons) ?? "")</td>" : ""
            return """
                <tr><th scope="row">\(say.marked(seat.name))\(group)</th>\(weight)<td data-label="\(say("Stem", "Vote"))">\(told(seat, byName[seat.seat], view))</td>\(why)</tr>
                """
        }
        let weight: HTML = weighs ? "<th scope=\"col\" class=\"number\">\(say("Gewicht", "Weight"))</th>" : ""
        let why: HTML = argues ? "<th scope=\"col\">\(say("Redenen", "Reasons"))</th>" : ""
        return """
            <section class="card" id="who"><h2>\(say("Wie stemde", "Who voted"))</h2><div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Zetel", "Seat"))</th>\(weight)\
            <th scope="col">\(say("Stem", "Vote"))</th>\(why)</tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func told(_ seat: BallotSeat, _ vote: Vote?, _ view: BallotView) -> HTML {
        if let vote { return "\(voteWords(vote, view.proposal))" }
        if view.took.contains(seat.seat) { return "✓ \(say("heeft gestemd", "has voted"))" }
        let words = view.ballot.state == .open ? say("nog niet", "not yet") : say("niet", "did not")
        return "<span class=\"quiet\">\(words)</span>"
    }

    private func reasons(_ vote: Vote) -> HTML {
        let by: HTML =
            vote.by.map {
                "<span class=\"quiet\">\(say("door", "by")) \(say(reader.title("seats", $0.rawValue)))</span> "
            } ?? ""
        return "\(by)\(say.marked(vote.reason))"
    }

    func voteWords(_ vote: Vote, _ proposal: Proposal) -> String {
        vote.papers.map { paper in
            let what = paper.words(proposal).shown(say.language)
            return paper.weight.isEmpty ? what : "\(paper.weight): \(what)"
        }.joined(separator: "; ")
    }
}
