import Ecosystems
import Hummingbird
import Kernel
import Markup
import Parties

/// Joining two organisations that are one: compare first, then confirm.
extension EcosystemVisit {
    func showMerger() async throws -> Response {
        try refuseThePast()
        try Requirement.orchestrate.check(reader.rights)
        return try await showMerger(into: visit.query("into"), duplicate: visit.query("duplicate"), after: nil)
    }

    private func showMerger(into: String, duplicate: String, after refused: RefusedForm?) async throws -> Response {
        let table = reader.state[Organisation.self]
        let body: HTML
        if into != duplicate, let kept = table[ID(into)], let gone = table[ID(duplicate)] {
            body = comparison(kept, gone) + confirmation(kept, gone, refused)
        } else {
            body = unchosen(into, duplicate) + choice(into, duplicate)
        }
        let title = say("Organisaties samenvoegen", "Merge organisations")
        var page = Page(
            title, place: .parties,
            """
            <p class="crumbs"><a href="\(Path.parties(id))">\(say("Partijen", "Parties"))</a></p><h1>\(title)</h1>
            <p class="lead">\(say("Staat één organisatie er twee keer? Na het samenvoegen verwijst alles wat naar de ene verwees naar de andere.",
                "Is one organisation recorded twice? After merging, everything that named the one names the other."))</p>\(body)
            """)
        page.styles = ["parties.css"]
        if refused != nil { page.status = .badRequest }
        return show(page)
    }

    /// Why there is nothing to compare, for who pressed the button.
    private func unchosen(_ into: String, _ duplicate: String) -> HTML {
        guard visit.request.uri.queryParameters["into"] != nil, visit.request.uri.queryParameters["duplicate"] != nil
        else {
            return ""
        }
        let problem = Problem(
            "merge.two",
            Text("Dit zijn geen twee verschillende organisaties.", "These are not two different organisations."),
            mend: Text("Kies er twee die dezelfde zijn.", "Choose two that are really one."))
        return ProblemSummary(say).html(
            [problem], lead: say("Er is nog niets te vergelijken.", "Nothing to compare yet.")
        ) { _ in nil }
    }

    /// Which two? For who comes without, or with only one.
    private func choice(_ into: String, _ duplicate: String) -> HTML {
        """
        <form class="narrow" method="get" action="\(Path.merger(id))">
        \(chooser("into", say("Deze blijft", "This one stays"), into))\(chooser("duplicate", say("Deze gaat erin op", "This one is absorbed"), duplicate))
        <button class="button">\(say("Vergelijk", "Compare"))</button></form>
        """
    }

    private func chooser(_ name: String, _ label: String, _ chosen: String) -> HTML {
        guard reader.state[Organisation.self].count <= 500 else {
            return """
                <div class="field"><label for="\(name)">\(label)</label><input id="\(name)" name="\(name)" value="\(chosen)" required \
                data-search="\(Path.search(id))" data-kind="organisations"></div>
                """
        }
        let options: HTML = reader.records(Organisation.self).sorted {
            say($0.name).lowercased() < say($1.name).lowercased()
        }
        .html { option($0.id.rawValue, "\(say($0.name)) (\($0.id))", chosen: chosen) }
        return """
            <div class="field"><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)" required>\
            <option value="">\(say("Kies…", "Choose…"))</option>\(options)</select></div>
            """
    }

