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
        if let first = reader.lacking(for: kind).first { return showTooEarly(kind, first) }
        let asked = kind.fields.filter { !visit.query($0.name).isEmpty }
        let values = asked.reduce(into: kind.start) { $0[$1.name] = .string(visit.query($1.name)) }
        return show(
            RecordForm(
                kind: kind, values: values, prefilled: Set(asked.map(\.name)), back: LocalPath(visit.query("back"))))
    }

    /// In place of a form that could not be filled in: what to add first.
    private func showTooEarly(_ kind: Kind, _ first: Kind) -> Response {
        let (label, other) = (say(kind.naming.label).lowercasedFirst, say(first.naming.label).lowercasedFirst)
        let title = say("Nieuw: \(label)", "New: \(label)")
        let isOne = (reader.state.table(first.plural)?.count ?? 0) == 0
        let words =
            isOne
            ? say("Voeg eerst toe: \(other)", "Add first: \(other)")
            : say("Voeg er een toe: \(other)", "Add another: \(other)")
        return show(
            Page(
                title, place: place(of: kind.plural),
                """
                <div class="narrow"><p class="crumbs"><a href="\(Path.records(id, kind.plural))">\(say(kind.naming.pluralLabel))</a></p><h1>\(title)</h1>
                <p class="lead">\(say(kind.naming.meaning))</p>
                <p class="empty">\(say("Dit kan pas als er genoeg is om uit te kiezen.", "This can be done once there is enough to choose from."))</p>
                <p><a class="button" href="\(Path.newRecord(id, first.plural))">\(words)</a></p></div>
                """))
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

    /// An id is called a short name in the address here.
    private func inAddressWords(_ problem: Problem) -> Problem {
        var problem = problem
        switch problem.rule {
        case "id.form":
            problem.message = Text(
                "Dit past niet in een adres: gebruik kleine letters, cijfers en losse streepjes, hoogstens 100.",
                "This does not fit an address: use lower-case letters, digits and single hyphens, at most 100.")
        case "record.duplicate":
            problem.message = Text("Deze korte naam is al in gebruik.", "This short name is in use already.")
            problem.mend = Text("Kies een andere, of laat hem leeg.", "Choose another one, or leave it empty.")
        default: break
        }
        return problem
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

    /// What names a record that was to be removed, each with the way to it.
    private func showStillMentioned(_ kind: Kind, _ record: String) -> Response {
        let name = say(reader.title(kind.plural, record))
        var page = Page(
            say("Fout: \(name) kan nog niet weg", "Error: \(name) cannot go yet"), place: place(of: kind.plural),
            """
            <div class="narrow"><p class="crumbs"><a href="\(address(of: kind, record))">\(name)</a></p>
            <h1>\(say("\(name) kan nog niet weg", "\(name) cannot go yet"))</h1>
            <p class="lead">\(say("Andere gegevens noemen dit. Haal het daar eerst weg.", "Other records name this. Remove it there first."))</p>\(mentions(kind, record))</div>
            """)
        page.status = .conflict
        return show(page)
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
