import Ecosystems
import Gate
import Governance
import Hummingbird
import Kernel
import Parties

/// What the forms for any kind of record send.
extension EcosystemVisit {
    func showNewForm() async throws -> Response {
        let kind = try kind()
        try check(ChangeRecords([RecordChange(kind.plural, "new", .add([:]))]), kind)
        guard kind.plural != Profile.naming.plural else { throw Refusal.invalid([.oneProfile(id)]) }
        if let first = reader.lacking(for: kind).first { return showTooEarly(kind, first) }
        let asked = kind.fields.filter { !visit.query($0.name).isEmpty }
        let values = asked.reduce(into: kind.start) { $0[$1.name] = .string(visit.query($1.name)) }
        return show(
            RecordForm(
                kind: kind, values: values, prefilled: Set(asked.map(\.name)), back: LocalPath(visit.query("back"))))
    }

    func showEditor() async throws -> Response {
        let (kind, record, values) = try recordInAddress()
        try check(ChangeRecords([RecordChange(kind.plural, record, .patch([:]))]), kind)
        return show(
            RecordForm(
                kind: kind, record: record, values: values,
                seen: reader.state.table(kind.plural)?.version(of: record)))
    }

    /// Refuses before the form is shown what would be refused after it. A new record's owner is not known yet, so anyone who may write sees the form.
    private func check(_ command: ChangeRecords, _ kind: Kind) throws {
        try refuseThePast()
        if kind.isProcess { throw Refusal.invalid([.byProcess(kind)]) }
        if case .add = command.changes.first?.action {
            try reader.requirementToAdd(kind).check(reader.rights, in: reader.state)
        } else {
            try command.requirement(in: reader.situation, catalogue: reader.catalogue).check(
                reader.rights, in: reader.state)
        }
    }

    func addRecord() async throws -> Response {
        let kind = try kind()
        let sent = try await visit.form()
        let values = owned(kind, sent.values(fillable(kind, nil), in: say.language).filter { !$0.value.isNull })
        let wished = sent.first("id").trimmed
        let record = wished.isEmpty ? suggestedID(kind, values) : wished
        let reason = sent.first("reason").trimmed
        let back = LocalPath(sent.first("back"))
        let command = ChangeRecords([RecordChange(kind.plural, record, .add(values))], reason: reason)
        do {
            _ = try await perform(command)
            return visit.onward(to: back?.url ?? destination(kind, record, values), .added)
        } catch let refusal as Refusal {
            let form = RecordForm(kind: kind, wishedID: wished, values: values, reason: reason, back: back)
            return show(form.refused(refusal, problems(with: sent, form, refusal, command)))
        }
    }

    /// A new matter with who raised it filled in, where a visitor who may not raise one for nobody left that empty and acts for one
    /// organisation only. Of other kinds an empty owner says something, such as that a goal is everybody's.
    private func owned(_ kind: Kind, _ values: [String: Value]) -> [String: Value] {
        guard kind.plural == Matter.naming.plural, let owner = kind.owners.first, values[owner] == nil,
            !reader.rights.orchestrates,
            !reader.rights.administers, let own = reader.rights.represents.first, reader.rights.represents.count == 1
        else { return values }
        return values.merging([owner: .string(own)]) { $1 }
    }

    func changeRecord() async throws -> Response {
        let kind = try kind()
        let record = try visit.part("record")
        let sent = try await visit.form()
        let fields = fillable(kind, record)
        let values = inOrder(sent.values(fields, in: say.language), as: reader.values(kind, record) ?? [:], fields)
        let (seen, reason) = (Int(sent.first("seen")), sent.first("reason").trimmed)
        let command = ChangeRecords([RecordChange(kind.plural, record, .patch(values), seen: seen)], reason: reason)
        do {
            let outcome = try await perform(command)
            return visit.onward(to: destination(kind, record, values), outcome.changedNothing ? .unchanged : .saved)
        } catch let refusal as Refusal {
            let form = RecordForm(kind: kind, record: record, values: values, seen: seen, reason: reason)
            if refusal.problems.contains(where: { $0.rule == "record.stale" }) {
                return try await visit.ecosystem().showOvertaken(form)
            }
            return show(form.refused(refusal, problems(with: sent, form, refusal, command)))
        }
    }

    /// What is wrong, in the words of who typed it; and who may do it, when the visitor may not.
    private func problems(
        with sent: Form, _ form: RecordForm, _ refusal: Refusal, _ command: ChangeRecords
    ) -> [Problem] {
        if case .forbidden(let problem) = refusal {
            let requirement = command.requirement(in: reader.situation, catalogue: reader.catalogue)
            let isNew = form.record == nil
            return [
                (isNew ? WhoMay.ownerless(problem, form.kind, form.values, reader) : nil)
                    ?? WhoMay.explained(problem, for: requirement, reader)
            ]
        }
        let unreadable = sent.unreadable(fillable(form.kind, form.record), in: say.language)
        let known = Set(unreadable.compactMap(\.path.first))
        return refusal.problems.map(inAddressWords).filter { problem in !problem.path.contains { known.contains($0) } }
            + unreadable
    }

}

extension RecordForm {
    fileprivate func refused(_ refusal: Refusal, _ problems: [Problem]) -> RecordForm {
        var form = self
        form.problems = problems
        // Whose it is can be said in the form: then nothing is forbidden, something is missing.
        form.status = problems.contains { $0.rule == "rights.owner" } ? .badRequest : refusal.status
        return form
    }
}
