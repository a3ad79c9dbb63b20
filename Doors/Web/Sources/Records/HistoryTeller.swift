import Ecosystems
import Foundation
import Kernel

/// Tells events in words: who, when, what, and what changed.
struct HistoryTeller {
    let inside: EcosystemVisit
    private var say: Say { inside.say }

    init(_ inside: EcosystemVisit) { self.inside = inside }

    func when(_ item: HistoryItem) -> String {
        let day = Clock.day(of: item.recordedAt)
        let seconds = Int(item.recordedAt / 1000)
        let offset =
            TimeZone(identifier: "Europe/Amsterdam")?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            ?? 3600
        let minutes = ((seconds + offset) % 86_400) / 60
        let clock = "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return "\(say.since(day, today: inside.visit.today)) \(clock)"
    }

    /// A function and organisation, never a name.
    func who(_ item: HistoryItem) -> String {
        var words: [String] = []
        if inside.reader.state.table("persons")?.contains(item.person) == true {
            words.append(say(inside.reader.title("persons", item.person)))
        } else if item.person == "operator" {
            words.append(say("beheer van de server", "the server's operator"))
        } else {
            words.append(say("een beheerder", "an administrator"))
        }
        if !item.organisation.isEmpty { words.append(say(inside.reader.title("organisations", item.organisation))) }
        if let mandate = item.mandate { words.append(say("mandaat \(mandate)", "mandate \(mandate)")) }
        return words.joined(separator: ", ")
    }

    func reason(_ item: HistoryItem) -> HTML {
        item.reason.isEmpty ? "" : "<p class=\"reason\">“\(item.reason)”</p>"
    }

    /// What happened, with a link to the record.
    func what(_ item: HistoryItem) -> HTML {
        guard !item.isErased else { return "<span class=\"quiet\">\(say("inhoud gewist", "content erased"))</span>" }
        guard let (kind, verb) = inside.reader.catalogue.subject(of: item.eventKind) else {
            return
                "\(item.eventKind == "payload.erased" ? say("inhoud gewist op verzoek", "content erased on request") : item.eventKind)"
        }
        let label = say(kind.naming.label).lowercasedFirst
        let verbs =
            switch verb {
            case .added: say("toegevoegd", "added")
            case .changed: say("gewijzigd", "changed")
            case .removed: say("verwijderd", "removed")
            }
        let fields =
            verb == .changed
            ? item.fields.keys.sorted().compactMap { kind.field($0).map { say($0.label).lowercasedFirst } } : []
        let name: HTML =
            if inside.reader.values(kind, item.id) != nil {
                ValueView(inside).link(kind.plural, item.id)
            } else { "<a href=\"\(Path.versions(inside.id, kind.plural, item.id))\">\(item.id)</a>" }
        let detail: HTML = fields.isEmpty ? "" : " <span class=\"quiet\">\(fields.joined(separator: ", "))</span>"
        return "<strong>\(name)</strong> <span>\(label) \(verbs)</span>\(detail)"
    }

    /// What happened to several records at once: `25 relaties toegevoegd`.
    func what(_ group: ChangeGroup) -> HTML {
        guard group.count > 1, let (kind, verb) = inside.reader.catalogue.subject(of: group.latest.eventKind) else {
            return what(group.latest)
        }
        let verbs =
            switch verb {
            case .added: say("toegevoegd", "added")
            case .changed: say("gewijzigd", "changed")
            case .removed: say("verwijderd", "removed")
            }
        let many = say(kind.naming.pluralLabel).lowercasedFirst
        return
            "<strong><a href=\"\(Path.records(inside.id, kind.plural))\">\(group.count) \(many)</a></strong> \(verbs)"
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
