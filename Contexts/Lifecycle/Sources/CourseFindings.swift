import Ecosystems
import Kernel
import MethodLibrary

/// What deserves attention about lifecycles and their phases.
enum CourseFindings {
    static let none = FindingRule { situation in
        guard situation.state[Course.self].count == 0 else { return [] }
        return [
            Finding(
                "lifecycle.none", .notice,
                Text("Dit ecosysteem volgt nog geen levensloop.", "This ecosystem does not follow a lifecycle yet."),
                why: Text(
                    "Een levensloop zegt in welke fase u zit, welke vragen daarbij horen en wat er klaar moet zijn. "
                        + "Kies er een uit de bibliotheek.",
                    "A lifecycle tells which phase you are in, which questions belong to it and what should be ready. "
                        + "Choose one from the library."),
                kind: Course.naming.plural)
        ]
    }

    static let noPhase = FindingRule { situation in
        Journey.all(in: situation).filter { $0.passages.isEmpty }.map { journey in
            Finding(
                "lifecycle.no-phase", .notice,
                Text(
                    "Van de levensloop “\(journey.name.shown(.nl))” is niet bekend in welke fase hij is.",
                    "The lifecycle “\(journey.name.shown(.en))” is in no known phase."),
                why: Text(
                    "Zonder fase kan Stelsel niet zeggen wat nu aan de orde is. Leg de eerste fase vast.",
                    "Without a phase Stelsel cannot say what is on the table now. Record the first phase."),
                kind: Course.naming.plural, record: journey.course.id.rawValue)
        }
    }

    static let endedWithoutClosure = FindingRule { situation in
        let closed = Set(situation.state[Closure.self].records.map(\.lifecycle))
        return Journey.all(in: situation).compactMap { journey in
            guard !closed.contains(journey.course.id), let current = journey.current,
                let phase = journey.method.phase(current), phase.ending
            else { return nil }
            return Finding(
                "lifecycle.ended-without-closure", .warning,
                Text(
                    "“\(journey.name.shown(.nl))” is in de fase “\(phase.name.shown(.nl))”, maar zonder besluit hoe het eindigt.",
                    "“\(journey.name.shown(.en))” is in the phase “\(phase.name.shown(.en))”, without a decision how it ends."
                ),
                why: Text(
                    "Doorgaan, anders inrichten, overdragen of stoppen: spreek het uit, anders verloopt het werk vanzelf. "
                        + "Leg een afsluiting vast met de reden.",
                    "Continue, restructure, hand over or stop: say it, or the work fades away by itself. "
                        + "Record a closure with the reason."),
                kind: Course.naming.plural, record: journey.course.id.rawValue)
        }
    }

    static let stepsLate = FindingRule { situation in
        situation.state[Closure.self].records.compactMap { closure in
            let steps = closure.progress(situation)
            let late = steps.filter(\.isLate)
            guard let first = late.compactMap(\.due).min() else { return nil }
            let name = Journey(closure.lifecycle, in: situation)?.name ?? closure.title
            return Finding(
                "closing.step-late", .warning,
                Text(
                    "Afsluiten van “\(name.shown(.nl))”: \(late.count) van \(steps.count) stappen te laat.",
                    "Closing “\(name.shown(.en))”: \(late.count) of \(steps.count) steps late."),
                why: Text(
                    "Wat bij het afsluiten blijft liggen, pakt daarna niemand meer op. Doe de stappen, of spreek een andere dag af.",
                    "What is left lying when closing, nobody picks up afterwards. Do the steps, or agree on another day."
                ),
                kind: Closure.naming.plural, record: closure.id.rawValue, field: "steps", due: first)
        }
    }
}
