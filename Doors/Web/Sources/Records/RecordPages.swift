import Ecosystems
import Gate
import Hummingbird
import Kernel
import Markup
import Parties

/// Pages for any kind of record: list, one record, form, history.
extension WebDoor {
    func addRecords(to book: RouteBook) {
        page(book, "/ecosystems/:ecosystem/records/:kind") { try await $0.ecosystem().showRecords() }
        page(book, "/ecosystems/:ecosystem/records/:kind/:record") { try await $0.ecosystem().showRecord() }
        page(book, "/ecosystems/:ecosystem/records/:kind/:record/edit") { try await $0.ecosystem().showEditor() }
        page(book, "/ecosystems/:ecosystem/records/:kind/:record/history") { try await $0.ecosystem().showVersions() }
        page(book, "/ecosystems/:ecosystem/new/:kind") { try await $0.ecosystem().showNewForm() }
        on(book, .post, "/ecosystems/:ecosystem/records/:kind", .command) { try await $0.ecosystem().addRecord() }
        on(book, .post, "/ecosystems/:ecosystem/records/:kind/:record", .command) {
            try await $0.ecosystem().changeRecord()
        }
        on(book, .post, "/ecosystems/:ecosystem/records/:kind/:record/removal", .command) {
            try await $0.ecosystem().removeRecord()
        }
        on(book, .post, "/ecosystems/:ecosystem/records/:kind/:record/reversions", .command) {
            try await $0.ecosystem().revertRecord()
        }
        on(book, .post, "/ecosystems/:ecosystem/records/:kind/:record/erasure", .command) {
            try await $0.ecosystem().eraseRecord()
        }
    }
}

extension EcosystemVisit {
    /// The kind and record in the address, as far as the visitor may see it.
    func recordInAddress() throws -> (kind: Kind, id: String, values: [String: Value]) {
        let kind = try kind()
        let record = try visit.part("record")
        guard let values = reader.values(kind, record) else { throw Refusal.notFound(.noSuchRecord(kind, record)) }
        return (kind, record, values)
    }

    func showRecords() async throws -> Response {
        let kind = try kind()
        let view = ValueView(self)
        // A kind that begins with text for a machine is listed by what its records are called.
        let columns = kind.fields.filter { $0.shape != .code }.prefix(5)
        let all = (reader.state.table(kind.plural)?.ids ?? []).compactMap { id in
            reader.values(kind, id).map { (id, $0) }
        }
        let start = max(0, Int(visit.query("from")) ?? 0)
        let shown = all.dropFirst(start).prefix(200)
        let named = columns.first?.name == kind.fields.first?.name ? columns.first : nil
        let others = columns.dropFirst(named == nil ? 0 : 1)
        let head: HTML = ([named?.label ?? Text("Naam", "Name")] + others.map(\.label)).html {
            "<th scope=\"col\">\(say($0))</th>"
        }
        let rows: HTML = shown.html { id, values in
            let name = named.map { view.plain($0, of: kind, in: values) } ?? say(reader.title(kind.plural, id))
            let cells: HTML = others.html { field in
                "<td data-label=\"\(say(field.label))\">\(view.html(field, of: kind, in: values))</td>"
            }
            return
                "<tr><th scope=\"row\"><a href=\"\(Path.record(self.id, kind.plural, id))\">\(name)</a></th>\(cells)</tr>"
        }
        let more: HTML =
            start + 200 < all.count
            ? "<p><a href=\"\(Path.records(self.id, kind.plural).with([("from", "\(start + 200)")]))\">\(say("Volgende 200", "Next 200"))</a></p>"
            : ""
        let body: HTML =
            all.isEmpty && isHidden(kind)
            ? hiddenNote(kind)
            : all.isEmpty
                ? "<p class=\"empty\">\(say("Er is nog niets vastgelegd.", "Nothing has been recorded yet.")) \(say(kind.naming.meaning))</p>"
                : kind.plural == AdaptedMethod.naming.plural
                    ? copyTable()
                    : "<div class=\"scroll\"><table class=\"cards\"><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>\(more)"
        return show(
            Page(
                say(kind.naming.pluralLabel), place: Page.Place(ofKind: kind.plural),
                """
                <div class="title"><div><h1>\(say(kind.naming.pluralLabel))</h1>
                <p class="lead">\(say(kind.naming.meaning)) \(isHidden(kind) ? "" : say("\(all.count) vastgelegd.", "\(all.count) recorded."))</p></div>\(addButton(kind))</div>
                \(body)
                """))
    }

    /// Is there perhaps more of this kind than the visitor sees?
    private func isHidden(_ kind: Kind) -> Bool { !reader.rights.canRead(kind.visibility, owners: []) }

