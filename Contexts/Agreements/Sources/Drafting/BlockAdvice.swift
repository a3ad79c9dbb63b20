import Kernel
import MethodLibrary

/// What an agreement is for, as far as it decides which building blocks fit.
package struct AdviceQuestion: Sendable, Hashable {
    package var kind: BlocksMethod.DocumentKind
    /// As `lifecycle/phase`.
    package var phase: String
    /// As `typology/type`; empty: not chosen.
    package var horizon: String
    /// Nil: not chosen.
    package var principle: BlocksMethod.Principle?

    package init(
        kind: BlocksMethod.DocumentKind, phase: String, horizon: String = "", principle: BlocksMethod.Principle? = nil
    ) {
        self.kind = kind
        self.phase = phase
        self.horizon = horizon
        self.principle = principle
    }

    package init(_ agreement: Agreement, phase: String) {
        self.init(kind: agreement.kind, phase: phase, horizon: agreement.horizon, principle: agreement.principle)
    }
}

/// Which building blocks to begin with: record, but as little as possible. A function of the question and the library.
///
/// Proposed are what belongs in even the smallest document of this kind, what matters much in this phase, what was made for this
/// guiding principle and matters somewhat, when the document is to bind, and what those lean on. The rest is left out, each
/// with its reason.
package struct BlockAdvice: Sendable, Hashable {
    package struct Proposal: Sendable, Hashable {
        /// As `method/block`.
        package let id: String
        package let block: BlocksMethod.Block
        /// At least one; the weightiest first.
        package internal(set) var reasons: [Reason]
    }

    package struct LeftOut: Sendable, Hashable {
        package let id: String
        package let block: BlocksMethod.Block
        package let why: WhyNot
    }

    package let question: AdviceQuestion
    /// In the order of the library: by theme, topic and place.
    package let proposals: [Proposal]
    package let leftOut: [LeftOut]

    package init(_ question: AdviceQuestion, library: Library) {
        self.question = question
        let blocks = library.allBlocks
        var choice = BlockChoice(library: library)
        var against: [String: WhyNot] = [:]
        var wishes: [(rank: Int, id: String, reason: Reason)] = []
        for (id, block) in blocks {
            if let unfit = block.unfit(for: question) {
                against[id] = unfit
            } else if let reason = block.reason(for: question) {
                wishes.append((reason.rank, id, reason))
            } else {
                against[id] = .matters(block.weight(in: question.phase))
            }
        }
        for rank in 0...3 {
            for wish in wishes where wish.rank == rank {
                if let other = choice.take(wish.id, wish.reason) { against[wish.id] = .conflict(with: other) }
            }
        }
        proposals = blocks.compactMap { id, block in
            choice.chosen[id].map { Proposal(id: id, block: block, reasons: $0.sorted { $0.rank < $1.rank }) }
        }
        leftOut = blocks.compactMap { id, block in
            choice.chosen[id] == nil ? LeftOut(id: id, block: block, why: against[id] ?? .matters(.small)) : nil
        }
    }
}

extension Library {
    /// Every building block with its id, by theme, topic and place.
    package var allBlocks: [(id: String, block: BlocksMethod.Block)] {
        BlocksMethod.Theme.allCases.flatMap { theme in
            methods(of: .blocks).filter { $0.blocks?.theme == theme }.flatMap { method in
                (method.blocks?.blocks ?? []).map { ("\(method.id)/\($0.id)", $0) }
            }
        }
    }
}

extension BlocksMethod.Block {
    /// How much it matters in a phase; small when nobody says.
    package func weight(in phase: String) -> BlocksMethod.Weight {
        importance.first { $0.phase == phase }?.weight ?? .small
    }

    fileprivate func unfit(for question: AdviceQuestion) -> BlockAdvice.WhyNot? {
        if !kinds.contains(question.kind) { return .otherKind(question.kind) }
        if !question.horizon.isEmpty, !horizons.isEmpty, !horizons.contains(question.horizon) { return .otherHorizon }
        if let principle = question.principle, !principles.isEmpty, !principles.contains(principle) {
            return .otherPrinciple(principle)
        }
        return nil
    }

    fileprivate func reason(for question: AdviceQuestion) -> BlockAdvice.Reason? {
        if essential { return .essential(question.kind) }
        let weight = weight(in: question.phase)
        if weight == .large { return .large(phase: question.phase) }
        if let principle = question.principle, principles.contains(principle), weight == .medium,
            question.kind.isBinding
        {
            return .principle(principle)
        }
        return nil
    }
}