    /// Both side by side; what differs is marked.
    private func comparison(_ kept: Organisation, _ gone: Organisation) -> HTML {
        let view = ValueView(self)
        let (left, right) = (kept.values, gone.values)
        let kind = Kind(Organisation.self)
        let rows: HTML = kind.fields.filter { left[$0.name] != nil || right[$0.name] != nil }.html { field in
            let (one, two) = (left[field.name] ?? .null, right[field.name] ?? .null)
            let differs = one.evenlySpaced != two.evenlySpaced
            return """
                <tr\(if: differs, " class=\"differs\"")><th scope="row">\(say(field.label))\(if: differs, "<span class=\"quiet\"> ≠</span>")</th>\
                <td data-label="\(say("Blijft", "Stays"))">\(view.html(field.shape, one))</td>\
                <td data-label="\(say("Gaat op", "Absorbed"))">\(view.html(field.shape, two))</td></tr>
                """
        }
        return """
            <div class="scroll"><table class="cards"><thead><tr><th scope="col">\(say("Gegeven", "Detail"))</th>\
            <th scope="col">\(say("Blijft:", "Stays:")) \(view.link("organisations", kept.id.rawValue)) <code>\("\(kept.id)")</code></th>\
            <th scope="col">\(say("Gaat op:", "Absorbed:")) \(view.link("organisations", gone.id.rawValue)) <code>\("\(gone.id)")</code></th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func confirmation(_ kept: Organisation, _ gone: Organisation, _ refused: RefusedForm?) -> HTML {
        let mentions = reader.state.mentions(of: [gone.id.rawValue], in: "organisations", catalogue: reader.catalogue)
        let shown = mentions.filter { mention in
            reader.catalogue.kind(mention.kind).map { reader.values($0, mention.record) != nil } ?? false
        }
        let records = Set(shown.map { "\($0.kind)/\($0.record)" }).count
        let swap = Path.merger(id).with([("into", gone.id.rawValue), ("duplicate", kept.id.rawValue)])
        return """
            <div class="narrow">\(troubles(refused, in: "merger"))<ul>
            <li>\(say("\(records) gegevens die naar “\(say(gone.name))” verwijzen, verwijzen straks naar “\(say(kept.name))”.",
                "\(records) details that name “\(say(gone.name))” will name “\(say(kept.name))”."))</li>
            <li>\(say("De naam en andere namen van wie opgaat blijven als andere naam bewaard.", "The name and other names of the absorbed one stay as other names."))</li>
            <li>\(say("Wat bij de blijver leeg is, wordt aangevuld. Waar ze verschillen, blijft wat de blijver zegt.", "What is empty at the one that stays is filled in. Where they differ, what the one that stays says remains."))</li>
            <li>\(say("Alles blijft in de geschiedenis staan.", "Everything stays in the history."))</li></ul>
            <p><a href="\(swap)">\(say("Andersom: laat de andere blijven", "The other way round: let the other one stay"))</a></p>
            <form method="post" action="\(Path.merger(id))">\(visit.token)<input type="hidden" name="into" value="\("\(kept.id)")">\
            <input type="hidden" name="duplicate" value="\("\(gone.id)")">
            <div class="field"><label for="merge-reason">\(say("Waarom (voor de geschiedenis)", "Why (for the history)"))</label>\
            <input id="merge-reason" name="reason" maxlength="\(Reason.longest)" value="\(refused.value("reason", in: "merger"))"></div>
            <p class="actions"><button class="button">\(say("Voeg samen", "Merge"))</button> \
            <a href="\(Path.organisation(id, kept.id.rawValue))">\(say("Niet samenvoegen", "Do not merge"))</a></p></form></div>
            """
    }

    func merge() async throws -> Response {
        let form = try await visit.form()
        let (into, duplicate) = (form.first("into"), form.first("duplicate"))
        let command = MergeOrganisations(duplicate: duplicate, into: into, reason: form.first("reason").trimmed)
        return try await perform(
            command, of: "merger", sent: form, then: Path.organisation(id, into).url, done: .merged
        ) {
            try await showMerger(into: into, duplicate: duplicate, after: $0)
        }
    }
}

extension Value {
    /// Without the spaces that nobody sees: a double one, or one at an end.
    fileprivate var evenlySpaced: Value {
        switch self {
        case .string(let text): .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        case .list(let items): .list(items.map(\.evenlySpaced))
        case .map(let entries): .map(entries.mapValues(\.evenlySpaced))
        default: self
        }
    }
}
