import Counting
import Ecosystems
import Foundation
import Kernel

extension Decision {
    /// What was decided can be recomputed from its file, and does not change; what happens to it afterwards is added.
    static let guardian = ChangeGuard(Decision.self) { old, new, situation in
        if let old { return new.additions(to: old) }
        guard new.ballot != nil else { return new.urgentProblems }
        var problems: [Problem] = []
        if Digest.hex(of: new.file) != new.hash { problems.append(.wrongHash) }
        do throws(Refusal) {
            let outcome = try Count(try BallotFile.read(Array(new.file.utf8))).outcome()
            if outcome.result.rawValue != new.result.rawValue || outcome.winners != new.winners
                || outcome.explanation != new.explanation
            {
                problems.append(.otherOutcome)
            }
        } catch { problems += error.problems.map { $0.under("file") } }
        return problems + new.strangeFile(situation.state)
    }

    /// The file must hold the votes that the ecosystem recorded, and no others.
    private func strangeFile(_ state: EcosystemState) -> [Problem] {
        guard let ballot, let found = state[Ballot.self][ballot] else { return [] }
        guard found.state == .counted else { return [.otherState(found.state)] }
        guard let evidence = BallotEvidence(ballot, in: state, seed: recordedSeed(found)) else { return [] }
        return evidence.json == file ? [] : [.otherFile]
    }

    /// The seed that the file names, when it came from the closing.
    private func recordedSeed(_ ballot: Ballot) -> LotSeed? {
        guard ballot.seed == .closing else { return nil }
        do throws(Problem) {
            let lot = try JSONReader.read(Array(file.utf8))["rule"]["lot"]
            let digits = lot["source"]["en"].string.map { $0.filter(\.isNumber) } ?? ""
            return lot["seed"].string.map { LotSeed(size: Int(digits) ?? 0, root: $0) }
        } catch { return nil }
    }

    private var urgentProblems: [Problem] {
        var problems: [Problem] = []
        if !urgent { problems.append(.noBallot) }
        if explanation.isEmpty { problems.append(.reasonNeeded("explanation")) }
        if result != .adopted { problems.append(.noBallot) }
        return problems
    }

    private func additions(to old: Decision) -> [Problem] {
        var same = self
        same.carriedOut = old.carriedOut
        same.changed = old.changed
        same.ratification = old.ratification
        same.overridden = old.overridden
        same.reopened = old.reopened
        let isAdded =
            (old.carriedOut == nil || old.carriedOut == carriedOut)
            && (old.ratification == nil || old.ratification == ratification)
            && (old.overridden == nil || old.overridden == overridden)
            && (old.reopened == nil || old.reopened == reopened)
        return same == old && isAdded ? [] : [.decisionFixed]
    }
}

extension Problem {
    fileprivate static let wrongHash = Problem(
        "decision.hash", at: ["hash"],
        Text("De hash hoort niet bij dit bestand.", "The hash does not belong to this file."),
        mend: Text("Neem beide over zoals ze zijn geëxporteerd.", "Take over both as they were exported."))

    fileprivate static let otherOutcome = Problem(
        "decision.outcome", at: ["result"],
        Text("Wie het bestand telt, komt op iets anders uit.", "Who counts the file gets another outcome."),
        mend: Text("Laat Stelsel tellen.", "Let Stelsel count."))

    fileprivate static let otherFile = Problem(
        "decision.file", at: ["file"],
        Text(
            "Dit bestand bevat andere stemmen dan er zijn vastgelegd.",
            "This file holds other votes than were recorded."),
        mend: Text("Laat Stelsel tellen.", "Let Stelsel count."))

    fileprivate static let noBallot = Problem(
        "decision.without-ballot", at: ["ballot"],
        Text(
            "Zonder stemming kan alleen in een noodgeval, en dan alleen om iets te doen.",
            "Without a ballot only in an emergency, and only to do something."),
        mend: Text("Open een stemming.", "Open a ballot."))

    static let decisionFixed = Problem(
        "decision.fixed",
        Text("Wat is besloten, staat vast.", "What was decided is fixed."),
        mend: Text(
            "Heropen het besluit, of schuif het met redenen terzijde.",
            "Reopen the decision, or override it with reasons."))
}
