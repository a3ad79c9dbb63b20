import Ecosystems
import Kernel
import Parties

extension Round {
    /// A round is about a version of its agreement that nobody has been asked to sign, and no two are open at once.
    static let guardian = ChangeGuard(since: Round.self) { old, new, before, situation in
        guard let version = situation.state[AgreementVersion.self][new.version] else { return [] }
        var problems: [Problem] = []
        if version.agreement != new.agreement { problems.append(.otherAgreement("agreementVersion")) }
        let others = situation.state[Round.self].records.filter { $0.agreement == new.agreement && $0.id != new.id }
        if let clash = others.first(where: { $0.overlaps(new) }) { problems.append(.overlap(clash)) }
        if old == nil, situation.state.latestVersion(of: new.agreement, on: new.opens) != new.version {
            problems.append(.notLatest)
        }
        if old?.version != new.version, let asked = new.asked(before, situation.state) {
            problems.append(.offered(version.number, asked))
        }
        return problems
    }

    /// The day on which its version was offered before it opened. On one day the order is known only of what was there already.
    private func asked(_ before: EcosystemState, _ after: EcosystemState) -> Day? {
        guard let opens else { return nil }
        let days = after[Offering.self].records.filter { $0.version == version }.compactMap { offering -> Day? in
            guard let on = offering.on else { return nil }
            return on < opens || (on == opens && before[Offering.self][offering.id] != nil) ? on : nil
        }
        return days.min()
    }

    private func overlaps(_ other: Round) -> Bool {
        guard let opens, let last = lastDay, let from = other.opens, let until = other.lastDay else { return false }
        return opens <= until && from <= last
    }
}

extension Remark {
    /// A remark is made by a party, about a clause of the version of the round, while the round is open.
    static let guardian = ChangeGuard(since: Remark.self) { old, new, before, situation in
        guard let round = situation.state[Round.self][new.round],
            let text = situation.state[AgreementVersion.self][round.version]?.text
        else { return [] }
        var problems: [Problem] = []
        if round.agreement != new.agreement { problems.append(.otherAgreement("round")) }
        if !text.isParty(new.party.rawValue) { problems.append(Problem.noParty(new.party).under("party")) }
        if !new.clause.isEmpty, text.clause(new.clause) == nil { problems.append(.noClause(new.clause, text)) }
        let wasShut = old == nil && before[Round.self][new.round]?.closed.map { $0 <= situation.today } == true
        if let on = new.on, wasShut || !round.took(on: on) { problems.append(.roundShut(round)) }
        if old == nil, let on = new.on, on > situation.today { problems.append(.notYet(on, "on")) }
        return problems
    }
}

extension Reply {
    /// One reply to a remark; an objection is never just answered away without a reason.
    static let guardian = ChangeGuard(Reply.self) { _, new, situation in
        let double = situation.state[Reply.self].records.contains { $0.remark == new.remark && $0.id != new.id }
        return double ? [.repliedTwice] : []
    }
}

extension Problem {
    static func otherAgreement(_ field: String) -> Problem {
        Problem(
            "agreement.other", at: [field],
            Text("Dit hoort bij een andere afspraak.", "This belongs to another agreement."),
            mend: Text("Kies iets van deze afspraak.", "Choose something of this agreement."))
    }

    static func notYet(_ day: Day, _ field: String) -> Problem {
        Problem(
            "day.future", at: [field],
            Text("\(day.shown(.nl)) moet nog komen.", "\(day.shown(.en)) is yet to come."),
            mend: Text("Kies vandaag of eerder.", "Choose today or earlier."))
    }

    fileprivate static func overlap(_ other: Round) -> Problem {
        Problem(
            "round.overlap", at: ["opens"],
            Text(
                "In die tijd loopt al een ronde, “\(other.id)”.", "A round, “\(other.id)”, runs at that time already."),
            mend: Text("Sluit die eerst, of kies andere dagen.", "Close that first, or choose other days."))
    }

    fileprivate static let notLatest = Problem(
        "round.version", at: ["agreementVersion"],
        Text("Er is een nieuwere versie.", "There is a newer version."),
        mend: Text("Consulteer over de laatste versie.", "Consult on the latest version."))

    fileprivate static func offered(_ number: Int, _ day: Day) -> Problem {
        Problem(
            "round.offered", at: ["agreementVersion"],
            Text(
                "Versie \(number) is op \(day.shown(.nl)) al ter ondertekening voorgelegd.",
                "Version \(number) was offered to sign on \(day.shown(.en)) already."),
            mend: Text(
                "Verander de tekst, leg een nieuwe versie vast en consulteer daarover.",
                "Change the text, fix a new version and consult on that."))
    }

    fileprivate static func noClause(_ id: String, _ text: AgreementDocument) -> Problem {
        let known = text.clauses.map(\.id).joined(separator: ", ")
        return Problem(
            "clause.unknown", at: ["clause"],
            Text("Deze versie heeft geen bepaling “\(id)”.", "This version has no clause “\(id)”."),
            mend: Text("Kies uit: \(known).", "Choose from: \(known)."))
    }

    fileprivate static func roundShut(_ round: Round) -> Problem {
        let (from, until) = (round.opens, round.closes)
        if let closed = round.closed {
            return Problem(
                "round.shut", at: ["on"],
                Text(
                    "De ronde is op \(closed.shown(.nl)) gesloten: \(round.reason.dutch)",
                    "The round was closed on \(closed.shown(.en)): \(round.reason.english)"),
                mend: Text("Vraag de regisseur om een nieuwe ronde.", "Ask the orchestrator for a new round."))
        }
        return Problem(
            "round.shut", at: ["on"],
            Text(
                "De ronde loopt van \(from?.shown(.nl) ?? "?") tot en met \(until?.shown(.nl) ?? "?").",
                "The round runs from \(from?.shown(.en) ?? "?") to \(until?.shown(.en) ?? "?")."),
            mend: Text("Vraag de regisseur om een nieuwe ronde.", "Ask the orchestrator for a new round."))
    }

    fileprivate static let repliedTwice = Problem(
        "reply.twice", at: ["remark"],
        Text("Op deze reactie is al geantwoord.", "This remark has a reply already."),
        mend: Text("Verander dat antwoord.", "Change that reply."))
}
