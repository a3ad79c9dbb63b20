import Ecosystems
import Kernel
import MethodLibrary

extension Roster {
    var roleFindings: [Finding] {
        let roles = rolesInUse
        return roles.filter { $0.role.required && byRole[$0.id] == nil }.map { unfilled($0.id, $0.role) }
            + roles.filter(\.role.key).flatMap { withoutDeputy($0.id) } + singleOrganisations(roles)
    }

    private func unfilled(_ id: String, _ role: RolesMethod.Role) -> Finding {
        Finding(
            "role.unfilled", .warning,
            Text("De rol “\(role.name.dutch)” is niet vervuld.", "Nobody fulfils the role “\(role.name.english)”."),
            why: Text(
                "De methode \(methodName(of: id).dutch) rekent op deze rol. Blijft zij leeg, dan blijft ook het werk "
                    + "liggen. Wijs iemand aan, of kies een methode die de rol niet nodig heeft.",
                "The method \(methodName(of: id).english) counts on this role. Left empty, its work is left too. "
                    + "Appoint someone, or choose a method that does not need the role."),
            kind: Assignment.naming.plural, field: "role")
    }

    private func methodName(of role: String) -> Text {
        let id = role.split(separator: "/").first.map(String.init) ?? role
        return situation.library.method(id)?.name ?? Text(same: id)
    }

    /// Key roles without a deputy, unless two persons hold the role side by side.
    private func withoutDeputy(_ role: String) -> [Finding] {
        let held = byRole[role] ?? []
        guard Set(held.compactMap(\.person)).count < 2, Set(held.map(\.organisation)).count < 2 else { return [] }
        return held.filter { $0.deputy == nil }.prefix(1).map { assignment in
            let name = self.role(role)
            let organisation = organisation(assignment.organisation)
            return Finding(
                "role.without-deputy", .warning,
                Text(
                    "Sleutelrol “\(name.dutch)” (\(organisation.dutch)) heeft geen plaatsvervanger.",
                    "Key role “\(name.english)” (\(organisation.english)) has no deputy."),
                why: Text(
                    "Valt iemand met een sleutelrol weg, dan staat het ecosysteem stil. Spreek af wie het overneemt.",
                    "When someone in a key role drops out, the ecosystem stands still. Agree who takes over."),
                kind: Assignment.naming.plural, record: assignment.id.rawValue, field: "deputy")
        }
    }

    /// Organisations that hold an important role alone while others take part: one finding for each organisation.
    private func singleOrganisations(_ roles: [(id: String, role: RolesMethod.Role)]) -> [Finding] {
        var alone: [ID<Organisation>: [Text]] = [:]
        for (id, role) in roles where role.required || role.key {
            let held = byRole[id] ?? []
            let deputies = held.compactMap(\.deputy).compactMap { state[Person.self][$0]?.organisation }
            guard let holder = held.first?.organisation, Set(held.map(\.organisation) + deputies).count == 1
            else { continue }
            alone[holder, default: []].append(role.name)
        }
        guard state[Participation.self].records.lazy.filter(\.status.isActive).prefix(2).count == 2 else { return [] }
        return alone.sorted { $0.key < $1.key }.map { holder, names in
            let (name, list) = (organisation(holder), Text.list(names))
            return Finding(
                "role.single-organisation", .notice,
                Text(
                    "Alleen \(name.dutch) vervult: \(list.dutch).", "Only \(name.english) fulfils: \(list.english)."),
                why: Text(
                    "De anderen hangen voor deze rollen af van één organisatie. Vertrekt die, dan vertrekken de rollen "
                        + "mee. Bespreek of een ander kan bijspringen, met een plaatsvervanger bijvoorbeeld.",
                    "For these roles the others depend on one organisation. If it leaves, the roles leave with it. "
                        + "Discuss whether another can step in, for example with a deputy."),
                kind: Organisation.naming.plural, record: holder.rawValue)
        }
    }
}
