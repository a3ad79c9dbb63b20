import Kernel

/// Refuses changes of one kind that break a rule between old and new, such as a step of a pipeline that does not exist.
package struct ChangeGuard: Sendable {
    let kind: String
    let problems: @Sendable (_ id: String, _ before: EcosystemState, _ after: Situation) -> [Problem]
    /// Judges all changed records of the kind at once; nil for a rule that looks at one by itself.
    private(set) var together: (@Sendable (_ ids: [String], _ after: Situation) -> [(id: String, problem: Problem)])?

    /// For a rule between records of one kind, such as that only one of them counts: it can make its index once for all changes.
    /// - Parameter problems: what is wrong with which of the changed records; `situation` is what it would be after the change.
    package init<R: Record>(
        together type: R.Type,
        _ problems: @escaping @Sendable (_ changed: [R], _ situation: Situation) -> [(id: ID<R>, problem: Problem)]
    ) {
        kind = R.naming.plural
        self.problems = { _, _, _ in [] }
        together = { ids, after in
            problems(ids.compactMap { after.state[R.self][ID($0)] }, after).map { ($0.id.rawValue, $0.problem) }
        }
    }

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
