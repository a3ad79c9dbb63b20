import Ecosystems
import Gate
import Hummingbird
import Kernel

/// Forms for any kind of record, and what they send.
extension EcosystemVisit {
    func showNewForm() async throws -> Response {
        let kind = try kind()
        try check(ChangeRecords([RecordChange(kind.plural, "new", .add([:]))]), kind)
        var values: [String: Value] = [:]
        for field in kind.fields where !visit.query(field.name).isEmpty {
            values[field.name] = .string(visit.query(field.name))
        }
        return form(kind, record: nil, recordID: "", values, version: nil, problems: [])
    }

    func showEditor() async throws -> Response {
        let (kind, record, values) = try recordInAddress()
        try check(ChangeRecords([RecordChange(kind.plural, record, .patch([:]))]), kind)
        return form(
            kind, record: record, recordID: record, values,
            version: reader.state.table(kind.plural)?.version(of: record), problems: [])
    }

    /// Refuses before the form is shown what would be refused after it. A new record's owner is not known yet, so anyone who may write sees the form.
    private func check(_ command: ChangeRecords, _ kind: Kind) throws {
        try refuseThePast()
        if case .add = command.changes.first?.action, !kind.owners.isEmpty {
            try Requirement.represent(reader.rights.represents.sorted()).check(reader.rights)
        } else {
            try command.requirement(in: reader.situation, catalogue: reader.catalogue).check(reader.rights)
        }
    }

