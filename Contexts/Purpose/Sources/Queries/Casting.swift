import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Which group each organisation belongs to, from the roles it holds today.
struct Casting {
    private var rolesOf: [ID<Organisation>: [String]] = [:]
    private var lead: ID<Organisation>?
    private let library: Library

    init(_ reader: Reader) {
        library = reader.library
        let current = reader.records(Assignment.self).filter { $0.period.contains(reader.today) }
        for assignment in current where rolesOf[assignment.organisation]?.contains(assignment.role) != true {
            rolesOf[assignment.organisation, default: []].append(assignment.role)
        }
        if reader.state.profile.types.contains(where: { $0.hasSuffix("/lead-organisation") }) {
            lead = Self.lead(current, reader.library)
        }
    }

    func roles(of organisation: ID<Organisation>) -> [Text] {
        (rolesOf[organisation] ?? []).map { library.role($0)?.name ?? Text(same: $0) }
    }

    func group(of organisation: Organisation) -> CanvasGroup {
        if organisation.id == lead { return .leadOrganisation }
        let groups = (rolesOf[organisation.id] ?? []).compactMap { role in
            CanvasGroup.group(ofRole: role, library).map { (CanvasGroup.isOfHandbook(role) ? 0 : 1, $0) }
        }
        return groups.min { ($0.0, $0.1.rank) < ($1.0, $1.1.rank) }?.1 ?? .sector(organisation.sector)
    }

    /// In an ecosystem with a lead organisation: the organisation that holds an orchestrating role, that of the handbook first.
    private static func lead(_ assignments: [Assignment], _ library: Library) -> ID<Organisation>? {
        let leading = assignments.filter { assignment in
            guard let role = library.role(assignment.role) else { return false }
            return role.rights.contains(.orchestrate) && role.holder == .organisation
        }
        return (leading.first { CanvasGroup.isOfHandbook($0.role) } ?? leading.first)?.organisation
    }
}
