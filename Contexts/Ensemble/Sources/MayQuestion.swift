import Agreements
import Ecosystems
import Governance
import Kernel

/// Whether somebody may do something: by the matrix of decision rights, and by the clauses of agreements in force.
///
/// About a subject of the matrix the matrix decides, and a clause that forbids wins. About anything else the clauses decide.
package struct MayQuestion: Sendable {
    /// Id of an organisation, body or person, or a role as `method/role`.
    package let actor: String
    package let action: String
    /// A word, a record as `kind/id`, or the id of a decision right.
    package let object: String
    /// What it is about in money, for rights that have a limit.
    package var amount: Money?
    package var mode = RightShare.Mode.ordinary

    package init(
        _ actor: String, _ action: String, _ object: String, amount: Money? = nil,
        mode: RightShare.Mode = .ordinary
    ) {
        self.actor = actor
        self.action = action
        self.object = object
        self.amount = amount
        self.mode = mode
    }

    /// - Parameter book: the clauses in force on the day; nil when the caller may not see norms.
    /// - Returns: nil when only clauses could answer and the caller may not see them.
    package func answer(_ book: RuleBook?, in situation: Situation, on day: Day) throws(Refusal) -> MayReply? {
        let right = RightQuestion(actor, action, object, amount: amount, mode: mode, in: situation.state)?
            .answer(in: situation.state, on: day)
        guard let right else {
            guard let book else { return nil }
            return MayReply(right: nil, norms: try book.may(actor, action, object, in: situation))
        }
        // An act that the library does not have, such as ratifying, is one of the matrix alone.
        let norms = situation.library.act(action) == nil ? nil : try book?.may(actor, action, object, in: situation)
        return MayReply(right: right, norms: norms)
    }
}

/// What the matrix and the clauses say together.
package struct MayReply: Sendable {
    /// Nil when it is about no subject of the matrix.
    package let right: RightAnswer?
    /// Nil when no clause was asked.
    package let norms: MayAnswer?

    private var isForbidden: Bool { norms.map { !$0.isAllowed && !$0.grounds.isEmpty } ?? false }

    package var isAllowed: Bool {
        guard let right else { return norms?.isAllowed ?? false }
        return right.isAllowed && !isForbidden
    }

    package var explanation: Text {
        guard let right else { return norms?.explanation ?? Text() }
        guard right.isAllowed, isForbidden, let norms else { return right.explanation }
        return norms.explanation
    }

    /// The clauses that allow or forbid it; those that have nothing to say of a subject of the matrix stay out.
    package var clauses: [WatchedNorm] { norms?.grounds ?? [] }
    package var limits: [WatchedNorm] { norms?.limits ?? [] }
    /// The rights that allow it.
    package var rights: [RightAnswer.Ground] { right?.by ?? [] }

    /// The rights as machines read them.
    package var rightValues: Value {
        .list(
            rights.map { ground in
                var values: [String: Value] = ["body": ground.body.value, "right": ground.share.right.value]
                values["mode"] = ground.share.mode?.value
                values["limit"] = ground.share.limit?.value
                return .map(values)
            })
    }
}
