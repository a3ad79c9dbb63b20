import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What the forms on the page of a dispute do.
extension EcosystemVisit {
    private func carryOut(_ name: String, _ command: some Command, _ form: Form) async throws -> Response {
        let then = Path.dispute(id, try visit.part("dispute")).url
        return try await perform(command, of: name, sent: form, then: then) { try await showDispute(after: $0) }
    }

    func escalateDispute() async throws -> Response {
        let form = try await visit.form()
        return try await carryOut(
            "escalate", EscalateDispute(dispute: try visit.part("dispute"), note: typed(form.first("note"))), form)
    }

    func replyToDispute() async throws -> Response {
        let form = try await visit.form()
        let party = form.first("organisation")
        let command = ReplyToDispute(
            dispute: try visit.part("dispute"), organisation: party, words: typed(form.first("words")))
        return try await carryOut("reply-\(party)", command, form)
    }

    func shareDispute() async throws -> Response {
        let form = try await visit.form()
        func chosen(_ name: String) -> String? { form.first(name).isEmpty ? nil : form.first(name) }
        let command = ShareDispute(
            dispute: try visit.part("dispute"), party: chosen("party"), handler: chosen("handler"))
        return try await carryOut("share", command, form)
    }

    func closeDispute() async throws -> Response {
        let form = try await visit.form()
        let command = CloseDispute(
            dispute: try visit.part("dispute"), outcome: Dispute.Outcome(rawValue: form.first("outcome")) ?? .settled,
            settlement: typed(form.first("settlement")))
        return try await carryOut("close", command, form)
    }

    func lookBack() async throws -> Response {
        let form = try await visit.form()
        let command = LookBackOnDispute(
            dispute: try visit.part("dispute"), organisation: form.first("organisation"),
            mark: Int(form.first("mark")) ?? 3, words: typed(form.first("words")))
        return try await carryOut("back", command, form)
    }
}
