import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What the forms about draws do.
extension EcosystemVisit {
    func announceDraw() async throws -> Response {
        let body = try visit.part("body")
        let form = try await visit.form()
        var draw = MemberDraw()
        draw.body = ID(body)
        draw.why = typed(form.first("why"))
        draw.candidates = drawLines(form.first("candidates")).map { line in
            let parts = line.split(separator: ";", maxSplits: 1).map { String($0).trimmed }
            return DrawCandidate(parts.first ?? "", parts.count > 1 ? parts[1] : "")
        }
        draw.quotas = drawLines(form.first("quotas")).map(quota)
        draw.term = Period(from: day(form.first("from")), until: day(form.first("until")))
        return try await perform(
            AnnounceDraw(draw), of: "draw", sent: form, then: Path.body(id, body).url + "#draws", done: .listFixed
        ) { try await showBody(after: $0) }
    }

    /// “noord: 4”, or only a number. What is no number is no place, and refused.
    private func quota(_ line: String) -> DrawQuota {
        let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
        return DrawQuota(Int(parts.last ?? "") ?? 0, of: parts.count > 1 ? parts[0] : "")
    }

    private func drawLines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    func holdDraw() async throws -> Response {
        let draw = try visit.part("draw")
        let form = try await visit.form()
        do { try await hold(draw) } catch let refusal as Refusal where refusal.isAboutForm {
            return try showDraw(after: RefusedForm(name: "draw", sent: form, problems: refusal.problems))
        }
        return visit.onward(to: Path.draw(id, draw), .drawn)
    }

    private func hold(_ draw: String) async throws { _ = try await ecosystem.hold(draw, by: caller) }

    func withdrawDraw() async throws -> Response {
        let draw = try visit.part("draw")
        let form = try await visit.form()
        let command = WithdrawDraw(draw, reason: typed(form.first("reason")))
        return try await perform(command, of: "withdraw", sent: form, then: Path.draw(id, draw).url, done: .saved) {
            try showDraw(after: $0)
        }
    }
}
