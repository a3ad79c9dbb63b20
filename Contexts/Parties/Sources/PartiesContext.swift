import Ecosystems
import Kernel

/// Who takes part, in which role and with which mandate.
package enum PartiesContext {
    package static let parts = ContextParts(
        id: "parties", name: Text("Partijen", "Parties"),
        kinds: [
            Kind(Organisation.self), Kind(Person.self), Kind(Participation.self), Kind(Assignment.self),
            Kind(Mandate.self), Kind(Boarding.self),
        ],
        guards: [Participation.steps, Mandate.renewal, Boarding.checklistFits],
        reactions: [Participation.followsMerge, Mandate.reopening],
        findings: [
            FindingRule { situation in
                let roster = Roster(situation)
                return roster.roleFindings + roster.mandateFindings + roster.participationFindings
                    + roster.lookalikeFindings
            }
        ], findingWords: findingWords,
        offers: [
            FieldOffer(Boarding.self, "steps", "step") {
                $1.library.items(of: $0["checklist"], for: [.onboarding, .offboarding])
            }
        ], ties: [Organisation.ties, Assignment.ties, Boarding.ties],
        carrying: [Assignment.carrying, Boarding.carrying])
}
