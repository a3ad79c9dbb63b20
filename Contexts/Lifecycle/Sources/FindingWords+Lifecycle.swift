import Ecosystems
import Kernel

extension LifecycleContext {
    static let findingWords: [String: FindingWords] = [
        "lifecycle.none": FindingWords(
            Text("Geen levensloop", "No lifecycle"), action: Text("Kies een levensloop", "Choose a lifecycle"), .look),
        "lifecycle.no-phase": FindingWords(
            Text("Levenslopen zonder fase", "Lifecycles without a phase"),
            action: Text("Leg de fase vast", "Record the phase"), .look),
        "lifecycle.ended-without-closure": FindingWords(
            Text("Levenslopen eindigen zonder besluit", "Lifecycles end without a decision"),
            action: Text("Neem het besluit", "Take the decision"), .look),
        "closing.step-late": FindingWords(
            Text("Afsluitingen lopen achter", "Closings are late"),
            action: Text("Vink af of spreek een nieuwe dag af", "Tick off or agree on a new day"), .look),
        "phase.not-ready": FindingWords(
            Text("Fasen zijn verlaten voordat zij klaar waren", "Phases were left before they were ready"),
            action: Text("Leg vast wat ontbreekt", "Record what is missing"), .look),
        "phase.questions-open": FindingWords(
            Text("Vragen van fasen staan open", "Questions of phases are open"),
            action: Text("Beantwoord de vragen", "Answer the questions"), .look),
    ]
    .merging(misnamed) { first, _ in first }

    /// What a method does not know (any more).
    private static let misnamed: [String: FindingWords] = Dictionary(
        uniqueKeysWithValues: [
            "phase.unknown", "question.unknown", "item.unknown", "option.unknown", "typology.unknown",
            "closure.checklist", "closure.step-unknown", "closure.step-twice",
        ].map {
            (
                $0,
                FindingWords(
                    Text("De methode kent dit niet", "The method does not know this"),
                    action: Text("Verbeter het", "Correct it"), .change)
            )
        })
}
