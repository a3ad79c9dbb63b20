import Ecosystems
import Kernel
import Parties

extension Offering {
    /// Only the latest version is offered, once at a time, complete, and never so that it binds who says no.
    static let guardian = ChangeGuard(Offering.self) { old, new, situation in
        guard let version = situation.state[AgreementVersion.self][new.version], let text = version.text else {
            return []
        }
        var problems: [Problem] = []
        if version.agreement != new.agreement { problems.append(.otherAgreement("agreementVersion")) }
        if let old, old.version != new.version { problems.append(.offeredElse) }
        if let on = new.on, let until = new.until, until < on { problems.append(.closedBefore) }
        if new.endsPrevious, text.entry.needs != .all { problems.append(.bindsRejecter) }
        guard old == nil else { return problems }
        if situation.state.latestVersion(of: new.agreement, on: new.on) != new.version {
            problems.append(.supersededOffer)
        }
        if let blank = text.blanks.first { problems.append(.blank(blank.clause, blank.names)) }
        let open = situation.state[Offering.self].records.filter {
            $0.agreement == new.agreement && $0.id != new.id && $0.isOpen(on: new.on ?? situation.today)
        }
        if let other = open.sorted(by: { $0.id < $1.id }).first { problems.append(.offeredAlready(other)) }
        return problems
    }
}

extension Exit {
    /// A party that is bound leaves after the notice that its text asks for.
    static let guardian = ChangeGuard(Exit.self) { old, new, situation in
        guard let given = new.given, let effective = new.effective else { return [] }
        let standing = AgreementStanding(AgreementFacts(new.agreement, in: situation.state), on: given)
        let others = situation.state[Exit.self].records.filter { $0.agreement == new.agreement && $0.id != new.id }
        if old == nil, let running = AgreementFacts(exits: others).notice(of: new.party, on: given) {
            return [.givenAlready(running)]
        }
        guard let bond = standing.bonds.last(where: { $0.party == new.party && $0.from <= given }),
            old != nil || bond.holds(on: given),
            let text = standing.facts.versions.first(where: { $0.version.number == bond.version })?.text
        else { return old == nil ? [.notBound(new.party)] : [] }
        let earliest = given.adding(months: text.notice ?? 0)
        return effective < earliest ? [.noticeTooShort(text.notice ?? 0, earliest)] : []
    }
}

extension Ending {
    /// An agreement ends once.
    static let guardian = ChangeGuard(Ending.self) { _, new, situation in
        let other = situation.state[Ending.self].records.contains { $0.agreement == new.agreement && $0.id != new.id }
        return other ? [.endedAlready] : []
    }
}

extension Problem {
    fileprivate static let offeredElse = Problem(
        "offering.version", at: ["agreementVersion"],
        Text("Een voorlegging blijft bij haar versie.", "An offering stays with its version."),
        mend: Text("Trek deze in en leg de andere versie voor.", "Withdraw this one and offer the other version."))

    fileprivate static let closedBefore = Problem(
        "offering.order", at: ["until"], Text("Tekenen eindigt voordat het begint.", "Signing ends before it starts."),
        mend: Text("Kies een later einde.", "Choose a later end."))

    fileprivate static let bindsRejecter = Problem(
        "offering.binds-rejecter", at: ["endsPrevious"],
        Text(
            "Zo zou een partij die deze versie afwijst, haar oude afspraak verliezen zonder ja te zeggen.",
            "A party that rejects this version would lose its old agreement without saying yes."),
        mend: Text(
            "Laat alle partijen aanvaarden, of laat de vorige versie gelden voor wie niet aanvaardt.",
            "Let all parties accept, or leave the earlier version in force for those who do not."))

    fileprivate static let supersededOffer = Problem(
        "offering.superseded", at: ["agreementVersion"],
        Text("Er is een nieuwere versie.", "There is a newer version."),
        mend: Text("Leg de laatste versie voor.", "Offer the latest version."))

    fileprivate static func blank(_ clause: String, _ names: [String]) -> Problem {
        let list = names.joined(separator: ", ")
        return Problem(
            "offering.blank", at: ["agreementVersion"],
            Text("In bepaling “\(clause)” is niet ingevuld: \(list).", "Clause “\(clause)” is not filled in: \(list)."),
            mend: Text("Vul het in en leg een nieuwe versie vast.", "Fill it in and fix a new version."))
    }

    fileprivate static func offeredAlready(_ other: Offering) -> Problem {
        Problem(
            "offering.twice", at: ["agreementVersion"],
            Text(
                "Er ligt al een versie ter ondertekening, “\(other.id)”.",
                "A version is offered already, “\(other.id)”."),
            mend: Text("Wacht tot die sluit, of trek haar in.", "Wait until it closes, or withdraw it."))
    }

    fileprivate static let endedAlready = Problem(
        "ending.twice", at: ["agreement"], Text("Deze afspraak is al beëindigd.", "This agreement has ended already."),
        mend: Text("Verander die beëindiging.", "Change that ending."))
}

extension Day {
    /// The same day so many months later, or the last day of that month.
    package func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + (month - 1) + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        for candidate in stride(from: day, through: 28, by: -1) {
            if let found = Day(year: newYear, month: newMonth, day: candidate) { return found }
        }
        return Day(year: newYear, month: newMonth, day: min(day, 28)) ?? self
    }
}
