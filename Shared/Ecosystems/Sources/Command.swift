import Kernel

/// Something a caller asks for. Pure: looks at a situation and answers with the events that would happen, or refuses.
package protocol Command: Sendable {
    /// The right that this asks for, given what is there now.
    func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement
    func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent]
}

/// What came of a command.
package struct Outcome: Sendable, Hashable {
    /// The last event it caused; the sequence before it when nothing changed.
    package let sequence: Int
    /// The records that were added, changed or removed, as `plural/id`.
    package let touched: [String]
    /// True when this command id had been carried out before; nothing happened again.
    package let repeated: Bool

    package var changedNothing: Bool { touched.isEmpty }
}
