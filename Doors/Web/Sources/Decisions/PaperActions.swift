import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// Voting in secret, and finding the vote back.
extension EcosystemVisit {
    /// Votes in secret and shows the code, once: it is in this answer and nowhere else.
    func castPaper() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        let seat = form.first("seat")
        let code = ReceiptCode(random: (0..<20).map { _ in UInt8.random(in: 0...255) })
        do {
            try await putInBox(BallotPaper(form, view.proposal), in: ballot, from: seat, code)
        } catch let refusal as Refusal where refusal.isAboutForm {
            return try await showBallot(
                ballot, after: RefusedForm(name: "vote-\(seat)", sent: form, problems: refusal.problems))
        }
        let receipt: HTML = """
            <section class="card receipt" role="status" data-once><h2>✓ \(say("Uw stem ligt in de bus", "Your vote is in the box"))</h2>
            <p>\(say("Bewaar deze code; hij wordt één keer getoond en nergens bewaard.", "Keep this code; it is shown once and kept nowhere."))</p><p><code class="receipt-code">\(code.text)</code></p>
            <p>\(say("Na de sluiting vindt u met de code uw stem in de lijst. Wie de code heeft, ziet wat u stemde: houd hem voor uzelf.", "After closing you find your vote in the list with the code. Who has the code sees what you voted: keep it to yourself."))</p></section>
            """
        let fresh = EcosystemVisit(
            visit: visit, ecosystem: ecosystem, caller: caller, reader: try await ecosystem.reader(for: caller),
            asOf: "")
        return try await fresh.showBallot(ballot, after: nil, receipt: receipt)
    }

    func changePaper() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        guard let code = ReceiptCode(typed: form.first("code")) else {
            return try await showBallot(
                ballot, after: RefusedForm(name: "change", sent: Form([:]), problems: [.noCode]))
        }
        do {
            try await changeInBox(BallotPaper(form, view.proposal), in: ballot, code)
        } catch let refusal as Refusal {
            return try await showBallot(
                ballot, after: RefusedForm(name: "change", sent: Form([:]), problems: refusal.problems))
        }
        return visit.onward(to: Path.ballot(id, ballot), .voted)
    }

    // The compiler crashes on a typed throw of an actor caught where it is called (Swift 6.2, 2026-11-21), hence these two.
    private func putInBox(_ paper: BallotPaper, in ballot: String, from seat: String, _ code: ReceiptCode) async throws
    {
        _ = try await ecosystem.cast(paper, in: ballot, from: ID(seat), code: code, by: caller)
    }

    private func changeInBox(_ paper: BallotPaper, in ballot: String, _ code: ReceiptCode) async throws {
        try await ecosystem.change(paper, in: ballot, code: code)
    }

    /// Looks a vote up by its code, which is sent in a form so that it stands in no address and no log.
    func findPaper() async throws -> Response {
        let (ballot, view) = try ballotView()
        let form = try await visit.form()
        let code = ReceiptCode(typed: form.first("code"))
        guard let code, let found = view.ballot.papers.first(where: { $0.code == code.hash }) else {
            return try await showBallot(
                ballot, after: RefusedForm(name: "receipt", sent: Form([:]), problems: [.noCode]))
        }
        let told: HTML = """
            <section class="card receipt" role="status"><h2>✓ \(say("Uw stem is geteld", "Your vote was counted"))</h2><p>\(say(found.paper.words(view.proposal)))</p><p class="quiet">SHA-256 <code>\(found.code)</code></p></section>
            """
        return try await showBallot(ballot, after: nil, receipt: told)
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
