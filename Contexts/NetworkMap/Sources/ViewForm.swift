import Kernel

/// The forms in which the map can be looked at; the raw value stands in the address.
package enum ViewForm: String, Sendable, CaseIterable {
    case network
    case groups
    case rings
    case roles
    case matrix
    case who
    case flows
    case table
    case all

    /// What people call it.
    package var label: Text {
        switch self {
        case .network: Text("Netwerk", "Network")
        case .groups: Text("Groepen", "Groups")
        case .rings: Text("Belang", "Importance")
        case .roles: Text("Rollen", "Roles")
        case .matrix: Text("Matrix", "Matrix")
        case .who: Text("Wie doet wat", "Who does what")
        case .flows: Text("Stromen", "Flows")
        case .table: Text("Tabel", "Table")
        case .all: Text("Alles", "Everything")
        }
    }

    /// At most so many organisations can be told apart in this form.
    package var limit: Int {
        switch self {
        case .matrix: 60
        case .who, .table, .flows, .all: 1_000
        case .network, .groups, .rings, .roles: 120
        }
    }

    /// Above so many organisations the map begins with groups instead of organisations.
    package static let platformSize = 1_000
}
