import Ecosystems
import Kernel

/// Who meets and decides: bodies and their meetings.
package enum GovernanceContext {
    package static let parts = ContextParts(
        id: "governance", name: Text("Bestuur", "Governance"), kinds: [Kind(Body.self), Kind(Meeting.self)],
        ties: [Body.ties], carrying: [Body.carrying])
}
