import Counting
import Ecosystems
import Kernel
import Ledger

/// How the lot of a selection was drawn, so that anyone can do it again: the root of the log right after the selection was closed, when nobody
/// could score any more and nobody knew it before.
package struct SelectionDraw: Sendable, Hashable {
    package let seed: LotSeed

    package init(_ seed: LotSeed) { self.seed = seed }

    /// Reads `log/42/ROOT`; nil for anything else, such as a notary's report.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 2).map(String.init)
        guard parts.count == 3, parts[0] == "log", let size = Int(parts[1]), size > 0, !parts[2].isEmpty else {
            return nil
        }
        seed = LotSeed(size: size, root: parts[2])
    }

    /// As the selection keeps it.
    package var text: String { "log/\(seed.size)/\(seed.root)" }

    /// The equals with their hashes, the one that is drawn first. The same for everybody who does it again.
    package func order(of equals: [String]) -> [(option: String, hash: String)] {
        Lot(seed: seed.root, options: equals).order
    }
}

/// Lets the lot decide between the equals of a selection that is closed. Refuses while scoring goes on, without a tie, when something was chosen,
/// and a seed that is not published.
package struct DrawSelection: Command {
    package let selection: String
    /// The log right after the closing.
    let seed: LotSeed?

    package init(_ selection: String, seed: LotSeed? = nil) {
        self.selection = selection
        self.seed = seed
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let found = situation.state[Selection.self][ID(selection)] else {
            throw .notFound(.noSelection(selection))
        }
        let outcome = SelectionOutcome(found, situation.state[Scoring.self].sorted)
        guard found.closed != nil else { throw .conflict(.chosenBeforeClosing) }
        guard found.chosen.isEmpty, found.drawn.isEmpty else { throw .conflict(.selectionIsOver) }
        guard outcome.isTie else { throw .conflict(.drawnWithoutTie) }
        guard let seed else { throw .conflict(.drawSeedUnpublished) }
        let draw = SelectionDraw(seed)
        guard let first = draw.order(of: outcome.winners).first?.option else { throw .conflict(.drawnWithoutTie) }
        return try ChangeRecords([
            RecordChange(
                Selection.naming.plural, selection,
                .patch(["drawn": .string(first), "draw": .string(draw.text), "chosen": .string(first)]))
        ]).decide(in: situation, catalogue: catalogue)
    }
}

extension Ecosystem {
    /// Draws between the equals of a selection, with the log as it stood when the selection was closed for the first time.
    package func draw(
        selection id: String, by caller: Caller, name: CommandName? = nil
    ) async throws(Refusal) -> Ecosystems.Outcome {
        // Who may not draw learns nothing of the history.
        let situation = try situation(state)
        try DrawSelection(id).requirement(in: situation, catalogue: catalogue).check(
            catalogue.rights(caller, situation))
        let closing = try versions(of: Selection.naming.plural, id).last { $0.values["closed"]?.isNull == false }
        var seed: LotSeed?
        if let closing { seed = try self.seed(after: closing.item.sequence) }
        return try await perform(DrawSelection(id, seed: seed), by: caller, name: name)
    }
}

extension Problem {
    fileprivate static func noSelection(_ id: String) -> Problem {
        Problem(
            "selection.unknown",
            Text("De selectie “\(id.inShort)” is er niet.", "The selection “\(id.inShort)” is not here."))
    }

    fileprivate static let selectionIsOver = Problem(
        "selection.over", Text("Er is al gekozen.", "A choice was made already."),
        mend: Text("Begin zo nodig een nieuwe selectie.", "Begin a new selection if need be."))

    fileprivate static let drawSeedUnpublished = Problem(
        "lot.early", Text("De loting kan nog niet.", "The draw cannot be done yet."),
        mend: Text("Sluit de selectie eerst.", "Close the selection first."))

    static let drawnOtherwise = Problem(
        "selection.draw-differs", at: ["drawn"],
        Text("De loting wijst een andere mogelijkheid aan.", "The draw points out another option."),
        mend: Text("Reken de loting na met de wortel van het logboek.", "Do the draw again with the root of the log."))

    static let reopened = Problem(
        "selection.reopened", at: ["closed"],
        Text("Een gesloten selectie gaat niet weer open.", "A closed selection does not open again."),
        mend: Text("Begin een nieuwe selectie.", "Begin a new selection."))
}
