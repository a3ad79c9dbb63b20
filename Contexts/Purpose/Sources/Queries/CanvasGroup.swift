import Kernel
import MethodLibrary
import Parties

/// The part that a stakeholder plays on the design canvas: by role where one is assigned, else by sector (handbooks A9).
package enum CanvasGroup: Sendable, Hashable {
    case leadOrganisation
    case orchestrator
    case producer
    case customer
    case decomposer
    case sector(String)

    /// A word for machines, and for an anchor in a page.
    package var id: String {
        switch self {
        case .leadOrganisation: "lead-organisation"
        case .orchestrator: "orchestrator"
        case .producer: "producer"
        case .customer: "customer"
        case .decomposer: "decomposer"
        case .sector(let id): "sector-\(id)"
        }
    }

    func title(_ library: Library) -> Text {
        switch self {
        case .leadOrganisation: Text("Leidende organisatie", "Lead organisation")
        case .orchestrator: Text("Regie", "Orchestrators")
        case .producer: Text("Producenten", "Producers")
        case .customer: Text("Afnemers", "Customers")
        case .decomposer: Text("Reducenten", "Decomposers")
        case .sector(let id): library.sector(id)?.name ?? Text(same: id)
        }
    }

    /// Fixed order around the canvas; sectors after roles.
    var rank: Int {
        switch self {
        case .leadOrganisation: 0
        case .orchestrator: 1
        case .producer: 2
        case .customer: 3
        case .decomposer: 4
        case .sector: 5
        }
    }

    /// The group of a role, whatever method it comes from; nil when the role says nothing about the canvas.
    static func group(ofRole id: String, _ library: Library) -> CanvasGroup? {
        let steps = id.split(separator: "/", maxSplits: 1).map(String.init)
        guard let entry = steps.last else { return nil }
        if let group = byRole[entry] { return group }
        guard let role = library.role(id) else { return nil }
        if let group = byRole[role.partOf] { return group }
        return role.rights.contains(.orchestrate) ? .orchestrator : nil
    }

    /// Whether the role is one of the canvas itself; those go before roles that only resemble them.
    static func isOfHandbook(_ role: String) -> Bool { role.hasPrefix("handbook-roles/") }

    /// The roles of the handbook, and those of other methods that come down to the same.
    private static let byRole: [String: CanvasGroup] = [
        "orchestrator": .orchestrator, "ceco": .orchestrator, "producer": .producer, "consumer": .customer,
        "decomposer": .decomposer, "service-integrator": .orchestrator, "commissioning-organisation": .customer,
        "workplace-supplier": .producer, "datacenter-supplier": .producer, "network-supplier": .producer,
        "application-supplier": .producer,
    ]
}
