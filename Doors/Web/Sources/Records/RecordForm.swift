import Ecosystems
import Hummingbird
import Kernel
import Markup

/// A form for one record with what was filled in, and what came of sending it.
struct RecordForm {
    let kind: Kind
    /// Nil for a new one.
    var record: String?
    var wishedID = ""
    var values: [String: Value]
    /// The version that the visitor saw.
    var seen: Int?
    var reason = ""
    var problems: [Problem] = []
    var status = HTTPResponse.Status.ok
    var overtaken: Overtaking?
    /// Fields that the address filled in.
    var prefilled: Set<String> = []
    /// The page of our own from which the visitor came, to go back to.
    var back: LocalPath?

    /// What someone else did to the record meanwhile.
    struct Overtaking {
        let fields: Overtaken
        let item: HistoryItem
        let names: [String: String]
    }
}

extension EcosystemVisit {
    func show(_ form: RecordForm) -> Response {
        let (kind, record) = (form.kind, form.record)
        let title = heading(form)
        let back = form.back?.url ?? (record.map { address(of: kind, $0) } ?? .records(id, kind.plural)).url
        let action: Path = record.map { .record(id, kind.plural, $0) } ?? .records(id, kind.plural)
        let isWide = kind.fields.contains { $0.shape == .code }
        let save = form.overtaken == nil ? say("Bewaren", "Save") : say("Bewaar mijn tekst", "Save my text")
        var page = Page(
            (form.status == .ok ? "" : say("Fout: ", "Error: ")) + title, place: Page.Place(ofKind: kind.plural),
            """
            <div class="\(isWide ? "wide" : "narrow")"><p class="crumbs"><a href="\(Path.records(id, kind.plural))">\(say(kind.naming.pluralLabel))</a></p><h1>\(title)</h1>
            <p class="lead">\(say(kind.naming.meaning))</p>\(writingHelp(kind))\(summary(form))
            <form method="post" class="record" action="\(action)">
            \(visit.token)\(seenField(form.seen))\(backField(form.back))\(FieldGroups(self, form).html)
            \(record == nil ? idField(form) : "")
            <div class="field"><label for="reason">\(say("Waarom (voor de geschiedenis)", "Why (for the history)"))</label><input id="reason" name="reason" maxlength="\(Reason.longest)" value="\(form.reason)"></div>
            <p class="actions"><button class="button">\(save)</button> <a href="\(back)">\(say("Niet bewaren", "Cancel"))</a></p>
            </form>\(removal(form))</div>
            """)
        page.status = form.status
        page.scripts = ["forms.js"]
        return show(page)
    }

    private func heading(_ form: RecordForm) -> String {
        guard let record = form.record else {
            let label = say(form.kind.naming.label).lowercasedFirst
            return say("Nieuw: \(label)", "New: \(label)")
        }
        let title = say(reader.title(form.kind.plural, record))
        return say("Wijzig \(title)", "Edit \(title)")
    }

