import Ecosystems
import Kernel

/// Everything that is known about one organisation, as far as the caller may see it.
package struct OrganisationPage: Sendable {
    package struct Role: Sendable, Hashable {
        /// Id of the assignment.
        package let id: String
        /// `method/role`.
        package let role: String
        package let name: Text
        package let person: RecordLink?
        package let deputy: RecordLink?
        package let period: Period
        package let scope: Text
        package let isCurrent: Bool
    }

    package struct Member: Sendable, Hashable {
        package let id: String
        package let function: Text
        package let layer: Person.Layer?
        /// Has a valid mandate of this organisation today.
        package let hasMandate: Bool
    }

    package struct HeldMandate: Sendable, Hashable {
        package let mandate: Mandate
        package let person: RecordLink
        package let deputy: RecordLink?
        package let successor: RecordLink?
        package let isValid: Bool
    }

    /// The visible fields of the record itself.
    package let organisation: Organisation
    package let sectorName: Text
    package let parent: RecordLink?
    /// Organisations that are part of it.
    package let children: [RecordLink]
    package let participation: Participation?
    /// The statuses that its participation may go to from here.
    package let nextSteps: [Participation.Status]
    /// Current ones first.
    package let roles: [Role]
    /// Empty when the caller may not see persons.
    package let persons: [Member]
    /// Empty when the caller may not see mandates.
    package let mandates: [HeldMandate]
    package let boardings: [BoardingOverview]
    /// Who offers what this organisation needs.
    package let offered: [CompetenceMatch]
    /// Who needs what this organisation offers.
    package let wanted: [CompetenceMatch]
    package let findings: [Finding]
    /// Whether the caller may change the organisation itself.
    package let mayEdit: Bool

    /// Nil when there is no such organisation, or the caller may not see it. `findings` are those of the whole ecosystem
    /// as the caller may see them; without them they are looked for again.
    package init?(_ id: String, _ reader: Reader, findings: [Finding]? = nil) {
        guard let organisation = reader.record(Organisation.self, id) else { return nil }
        self.organisation = organisation
        sectorName = reader.library.sector(organisation.sector)?.name ?? Text(same: organisation.sector)
        parent = organisation.parent.map { reader.link($0) }
        let own = organisation.id
        children = reader.state[Organisation.self].records.filter { $0.parent == own }.map(\.id).sorted()
            .map { reader.link($0) }
        participation = reader.record(Participation.self, id) ?? Participation.byOrganisation(reader)[own]
        nextSteps = participation?.status.nextSteps ?? Participation.Status.allCases
        roles = Self.roles(of: own, reader)
        let mandates = reader.records(Mandate.self).filter { $0.organisation == own }
        self.mandates = mandates.map { Self.held($0, reader) }
        let holders = Set(mandates.filter { $0.isValid(on: reader.today) }.map(\.person))
        persons = reader.records(Person.self).filter { $0.organisation == own }.map {
            Member(id: $0.id.rawValue, function: $0.function, layer: $0.layer, hasMandate: holders.contains($0.id))
        }
        boardings = BoardingOverview.all(reader, of: own)
        (offered, wanted) = CompetenceMatch.matches(for: organisation, reader)
        self.findings = Self.select(findings ?? reader.findings, about: own, reader.state)
        mayEdit = reader.may(ChangeRecords([RecordChange(Organisation.naming.plural, id, .patch([:]))]))
    }

    private static func roles(of organisation: ID<Organisation>, _ reader: Reader) -> [Role] {
        let all = reader.records(Assignment.self).filter { $0.organisation == organisation }.map { assignment in
            Role(
                id: assignment.id.rawValue, role: assignment.role, name: reader.roleName(assignment.role),
                person: assignment.person.map { reader.link($0) }, deputy: assignment.deputy.map { reader.link($0) },
                period: assignment.period, scope: assignment.scope,
                isCurrent: assignment.period.contains(reader.today))
        }
        return all.filter(\.isCurrent) + all.filter { !$0.isCurrent }
    }

    private static func held(_ mandate: Mandate, _ reader: Reader) -> HeldMandate {
        HeldMandate(
            mandate: mandate, person: reader.link(mandate.person), deputy: mandate.deputy.map { reader.link($0) },
            successor: mandate.successor.map { reader.link($0) }, isValid: mandate.isValid(on: reader.today))
    }

    /// Findings about the organisation itself, and about records that belong to it.
    private static func select(
        _ findings: [Finding], about organisation: ID<Organisation>, _ state: EcosystemState
    ) -> [Finding] {
        findings.filter { $0.isAbout([organisation.rawValue], state) }
    }
}

extension Finding {
    /// Whether it is about one of these organisations itself, or about a record that belongs to one.
    package func isAbout(_ organisations: Set<String>, _ state: EcosystemState) -> Bool {
        guard !organisations.isEmpty, !record.isEmpty else { return false }
        if kind == Organisation.naming.plural { return !organisations.isDisjoint(with: [record] + others) }
        let owner = state.table(kind)?.values(of: record)?["organisation"]?.string
        return owner.map(organisations.contains) ?? false
    }
}
