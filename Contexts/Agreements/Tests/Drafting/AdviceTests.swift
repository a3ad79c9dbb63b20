import Kernel
import MethodLibrary
import Testing

@testable import Agreements

@Suite("Advice on building blocks")
struct AdviceTests {
    private func advice(
        _ kind: BlocksMethod.DocumentKind = .cooperation, principle: BlocksMethod.Principle? = nil,
        phase: String = "steps/begin"
    ) throws -> BlockAdvice {
        BlockAdvice(
            AdviceQuestion(kind: kind, phase: phase, principle: principle), library: try SampleMethods.library())
    }

    @Test("Proposed is what always belongs, what matters much now, what fits the principle, and what those need")
    func proposals() throws {
        let advice = try advice(principle: .equals)
        #expect(advice.proposals.map(\.id) == ["people/goal", "people/steering", "people/roles", "money/share"])
        #expect(
            advice.proposals.map(\.reasons) == [
                [.essential(.cooperation)], [.large(phase: "steps/begin")], [.needed(by: "people/steering")],
                [.principle(.equals)],
            ])
        let library = try SampleMethods.library()
        #expect(
            advice.proposals.flatMap(\.reasons).map { $0.words(library).en } == [
                "Belongs in even the smallest cooperation agreement.", "Of large importance in the phase “begin en”.",
                "Needed for “steering en”.", "Fits type 2: more or less equal partners.",
            ])
    }

    @Test("What is left out has its reason: importance, principle or a conflict")
    func leftOut() throws {
        let equals = try advice(principle: .equals)
        #expect(equals.leftOut.map(\.id) == ["people/boss", "money/fines"])
        #expect(equals.leftOut.map(\.why) == [.otherPrinciple(.equals), .matters(.medium)])
        let keystone = try advice(principle: .keystone)
        #expect(keystone.leftOut.first { $0.id == "people/boss" }?.why == .conflict(with: "people/goal"))
    }

    @Test("A document of another kind gets only what is meant for it")
    func kinds() throws {
        let advice = try advice(.intent)
        #expect(advice.proposals.isEmpty)
        #expect(Set(advice.leftOut.map(\.why)) == [.otherKind(.intent)])
    }

    @Test("In a phase of which nobody says anything, only what always belongs is proposed")
    func otherPhase() throws {
        #expect(try advice(phase: "steps/end").proposals.map(\.id) == ["people/goal"])
    }

    @Test("The advice goes together and leans on nothing that is missing, with the real library too")
    func sound() throws {
        for library in [try SampleMethods.library(), Sample.library] {
            let phases = library.choices(for: .phase).map(\.id)
            for kind in BlocksMethod.DocumentKind.allCases {
                for principle in [nil] + BlocksMethod.Principle.allCases.map(Optional.some) {
                    for phase in phases {
                        let question = AdviceQuestion(kind: kind, phase: phase, principle: principle)
                        check(BlockAdvice(question, library: library), library)
                    }
                }
            }
        }
    }

    private func check(_ advice: BlockAdvice, _ library: Library) {
        let ids = Set(advice.proposals.map(\.id))
        #expect(ids.isDisjoint(with: advice.leftOut.map(\.id)))
        #expect(ids.count + advice.leftOut.count == library.allBlocks.count)
        for proposal in advice.proposals {
            #expect(!proposal.reasons.isEmpty)
            #expect(proposal.block.dependsOn.allSatisfy { ids.contains($0) })
            #expect(!ids.contains { library.conflict($0, proposal.id) })
        }
    }
}

@Suite("Balance of mechanisms")
struct MechanismBalanceTests {
    @Test("Effects on generativity and control are counted per pillar, each mechanism once")
    func balance() throws {
        let balance = MechanismBalance(
            of: ["people/goal", "people/steering", "people/x"], library: try SampleMethods.library())
        #expect(balance.pillars.map(\.id) == ["ways/power", "ways/rules"])
        #expect(balance.pillars[0].used.map(\.id) == ["vote", "veto"])
        #expect(balance.pillars[0].used[0].blocks == ["people/goal", "people/steering"])
        #expect(balance.pillars.map(\.generativity) == [2, 0])
        #expect(balance.pillars.map(\.control) == [4, 0])
        #expect(balance.pillars[1].unused.map(\.id) == ["code"])
        #expect(balance.lean == -2.0 / 6.0)
        #expect(MechanismBalance(of: [], library: try SampleMethods.library()).lean == nil)
    }
}
