import Kernel

/// Refuses changes of one kind that break a rule between old and new, such as a step of a pipeline that does not exist.
package struct ChangeGuard: Sendable {
    let kind: String
    let problems: @Sendable (_ id: String, _ before: EcosystemState, _ after: Situation) -> [Problem]

    /// - Parameter problems: `situation` is what it would be after the change.
    package init<R: Record>(
        _ type: R.Type, _ problems: @escaping @Sendable (_ old: R?, _ new: R, _ situation: Situation) -> [Problem]
    ) {
        kind = R.naming.plural
        self.problems = { id, before, after in
            guard let new = after.state[R.self][ID(id)] else { return [] }
            return problems(before[R.self][ID(id)], new, after)
        }
    }

    /// For a rule that asks what was there before the change, besides the record itself.
    /// - Parameter problems: `before` is empty for a folder, which is judged as a whole and not as steps.
    package init<R: Record>(
        since type: R.Type,
        _ problems: @escaping @Sendable (_ old: R?, _ new: R, _ before: EcosystemState, _ after: Situation) -> [Problem]
    ) {
        kind = R.naming.plural
        self.problems = { id, before, after in
            guard let new = after.state[R.self][ID(id)] else { return [] }
            return problems(before[R.self][ID(id)], new, before, after)
        }
    }
}

/// Refuses that records of one kind go, such as a clause that another one leans on.
package struct RemovalGuard: Sendable {
    let kind: String
    let problems: @Sendable (_ id: String, _ before: EcosystemState, _ after: Situation) -> [Problem]

    /// - Parameter problems: `situation` is what it would be after everything that is asked, with the record gone.
    package init<R: Record>(
        _ type: R.Type, _ problems: @escaping @Sendable (_ old: R, _ situation: Situation) -> [Problem]
    ) {
        kind = R.naming.plural
        self.problems = { id, before, after in
            guard let old = before[R.self][ID(id)] else { return [] }
            return problems(old, after)
        }
    }
}
