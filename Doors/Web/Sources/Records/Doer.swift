import Access
import Ecosystems
import Parties

/// Who did something in an ecosystem.
enum Doer {
    /// A person that is recorded here, or once was.
    case person, formerPerson
    /// Whoever could read the store's file.
    case machine
    /// An account that acts as no person here: of an administrator.
    case account

    /// How all accounts together are called in an address, for who may not tell them apart.
    static let anyAccount = "administrator"
}

extension EcosystemVisit {
    func doer(of item: HistoryItem) -> Doer {
        let persons = reader.state.table(Person.naming.plural)
        if persons?.contains(item.person) == true { return .person }
        if item.person == "operator" { return .machine }
        return persons?.removal(of: item.person) == nil ? .account : .formerPerson
    }

    /// The names of accounts that acted as no person here. Administrators may know them; for others it stays a role.
    func accountNames(_ items: [HistoryItem]) async throws -> [String: String] {
        guard reader.rights.administers else { return [:] }
        var names: [String: String] = [:]
        for account in Set(items.filter { doer(of: $0) == .account }.map(\.person)) {
            names[account] = try await visit.access.contact(Account.ID(account))?.name
        }
        return names
    }
}