    private func seenField(_ seen: Int?) -> HTML {
        seen.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0)\">" } ?? ""
    }

    private func backField(_ back: LocalPath?) -> HTML {
        back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0.url)\">" } ?? ""
    }

    private func idField(_ form: RecordForm) -> HTML {
        let wrong = form.problems.filter(isAboutID)
        let control = Control(
            name: "id", id: "id", described: ["id-help"] + (wrong.isEmpty ? [] : ["id-wrong"]), isWrong: !wrong.isEmpty)
        let text: HTML = wrong.html { "<p>▲ \(say($0.message)) \(say($0.mend))</p>" }
        let told: HTML = wrong.isEmpty ? "" : "<div class=\"wrong\" id=\"id-wrong\">\(text)</div>"
        return """
            <details class="group"\(if: !wrong.isEmpty, " open")><summary>\(say("Adres van deze pagina", "Address of this page"))</summary>\
            <div class="field\(if: !wrong.isEmpty, " has-wrong")"><label for="id">\(say("Korte naam in het adres", "Short name in the address"))</label>\
            <p class="help" id="id-help">\(say("Laat leeg, dan kiest Stelsel er een.", "Leave empty and Stelsel chooses one."))</p>\(told)\
            <input\(control.attributes) value="\(form.wishedID)"></div></details>
            """
    }

    private func removal(_ form: RecordForm) -> HTML {
        guard let record = form.record, form.kind.plural != Profile.naming.plural else { return "" }
        return """
            <details class="danger"><summary>\(say("Verwijderen", "Remove"))</summary>
            <form method="post" action="\(Path.removal(id, form.kind.plural, record))">\(visit.token)\(seenField(form.seen))
            <p>\(say("Wat hier stond blijft in de geschiedenis en kan terug.", "What stood here stays in the history and can come back."))</p>
            <label>\(say("Reden", "Reason")) <input name="reason" maxlength="\(Reason.longest)"></label> <button class="danger">\(say("Verwijder", "Remove"))</button></form></details>
            """
    }

    private func summary(_ form: RecordForm) -> HTML {
        guard form.status != .ok else { return "" }
        if let overtaking = form.overtaken { return overtakenNotice(overtaking, form) }
        return ProblemSummary(say).html(
            form.problems,
            lead: say(
                "Nog niet bewaard. Wat u invulde staat er nog.", "Not saved yet. What you filled in is still here."),
            also: theOther(form)
        ) { field(of: $0, in: form) }
    }

    /// The way to the participation that an organisation has already.
    private func theOther(_ form: RecordForm) -> HTML {
        guard form.problems.contains(where: { $0.rule == "participation.twice" }),
            let party = form.values["organisation"]?.string
        else { return "" }
        let title = say(reader.title(form.kind.plural, party))
        return
            "<p><a href=\"\(Path.editRecord(id, form.kind.plural, party))\">\(say("Wijzig: \(title)", "Edit: \(title)"))</a></p>"
    }

    private func isAboutID(_ problem: Problem) -> Bool { problem.path.filter { !$0.contains("/") } == ["id"] }

    /// The label and input of the field that a problem is about.
    private func field(of problem: Problem, in form: RecordForm) -> (label: String, id: String)? {
        if isAboutID(problem), form.record == nil {
            return (say("Korte naam in het adres", "Short name in the address"), "id")
        }
        guard let field = problem.path.lazy.compactMap({ form.kind.field($0) }).first else { return nil }
        return (say(field.label), "f.\(field.name)")
    }

    /// Who changed what meanwhile, and what saving now does.
    private func overtakenNotice(_ overtaking: RecordForm.Overtaking, _ form: RecordForm) -> HTML {
        let teller = HistoryTeller(self, names: overtaking.names)
        let named = { (names: Dictionary<String, Value>.Keys) -> HTML in
            form.kind.fields.filter { names.contains($0.name) }
                .map { "<a href=\"#f.\($0.name)\">\(say($0.label))</a>" as HTML }.joined(separator: ", ")
        }
        let (taken, disputed) = (overtaking.fields.taken, overtaking.fields.disputed)
        let theirs: HTML =
            taken.isEmpty
            ? ""
            : "<p>\(say("Overgenomen, want dat had u niet gewijzigd:", "Taken over, because you had not changed it:")) \(named(taken.keys)).</p>"
        let both: HTML =
            disputed.isEmpty
            ? "<p>\(say("Bewaart u nu, dan blijven beide wijzigingen staan.", "When you save now, both changes stay."))</p>"
            : "<p>\(say("Allebei gewijzigd; uw tekst staat in het veld, die van de ander eronder:", "Both changed; your text is in the field, theirs is below it:")) \(named(disputed.keys)). \(say("Bewaart u nu, dan komt uw tekst in de plaats.", "When you save now, your text takes its place."))</p>"
        let who = teller.who(overtaking.item)
        return """
            <div class="banner problem-summary" role="alert" tabindex="-1" autofocus><p><strong>\(say("Nog niet bewaard.", "Not saved yet."))</strong> \
            \(say("Terwijl u schreef is dit gewijzigd, \(teller.when(overtaking.item)), door \(who).", "While you were writing this was changed, \(teller.when(overtaking.item)), by \(who)."))</p>\(theirs)\(both)
            <p><a href="\(Path.versions(id, form.kind.plural, form.record ?? ""))">\(say("Bekijk wat er veranderd is", "See what changed"))</a></p></div>
            """
    }
}
