import Crypto
import Kernel

/// Something a caller asks for. Pure: looks at a situation and answers with the events that would happen, or refuses.
package protocol Command: Sendable {
    /// The right that this asks for, given what is there now.
    func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement
    func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent]
}

/// A caller's own name for a command, so that asking again does nothing twice.
package struct CommandName: Sendable, Hashable {
    let id: String
    /// Of all that was asked: the same name for something else is refused.
    let digest: String

    /// - Parameter asked: what was asked, in the caller's own form.
    package init(_ id: String, asked: [UInt8]) {
        self.id = id
        digest = SHA256.hash(data: asked).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
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
