import Ecosystems
import Kernel
import Parties

extension Seat {
    package func problems() -> [Problem] {
        var problems: [Problem] = []
        if organisation == nil, function.isEmpty, group.isEmpty { problems.append(.seatForNobody) }
        if let person, person == deputy { problems.append(.deputyHoldsSeat) }
        if observer, weight != nil { problems.append(.observerWithWeight) }
        if independent, organisation != nil { problems.append(.independentForParty) }
        return problems
    }

    /// Who sits for an organisation is of it, the organisation takes part, and nobody has two votes in one body.
    static let eligibility = ChangeGuard(Seat.self) { old, new, situation in
        new.strangers(since: old, in: situation.state) + new.goneOrganisation(since: old, in: situation)
            + new.secondVote(since: old, in: situation.state)
    }

    /// Judged when the seat is given to someone: a later move of that person is a finding, not a refusal of other changes.
    private func strangers(since old: Seat?, in state: EcosystemState) -> [Problem] {
        guard let organisation else { return [] }
        return [("person", person, old?.person), ("deputy", deputy, old?.deputy)].compactMap { field, now, before in
            guard let now, now != before || old?.organisation != organisation,
                let found = state[Person.self][now], found.organisation != organisation
            else { return nil }
            return .sitsForAnother(field, state[Organisation.self][organisation]?.name ?? Text(same: "\(organisation)"))
        }
    }

    private func goneOrganisation(since old: Seat?, in situation: Situation) -> [Problem] {
        guard let organisation, organisation != old?.organisation || term != old?.term || person != old?.person,
            term.until.map({ $0 >= situation.today }) ?? true,
            situation.state[Participation.self][ID(organisation.rawValue)]?.status.isClosed == true
        else { return [] }
        return [.seatOfWhoLeft(situation.state[Organisation.self][organisation]?.name ?? Text(same: "\(organisation)"))]
    }

    private func secondVote(since old: Seat?, in state: EcosystemState) -> [Problem] {
        guard let person, votes > 0, person != old?.person || term != old?.term || body != old?.body || old?.votes == 0
        else { return [] }
        let other = state[Seat.self].sorted.first {
            $0.id != id && $0.body == body && $0.person == person && $0.votes > 0 && $0.term.overlaps(term)
        }
        return other.map { [.heldTwice($0.id)] } ?? []
    }
}

extension Period {
    /// Whether some day lies in both.
    func overlaps(_ other: Period) -> Bool {
        let starts = [from, other.from].compactMap(\.self).max()
        let ends = [until, other.until].compactMap(\.self).min()
        guard let starts, let ends else { return true }
        return starts <= ends
    }
}

extension Problem {
    fileprivate static let seatForNobody = Problem(
        "seat.for-nobody", at: ["organisation"],
        Text("Deze zetel is voor niemand.", "This seat is for nobody."),
        mend: Text(
            "Kies een organisatie, of noem een functie of groep.",
            "Choose an organisation, or name a function or group."))

    fileprivate static let deputyHoldsSeat = Problem(
        "seat.deputy", at: ["deputy"],
        Text("De plaatsvervanger bezet de zetel al.", "The deputy holds the seat already."),
        mend: Text("Kies iemand anders, of laat het leeg.", "Choose someone else, or leave it empty."))

    fileprivate static let observerWithWeight = Problem(
        "seat.observer-weight", at: ["weight"],
        Text(
            "Een toehoorder stemt niet; een gewicht hoort daar niet bij.",
            "An observer does not vote and has no weight."),
        mend: Text("Laat het gewicht leeg, of maak er een lid van.", "Leave the weight empty, or make it a member."))

    fileprivate static let independentForParty = Problem(
        "seat.independent", at: ["organisation"],
        Text(
            "Een onafhankelijk lid zit er voor geen enkele organisatie.",
            "An independent member sits for no organisation."),
        mend: Text(
            "Laat de organisatie leeg en noem de functie.", "Leave the organisation empty and name the function."))

    fileprivate static func sitsForAnother(_ field: String, _ name: Text) -> Problem {
        Problem(
            "seat.other-organisation", at: [field],
            Text("Deze persoon is niet van \(name.dutch).", "This person is not of \(name.english)."),
            mend: Text(
                "Kies iemand van die organisatie, of laat de organisatie leeg en noem een functie.",
                "Choose someone of that organisation, or leave the organisation empty and name a function."))
    }

    fileprivate static func seatOfWhoLeft(_ name: Text) -> Problem {
        Problem(
            "seat.organisation-left", at: ["organisation"],
            Text("\(name.dutch) doet niet (meer) mee.", "\(name.english) does not take part (any more)."),
            mend: Text(
                "Geef de zetel aan een deelnemer, of een termijn die al voorbij is.",
                "Give the seat to a participant, or a term that is over already."))
    }

    fileprivate static func heldTwice(_ other: ID<Seat>) -> Problem {
        Problem(
            "seat.held-twice", at: ["person"],
            Text(
                "Deze persoon stemt in dit orgaan al, vanuit zetel “\(other)”.",
                "This person votes in this body already, from seat “\(other)”."),
            mend: Text(
                "Kies iemand anders, laat de termijnen niet samenvallen, of maak er een toehoorder van.",
                "Choose someone else, let the terms not overlap, or make it an observer."))
    }
}
