import Ecosystems
import Kernel
import Parties

/// What agreements ask of somebody: reacting, signing, replying, settling.
package enum AgreementTasks {
    /// Ours: reading and reacting to one clause, signing, replying to a remark, settling one thing.
    package enum Minutes {
        package static let clause = 3
        package static let sign = 10
        package static let reply = 5
        package static let settle = 15
        package static let talk = 20
        package static let renew = 30
    }

    /// - Parameter represented: organisations that the caller may act for.
    package static func forCaller(_ reader: Reader) -> [PersonalTask] {
        let represented = reader.rights.represents.sorted()
        guard !represented.isEmpty || reader.rights.orchestrates else { return [] }
        return owed(represented, reader)
            + reader.records(Agreement.self).flatMap { agreement -> [PersonalTask] in
                guard let page = AgreementPage.of(agreement.id.rawValue, reader) else { return [] }
                let own = represented.flatMap { reactions(page, $0, reader) + signing(page, $0, reader) }
                return own + (reader.rights.orchestrates ? replies(page, reader) + renewing(page) : [])
                    + settlements(agreement, represented, reader)
            }
    }

    /// What a norm asks of the caller's organisations and is late or at risk. A breach asks for a conversation before anything else.
    private static func owed(_ represented: [String], _ reader: Reader) -> [PersonalTask] {
        guard !represented.isEmpty else { return [] }
        let settled = SettledBreaches(reader.state)
        return Obligations(reader).statuses.filter { status in
            represented.contains(status.bearer.id) && !settled.settles(status)
                && (status.state == .breached || status.state == .atRisk)
        }.map { status in
            let (norm, told) = (status.norm.rule.name, status.explanation)
            let title =
                status.state == .breached
                ? Text("Bespreek: \(norm.dutch)", "Discuss: \(norm.english)") : norm
            return PersonalTask(
                title, why: told, due: status.due, minutes: Minutes.talk, kind: Agreement.naming.plural,
                record: status.norm.agreement)
        }
    }

    private static func reactions(_ page: AgreementPage, _ party: String, _ reader: Reader) -> [PersonalTask] {
        let open = page.unanswered(by: party)
        guard !open.isEmpty, let round = page.round, page.text.isParty(party) else { return [] }
        let name = page.agreement.name
        let title =
            open.count == 1
            ? Text("Reageer op 1 bepaling van “\(name.dutch)”", "React to 1 clause of “\(name.english)”")
            : Text(
                "Reageer op \(open.count) bepalingen van “\(name.dutch)”",
                "React to \(open.count) clauses of “\(name.english)”")
        return [
            PersonalTask(
                title, why: asked(of: party, reader), due: round.closes, minutes: open.count * Minutes.clause,
                kind: Agreement.naming.plural, record: page.agreement.id.rawValue)
        ]
    }

    private static func signing(_ page: AgreementPage, _ party: String, _ reader: Reader) -> [PersonalTask] {
        guard let offering = page.offering, offering.isOpen(on: reader.today),
            let row = page.parties.first(where: { $0.party == party }), row.signature == nil
        else { return [] }
        let name = page.agreement.name
        return [
            PersonalTask(
                Text("Beslis of u “\(name.dutch)” ondertekent", "Decide whether to sign “\(name.english)”"),
                why: asked(of: party, reader), due: offering.until ?? page.text.entry.by, minutes: Minutes.sign,
                kind: Agreement.naming.plural, record: page.agreement.id.rawValue)
        ]
    }

    private static func replies(_ page: AgreementPage, _ reader: Reader) -> [PersonalTask] {
        let open = page.remarks.values.joined().filter { $0.reply == nil && $0.remark.sort != .agree }
        guard !open.isEmpty else { return [] }
        let name = page.agreement.name
        return [
            PersonalTask(
                open.count == 1
                    ? Text("Antwoord op 1 reactie bij “\(name.dutch)”", "Reply to 1 remark on “\(name.english)”")
                    : Text(
                        "Antwoord op \(open.count) reacties bij “\(name.dutch)”",
                        "Reply to \(open.count) remarks on “\(name.english)”"),
                why: Text("U hebt de regie.", "You orchestrate."), due: page.round?.closes,
                minutes: open.count * Minutes.reply, kind: Agreement.naming.plural,
                record: page.agreement.id.rawValue)
        ]
    }

    /// A term that ends soon asks for a decision; once a renewal is on its way its own steps ask.
    private static func renewing(_ page: AgreementPage) -> [PersonalTask] {
        guard let term = AgreementTerm(page.standing), term.isNear, term.renewal == nil else { return [] }
        let name = page.agreement.name
        return [
            PersonalTask(
                Text("Besluit of “\(name.dutch)” wordt verlengd", "Decide whether “\(name.english)” is renewed"),
                why: Text("U hebt de regie.", "You orchestrate."), due: term.steps.first?.due ?? term.until,
                minutes: Minutes.renew, kind: Agreement.naming.plural, record: page.agreement.id.rawValue)
        ]
    }

    private static func settlements(_ agreement: Agreement, _ represented: [String], _ reader: Reader) -> [PersonalTask]
    {
        reader.records(Exit.self).filter { $0.agreement == agreement.id && represented.contains($0.party.rawValue) }
            .flatMap { exit in
                exit.settlement.filter { $0.done == nil }.map { item in
                    PersonalTask(
                        item.what,
                        why: Text(
                            "Afwikkeling van de uittreding uit “\(agreement.name.dutch)”.",
                            "Settlement of the exit from “\(agreement.name.english)”."),
                        due: item.due, minutes: Minutes.settle, kind: Exit.naming.plural, record: exit.id.rawValue,
                        doing: .change("settlement"))
                }
            }
    }

    private static func asked(of party: String, _ reader: Reader) -> Text {
        let name = reader.title(Organisation.naming.plural, party)
        return Text("Gevraagd van \(name.dutch).", "Asked of \(name.english).")
    }
}
