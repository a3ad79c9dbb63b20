import Ecosystems
import Kernel
import Parties

/// What deserves attention about goals: is there one, can it be measured, and does what the parties do cover it?
enum GoalFindings {
    static let rules = [FindingRule(noneShared), FindingRule(notSmart), FindingRule(notCovered), FindingRule(noOwn)]

    private static let kind = Goal.naming.plural

    static func noneShared(_ situation: Situation) -> [Finding] {
        guard !situation.state[Goal.self].records.contains(where: { $0.level == .shared }) else { return [] }
        return [
            Finding(
                "goal.none-shared", .warning,
                Text("Er is nog geen gezamenlijk doel.", "There is no shared goal yet."),
                why: Text(
                    "Alles hangt aan wat de partijen samen willen. Schrijf het op in één zin, ook als die nog niet af is.",
                    "Everything hangs on what the parties want together. Write it down in one sentence, even a rough one."
                ),
                kind: kind)
        ]
    }

    static func notSmart(_ situation: Situation) -> [Finding] {
        situation.state[Goal.self].records.compactMap { goal in
            let missing = goal.missingForSmart
            guard goal.level == .shared, !missing.isEmpty else { return nil }
            let list = Text.joined(missing)
            return Finding(
                "goal.not-smart", goal.parent == nil ? .warning : .notice,
                Text(
                    "Het doel “\(goal.title.shown(.nl))” mist \(list.nl).",
                    "The goal “\(goal.title.shown(.en))” lacks \(list.en)."),
                why: Text(
                    "Zonder maat, streefwaarde en einddatum kan niemand zeggen of het doel is gehaald. Spreek ze samen af.",
                    "Without a measure, a target and a due date nobody can say whether it is reached. Agree on them."),
                kind: kind, record: goal.id.rawValue, field: goal.firstFieldMissing)
        }
    }

    static func notCovered(_ situation: Situation) -> [Finding] {
        let goals = Array(situation.state[Goal.self].records)
        let cover = GoalCover(situation, goals: goals)
        return goals.filter { $0.level == .shared }.compactMap { goal in
            let gaps = cover.gaps(of: goal)
            guard !gaps.isEmpty else { return nil }
            let list = Text.joined(gaps.map(\.text))
            return Finding(
                "goal.not-covered", .warning,
                Text(
                    "De bijdragen dekken “\(goal.title.shown(.nl))” niet: \(list.nl).",
                    "The contributions do not cover “\(goal.title.shown(.en))”: \(list.en)."),
                why: Text(
                    "De bijdragen samen moeten het hele doel dekken. Zoek wie het gat vult, of maak het doel kleiner.",
                    "The contributions together must cover the whole goal. Find who fills the gap, or narrow the goal."),
                kind: kind, record: goal.id.rawValue, due: goal.due)
        }
    }

    static func noOwn(_ situation: Situation) -> [Finding] {
        let owners = Set(situation.state[Goal.self].records.compactMap(\.organisation))
        let lacking = Standing(situation.state[Participation.self].records).joined.filter { !owners.contains($0) }
        guard !lacking.isEmpty else { return [] }
        let list = Text.listing(lacking.map(situation.name))
        return [
            Finding(
                "goal.own-missing", .notice,
                Text(
                    "Van \(lacking.count) \(lacking.count == 1 ? "deelnemer" : "deelnemers") is geen eigen doel bekend: \(list.nl).",
                    "Of \(lacking.count) \(lacking.count == 1 ? "participant" : "participants") no goal of their own is known: \(list.en)."
                ),
                why: Text(
                    "Wie niet weet wat een partij er zelf mee wil, kan niet zien wanneer zij afhaakt. Vraag ernaar.",
                    "Not knowing what a party itself wants, nobody sees when it will drop out. Ask for it."),
                kind: kind)
        ]
    }
}

extension Goal {
    fileprivate var firstFieldMissing: String { measure.isEmpty ? "measure" : target.isEmpty ? "target" : "due" }
}

extension GoalCover {
    init(_ situation: Situation, goals: [Goal]) {
        let (state, library) = (situation.state, situation.library)
        let standing = Standing(state[Participation.self].records)
        self.init(
            goals: goals, activities: state[Activity.self].records,
            helix: { state[Organisation.self][$0].flatMap { library.helix(ofSector: $0.sector) } },
            isGone: standing.isGone)
    }
}

extension Situation {
    /// What to call an organisation in a message.
    func name(of organisation: ID<Organisation>) -> Text {
        state[Organisation.self][organisation]?.name ?? Text(same: organisation.rawValue)
    }
}
