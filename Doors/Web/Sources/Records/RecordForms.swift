import Ecosystems
import Gate
import Hummingbird
import Kernel
import Lifecycle
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
        let values = sent.values(fillable(kind, nil), in: say.language).filter { !$0.value.isNull }
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

    /// The form again, after someone else changed the record: theirs and one's own beside each other, ready to be saved over what is there now.
    private func showOvertaken(_ form: RecordForm) async throws -> Response {
        var form = form
        let record = form.record ?? ""
        let versions = try await ecosystem.versions(of: form.kind.plural, record)
        form.status = .conflict
        guard let now = reader.values(form.kind, record), let latest = versions.first else {
            form.problems = [.goneMeanwhile]
            return show(form)
        }
        let seen = versions.first { $0.item.sequence == form.seen }
        let overtaken = Overtaken(
            form.values, theirs: now, seen: seen.flatMap { reader.visible($0.values, form.kind, record) },
            fields: fillable(form.kind, record))
        form.values = overtaken.values
        form.seen = latest.item.sequence
        form.overtaken = RecordForm.Overtaking(
            fields: overtaken, item: latest.item, names: try await accountNames([latest.item]))
        return show(form)
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

    /// Choices in the order in which they stood, and new ones after them: boxes have no order of their own.
    private func inOrder(
        _ values: [String: Value], as old: [String: Value], _ fields: [FieldDescription]
    ) -> [String: Value] {
        fields.reduce(into: values) { values, field in
            guard case .list(let shape) = field.shape, shape.isChoice, let items = values[field.name]?.list,
                let before = old[field.name]?.list
            else { return }
            let kept = before.filter(items.contains)
            values[field.name] = .list(kept + items.filter { !kept.contains($0) })
        }
    }

    func removeRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let record = try visit.part("record")
        do {
            _ = try await perform(
                ChangeRecords(
                    [RecordChange(kind.plural, record, .remove, seen: Int(form.first("seen")))],
                    reason: form.first("reason").trimmed))
        } catch let refusal as Refusal where refusal.problems.contains(where: { $0.rule == "record.mentioned" }) {
            return showStillMentioned(kind, record)
        }
        return visit.onward(to: .records(id, kind.plural), .removed)
    }

    func eraseRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let record = try visit.part("record")
        _ = try await ecosystem.erase(kind.plural, record, reason: form.first("reason").trimmed, by: caller)
        return visit.onward(to: .history(id), .erased)
    }

    /// Where a change leads: to the page where it is worked on, such as the lifecycle; otherwise to the record.
    private func destination(_ kind: Kind, _ record: String, _ values: [String: Value]) -> String {
        switch kind.plural {
        case Boarding.naming.plural:
            guard let party = values["organisation"]?.string else { break }
            return Path.organisation(id, party).url + "#boarding-\(record)"
        case Course.naming.plural: return Path.lifecycle(id).with([("course", record)])
        case Passage.naming.plural:
            guard let course = values["lifecycle"]?.string else { break }
            return Path.lifecycle(id).with([("course", course)])
        default: break
        }
        return address(of: kind, record).url
    }

    /// The page on which a record is shown.
    func address(of kind: Kind, _ record: String) -> Path {
        switch kind.plural {
        case Profile.naming.plural: .ecosystem(id)
        case "organisations": .organisation(id, record)
        default: .record(id, kind.plural, record)
        }
    }

    /// A free id made of the title-like fields.
    private func suggestedID(_ kind: Kind, _ values: [String: Value]) -> String {
        let words = kind.fields.prefix(3).compactMap { field -> String? in
            guard let value = values[field.name] else { return nil }
            switch field.shape {
            case .text: return (try? Text(value)).map { $0.shown(.nl) }
            case .line, .reference: return value.string
            default: return nil
            }
        }
        let isLink = kind.fields.first.map { if case .reference = $0.shape { true } else { false } } ?? false
        let base = Identifier.suggested(
            for: String((isLink ? words.joined(separator: " ") : words.first ?? kind.naming.singular).prefix(60)))
        let start = base.isEmpty ? kind.naming.singular.lowercased() : base
        var candidate = start
        var number = 2
        while reader.state.table(kind.plural)?.contains(candidate) == true {
            candidate = "\(start)-\(number)"
            number += 1
        }
        return candidate
    }
}

extension FieldShape {
    fileprivate var isChoice: Bool {
        switch self {
        case .choice, .method, .reference: true
        default: false
        }
    }
}

extension RecordForm {
    fileprivate func refused(_ refusal: Refusal, _ problems: [Problem]) -> RecordForm {
        var form = self
        form.problems = problems
        form.status = refusal.status
        return form
    }
}

extension Problem {
    fileprivate static let goneMeanwhile = Problem(
        "record.gone",
        Text("Terwijl u schreef is dit verwijderd.", "While you were writing this was removed."),
        mend: Text(
            "Zet het terug uit de geschiedenis; kopieer eerst wat u schreef.",
            "Take it back from the history; copy what you wrote first."))
}

extension Refusal {
    /// May the visitor mend this in the form they just sent?
    var isAboutForm: Bool {
        switch self {
        case .invalid, .conflict: true
        case .notFound, .forbidden, .unavailable: false
        }
    }
}
