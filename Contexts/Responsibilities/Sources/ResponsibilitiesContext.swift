import Ecosystems
import Kernel
import MethodLibrary
import Purpose

/// Who does what and who answers for it: responsibilities that are complete and unambiguous.
package enum ResponsibilitiesContext {
    package static let parts = ContextParts(
        id: "responsibilities", name: Text("Verantwoordelijkheden", "Responsibilities"),
        kinds: [Kind(Responsibility.self)],
        guards: [Responsibility.namesPlaces, Responsibility.unambiguous, processExists],
        findings: ResponsibilityFindings.rules, findingWords: ResponsibilityFindings.words,
        offers: [
            FieldOffer(Responsibility.self, "model") { _, situation in
                ResponsibilityPlaces(situation.library).models.map(\.choice)
            },
            FieldOffer(Responsibility.self, "layer") { _, situation in
                ResponsibilityPlaces(situation.library).layers.map(\.choice)
            },
            FieldOffer(Activity.self, "process") { _, situation in
                ResponsibilityPlaces(situation.library).processes.map(\.choice)
            },
        ])

    private static let processExists = ChangeGuard(Activity.self) { _, new, situation in
        let known = ResponsibilityPlaces(situation.library).processes
        guard !new.process.isEmpty, !known.contains(where: { $0.id == new.process }) else { return [] }
        let list = known.map(\.id).joined(separator: ", ")
        return [
            Problem(
                "activity.process", at: ["process"],
                Text("“\(new.process.inShort)” staat in geen methode.", "“\(new.process.inShort)” is in no method."),
                mend: Text("Bekend zijn: \(list).", "Known are: \(list)."))
        ]
    }
}

extension ResponsibilityPlaces.Place {
    var choice: MethodChoice { MethodChoice(id: id, label: name, group: method) }
}
