import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What the forms on the page of a ballot do.
extension EcosystemVisit {
    func castVote() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        let seat = form.first("seat")
        var command = CastVote(ballot, seat: ID(seat), [BallotPaper(form, view.proposal)])
        command.by = form.first("by").isEmpty ? nil : ID(form.first("by"))
        command.reason = typed(form.first("reason"))
        command.objects = form.has("objects")
        return try await act(command, on: ballot, "vote-\(seat)", form, .voted)
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
            return try await showBallot(ballot, after: RefusedForm(name: name, sent: form, problems: refusal.problems))
        }
        return visit.onward(to: Path.ballot(id, ballot), done)
    }

    private func act(_ command: any Command, on ballot: String, _ name: String, _ form: Form, _ done: Done) async throws
        -> Response
    {
        try await perform(command, of: name, sent: form, then: Path.ballot(id, ballot).url, done: done) {
            try await showBallot(ballot, after: $0)
        }
    }

    func ballotView() throws -> (ballot: String, view: BallotView) {
        let ballot = try visit.part("ballot")
        guard let view = BallotView.of(ballot, reader) else { throw Refusal.notFound(.noSuchBallot(ballot)) }
        return (ballot, view)
    }
}
