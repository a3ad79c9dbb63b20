import Ecosystems
import Governance
import Kernel
import Markup

/// Tells events in words: who, when, what, and what changed.
struct HistoryTeller {
    let inside: EcosystemVisit
    /// What to call accounts that act as no person here; see `accountNames`.
    let names: [String: String]
    private var say: Say { inside.say }

    init(_ inside: EcosystemVisit, names: [String: String] = [:]) {
        self.inside = inside
        self.names = names
    }

    func when(_ item: HistoryItem) -> String {
        let day = Clock.day(of: item.recordedAt)
        return "\(say.since(day, today: inside.visit.today)) \(say.clock(item.recordedAt))"
    }

    /// A function and organisation; of administrators the role, and for each other their name.
    func who(_ item: HistoryItem) -> String {
        var words: [String] = []
        switch inside.doer(of: item) {
        case .person: words.append(say(inside.reader.title("persons", item.person)))
        case .machine: words.append(say("ingelezen op de server", "read in on the server"))
        case .formerPerson: words.append(say("iemand die hier niet meer staat", "someone who is no longer here"))
        case .account:
            let name = names[item.person]
            words.append(
                name.map { say("\($0), beheerder", "\($0), administrator") } ?? say("een beheerder", "an administrator")
            )
        }
        if !item.organisation.isEmpty { words.append(say(inside.reader.title("organisations", item.organisation))) }
        if let mandate = item.mandate {
            let scope = say(inside.reader.title("mandates", mandate))
            words.append(say("mandaat “\(scope)”", "mandate “\(scope)”"))
        }
        return words.joined(separator: ", ")
    }

    func reason(_ reason: String) -> HTML {
        guard !reason.isEmpty else { return "" }
        if let decision = Decision.told(reason) {
            let title = say(inside.reader.title(Decision.naming.plural, decision))
            return """
                <p class="reason">\(say("Door het besluit", "By the decision")) \
                <a href="\(inside.place(of: Decision.naming.plural, decision))">\(title)</a></p>
                """
        }
        guard let (version, words) = RevertRecord.told(reason) else { return "<p class=\"reason\">“\(reason)”</p>" }
        let then = Path.ecosystem(inside.id).with([("as-of", String(version))])
        let why: HTML = words.isEmpty ? "." : ": “\(words)”"
        return """
            <p class="reason">\(say("Teruggezet naar de versie van", "Set back to the version of")) \
            <a href="\(then)">\(say("regel \(version)", "line \(version)"))</a>\(why)</p>
            """
    }

    /// What happened, with a link to the record.
    func what(_ item: HistoryItem) -> HTML {
        guard !item.isErased else { return "<span class=\"quiet\">\(say("inhoud gewist", "content erased"))</span>" }
        guard let (kind, verb) = inside.reader.catalogue.subject(of: item.eventKind) else {
            return
                "\(item.eventKind == "payload.erased" ? say("inhoud gewist op verzoek", "content erased on request") : item.eventKind)"
        }
        let label = say(kind.naming.label).lowercasedFirst
        let fields =
            verb == .changed
            ? item.fields.keys.sorted().compactMap { kind.field($0).map { say($0.label).lowercasedFirst } } : []
        let name: HTML =
            if inside.reader.values(kind, item.id) != nil {
                ValueView(inside).link(kind.plural, item.id)
            } else { "<a href=\"\(Path.versions(inside.id, kind.plural, item.id))\">\(gone(item, kind))</a>" }
        let detail: HTML = fields.isEmpty ? "" : " <span class=\"quiet\">\(fields.joined(separator: ", "))</span>"
        return "<strong>\(name)</strong> <span>\(label) \(told(verb))</span>\(detail)"
    }

    /// What a record that is not there any more was called, as far as this event says.
    private func gone(_ item: HistoryItem, _ kind: Kind) -> String {
        let fields = item.fields.filter { !$0.value.isNull }
        return fields.isEmpty ? item.id : say(inside.reader.title(of: fields, kind, item.id))
    }

    /// What happened to several records at once: `25 relaties toegevoegd`, or all that came in with a new ecosystem.
    func what(_ group: ChangeGroup) -> HTML {
        guard group.count > 1 else { return what(group.latest) }
        if group.items.contains(where: { $0.eventKind == "\(Profile.naming.singular).added" }) {
            return """
                <strong><a href="\(Path.ecosystem(inside.id))">\(inside.name)</a></strong> \
                \(say("is toegevoegd, met \(group.count) gegevens", "was added, with \(group.count) details"))
                """
        }
        let parts = group.tally.compactMap(part)
        guard parts.count > 1 else { return parts.first ?? what(group.latest) }
        let rest = parts.count - 3
        let more: HTML = rest > 0 ? "\(say(" en nog \(rest) soorten", " and \(rest) more kinds"))" : ""
        return "\(parts.prefix(3).joined(separator: ", "))\(more)"
    }

    private func part(_ eventKind: String, _ count: Int) -> HTML? {
        guard let (kind, verb) = inside.reader.catalogue.subject(of: eventKind) else { return nil }
        let words = say.count(count, kind.naming.label, kind.naming.pluralLabel)
        return "<strong><a href=\"\(Path.records(inside.id, kind.plural))\">\(words)</a></strong> \(told(verb))"
    }

    private func told(_ verb: RecordVerb) -> String {
        switch verb {
        case .added: say("toegevoegd", "added")
        case .changed: say("gewijzigd", "changed")
        case .removed: say("verwijderd", "removed")
        }
    }

    /// Before and after, field by field.
    func table(_ version: RecordVersion) -> HTML {
        guard let difference = version.difference, let kind = inside.reader.catalogue.kind(difference.kind),
            !difference.fields.isEmpty
        else { return "" }
        let view = ValueView(inside)
        let before = difference.fields.reduce(into: version.values) { $0[$1.field] = $0[$1.field] ?? $1.before }
        let visible = inside.reader.visible(before, kind, difference.id) ?? [:]
        let rows: HTML = difference.fields.filter { visible[$0.field] != nil }.html { change in
            let shape = kind.field(change.field)?.shape ?? .line
            let before: HTML = change.before.isNull ? "" : "<del>\(view.plain(shape, change.before))</del>"
            let after: HTML = change.after.isNull ? "" : "<ins>\(view.plain(shape, change.after))</ins>"
            return "<tr><th scope=\"row\">\(say(change.label))</th><td>\(before) \(after)</td></tr>"
        }
        return "<table class=\"difference\"><tbody>\(rows)</tbody></table>"
    }
}