    private func hiddenNote(_ kind: Kind) -> HTML {
        let who =
            switch kind.visibility {
            case .everyone, .participants: say("Alleen deelnemers zien dit.", "Only participants see this.")
            case .ownOrganisation:
                say(
                    "Alleen de organisatie zelf en de regisseur zien dit.",
                    "Only the organisation itself and the orchestrator see this.")
            case .confidential:
                say(
                    "Vertrouwelijk: alleen wie het aangaat en wie een onpartijdige rol heeft, zien dit.",
                    "Confidential: only whom it concerns and who has an impartial role see this.")
            case .body: say("Alleen wie daarvoor een rol heeft, ziet dit.", "Only who has a role for it sees this.")
            }
        let signIn: HTML =
            visit.visitor.account == nil
            ? " <a href=\"/sign-in\">\(say("Meld u aan", "Sign in"))</a>" : ""
        return "<p class=\"empty\">\(who)\(signIn)</p>"
    }

    func addButton(_ kind: Kind) -> HTML {
        guard mayAdd(kind.plural) else { return "" }
        return "<a class=\"button\" href=\"\(Path.newRecord(id, kind.plural))\">+ \(say(kind.naming.label))</a>"
    }

    func showRecord() async throws -> Response {
        let kind = try kind()
        let record = try visit.part("record")
        guard let values = reader.values(kind, record) else { return try await showGone(kind, record) }
        let view = ValueView(self)
        let rows: HTML = kind.fields.filter { values[$0.name] != nil }.html {
            "<div><dt>\(say($0.label))</dt><dd>\(view.html($0, of: kind, in: values))</dd></div>"
        }
        let title = say(reader.title(kind.plural, record))
        let findings = try await visibleFindings().filter { $0.kind == kind.plural && $0.record == record }
        return show(
            Page(
                title, place: Page.Place(ofKind: kind.plural),
                """
                <p class="crumbs"><a href="\(Path.records(id, kind.plural))">\(say(kind.naming.pluralLabel))</a></p>
                <div class="title"><h1>\(say.marked(reader.title(kind.plural, record)))</h1>\(actions(kind, record))</div>
                \(FindingList(self).html(findings))\(findings.isEmpty ? "" : whoMayMend(kind, record))\(copyNote(kind, record))\(checklistNote(kind, values))
                <dl class="fields">\(rows)</dl>\(relationSides(kind, record))\(mentions(kind, record))
                """))
    }

    /// For who may not mend a finding: who may.
    private func whoMayMend(_ kind: Kind, _ record: String) -> HTML {
        guard !isPast, !mayChange(kind.plural, record), visit.visitor.account != nil else { return "" }
        let view = ValueView(self)
        let names: [HTML] = Orchestrators.all(reader).prefix(3).map { organisation, person in
            let name = view.link(organisation.kind, organisation.id)
            return person.map { "\(say($0.title)), \(name)" } ?? name
        }
        guard !names.isEmpty else { return "" }
        return
            "<p>\(say("De regisseur kan dit verhelpen:", "The orchestrator can mend this:")) \(names.joined(separator: "; ")).</p>"
    }

    /// The steps of a welcome or a farewell are ticked at the organisation.
    private func checklistNote(_ kind: Kind, _ values: [String: Value]) -> HTML {
        guard kind.plural == Boarding.naming.plural, let party = values["organisation"]?.string else { return "" }
        let path = Path.organisation(id, party).url + "#boarding"
        return "<p><a class=\"button\" href=\"\(path)\">\(say("Naar de stappen", "To the steps"))</a></p>"
    }

    private func actions(_ kind: Kind, _ record: String) -> HTML {
        let history: HTML =
            "<a class=\"button quiet\" href=\"\(Path.versions(id, kind.plural, record))\">\(say("Geschiedenis", "History"))</a>"
        guard mayChange(kind.plural, record) else {
            return "<div class=\"actions\">\(history)</div>"
        }
        return
            "<div class=\"actions\">\(history)<a class=\"button\" href=\"\(Path.editRecord(id, kind.plural, record))\">\(say("Wijzigen", "Edit"))</a></div>"
    }

    /// Where this record is mentioned; skipped where reading everything would keep the reader waiting.
    func mentions(_ kind: Kind, _ record: String) -> HTML {
        let size = reader.catalogue.kinds.reduce(0) { $0 + (reader.state.table($1.plural)?.count ?? 0) }
        guard size < 20_000 else { return "" }
        let view = ValueView(self)
        let found = reader.state.mentions(of: [record], in: kind.plural, catalogue: reader.catalogue)
        let items: [HTML] = found.prefix(60).compactMap { mention in
            guard let owner = reader.catalogue.kind(mention.kind), reader.values(owner, mention.record) != nil else {
                return nil
            }
            let field = owner.field(mention.field).map { say($0.label).lowercasedFirst } ?? mention.field
            return
                "<li>\(view.link(mention.kind, mention.record)) <span class=\"quiet\">\(say(owner.naming.label).lowercasedFirst) · \(field)</span></li>"
        }
        return items.isEmpty
            ? "" : "<section><h2>\(say("Genoemd bij", "Mentioned at"))</h2><ul class=\"plain\">\(items)</ul></section>"
    }
}
