import Ecosystems
import Kernel
import MethodLibrary

extension Boarding {
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if let started, let finished, finished < started {
            problems.append(
                Problem(
                    "boarding.order", at: ["finished"],
                    Text(
                        "Afgerond vóór het begin op \(started.shown(.nl)).",
                        "Finished before the start on \(started.shown(.en))."),
                    mend: Text("Kies een dag op of na het begin.", "Choose a day on or after the start.")))
        }
        var seen: Set<String> = []
        for (index, step) in steps.enumerated() where !seen.insert(step.step).inserted {
            problems.append(
                Problem(
                    "boarding.step-twice", at: ["steps", String(index), "step"],
                    Text("De stap “\(step.step)” staat er twee keer.", "The step “\(step.step)” is there twice."),
                    mend: Text("Voeg de twee samen.", "Join the two.")))
        }
        return problems
    }

    /// The checklist must be made for this direction, and every step must be on it.
    static let checklistFits = ChangeGuard(Boarding.self) { _, new, situation in
        guard let checklist = situation.library.checklist(new.checklist) else { return [] }
        guard checklist.use.rawValue == new.direction.rawValue else { return [new.wrongUse(checklist.use)] }
        let known = checklist.items.map(\.id)
        return new.steps.enumerated().filter { !known.contains($1.step) }.map { index, step in
            Problem(
                "boarding.step", at: ["steps", String(index), "step"],
                Text(
                    "De stap “\(step.step)” staat niet in “\(new.checklist)”.",
                    "The step “\(step.step)” is not in “\(new.checklist)”."),
                mend: Text(
                    "Kies uit: \(known.joined(separator: ", ")).", "Choose from: \(known.joined(separator: ", "))."))
        }
    }

    private func wrongUse(_ use: ChecklistMethod.Use) -> Problem {
        Problem(
            "boarding.checklist", at: ["checklist"],
            Text(
                "Deze lijst is voor \(use.label.nl), niet voor \(direction.label.nl).",
                "This list is for \(use.label.en), not for \(direction.label.en)."),
            mend: Text("Kies een lijst die past.", "Choose a list that fits."))
    }

    /// When a step is due: its own day, or so many days after the start as the checklist says.
    package func due(_ item: ChecklistMethod.Item) -> Day? {
        if let own = steps.first(where: { $0.step == item.id })?.due { return own }
        guard let started, let days = item.days else { return nil }
        return started + days
    }

    /// The organisation that a step lies with: the host, or else the one that comes or goes. Nil: the host's, and there is none.
    package func doer(of item: ChecklistMethod.Item) -> ID<Organisation>? { item.host == true ? host : organisation }

    /// The steps still to be done, in the order of the checklist; none when the boarding is finished.
    func open(in library: Library) -> [ChecklistMethod.Item] {
        guard finished == nil, let items = library.checklist(checklist)?.items else { return [] }
        let done = Set(steps.filter { $0.done != nil }.map(\.step))
        return items.filter { !done.contains($0.id) }
    }
}
