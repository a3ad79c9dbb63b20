import Agreements
import Ecosystems
import Foundation
import Kernel
import MethodLibrary
import Testing

@testable import Ensemble

/// Every norm of the building blocks, as it would be once its places are filled in.
@Suite("Norms of the building blocks") struct BlockNormTests {
    private static let filled: [(block: String, rule: NormRule)] = {
        do {
            let kinds = Set(Catalogue.stelsel.kinds.map(\.plural))
            let library = try Library.load(folder: "\(EnsembleTests.root)/Methods", kinds: kinds)
            return library.methods(of: .blocks).flatMap { method in
                (method.blocks?.blocks ?? []).flatMap { block in
                    block.clauses.flatMap { clause in
                        clause.norms.map { ("\(method.id)/\(block.id)/\(clause.id)", fill($0, clause.variables)) }
                    }
                }
            }
        } catch {
            Issue.record("\(error)")
            return []
        }
    }()

    /// What somebody might fill in, of the right type.
    private static func fill(_ rule: NormRule, _ variables: [BlocksMethod.Variable]) -> NormRule {
        func text(_ text: String) -> String {
            Placeholder.pieces(of: text).map { piece in
                guard let name = piece.name else { return piece.words }
                switch variables.first(where: { $0.id == name })?.type ?? .text {
                case .number, .amount: return "2"
                case .day: return "2026-12-31"
                case .role: return "handbook-roles/orchestrator"
                default: return "x"
                }
            }.joined()
        }
        func evidence(_ evidence: NormRule.Evidence) -> NormRule.Evidence {
            var evidence = evidence
            for index in evidence.matching.indices {
                evidence.matching[index].value = text(evidence.matching[index].value)
                evidence.matching[index].above = text(evidence.matching[index].above)
            }
            return evidence
        }
        var rule = rule
        rule.by = text(rule.by)
        rule.within = text(rule.within)
        rule.least = text(rule.least)
        rule.most = text(rule.most)
        rule.bearer = rule.bearer.map { NormRule.Subject($0.who, text($0.named)) }
        rule.counterparty = rule.counterparty.map { NormRule.Subject($0.who, text($0.named)) }
        rule.trigger = rule.trigger.map(evidence)
        rule.evidence = rule.evidence.map(evidence)
        return rule
    }

    @Test("there are norms to watch in every theme")
    func there() {
        #expect(Self.filled.count > 50)
    }

    @Test("each looks at records and fields that there are, and can be watched once it is filled in")
    func watchable() {
        let state = Catalogue.stelsel.emptyState("x")
        for (block, rule) in Self.filled {
            #expect(rule.blanks.isEmpty, "\(block): \(rule.name.nl)")
            #expect(rule.problems().isEmpty, "\(block): \(rule.name.nl) \(rule.problems())")
            if rule.form == .duty || rule.form == .prohibition {
                #expect(rule.evidence != nil || !rule.condition.isEmpty, "\(block): \(rule.name.nl)")
            }
            for evidence in [rule.trigger, rule.evidence].compactMap(\.self) {
                let known = state.fields(of: evidence.kind) ?? []
                #expect(!known.isEmpty, "\(block): \(evidence.kind)")
                let named =
                    [evidence.party, evidence.counterparty, evidence.day, evidence.amount, evidence.about]
                    + evidence.matching.map(\.field)
                for field in named where !field.isEmpty {
                    #expect(known.contains(field), "\(block): \(evidence.kind).\(field)")
                }
            }
        }
    }

    @Test("each period or term has a day to count by")
    func dated() {
        for (block, rule) in Self.filled {
            guard let evidence = rule.evidence else { continue }
            if rule.every != nil || !rule.by.isEmpty {
                #expect(!evidence.day.isEmpty, "\(block): \(rule.name.nl)")
            }
            if let trigger = rule.trigger { #expect(!trigger.day.isEmpty, "\(block): \(rule.name.nl)") }
            if rule.measure == .amount { #expect(!evidence.amount.isEmpty, "\(block): \(rule.name.nl)") }
            if rule.each { #expect(!evidence.counterparty.isEmpty, "\(block): \(rule.name.nl)") }
        }
    }
}
