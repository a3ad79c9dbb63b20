import Ecosystems
import Gate
import Governance
import Hummingbird
import Kernel
import Markup

/// Matters, proposals, ballots and decisions: every address under which something is decided.
extension WebDoor {
    func addDecisions(to book: RouteBook) {
        let (matter, proposal) = (
            "/ecosystems/:ecosystem/matters/:matter", "/ecosystems/:ecosystem/proposals/:proposal"
        )
        let decision = "/ecosystems/:ecosystem/decisions/:decision"
        page(book, "/ecosystems/:ecosystem/matters") { try await $0.ecosystem().showMatters() }
        page(book, "/ecosystems/:ecosystem/decisions") { try await $0.ecosystem().showDecisions() }
        page(book, "/ecosystems/:ecosystem/decisions.atom") { try await $0.decisionFeed() }
        page(book, matter) { try await $0.ecosystem().showMatter() }
        on(book, .post, "\(matter)/proposals", .command) { try await $0.ecosystem().propose() }
        on(book, .post, "\(matter)/draft", .command) { try await $0.ecosystem().draftEffects() }
        on(book, .post, "\(proposal)/revisions", .command) { try await $0.ecosystem().revise() }
        on(book, .post, "\(proposal)/advices", .command) { try await $0.ecosystem().advise() }
        on(book, .post, "\(proposal)/soundings", .command) { try await $0.ecosystem().sound() }
        on(book, .post, "\(proposal)/ballots", .command) { try await $0.ecosystem().openBallot() }
        on(book, .post, "\(proposal)/urgency", .command) { try await $0.ecosystem().decideUrgently() }
        on(book, .post, "\(decision)/execution", .command) { try await $0.ecosystem().carryOut() }
        on(book, .post, "\(decision)/override", .command) { try await $0.ecosystem().overrideDecision() }
        on(book, .post, "\(decision)/reopening", .command) { try await $0.ecosystem().reopen() }
        on(book, .post, "\(decision)/ratification", .command) { try await $0.ecosystem().ratify() }
        addBallots(to: book, "/ecosystems/:ecosystem/ballots/:ballot")
    }

    private func addBallots(to book: RouteBook, _ ballot: String) {
        page(book, ballot) { try await $0.ecosystem().showBallot() }
        page(book, "\(ballot)/file.json") { try await $0.ecosystem().sendBallotFile() }
        on(book, .post, "\(ballot)/votes", .command) { try await $0.ecosystem().castVote() }
        on(book, .post, "\(ballot)/papers", .command) { try await $0.ecosystem().castPaper() }
        on(book, .post, "\(ballot)/papers/change", .command) { try await $0.ecosystem().changePaper() }
        on(book, .post, "\(ballot)/receipts", .command) { try await $0.ecosystem().findPaper() }
        on(book, .post, "\(ballot)/proxies", .command) { try await $0.ecosystem().giveProxy() }
        on(book, .post, "\(ballot)/proxies/:proxy/revocation", .command) { try await $0.ecosystem().revokeProxy() }
        on(book, .post, "\(ballot)/votes/:vote/resolution", .command) { try await $0.ecosystem().settleObjection() }
        on(book, .post, "\(ballot)/extensions", .command) { try await $0.ecosystem().extendBallot() }
        on(book, .post, "\(ballot)/closing", .command) { try await $0.ecosystem().closeBallot() }
        on(book, .post, "\(ballot)/cancellation", .command) { try await $0.ecosystem().cancelBallot() }
        on(book, .post, "\(ballot)/outcome", .command) { try await $0.ecosystem().declareOutcome() }
    }
}

extension EcosystemVisit {
    func showMatters() async throws -> Response {
        let all = MatterCourse.all(reader)
        let main: HTML = """
            <div class="title"><div><h1>\(say("Kwesties en besluiten", "Matters and decisions"))</h1><p class="lead">\(mattersLead(all))</p></div>
            <div class="actions">\(addLink("matters", say("Breng een kwestie in", "Raise a matter")))</div></div>\(governancePlaces(.matters))
            \(all.isEmpty ? noMatters : matterTable(all))
            """
        return show(decisionPage(say("Kwesties en besluiten", "Matters and decisions"), main))
    }

    func decisionPage(_ title: String, _ main: HTML) -> Page {
        var page = Page(title, place: .governance, main)
        page.styles = ["decisions.css"]
        return page
    }

    private func mattersLead(_ all: [MatterCourse]) -> String {
        guard !all.isEmpty else {
            return say(
                "Wat er besloten moet worden, hoe dat ging en waarom.",
                "What is to be decided, how that went and why.")
        }
        let voting = all.filter { $0.state == .voting }.count
        let open = all.filter { [.raised, .proposed, .counting].contains($0.state) }.count
        let decided = all.filter { $0.standing != nil }.count
        return say(
            "\(voting) in stemming, \(open) in voorbereiding of te tellen, \(decided) besloten.",
            "\(voting) being voted on, \(open) in preparation or to be counted, \(decided) decided.")
    }

    private var noMatters: HTML {
        let start =
            mayAdd("matters")
            ? say(
                "Breng een vraag in bij het orgaan dat erover gaat; daarna kan iedereen een voorstel doen.",
                "Raise a question with the body that it is up to; then anybody can make a proposal.")
            : say("Wie een mandaat heeft, kan er een inbrengen.", "Who has a mandate can raise one.")
        return "<p class=\"empty\">\(say("Er zijn nog geen kwesties.", "There are no matters yet.")) \(start)</p>"
    }

    private func matterTable(_ all: [MatterCourse]) -> HTML {
        let rows: HTML = all.html { course in
            let matter = course.matter
            let when: HTML =
                course.proposals.compactMap { $0.running?.closes }.min().map {
                    "<span class=\"due\">\(say("stemmen", "vote")) \(say("tot en met", "until")) \(say.day($0, today: reader.today))</span>"
                } ?? course.standing?.on.map { "\(say.day($0, today: reader.today))" } ?? ""
            return """
                <tr><th scope="row"><a href="\(Path.matter(id, matter.id.rawValue))">\(say.marked(matter.question))</a></th>
                <td data-label="\(say("Orgaan", "Body"))">\(say(reader.title("bodies", matter.body.rawValue)))</td>
                <td data-label="\(say("Stand", "State"))">\(matterPill(course)) \(outcomeWords(course))</td>\(when.isEmpty ? "<td></td>" : "<td data-label=\"\(say("Wanneer", "When"))\">\(when)</td>" as HTML)</tr>
                """
        }
        return """
            <div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Kwestie", "Matter"))</th><th scope="col">\(say("Orgaan", "Body"))</th>\
            <th scope="col">\(say("Stand", "State"))</th><th scope="col">\(say("Wanneer", "When"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func outcomeWords(_ course: MatterCourse) -> HTML {
        course.standing.map { "<span class=\"quiet\">\(say($0.result.label))</span>" } ?? ""
    }

    func matterPill(_ course: MatterCourse) -> HTML {
        let (tone, sign): (HTML, String) =
            switch course.state {
            case .decided, .carriedOut: course.standing?.isPositive == true ? (" ok", "✓ ") : ("", "✕ ")
            case .voting: (" soon", "● ")
            case .counting: (" broken", "▲ ")
            case .raised, .proposed, .withdrawn: ("", "")
            }
        return "<span class=\"pill\(tone)\">\(sign)\(say(course.state.label))</span>"
    }
}
