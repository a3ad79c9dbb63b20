import Kernel
import Parties

extension Declaration {
    /// Everything in which this declaration does not fit the text it is about. A function of the two and the day on which it
    /// was recorded: the same in a store, in a folder and in a bundle.
    package func faults(in text: AgreementDocument, hash textHash: String, on day: Day) -> [Problem] {
        guard ecosystem == text.ecosystem, agreement == text.agreement else { return [.otherAgreement("declaration")] }
        guard version == text.number, hash == textHash else { return [.oldHash(text.number)] }
        return momentFaults(day) + answerFaults(text) + exceptFaults(text) + mandateFaults(text, on: day)
    }

    /// The day of recording is that of the declaration in the Netherlands, or the day after when it came in later.
    private func momentFaults(_ day: Day) -> [Problem] {
        guard let moment else { return [.noMoment(declaredAt)] }
        return (0...2).contains(day - moment.day) ? [] : [.otherDay(day, moment)]
    }

    private func answerFaults(_ text: AgreementDocument) -> [Problem] {
        var problems: [Problem] = []
        switch answer {
        case .accept, .reject:
            if !text.isParty(party) { problems.append(Problem.noParty(ID(party)).under("party")) }
        case .accede:
            if !text.open { problems.append(.notOpen) }
        case .revoke:
            if !text.revocable { problems.append(.notRevocable) }
        }
        if answer == .reject, reason.isEmpty { problems.append(.reasonless) }
        return problems
    }

    private func exceptFaults(_ text: AgreementDocument) -> [Problem] {
        guard !except.isEmpty else { return [] }
        guard answer.binds else { return [.exceptWithoutYes] }
        guard text.partial else { return [.notPartial] }
        var problems: [Problem] = []
        for (index, id) in except.enumerated() {
            guard let clause = text.clause(id) else {
                problems.append(Problem.exceptUnknown(id).under(String(index)).under("except"))
                continue
            }
            if !clause.optional { problems.append(Problem.notOptional(clause).under(String(index)).under("except")) }
        }
        if Set(except).count != except.count || except != except.sorted() { problems.append(.exceptOrder) }
        return problems
    }

    private func mandateFaults(_ text: AgreementDocument, on day: Day) -> [Problem] {
        if person.isEmpty { return [.noSigner] }
        guard let mandate else { return text.kind.isBinding ? [.mandateMissing(text)] : [] }
        var problems: [Problem] = []
        if !mandate.period.contains(day) { problems.append(.mandatePeriod(mandate.period, day)) }
        if !mandate.documents.isEmpty, !mandate.documents.contains(text.kind) {
            problems.append(.mandateScope(mandate, text))
        }
        if answer.binds, let most = text.largestAmount(except: except), let limit = mandate.limit {
            if limit.currency != most.currency || limit.cents < most.cents {
                problems.append(.mandateAmount(most, limit))
            }
        }
        return problems
    }
}

extension AgreementDocument {
    /// The largest amount that a clause commits to, apart from clauses that are left out; nil when there is none.
    package func largestAmount(except: [String] = []) -> Money? {
        clauses.filter { !except.contains($0.id) }.flatMap(\.variables)
            .filter { $0.type == .amount }.compactMap { Money.cents($0.value) }.max().map { Money(cents: $0) }
    }
}
