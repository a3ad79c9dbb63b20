import Ecosystems
import Governance
import Hummingbird
import Kernel
import Markup

/// The count of a ballot: the outcome, every step with its numbers, and how anyone counts it again.
extension EcosystemVisit {
    func ballotResult(_ view: BallotView) -> HTML {
        guard let decision = view.decision else { return "" }
        let winners = decision.winners.map { key in view.proposal.option(key).map { say($0.name) } ?? key }
        let title =
            winners.isEmpty
            ? say(decision.result.label).uppercasedFirst
            : say(decision.result.label).uppercasedFirst + ": " + winners.joined(separator: ", ")
        let outcome = view.outcome(in: say.language)
        return """
            <section class="card result"><h2>\(decision.isPositive ? "✓" : "✕") \(title)</h2>\(outcome.map { figures($0, view).html } ?? "")\(outcome.map { steps($0) + figures($0, view).numbers } ?? "<p>\(say.marked(decision.explanation))</p>" as HTML)
            \(minority(decision))\(recount(view, decision))</section>
            """
    }

    private func figures(_ outcome: Value, _ view: BallotView) -> OutcomeFigures {
        OutcomeFigures(
            outcome: outcome, options: view.proposal.options, winners: view.decision?.winners ?? [], say: say)
    }

    private func steps(_ outcome: Value) -> HTML {
        let items: HTML = (outcome["steps"].list ?? []).html { step in
            "<li>\(step["text"][say.language.rawValue].string ?? "")</li>"
        }
        return "<h3>\(say("Hoe dat kwam", "How that came about"))</h3><ol class=\"count-steps\">\(items)</ol>"
    }

    private func recount(_ view: BallotView, _ decision: Decision) -> HTML {
        guard !decision.file.isEmpty else { return "" }
        let path = Path.ballotPart(id, view.ballot.id.rawValue, "file.json")
        return """
            <details><summary>\(say("Tel het zelf na", "Count it yourself"))</summary><p>\(say("Het stembestand bevat regel, zetels en stemmen.", "The ballot file holds rule, seats and votes.")) <a href="\(path)" download>\(say("Haal het op", "Download it"))</a>.</p>
            <p><code>stelsel ballot count \(view.ballot.id.rawValue).json</code></p><p class="quiet">SHA-256 <code>\(decision.hash)</code></p></details>
            """
    }

    /// The file that was counted; or, while nothing was, as it would be counted now, which only who leads the ballot may see.
    func sendBallotFile() async throws -> Response {
        let ballot = try visit.part("ballot")
        guard let view = BallotView.of(ballot, reader), let file = view.decision?.file, !file.isEmpty else {
            throw Refusal.notFound(.noSuchBallot(ballot))
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(ballot).json\"",
            ], body: .init(byteBuffer: .init(string: file)))
    }
}
