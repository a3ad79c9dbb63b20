import Gate
import Kernel

/// A form about accounts that was refused: what it sent, so that nothing is lost, and what is wrong with it.
struct RefusedAccess {
    let told: Told
    let sent: Form

    /// The input for a field of the rules: the form of a token has names of its own, for it shares its page with others.
    func input(of problem: Problem) -> String? {
        guard let field = problem.path.last else { return nil }
        return sent.has("token-name")
            ? ["name": "token-name", "scopes": "scope", "expires": "days"][field] ?? field : field
    }
}

extension RefusedAccess? {
    /// What was sent for a field; otherwise what it starts with.
    func value(_ name: String, else start: String = "") -> String {
        guard let form = self?.sent, form.has(name) else { return start }
        return form.first(name)
    }

    func problems(with name: String) -> [Problem] {
        self?.told.problems.filter { self?.input(of: $0) == name } ?? []
    }

    /// Only when it is the form with this input that was refused, of several on one page.
    func having(_ name: String) -> RefusedAccess? { flatMap { $0.sent.has(name) ? $0 : nil } }
}
