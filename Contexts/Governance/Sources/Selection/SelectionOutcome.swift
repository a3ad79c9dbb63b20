import Kernel
import Parties

/// What the scores of a selection come to: totals without and with weights, who is ahead, and whether that is a tie.
///
/// All sums are whole numbers, so that a tie is a tie. An assessor counts when everything it may score is scored; whoever may not score
/// its own offer makes that option be judged by the others, and means are compared as exact fractions.
package struct SelectionOutcome: Sendable {
    package struct Line: Sendable, Hashable {
        /// The id of the option.
        package let option: String
        /// Per criterion, in the order of the selection: the sum of all scores.
        package let sums: [Int]
        /// How many assessors stand behind the sums.
        package let assessors: Int
        /// The sum of `sums`.
        package let unweighted: Int
        /// The sum of `sums`, each times its weight.
        package let weighted: Int

        /// The mean for each assessor, for showing; 0 when nobody scored.
        package func mean(_ sum: Int) -> Double { assessors == 0 ? 0 : Double(sum) / Double(assessors) }
    }

    /// In the order of the selection.
    package let lines: [Line]
    /// The ids of the options with the highest weighted mean; more than one is a tie. Empty while nobody counts.
    package let winners: [String]
    /// The assessors that count, and those that have not scored everything; sorted.
    package let complete: [ID<Organisation>]
    package let incomplete: [ID<Organisation>]
    /// The weights that were used, in the order of the criteria.
    package let weights: [Int]

    package var isTie: Bool { winners.count > 1 }

    /// - Parameter weights: other weights than those of the selection, by criterion: what if?
    package init(_ selection: Selection, _ scorings: [Scoring], weights: [String: Int] = [:]) {
        let own = scorings.filter { $0.selection == selection.id }
        let byAssessor = Dictionary(grouping: own, by: \.assessor)
        let isComplete = { (assessor: ID<Organisation>) in
            selection.options.filter { $0.organisation != assessor }.allSatisfy { option in
                let given = byAssessor[assessor]?.first { $0.option == option.id }?.scores.map(\.criterion) ?? []
                return selection.criteria.allSatisfy { given.contains($0.id) }
            }
        }
        let assessors = selection.assessors.sorted()
        let counted = selection.options.isEmpty ? [] : assessors.filter(isComplete)
        let used = selection.criteria.map { weights[$0.id] ?? $0.weight }
        lines = selection.options.map { option in
            Line(option, selection.criteria.map(\.id), used, own.filter { counted.contains($0.assessor) })
        }
        complete = counted
        incomplete = assessors.filter { !counted.contains($0) }
        self.weights = used
        winners = Self.best(lines)
    }

    /// The options with the highest mean, compared without rounding.
    private static func best(_ lines: [Line]) -> [String] {
        let scored = lines.filter { $0.assessors > 0 }
        return scored.filter { line in
            scored.allSatisfy { $0.weighted * line.assessors <= line.weighted * $0.assessors }
        }.map(\.option)
    }

    package func line(_ option: String) -> Line? { lines.first { $0.option == option } }
}

extension SelectionOutcome.Line {
    fileprivate init(_ option: SelectionOption, _ criteria: [String], _ weights: [Int], _ scorings: [Scoring]) {
        let own = scorings.filter { $0.option == option.id }
        let sums = criteria.map { criterion in
            own.reduce(0) { sum, scoring in
                sum + (scoring.scores.first { $0.criterion == criterion }?.score ?? 0)
            }
        }
        self.init(
            option: option.id, sums: sums, assessors: own.count, unweighted: sums.reduce(0, +),
            weighted: zip(sums, weights).reduce(0) { $0 + $1.0 * $1.1 })
    }
}

/// How much the outcome depends on the weights: who wins if one criterion counts double, or not at all?
package struct SelectionSensitivity: Sendable {
    package enum Change: Hashable, Sendable {
        case asAgreed
        /// All criteria count the same.
        case equal
        case doubled(String)
        case leftOut(String)
    }

    package struct Scenario: Sendable {
        package let change: Change
        package let outcome: SelectionOutcome
    }

    /// As agreed, equal, and for each criterion doubled and left out; what would leave nothing is not there.
    package let scenarios: [Scenario]

    package init(_ selection: Selection, _ scorings: [Scoring]) {
        let own = scorings.filter { $0.selection == selection.id }
        func scenario(_ change: Change, _ weights: [String: Int]) -> Scenario {
            Scenario(change: change, outcome: SelectionOutcome(selection, own, weights: weights))
        }
        let equal = Dictionary(selection.criteria.map { ($0.id, 1) }, uniquingKeysWith: { first, _ in first })
        let weighing = selection.criteria.filter { $0.weight > 0 }
        scenarios =
            [scenario(.asAgreed, [:]), scenario(.equal, equal)]
            + weighing.map { scenario(.doubled($0.id), [$0.id: $0.weight * 2]) }
            + (weighing.count < 2 ? [] : weighing.map { scenario(.leftOut($0.id), [$0.id: 0]) })
    }

    /// Whether one and the same option is ahead alone in every scenario.
    package var isRobust: Bool {
        guard let first = scenarios.first?.outcome.winners, first.count == 1 else { return false }
        return scenarios.allSatisfy { $0.outcome.winners == first }
    }
}
