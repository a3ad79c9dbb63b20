import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// What the forms on the page of a ballot do.
extension EcosystemVisit {
    func castVote() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        let seat = form.first("seat")
        var command = CastVote(ballot, seat: ID(seat), [Paper(form, view.proposal)])
        command.by = form.first("by").isEmpty ? nil : ID(form.first("by"))
        command.reason = typed(form.first("reason"))
        command.objects = form.has("objects")
        return try await act(command, on: ballot, "vote-\(seat)", form, .voted)
    }

    /// Votes in secret and shows the code, once: it is in this answer and nowhere else.
    func castPaper() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        let seat = form.first("seat")
        let code = ReceiptCode(random: (0..<20).map { _ in UInt8.random(in: 0...255) })
        do {
            try await putInBox(Paper(form, view.proposal), in: ballot, from: seat, code)
        } catch let refusal as Refusal where refusal.isAboutForm {
            return try showBallot(
                ballot, after: RefusedForm(name: "vote-\(seat)", sent: form, problems: refusal.problems))
        }
        let receipt: HTML = """
            <section class="card receipt" role="status"><h2>✓ \(say("Uw stem ligt in de bus", "Your vote is in the box"))</h2>
            <p>\(say("Bewaar deze code; hij wordt één keer getoond en nergens bewaard.", "Keep this code; it is shown once and kept nowhere."))</p><p><code class="receipt-code">\(code.text)</code></p>
            <p>\(say("Na de sluiting vindt u met de code uw stem in de lijst. Wie de code heeft, ziet wat u stemde: houd hem voor uzelf.", "After closing you find your vote in the list with the code. Who has the code sees what you voted: keep it to yourself."))</p></section>
            """
        let fresh = EcosystemVisit(
            visit: visit, ecosystem: ecosystem, caller: caller, reader: try await ecosystem.reader(for: caller),
            asOf: "")
        return try fresh.showBallot(ballot, after: nil, receipt: receipt)
    }

    func changePaper() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        guard let code = ReceiptCode(typed: form.first("code")) else {
            return try showBallot(ballot, after: RefusedForm(name: "change", sent: Form([:]), problems: [.noCode]))
        }
        do {
            try await changeInBox(Paper(form, view.proposal), in: ballot, code)
        } catch let refusal as Refusal {
            return try showBallot(
                ballot, after: RefusedForm(name: "change", sent: Form([:]), problems: refusal.problems))
        }
        return visit.onward(to: Path.ballot(id, ballot), .voted)
    }

    // The compiler crashes on a typed throw of an actor caught where it is called (Swift 6.2, 2026-11-21), hence these two.
    private func putInBox(_ paper: Paper, in ballot: String, from seat: String, _ code: ReceiptCode) async throws {
        _ = try await ecosystem.cast(paper, in: ballot, from: ID(seat), code: code, by: caller)
    }

    private func changeInBox(_ paper: Paper, in ballot: String, _ code: ReceiptCode) async throws {
        try await ecosystem.change(paper, in: ballot, code: code)
    }

    /// Looks a vote up by its code, which is sent in a form so that it stands in no address and no log.
    func findPaper() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        let code = ReceiptCode(typed: form.first("code"))
        guard let code, let found = view.ballot.papers.first(where: { $0.code == code.hash }) else {
            return try showBallot(ballot, after: RefusedForm(name: "receipt", sent: Form([:]), problems: [.noCode]))
        }
        let told: HTML = """
            <section class="card receipt" role="status"><h2>✓ \(say("Uw stem is geteld", "Your vote was counted"))</h2><p>\(say(found.paper.words(view.proposal)))</p><p class="quiet">SHA-256 <code>\(found.code)</code></p></section>
            """
        return try showBallot(ballot, after: nil, receipt: told)
    }

    func giveProxy() async throws -> Response {
        let ballot = try visit.part("ballot")
        let form = try await visit.form()
        let command = GiveProxy(from: ID(form.first("from")), to: ID(form.first("to")), ballot: ID(ballot))
        return try await act(command, on: ballot, "proxy", form, .saved)
    }

    func revokeProxy() async throws -> Response {
        let ballot = try visit.part("ballot")
        return try await act(RevokeProxy(try visit.part("proxy")), on: ballot, "proxy", try await visit.form(), .saved)
    }

    func settleObjection() async throws -> Response {
        let (ballot, vote) = (try visit.part("ballot"), try visit.part("vote"))
        let form = try await visit.form()
        let outcome = Vote.Objection(rawValue: form.first("outcome")) ?? .resolved
        let command = SettleObjection(vote, outcome, resolution: typed(form.first("resolution")))
        return try await act(command, on: ballot, "settle-\(vote)", form, .saved)
    }

    func extendBallot() async throws -> Response {
        let ballot = try visit.part("ballot")
        let form = try await visit.form()
        let command = ExtendBallot(
            ballot, until: day(form.first("until")) ?? reader.today, reason: typed(form.first("reason")))
        return try await act(command, on: ballot, "extend", form, .saved)
    }

    func closeBallot() async throws -> Response {
        try await step("next", .ballotClosed) { ballot, _ in try await ecosystem.close(ballot, by: caller) }
    }

    func cancelBallot() async throws -> Response {
        try await step("cancel", .saved) { ballot, form in
            try await ecosystem.cancel(ballot, reason: typed(form.first("reason")), by: caller)
        }
    }

    func declareOutcome() async throws -> Response {
        try await step("next", .decided) { ballot, _ in try await ecosystem.declare(ballot, by: caller) }
    }

    /// A step that needs more than a command.
    private func step(
        _ name: String, _ done: Done, _ take: (_ ballot: String, _ form: Form) async throws -> Outcome
    ) async throws -> Response {
        let ballot = try visit.part("ballot")
        let form = try await visit.form()
        do { _ = try await take(ballot, form) } catch let refusal as Refusal where refusal.isAboutForm {
            return try showBallot(ballot, after: RefusedForm(name: name, sent: form, problems: refusal.problems))
        }
        return visit.onward(to: Path.ballot(id, ballot), done)
    }

    private func act(_ command: any Command, on ballot: String, _ name: String, _ form: Form, _ done: Done) async throws
        -> Response
    {
        try await perform(command, of: name, sent: form, then: Path.ballot(id, ballot).url, done: done) {
            try showBallot(ballot, after: $0)
        }
    }

    private func ballotView() throws -> (ballot: String, view: BallotView) {
        let ballot = try visit.part("ballot")
        guard let view = BallotView.of(ballot, reader) else { throw Refusal.notFound(.noSuchBallot(ballot)) }
        return (ballot, view)
    }
}

extension Problem {
    fileprivate static let noCode = Problem(
        "paper.unknown", at: ["code"],
        Text("Met deze code is er geen stem.", "There is no vote with this code."),
        mend: Text(
            "Kijk of de code goed is overgenomen: acht groepjes van vier.",
            "See whether the code was copied well: eight groups of four."))
}
