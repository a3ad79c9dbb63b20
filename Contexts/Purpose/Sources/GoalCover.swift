import Ecosystems
import Kernel
import MethodLibrary
import Parties

/// Something that is lacking before the contributions together cover a goal (handbooks A12).
package enum CoverageGap: Sendable, Hashable {
    /// Nobody does anything for it, here or at a goal below it.
    case noActivity
    /// The shares add up to less than the whole; so many activities give no share.
    case share(missing: Int, unstated: Int)
    /// No carrier comes from these sectors, which the goal needs.
    case helix([Helix])

    package var text: Text {
        switch self {
        case .noActivity: Text("er is nog geen activiteit voor", "no activity serves it yet")
        case .share(let missing, 0): Text("\(missing)% is door niemand gedekt", "nobody covers \(missing)%")
        case .share(let missing, let unstated):
            Text(
                "\(missing)% is nog niet verdeeld (\(unstated) zonder aandeel)",
                "\(missing)% is not divided yet (\(unstated) without a share)")
        case .helix(let strands):
            Text(
                "er is geen uitvoerder uit: \(strands.map(\.label.nl).joined(separator: ", "))",
                "no carrier comes from: \(strands.map(\.label.en).joined(separator: ", "))")
        }
    }
}

/// What is done for each goal, counted once over all activities.
struct GoalCover {
    private(set) var direct: [ID<Goal>: [Activity]] = [:]
    /// Goals that are served by an activity of their own or of a goal below them, with the sectors of who carries it.
    private var strands: [ID<Goal>: Set<Helix>] = [:]

    /// `helix` tells to which strand an organisation belongs; `isGone` whether it still carries anything.
    init(
        goals: [Goal], activities: some Sequence<Activity>, helix: (ID<Organisation>) -> Helix?,
        isGone: (ID<Organisation>) -> Bool
    ) {
        let parents = Dictionary(goals.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
        for activity in activities {
            let carriers = activity.organisations.filter { !isGone($0) }
            guard let goal = activity.goal, !carriers.isEmpty else { continue }
            direct[goal, default: []].append(activity)
            let carried = Set(carriers.compactMap(helix))
            var next: ID<Goal>? = goal
            for _ in 0..<Self.deepest {
                guard let current = next else { break }
                strands[current, default: []].formUnion(carried)
                next = parents[current] ?? nil
            }
        }
    }

    /// Goals below goals below goals: further than this nobody looks.
    private static let deepest = 50

    /// The shares of a goal added up; nil when no activity gives one.
    func sum(of goal: Goal) -> Int? {
        let shares = (direct[goal.id] ?? []).compactMap(\.share)
        return shares.isEmpty ? nil : shares.reduce(0, +)
    }

    func gaps(of goal: Goal) -> [CoverageGap] {
        guard let strands = strands[goal.id] else { return [.noActivity] }
        var gaps: [CoverageGap] = []
        if let sum = sum(of: goal), sum < 100 {
            let unstated = (direct[goal.id] ?? []).filter { $0.share == nil }.count
            gaps.append(.share(missing: 100 - sum, unstated: unstated))
        }
        let lacking = goal.helix.filter { !strands.contains($0) }
        return lacking.isEmpty ? gaps : gaps + [.helix(lacking)]
    }
}

extension Library {
    /// The strand of society that a sector counts for.
    func helix(ofSector sector: String) -> Helix? { self.sector(sector).flatMap { Helix(rawValue: $0.helix.rawValue) } }
}
