import Ecosystems
import Kernel
import MethodLibrary

/// Rights as they follow from what the ecosystem itself records: participation, role and mandate.
package enum RightsOfCaller {
    /// What a caller may do today. While nobody has a role that orchestrates, only administrators write.
    @Sendable
    package static func judge(_ caller: Caller, in situation: Situation) -> Rights {
        var rights = Rights()
        rights.administers = caller.administrator
        rights.mayWrite = caller.mayWrite
        let people = caller.persons.compactMap { situation.state[Person.self][ID($0)] }
        guard !people.isEmpty else { return rights }
        rights.belongsTo = Set(people.map(\.organisation.rawValue))
        rights.participates = rights.belongsTo.contains { situation.status(of: ID($0))?.isActive == true }
        let persons = Set(people.map(\.id))
        rights.persons = Set(persons.map(\.rawValue))
        addRoles(of: persons, to: &rights, in: situation)
        if situation.hasOrchestrator { addMandates(of: persons, to: &rights, in: situation) }
        return rights
    }

    private static func addRoles(of persons: Set<ID<Person>>, to rights: inout Rights, in situation: Situation) {
        for assignment in situation.state[Assignment.self].records {
            guard [assignment.person, assignment.deputy].contains(where: { $0.map(persons.contains) == true }),
                assignment.period.contains(situation.today),
                situation.status(of: assignment.organisation)?.isClosed != true
            else { continue }
            rights.roles.insert(assignment.role)
            if situation.orchestrates(assignment.role) { rights.orchestrates = true }
            if situation.confides(assignment.role) { rights.confides = true }
        }
        // Who decides over parties is not who they confide in: holding both roles gives the first only.
        if rights.orchestrates { rights.confides = false }
    }

    private static func addMandates(of persons: Set<ID<Person>>, to rights: inout Rights, in situation: Situation) {
        var best: [String: (own: Bool, id: String)] = [:]
        for mandate in situation.state[Mandate.self].records {
            let own = persons.contains(mandate.person)
            let organisation = mandate.organisation.rawValue
            guard own || mandate.deputy.map(persons.contains) == true, mandate.isValid(on: situation.today),
                rights.belongsTo.contains(organisation),
                situation.status(of: mandate.organisation)?.isClosed != true
            else { continue }
            let candidate = (own: own, id: mandate.id.rawValue)
            if let held = best[organisation], (held.own && !own) || (held.own == own && held.id < candidate.id) {
                continue
            }
            best[organisation] = candidate
        }
        rights.represents = Set(best.keys)
        rights.mandates = best.mapValues(\.id)
    }
}

extension Situation {
    /// Nil when nothing is recorded about its participation.
    func status(of organisation: ID<Organisation>) -> Participation.Status? {
        state[Participation.self][ID(organisation.rawValue)]?.status
    }

    func orchestrates(_ role: String) -> Bool { library.role(role)?.rights.contains(.orchestrate) == true }

    func confides(_ role: String) -> Bool { library.role(role)?.rights.contains(.confide) == true }

    /// Whether some role that orchestrates was ever assigned here.
    var hasOrchestrator: Bool { state[Assignment.self].records.contains { orchestrates($0.role) } }
}
