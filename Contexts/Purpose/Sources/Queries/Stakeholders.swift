import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Gathers what the canvas tells of each organisation, each table read once.
struct Stakeholders {
    let organisations: [Organisation]
    private let standing: Standing
    private let cast: Casting
    private let library: Library
    private var activities: [ID<Organisation>: [Reference]] = [:]
    private var opposing: [ID<Organisation>: [Reference]] = [:]
    private var goals: [ID<Organisation>: [Reference]] = [:]

    init(_ reader: Reader, goals allGoals: [Goal], _ cast: Casting) {
        let standing = Standing(reader.records(Participation.self))
        (self.standing, self.cast, library) = (standing, cast, reader.library)
        for activity in reader.records(Activity.self) {
            for party in activity.organisations { activities[party, default: []].append(Reference(activity)) }
        }
        var concerned = Set(activities.keys)
        for interest in reader.records(Interest.self) {
            concerned.insert(interest.organisation)
            guard interest.stance == .opposing else { continue }
            opposing[interest.organisation, default: []].append(Reference(interest))
        }
        for goal in allGoals {
            guard goal.level == .organisation, let owner = goal.organisation else { continue }
            goals[owner, default: []].append(Reference(goal))
        }
        concerned.formUnion(goals.keys)
        concerned.formUnion(standing.known)
        organisations = reader.records(Organisation.self).filter {
            concerned.contains($0.id) && !standing.isGone($0.id)
        }
    }

    func stakeholder(_ organisation: Organisation) -> DesignCanvas.Stakeholder {
        let id = organisation.id
        return DesignCanvas.Stakeholder(
            organisation: Reference(organisation), sector: organisation.sector,
            shape: library.sector(organisation.sector)?.shape ?? .ring, status: standing.status(of: id),
            takesPart: standing.takesPart(id), roles: cast.roles(of: id), activities: activities[id] ?? [],
            opposing: opposing[id] ?? [], goals: goals[id] ?? [])
    }
}
