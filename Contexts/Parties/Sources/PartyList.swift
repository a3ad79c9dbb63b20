import Ecosystems
import Kernel

/// A record to open, with what to call it.
package struct RecordLink: Sendable, Hashable {
    /// Plural name of the kind.
    package let kind: String
    package let id: String
    package let title: Text
}

/// Who takes part: every organisation with how far it is, and what that adds up to.
package struct PartyList: Sendable {
    package struct Row: Sendable, Hashable {
        package let id: String
        package let name: Text
        package let aliases: [String]
        /// Sector id of the method library.
        package let sector: String
        package let sectorName: Text
        /// Nil: nothing is recorded about its participation.
        package let status: Participation.Status?
        package let layer: Participation.Layer?
        package let since: Day?
        /// Held today.
        package let roles: [Role]
    }

    package struct Role: Sendable, Hashable {
        /// `method/role`.
        package let id: String
        package let name: Text
    }

    package struct StatusCount: Sendable, Hashable {
        package let status: Participation.Status
        package let count: Int
    }

    /// What to show; nil and "" let everything through.
    package struct Filter: Sendable, Hashable {
        package var status: Participation.Status?
        package var layer: Participation.Layer?
        package var sector = ""
        /// `method/role`.
        package var role = ""
        /// Part of a name or alias, in any case.
        package var text = ""

        package init() {}
    }

    /// Those that pass the filter, sorted by Dutch name and then id.
    package let rows: [Row]
    /// Organisations in all, whatever the filter.
    package let total: Int
    /// In the order of the pipeline, only statuses that occur, whatever the filter.
    package let statuses: [StatusCount]
    /// Organisations about whose participation nothing is recorded.
    package let withoutStatus: Int
    /// The day since which most of the rows stand where they stand; nil when they differ.
    package let commonDay: Day?
    package let helix: HelixSummary

    package init(_ reader: Reader, filter: Filter = Filter()) {
        let roles = Self.roles(reader)
        let participations = Participation.byOrganisation(reader)
        let organisations = reader.records(Organisation.self)
        let all = organisations.map { organisation in
            let participation = participations[organisation.id]
            return Row(
                id: organisation.id.rawValue, name: organisation.name, aliases: organisation.aliases,
                sector: organisation.sector,
                sectorName: reader.library.sector(organisation.sector)?.name ?? Text(same: organisation.sector),
                status: participation?.status, layer: participation?.layer, since: participation?.since,
                roles: roles[organisation.id] ?? [])
        }
        rows = all.filter(filter.accepts).map { (key: $0.name.dutch.lowercased(), row: $0) }
            .sorted { ($0.key, $0.row.id) < ($1.key, $1.row.id) }.map(\.row)
        commonDay = Self.commonDay(rows.compactMap(\.since))
        total = all.count
        let counts = Dictionary(grouping: all.compactMap(\.status)) { $0 }.mapValues(\.count)
        statuses = Participation.Status.allCases.compactMap { status in
            counts[status].map { StatusCount(status: status, count: $0) }
        }
        withoutStatus = all.count { $0.status == nil }
        helix = HelixSummary(reader.situation)
    }

    private static func roles(_ reader: Reader) -> [ID<Organisation>: [Role]] {
        var roles: [ID<Organisation>: [Role]] = [:]
        for assignment in reader.records(Assignment.self) where assignment.period.contains(reader.today) {
            let role = Role(id: assignment.role, name: reader.roleName(assignment.role))
            if roles[assignment.organisation]?.contains(role) == true { continue }
            roles[assignment.organisation, default: []].append(role)
        }
        return roles
    }
}

extension PartyList.Filter {
    func accepts(_ row: PartyList.Row) -> Bool {
        if let status, row.status != status { return false }
        if let layer, row.layer != layer { return false }
        if !sector.isEmpty, row.sector != sector { return false }
        if !role.isEmpty, !row.roles.contains(where: { $0.id == role }) { return false }
        guard !text.isEmpty else { return true }
        let wanted = text.lowercased()
        return ([row.name.nl, row.name.en] + row.aliases).contains { $0.lowercased().contains(wanted) }
    }
}

extension Participation {
    /// The participation of each organisation; the one with the organisation's own id when there are two.
    static func byOrganisation(_ reader: Reader) -> [ID<Organisation>: Participation] {
        reader.records(Participation.self).reduce(into: [:]) { found, participation in
            if found[participation.organisation] == nil || participation.hasOwnID {
                found[participation.organisation] = participation
            }
        }
    }

    /// How many organisations have each status, for machines: status → number.
    package static func counts(_ state: EcosystemState) -> [String: Int] {
        state[Participation.self].records.reduce(into: [:]) { $0[$1.status.rawValue, default: 0] += 1 }
    }
}

extension Reader {
    func roleName(_ id: String) -> Text { library.role(id)?.name ?? Text(same: id) }

    func link<R: Record>(_ id: ID<R>) -> RecordLink {
        RecordLink(kind: R.naming.plural, id: id.rawValue, title: title(R.naming.plural, id.rawValue))
    }
}
