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
            <section class="card result"><h2>\(decision.isPositive ? "✓" : "✕") \(title)</h2>\(outcome.map { bars($0, view) } ?? "")\(outcome.map(steps) ?? "<p>\(say.marked(decision.explanation))</p>" as HTML)
            \(minority(decision))\(recount(view, decision))</section>
            """
    }

    /// What was counted for what, as bars with their numbers in a table.
    private func bars(_ outcome: Value, _ view: BallotView) -> HTML {
        guard let counts = outcome["counts"].map else { return "" }
        let plain: [(String, Text)] = [
            ("for", Text("voor", "for")), ("against", Text("tegen", "against")),
            ("abstain", Text("onthouding", "abstain")),
            ("blank", Text("blanco", "blank")), ("notVoted", Text("niet gestemd", "not voted")),
        ]
        let options = view.proposal.options.map { ($0.key, $0.name) }
        let lines = (options + plain).compactMap { key, label in counts[key].map { (label, $0) } }
        let most = max(1, lines.compactMap { $0.1.measure }.max() ?? 1)
        let rows: HTML = lines.html { label, count in
            let share = Int(((count.measure ?? 0) / most * 100).rounded())
            return
                "<tr><th scope=\"row\">\(say.marked(label))</th><td class=\"number\">\(count.inWords)</td><td class=\"bar\"><meter min=\"0\" max=\"100\" value=\"\(share)\">\(count.inWords)</meter></td></tr>"
        }
        return
            "<table class=\"counts\"><caption class=\"hidden\">\(say("Telling", "Count"))</caption><tbody>\(rows)</tbody></table>"
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

extension Value {
    /// A number as the count tells it; an exact fraction stands there as a text.
    fileprivate var inWords: String {
        switch self {
        case .whole(let number): String(number)
        case .string(let text): text
        case .list(let items): items.map(\.inWords).joined(separator: ", ")
        case .flag(let flag): flag ? "✓" : "✕"
        case .number(let number): "\(number)"
        case .map(let entries):
            entries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.inWords)" }.joined(separator: ", ")
        case .null: "–"
        }
    }

    /// For the length of a bar only; what is told is the exact number.
    fileprivate var measure: Double? {
        if let whole { return Double(whole) }
        let parts = (string ?? "").split(separator: "/").compactMap { Double($0) }
        return parts.count == 2 && parts[1] > 0 ? parts[0] / parts[1] : parts.first
    }
}
