import Ecosystems
import Governance
import Hummingbird
import Kernel

/// What the forms of a decision do.
extension EcosystemVisit {
    func carryOut() async throws -> Response {
        let (decision, matter) = try decisionAndMatter()
        let form = try await visit.form()
        return try await actOnMatter(CarryOutDecision(decision), on: matter, "carry-\(decision)", form, .carriedOut)
    }

    func overrideDecision() async throws -> Response {
        let (decision, matter) = try decisionAndMatter()
        let form = try await visit.form()
        let command = OverrideDecision(decision, by: ID(form.first("body")), reason: typed(form.first("reason")))
        return try await actOnMatter(command, on: matter, "override-\(decision)", form, .saved)
    }

    func reopen() async throws -> Response {
        let (decision, matter) = try decisionAndMatter()
        let form = try await visit.form()
        let command = ReopenDecision(decision, leave: ID(form.first("leave")), reason: typed(form.first("reason")))
        return try await actOnMatter(command, on: matter, "reopen-\(decision)", form, .saved)
    }

    func ratify() async throws -> Response {
        let (decision, matter) = try decisionAndMatter()
        let form = try await visit.form()
        let command = RatifyDecision(decision, by: ID(form.first("ratification")))
        return try await actOnMatter(command, on: matter, "ratify-\(decision)", form, .saved)
    }

    private func decisionAndMatter() throws -> (decision: String, matter: String) {
        let decision = try visit.part("decision")
        guard let found = reader.record(Decision.self, decision) else { throw Refusal.notFound(.noMatter(decision)) }
        return (decision, found.matter.rawValue)
    }
}
