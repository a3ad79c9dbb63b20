import Agreements
import Ecosystems
import Governance
import Kernel
import Lifecycle
import NetworkMap
import Parties
import Purpose
import Responsibilities

extension Catalogue {
    /// Everything that this Stelsel knows: add a context here, and every door has it.
    package static let stelsel = Catalogue(
        [
            PartiesContext.parts, PurposeContext.parts, LifecycleContext.parts, NetworkMapContext.parts,
            GovernanceContext.parts, AgreementsContext.parts, ResponsibilitiesContext.parts,
        ],
        rights: { RightsOfCaller.judge($0, in: $1) })
}
