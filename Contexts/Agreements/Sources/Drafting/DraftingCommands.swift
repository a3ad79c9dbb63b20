import Ecosystems
import Kernel
import MethodLibrary

/// Takes a building block into an agreement: a clause with its places to fill in, and its norms.
///
/// Refuses a block or text that is not in the library, and a block that the agreement has already.
package struct AddBlock: Command {
    package let agreement: String
    /// As `method/block`.
    package let block: String
    /// Which of its texts; nil: the first.
    package let clause: String?
    /// Id of the clause to stand after; nil: at the end, "": at the beginning.
    package let after: String?

    package init(agreement: String, block: String, clause: String? = nil, after: String? = nil) {
        self.agreement = agreement
        self.block = block
        self.clause = clause
        self.after = after
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var writer = try ClauseWriter(agreement, in: situation)
        guard let found = situation.library.block(block) else { throw .notFound(.noSuchBlock(block)) }
        let present = situation.state[Clause.self].records.contains {
            $0.agreement == writer.agreement && $0.block == block
        }
        if present { throw .conflict(.blockTwice(found)) }
        try writer.add(found, as: block, choice: clause, after: after.map { ID($0) })
        return try ChangeRecords(writer.changes).decide(in: situation, catalogue: catalogue)
    }
}

/// Puts a clause at another place in its agreement.
package struct MoveClause: Command {
    package let clause: String
    /// Id of the clause to stand after; nil: at the end, "": at the beginning.
    package let after: String?

    package init(clause: String, after: String?) {
        self.clause = clause
        self.after = after
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard let moved = situation.state[Clause.self][ID(clause)] else {
            throw .notFound(.noSuchClause(ID(clause)))
        }
        guard after != clause else { return [] }
        var writer = try ClauseWriter(moved.agreement.rawValue, in: situation)
        try writer.place(moved.id, after: after.map { ID($0) })
        return try ChangeRecords(writer.changes).decide(in: situation, catalogue: catalogue)
    }
}

/// Takes a clause out of its agreement, with its norms. Refuses while another clause leans on its block.
package struct RemoveClause: Command {
    package let clause: String

    package init(clause: String) { self.clause = clause }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        guard situation.state[Clause.self][ID(clause)] != nil else { throw .notFound(.noSuchClause(ID(clause))) }
        let norms = situation.state[Norm.self].sorted.filter { $0.clause.rawValue == clause }
        let changes =
            norms.map { RecordChange(Norm.naming.plural, $0.id.rawValue, .remove) }
            + [RecordChange(Clause.naming.plural, clause, .remove)]
        return try ChangeRecords(changes).decide(in: situation, catalogue: catalogue)
    }
}

/// Writes the blocks that the library advises into an agreement, as far as it does not have them yet.
///
/// Kind, principle and horizon are those of the agreement. Refuses an unknown phase, and when there is nothing to add.
package struct StartFromAdvice: Command {
    package let agreement: String
    /// As `lifecycle/phase`.
    package let phase: String
    /// Blocks that are advised and not wanted.
    package let without: Set<String>

    package init(agreement: String, phase: String, without: Set<String> = []) {
        self.agreement = agreement
        self.phase = phase
        self.without = without
    }

    package func requirement(in situation: Situation, catalogue: Catalogue) -> Requirement { .orchestrate }

    package func decide(in situation: Situation, catalogue: Catalogue) throws(Refusal) -> [DomainEvent] {
        var writer = try ClauseWriter(agreement, in: situation)
        guard situation.library.phase(phase) != nil else { throw .invalid([.noSuchPhase(phase)]) }
        let present = Set(
            situation.state[Clause.self].records.filter { $0.agreement == writer.agreement }.map(\.block))
        let record = situation.state[Agreement.self][writer.agreement] ?? Agreement()
        let advice = BlockAdvice(AdviceQuestion(record, phase: phase), library: situation.library)
        let wanted = advice.proposals.filter { !present.contains($0.id) && !without.contains($0.id) }
        if wanted.isEmpty { throw .conflict(.nothingAdvised) }
        for proposal in wanted { try writer.add(proposal.block, as: proposal.id, choice: nil, after: nil) }
        return try ChangeRecords(writer.changes).decide(in: situation, catalogue: catalogue)
    }
}

extension Problem {
    fileprivate static func noSuchBlock(_ id: String) -> Problem {
        Problem(
            "block.unknown", at: ["block"],
            Text("Er is geen bouwsteen “\(id)”.", "There is no building block “\(id)”."),
            mend: Text("Kies er een uit de bibliotheek.", "Choose one from the library."))
    }

    fileprivate static func blockTwice(_ block: BlocksMethod.Block) -> Problem {
        Problem(
            "block.twice", at: ["block"],
            Text(
                "De bouwsteen “\(block.name.dutch)” staat al in deze afspraak.",
                "The block “\(block.name.english)” is in this agreement already."),
            mend: Text("Verander de bepaling die er staat.", "Change the clause that is there."))
    }

    fileprivate static func noSuchPhase(_ id: String) -> Problem {
        Problem(
            "phase.unknown", at: ["phase"], Text("Er is geen fase “\(id)”.", "There is no phase “\(id)”."),
            mend: Text("Kies een fase van een levensloop.", "Choose a phase of a lifecycle."))
    }

    fileprivate static let nothingAdvised = Problem(
        "advice.nothing",
        Text("Alles wat wordt aangeraden staat er al.", "Everything that is advised is there already."),
        mend: Text("Voeg zelf een bouwsteen toe.", "Add a block yourself."))
}
