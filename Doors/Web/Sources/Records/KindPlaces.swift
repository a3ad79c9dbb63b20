import Agreements
import Ecosystems
import Governance
import Lifecycle
import NetworkMap
import Parties
import Purpose
import Responsibilities

extension Page.Place {
    /// Where in the navigation a record belongs: with the rest of its context, by the plural of its kind.
    private static let ofKinds: [String: Page.Place] = {
        let contexts: [(ContextParts, Page.Place)] = [
            (PartiesContext.parts, .parties), (PurposeContext.parts, .purpose), (LifecycleContext.parts, .lifecycle),
            (NetworkMapContext.parts, .map), (AgreementsContext.parts, .agreements),
            (GovernanceContext.parts, .governance), (ResponsibilitiesContext.parts, .governance),
        ]
        return contexts.reduce(into: [:]) { places, context in
            for kind in context.0.kinds { places[kind.plural] = context.1 }
        }
    }()

    /// The overview for what belongs to no context, such as the profile.
    init(ofKind plural: String) { self = Self.ofKinds[plural] ?? .overview }
}