    func addRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let values = form.values(kind.fields).filter { !$0.value.isNull }
        let wished = form.first("id").trimmed
        let record = wished.isEmpty ? suggestedID(kind, values) : wished
        do {
            _ = try await perform(
                ChangeRecords([RecordChange(kind.plural, record, .add(values))], reason: form.first("reason").trimmed))
            return .onward(to: destination(kind, record, values))
        } catch let refusal as Refusal where refusal.isAboutForm {
            return self.form(kind, record: nil, recordID: record, values, version: nil, problems: refusal.problems)
        }
    }

    func changeRecord() async throws -> Response {
        let kind = try kind()
        let record = try visit.part("record")
        let form = try await visit.form()
        let values = form.values(kind.fields)
        let seen = Int(form.first("seen"))
        do {
            let change = RecordChange(kind.plural, record, .patch(values), seen: seen)
            _ = try await perform(ChangeRecords([change], reason: form.first("reason").trimmed))
            return .onward(to: destination(kind, record, values))
        } catch let refusal as Refusal where refusal.isAboutForm {
            return self.form(kind, record: record, recordID: record, values, version: seen, problems: refusal.problems)
        }
    }

    func removeRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let record = try visit.part("record")
        _ = try await perform(
            ChangeRecords(
                [RecordChange(kind.plural, record, .remove, seen: Int(form.first("seen")))],
                reason: form.first("reason").trimmed))
        return .onward(to: .records(id, kind.plural))
    }

    func eraseRecord() async throws -> Response {
        let kind = try kind()
        let form = try await visit.form()
        let record = try visit.part("record")
        _ = try await ecosystem.erase(kind.plural, record, reason: form.first("reason").trimmed, by: caller)
        return .onward(to: .history(id))
    }

    /// Where a change leads: to the steps of a boarding, on the page of its organisation; otherwise to the record.
    private func destination(_ kind: Kind, _ record: String, _ values: [String: Value]) -> String {
        guard kind.plural == "boardings", let party = values["organisation"]?.string else {
            return path(kind, record).url
        }
        return Path.organisation(id, party).url + "#boarding-\(record)"
    }

    private func path(_ kind: Kind, _ record: String) -> Path {
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

    private func form(
        _ kind: Kind, record: String?, recordID: String, _ values: [String: Value], version: Int?, problems: [Problem]
    ) -> Response {
        let input = FieldInput(self, problems: problems)
        let rows: HTML = kind.fields.html { input.row($0, values[$0.name] ?? .null) }
        let fieldNames = Set(kind.fields.map(\.name))
        let loose = problems.filter { problem in !problem.path.contains { fieldNames.contains($0) } }
        let title =
            record.map {
                say("Wijzig \(say(reader.title(kind.plural, $0)))", "Edit \(say(reader.title(kind.plural, $0)))")
            }
            ?? say("Nieuw: \(say(kind.naming.label).lowercasedFirst)", "New: \(say(kind.naming.label).lowercasedFirst)")
        var page = Page(
            title, place: place(of: kind.plural),
            """
            <div class="narrow"><p class="crumbs"><a href="\(Path.records(id, kind.plural))">\(say(kind.naming.pluralLabel))</a></p><h1>\(title)</h1>
            <p class="lead">\(say(kind.naming.meaning))</p>\(summary(problems, loose, kind, record, version))
            <form method="post" class="record" action="\(record.map { Path.record(id, kind.plural, $0) } ?? Path.records(id, kind.plural))">
            \(visit.token)\(version.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0)\">" as HTML })\(rows)
            \(record == nil ? idField(recordID) : "")
            <div class="field"><label for="reason">\(say("Waarom (voor de geschiedenis)", "Why (for the history)"))</label><input id="reason" name="reason"></div>
            <p class="actions"><button class="button">\(say("Bewaren", "Save"))</button> <a href="\(record.map { path(kind, $0) } ?? Path.records(id, kind.plural))">\(say("Niet bewaren", "Cancel"))</a></p>
            </form>\(removal(kind, record, version))</div>
            """)
        if !problems.isEmpty { page.status = problems.contains { $0.rule == "record.stale" } ? .conflict : .badRequest }
        return show(page)
    }

    private func idField(_ recordID: String) -> HTML {
        """
        <details><summary>\(say("Korte naam in adressen", "Short name in addresses"))</summary><div class="field">\
        <label for="id">id</label><p class="help">\(say("Laat leeg, dan kiest Stelsel er een.", "Leave empty and Stelsel chooses one."))</p>\
        <input id="id" name="id" value="\(recordID)"></div></details>
        """
    }

    private func summary(_ problems: [Problem], _ loose: [Problem], _ kind: Kind, _ record: String?, _ version: Int?)
        -> HTML
    {
        guard !problems.isEmpty else { return "" }
        let items: HTML = loose.html { "<li>\(say($0.message)) \(say($0.mend))</li>" }
        var theirs: HTML = ""
        if let record, problems.contains(where: { $0.rule == "record.stale" }),
            let now = reader.state.table(kind.plural)?.version(of: record)
        {
            theirs = """
                <p><a href="\(Path.versions(id, kind.plural, record))">\(say("Bekijk wat er veranderd is", "See what changed"))</a> · \
                <a href="\(Path.editRecord(id, kind.plural, record))">\(say("Begin opnieuw met versie \(now)", "Start again from version \(now)"))</a></p>
                """
        }
        return """
            <div class="banner broken" role="alert"><p><strong>\(say("Nog niet bewaard.", "Not saved yet."))</strong> \
            \(say("Verbeter wat gemarkeerd is; wat u invulde staat er nog.", "Mend what is marked; what you filled in is still here."))</p><ul>\(items)</ul>\(theirs)</div>
            """
    }

    private func removal(_ kind: Kind, _ record: String?, _ version: Int?) -> HTML {
        guard let record, kind.plural != Profile.naming.plural else { return "" }
        return """
            <details class="danger"><summary>\(say("Verwijderen", "Remove"))</summary>
            <form method="post" action="\(Path.removal(id, kind.plural, record))">\(visit.token)\(version.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0)\">" as HTML })
            <p>\(say("Wat hier stond blijft in de geschiedenis en kan terug.", "What stood here stays in the history and can come back."))</p>
            <label>\(say("Reden", "Reason")) <input name="reason"></label> <button class="danger">\(say("Verwijder", "Remove"))</button></form></details>
            """
    }
}

extension Refusal {
    /// May the visitor mend this in the form they just sent?
    var isAboutForm: Bool {
        switch self {
        case .invalid, .conflict: true
        case .notFound, .forbidden: false
        }
    }
}
