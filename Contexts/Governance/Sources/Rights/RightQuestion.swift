import Ecosystems
import Kernel
import Parties

/// Whether somebody may decide, propose, advise, override or ratify, by the matrix of decision rights.
package struct RightQuestion: Sendable, Hashable {
    /// Id of a body, or of an organisation or person that asks for its bodies.
    package let actor: String
    package let right: RightShare.Right
    package let subject: ID<DecisionRight>
    package var amount: Money?
    package var mode: RightShare.Mode

    /// Nil when the matrix does not speak of it: another act, or another object.
    /// - Parameters:
    ///   - action: an act of the library (`decide`, `advise`, `request`, `deviate`), or the name of a right.
    ///   - object: id of a decision right, or `decisionRights/id`.
    package init?(
        _ actor: String, _ action: String, _ object: String, amount: Money? = nil, mode: RightShare.Mode = .ordinary,
        in state: EcosystemState
    ) {
        let prefix = "\(DecisionRight.naming.plural)/"
        let id = ID<DecisionRight>(object.hasPrefix(prefix) ? String(object.dropFirst(prefix.count)) : object)
        guard let right = Self.right(of: action), state[DecisionRight.self][id] != nil else { return nil }
        self.actor = actor
        self.right = right
        subject = id
        self.amount = amount
        self.mode = mode
    }

    private static func right(of action: String) -> RightShare.Right? {
        switch action {
        case "decide": .decides
        case "advise": .advises
        case "request", "propose": .proposes
        case "deviate", "override": .overrides
        case "ratify": .ratifies
        default: RightShare.Right(rawValue: action)
        }
    }

    package func answer(in state: EcosystemState, on day: Day) -> RightAnswer {
        guard let right = state[DecisionRight.self][subject] else {
            return RightAnswer(subject: Text(), by: [], instead: nil)
        }
        let own = bodies(in: state, on: day)
        let decider = right.decider(of: amount, in: mode)
        let by: [RightShare]
        if self.right == .decides {
            by = decider.map { own.contains($0.body) ? [$0] : [] } ?? []
        } else {
            by = right.shares.filter {
                $0.right == self.right && $0.holds(in: mode) && own.contains($0.body) && fits($0)
            }
        }
        return RightAnswer(
            subject: right.subject, by: by.map { .init($0, in: state) }, instead: decider.map { .init($0, in: state) })
    }

    private func fits(_ share: RightShare) -> Bool {
        guard let limit = share.limit, let amount else { return true }
        return limit.currency == amount.currency && amount.cents <= limit.cents
    }

    /// The body itself, or those in which the actor has a vote on the day.
    private func bodies(in state: EcosystemState, on day: Day) -> Set<ID<Body>> {
        if state[Body.self][ID(actor)] != nil { return [ID(actor)] }
        if state[Person.self][ID(actor)] != nil {
            return Set(Seats.heldBy([actor], on: day, in: state).filter(\.votes).map(\.seat.body))
        }
        let seats = state[Seat.self].records.filter {
            $0.organisation?.rawValue == actor && $0.votes > 0 && $0.term.contains(day)
        }
        return Set(seats.map(\.body))
    }
}

/// What the matrix says, and who may if the actor may not.
package struct RightAnswer: Sendable, Hashable {
    package struct Ground: Sendable, Hashable {
        package let body: ID<Body>
        package let name: Text
        package let share: RightShare

        init(_ share: RightShare, in state: EcosystemState) {
            body = share.body
            name = state[Body.self][share.body]?.name ?? Text(same: share.body.rawValue)
            self.share = share
        }
    }

    package let subject: Text
    /// What allows it; empty when it is not allowed.
    package let by: [Ground]
    /// Who decides about it; nil when nobody does.
    package let instead: Ground?

    package var isAllowed: Bool { !by.isEmpty }

    /// One or two sentences: what is allowed to whom, and who decides.
    package var explanation: Text {
        guard let first = by.first else {
            guard let instead else {
                return Text(
                    "Nee: over “\(subject.dutch)” besluit nog niemand.",
                    "No: nobody decides about “\(subject.english)” yet.")
            }
            return Text(
                "Nee: over “\(subject.dutch)” besluit \(instead.name.dutch)\(instead.upTo.dutch).",
                "No: about “\(subject.english)” \(instead.name.english) decides\(instead.upTo.english).")
        }
        let (right, afterwards) = (
            first.share.right.label, first.share.mode == .emergency && first.share.right == .decides
        )
        return Text(
            "Ja: \(first.name.dutch) \(right.dutch) over “\(subject.dutch)”\(first.upTo.dutch)."
                + (afterwards ? " Achteraf moet het worden bekrachtigd." : ""),
            "Yes: \(first.name.english) \(right.english) on “\(subject.english)”\(first.upTo.english)."
                + (afterwards ? " It must be ratified afterwards." : ""))
    }
}

extension RightAnswer.Ground {
    /// “, tot en met € 10.000”; empty without a limit.
    var upTo: Text {
        guard let limit = share.limit else { return Text() }
        return Text(", tot en met \(limit.shown(.nl))", ", up to \(limit.shown(.en))")
    }
}
