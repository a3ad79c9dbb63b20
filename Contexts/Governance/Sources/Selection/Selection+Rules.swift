import Ecosystems
import Kernel
import MethodLibrary

extension Selection {
    /// A scale goes up, names are used once, and something counts.
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if lowest >= highest { problems.append(.selectionScale) }
        for (field, ids) in [("criteria", criteria.map(\.id)), ("options", options.map(\.id))] {
            for (index, id) in ids.enumerated() where ids[..<index].contains(id) {
                problems.append(.selectionTwice(field, index, id))
            }
        }
        if !criteria.isEmpty, criteria.allSatisfy({ $0.weight == 0 }) { problems.append(.selectionWeightless) }
        for (field, option) in [("chosen", chosen), ("drawn", drawn)] where !option.isEmpty {
            if !options.contains(where: { $0.id == option }) { problems.append(.noSuchOption(field, option)) }
        }
        return problems
    }

    package func option(_ id: String) -> SelectionOption? { options.first { $0.id == id } }

    /// Criteria, weights, scale and options stay as they are once somebody has scored.
    static let staysFair = ChangeGuard(Selection.self) { old, new, situation in
        guard let old else { return [] }
        // What a lot is drawn with is published at the closing: whoever could open it again could score towards a tie.
        if let closed = old.closed, new.closed != closed { return [.reopened] }
        let isScored = situation.state[Scoring.self].records.contains { $0.selection == new.id }
        guard isScored else { return [] }
        var problems: [Problem] = []
        if old.criteria != new.criteria { problems.append(.fixedOnceScored("criteria")) }
        if old.lowest != new.lowest { problems.append(.fixedOnceScored("lowest")) }
        if old.highest != new.highest { problems.append(.fixedOnceScored("highest")) }
        if !old.options.allSatisfy({ option in new.options.contains { $0.id == option.id } }) {
            problems.append(.fixedOnceScored("options"))
        }
        return problems
    }

    /// What is chosen is best by the scores, or was pointed out by lot among equals, or is motivated.
    static let isMotivated = ChangeGuard(Selection.self) { _, new, situation in
        guard !new.chosen.isEmpty else { return [] }
        guard new.closed != nil else { return [.chosenBeforeClosing] }
        let outcome = SelectionOutcome(new, situation.state[Scoring.self].sorted)
        if outcome.isTie, !new.drawn.isEmpty {
            var problems: [Problem] = []
            if !outcome.winners.contains(new.drawn) { problems.append(.drawnWithoutTie) }
            if new.draw.isEmpty { problems.append(.drawWithoutProof) }
            if let draw = SelectionDraw(new.draw), draw.order(of: outcome.winners).first?.option != new.drawn {
                problems.append(.drawnOtherwise)
            }
            if new.chosen != new.drawn, new.reasons.isEmpty { problems.append(.choiceWithoutReasons) }
            return problems
        }
        if !new.drawn.isEmpty { return [.drawnWithoutTie] }
        return outcome.winners == [new.chosen] || !new.reasons.isEmpty ? [] : [.choiceWithoutReasons]
    }
}

extension Scoring {
    /// Each criterion once.
    package func problems() -> [Problem] {
        scores.enumerated().compactMap { index, score in
            scores[..<index].contains { $0.criterion == score.criterion }
                ? .selectionTwice("scores", index, score.criterion) : nil
        }
    }

    /// By an assessor, on what is there, within the scale, once, in time, and not of one's own offer. In time is before the selection was closed,
    /// so that a selection of the past can come along in a folder with its scores.
    static let isFair = ChangeGuard(since: Scoring.self) { _, new, before, situation in
        guard let selection = situation.state[Selection.self][new.selection] else { return [] }
        var problems: [Problem] = []
        if before[Selection.self][new.selection]?.closed != nil { problems.append(.scoredAfterClosing) }
        if !selection.assessors.contains(new.assessor) { problems.append(.notAnAssessor) }
        if let option = selection.option(new.option) {
            if option.organisation == new.assessor { problems.append(.ownOffer) }
        } else {
            problems.append(.noSuchOption("option", new.option))
        }
        let scale = selection.lowest...max(selection.lowest, selection.highest)
        for (index, score) in new.scores.enumerated() {
            if !selection.criteria.contains(where: { $0.id == score.criterion }) {
                problems.append(.noSuchCriterion(index, score.criterion))
            } else if !scale.contains(score.score) {
                problems.append(.outsideScale(index, score.score, scale))
            }
        }
        let isTwice = situation.state[Scoring.self].records.contains {
            $0.id != new.id && $0.selection == new.selection && $0.assessor == new.assessor && $0.option == new.option
        }
        if isTwice { problems.append(.scoredTwice) }
        return problems
    }

    /// What was scored stays once the selection is closed.
    static let stays = RemovalGuard(Scoring.self) { old, situation in
        situation.state[Selection.self][old.selection]?.closed == nil ? [] : [.scoredAfterClosing]
    }
}
