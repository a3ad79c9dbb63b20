import Ecosystems
import Kernel

/// Agreements that live: written from building blocks, consulted on, signed, changed, watched and proved.
package enum AgreementsContext {
    package static let parts = ContextParts(
        id: "agreements", name: Text("Afspraken", "Agreements"),
        kinds: [
            Kind(Agreement.self), Kind(Clause.self), Kind(Norm.self), Kind(AgreementVersion.self), Kind(Round.self),
            Kind(Remark.self), Kind(Reply.self), Kind(Offering.self), Kind(Signature.self), Kind(SigningKey.self),
            Kind(Exit.self), Kind(Ending.self), Kind(Review.self), Kind(Act.self),
        ],
        guards: [
            AgreementVersion.guardian, Clause.guardian, Norm.guardian, Round.guardian, Remark.guardian, Reply.guardian,
            Offering.guardian, Signature.guardian, SigningKey.guardian, Exit.guardian, Ending.guardian,
            Review.guardian,
            Clause.keepsBlock,
        ],
        removals: [Clause.staying], reactions: [Clause.changedText], findings: [draftFindings, NormFindings.rule],
        findingWords: findingWords.merging(NormFindings.words) { first, _ in first },
        ties: [Agreement.ties], carrying: [Agreement.carrying])
}
