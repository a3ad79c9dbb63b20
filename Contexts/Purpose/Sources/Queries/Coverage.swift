import Ecosystems
import Kernel
import Parties

/// Does the sum of contributions cover the goal? Per goal, with what is lacking by name (handbooks A12).
package struct Coverage: Sendable, Hashable {
    /// Each goal after the one it contributes to, siblings by id; shared goals before those of one organisation.
    package let goals: [CoveredGoal]

    package init(_ reader: Reader) {
        let goals = reader.records(Goal.self)
        let names = Names(reader)
        let standing = Standing(reader.records(Participation.self))
        let cover = GoalCover(
            goals: goals, activities: reader.records(Activity.self),
            helix: { names.organisations[$0].flatMap { reader.library.helix(ofSector: $0.sector) } },
            isGone: standing.isGone)
        self.goals = GoalTree(goals).walk.map { CoveredGoal($0.goal, depth: $0.depth, cover, names) }
    }

    /// Shared goals that are not covered.
    package var lacking: [CoveredGoal] { goals.filter { $0.level == .shared && !$0.gaps.isEmpty } }
}

/// A goal and what covers it.
package struct CoveredGoal: Sendable, Hashable {
    package enum Verdict: String, Sendable, Hashable {
        case covered
        case lacking
        /// There are activities, but none gives a share.
        case unknown

        package var label: Text {
            switch self {
            case .covered: Text("gedekt", "covered")
            case .lacking: Text("niet gedekt", "not covered")
            case .unknown: Text("niet te zeggen: er zijn geen aandelen", "cannot be said: no shares are given")
            }
        }
    }

    package struct Contribution: Sendable, Hashable {
        package let activity: Reference
        package let organisations: [Reference]
        /// In per cent; nil when not given.
        package let share: Int?
    }

    package let goal: Reference
    package let level: Goal.Level
    /// 0 for a goal that contributes to no other.
    package let depth: Int
    package let due: Day?
    /// Activities for this goal itself, by id.
    package let contributions: [Contribution]
    /// In per cent; more than 100 when parties overlap; nil when no activity gives a share.
    package let sum: Int?
    /// Empty for the goal of one organisation: that is its own affair.
    package let gaps: [CoverageGap]

    init(_ goal: Goal, depth: Int, _ cover: GoalCover, _ names: Names) {
        self.goal = Reference(goal)
        (level, due, self.depth) = (goal.level, goal.due, depth)
        contributions = (cover.direct[goal.id] ?? []).map {
            Contribution(
                activity: Reference($0), organisations: $0.organisations.map(names.reference), share: $0.share)
        }
        sum = cover.sum(of: goal)
        gaps = goal.level == .shared ? cover.gaps(of: goal) : []
    }

    package var verdict: Verdict { !gaps.isEmpty ? .lacking : (sum ?? 0) >= 100 ? .covered : .unknown }
}

/// Goals in the order of what contributes to what.
struct GoalTree {
    let walk: [(goal: Goal, depth: Int)]

    init(_ goals: [Goal]) {
        let known = Set(goals.map(\.id))
        let parent = { (goal: Goal) in goal.parent.flatMap { known.contains($0) ? $0 : nil } }
        let children = Dictionary(grouping: goals, by: parent).mapValues { siblings in
            siblings.sorted { ($0.level == .shared ? 0 : 1, $0.id) < ($1.level == .shared ? 0 : 1, $1.id) }
        }
        var walk: [(goal: Goal, depth: Int)] = []
        var waiting = (children[nil] ?? []).reversed().map { (goal: $0, depth: 0) }
        while let next = waiting.popLast() {
            walk.append(next)
            waiting += (children[next.goal.id] ?? []).reversed().map { (goal: $0, depth: next.depth + 1) }
        }
        self.walk = walk
    }
}
