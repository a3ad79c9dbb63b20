import Ecosystems
import Kernel

extension Mandate {
    /// How many days before its end a mandate is called ending.
    static let warningDays = 30

    /// What can be the matter with a mandate.
    enum Trouble: Hashable {
        case reopened
        case ending(Day)
        case ended(Day)

        var end: Day? {
            switch self {
            case .reopened: nil
            case .ending(let day), .ended(let day): day
            }
        }
    }
}

extension Roster {
    var mandateFindings: [Finding] {
        mandates.filter { !isClosed($0.organisation) }.compactMap(finding) + withoutDeputy + withoutMandate
    }

    private func finding(_ mandate: Mandate) -> Finding? {
        switch trouble(with: mandate) {
        case nil: nil
        case .reopened: reopened(mandate)
        case .ending(let end): ending(mandate, end)
        case .ended(let end): ended(mandate, end)
        }
    }

    /// The one thing that is the matter with a mandate by itself.
    func trouble(with mandate: Mandate) -> Mandate.Trouble? {
        switch mandate.standing {
        case .revoked: return nil
        case .reopened: return mandate.period.until.map { $0 < today } == true ? nil : .reopened
        case .valid:
            guard let end = mandate.period.until, end <= today + Mandate.warningDays, !isCovered(after: mandate)
            else { return nil }
            return end < today ? .ended(end) : .ending(end)
        }
    }

    private func about(_ mandate: Mandate) -> Text {
        let (person, organisation) = (person(mandate.person), organisation(mandate.organisation))
        return Text(
            "“\(mandate.scope.dutch)” (\(person.dutch), \(organisation.dutch))",
            "“\(mandate.scope.english)” (\(person.english), \(organisation.english))")
    }

    private func reopened(_ mandate: Mandate) -> Finding {
        let about = about(mandate)
        return Finding(
            "mandate.reopened", .warning,
            Text("Het mandaat \(about.dutch) is opnieuw nodig.", "The mandate \(about.english) is needed again."),
            why: Text(
                "Er kwam iemand anders, of de functie veranderde. Wat de voorganger mocht, geldt niet vanzelf voor wie "
                    + "nu komt. Vraag het mandaat opnieuw aan en vul het nieuwe begin in.",
                "Someone else came, or the function changed. What the predecessor was allowed does not pass on by "
                    + "itself. Ask for the mandate again and fill in its new beginning."),
            kind: Mandate.naming.plural, record: mandate.id.rawValue, field: "state")
    }

    private func ending(_ mandate: Mandate, _ end: Day) -> Finding {
        let about = about(mandate)
        let next = mandate.successor.map(person)
        let (nl, en) = next.map { (" Opvolger: \($0.dutch).", " Successor: \($0.english).") } ?? ("", "")
        return Finding(
            "mandate.ending", .warning,
            Text(
                "Het mandaat \(about.dutch) loopt af op \(end.shown(.nl, today: today)).\(nl)",
                "The mandate \(about.english) ends on \(end.shown(.en, today: today)).\(en)"),
            why: Text(
                "Na die dag kan deze persoon niets meer toezeggen. Verleng het mandaat op tijd, of geef het aan een "
                    + "opvolger.",
                "After that day this person can commit to nothing. Extend the mandate in time, or give it to a "
                    + "successor."),
            kind: Mandate.naming.plural, record: mandate.id.rawValue, field: "period", due: end)
    }

    private func ended(_ mandate: Mandate, _ end: Day) -> Finding {
        let about = about(mandate)
        return Finding(
            "mandate.ended", .warning,
            Text(
                "Het mandaat \(about.dutch) liep af op \(end.shown(.nl, today: today)).",
                "The mandate \(about.english) ended on \(end.shown(.en, today: today))."),
            why: Text(
                "Er is geen nieuw mandaat voor in de plaats gekomen. Wat nu wordt toegezegd, bindt de organisatie niet. "
                    + "Verleng het, of trek het in.",
                "No new mandate took its place. What is promised now does not bind the organisation. Extend it, or "
                    + "revoke it."),
            kind: Mandate.naming.plural, record: mandate.id.rawValue, field: "period", due: end)
    }

    /// Valid mandates without a deputy: one finding for each, or one for all when there are many.
    private var withoutDeputy: [Finding] {
        let lone = mandates.filter {
            $0.deputy == nil && $0.isValid(on: today) && !isClosed($0.organisation)
        }
        let why = Text(
            "Is deze persoon ziek of weg, dan kan niemand namens de organisatie beslissen. Noem een plaatsvervanger.",
            "When this person is ill or away, nobody can decide for the organisation. Name a deputy.")
        let (rule, kind) = ("mandate.without-deputy", Mandate.naming.plural)
        guard lone.count > 10 else {
            return lone.map { mandate in
                let about = about(mandate)
                return Finding(
                    rule, .notice,
                    Text(
                        "Het mandaat \(about.dutch) heeft geen plaatsvervanger.",
                        "The mandate \(about.english) has no deputy."),
                    why: why, kind: kind, record: mandate.id.rawValue, field: "deputy")
            }
        }
        let names = Text.list(lone.map { organisation($0.organisation) })
        return [
            Finding(
                rule, .notice,
                Text(
                    "\(lone.count) mandaten hebben geen plaatsvervanger, bij \(names.dutch).",
                    "\(lone.count) mandates have no deputy, at \(names.english)."),
                why: why, kind: kind, field: "deputy")
        ]
    }
}
