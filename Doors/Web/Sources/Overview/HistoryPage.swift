import Ecosystems
import Ensemble
import Gate
import Hummingbird
import Kernel
import Markup

/// Everything that happened, newest first, and the way back to any day.
extension EcosystemVisit {
    /// May the visitor know about this event? Only when they may see what it is about.
    func maySee(_ item: HistoryItem) -> Bool { reader.maySee(item) }

    func showHistory() async throws -> Response {
        let end = Int(visit.query("before")) ?? (isPast ? reader.state.sequence + 1 : nil)
        let part = try await HistoryPart.read(ecosystem, before: end) { wanted($0) && maySee($0) }
        let teller = HistoryTeller(self, names: try await accountNames(part.people))
        let rows = part.groups.html { line($0, teller) }
        let older: HTML =
            part.next.map { next in
                let query = [("before", String(next))] + ["kind", "person"].map { ($0, visit.query($0)) }
                return "<p><a href=\"\(Path.history(id).with(query))\">\(say("Ouder", "Older"))</a></p>"
            } ?? ""
        let empty: HTML =
            part.groups.isEmpty ? "<p class=\"empty\">\(say("Niets gevonden.", "Nothing found."))</p>" : ""
        return show(
            Page(
                say("Geschiedenis", "History"), place: .history,
                """
                <div class="title"><div><h1>\(say("Geschiedenis", "History"))</h1><p class="lead">\(say("Elke wijziging, door wie en waarom. Niets hiervan kan ongemerkt veranderd worden.", "Every change, by whom and why. None of this can be altered unnoticed.")) <a href="\(Path.proof)">\(say("Hoe dat te bewijzen is", "How that is proved"))</a></p></div>
                <form method="get" action="\(Path.ecosystem(id))" class="inline"><label for="as-of">\(say("Bekijk het ecosysteem op", "See the ecosystem on"))</label>
                <input type="date" id="as-of" name="as-of" required max="\(visit.today.description)"> <button class="button quiet">\(say("Kijk terug", "Look back"))</button></form></div>
                \(historyFilter(part.people, teller))<ol class="timeline">\(rows)</ol>\(empty)\(older)
                """))
    }

    /// Is this what the address asks for: of this kind, by this person?
    private func wanted(_ item: HistoryItem) -> Bool {
        let (kind, person) = (visit.query("kind"), visit.query("person"))
        guard kind.isEmpty || item.kind == kind else { return false }
        if person == Doer.anyAccount { return doer(of: item) == .account }
        return person.isEmpty || item.person == person
    }

    private func historyFilter(_ people: [HistoryItem], _ teller: HistoryTeller) -> HTML {
        let (kind, person) = (visit.query("kind"), visit.query("person"))
        let kinds = reader.catalogue.kinds.filter { reader.canRead($0) }.map { ($0.plural, say($0.naming.pluralLabel)) }
        let accounts = people.filter { doer(of: $0) == .account && teller.names[$0.person] == nil }
        let persons =
            people.filter { doer(of: $0) != .account || teller.names[$0.person] != nil }
            .map { ($0.person, teller.who($0)) } + accounts.prefix(1).map { (Doer.anyAccount, teller.who($0)) }
        let all: HTML =
            kind.isEmpty && person.isEmpty
            ? "" : " <a href=\"\(Path.history(id))\">\(say("Toon alles", "Show all"))</a>"
        return """
            <form method="get" action="\(Path.history(id))" class="inline">\(historyChooser("kind", say("Wat", "What"), say("alles", "all"), kinds, kind))
            \(historyChooser("person", say("Door wie", "By whom"), say("iedereen", "everyone"), persons, person)) <button class="button quiet">\(say("Toon", "Show"))</button>\(all)</form>
            """
    }

    private func historyChooser(
        _ name: String, _ label: String, _ any: String, _ choices: [(String, String)], _ chosen: String
    ) -> HTML {
        let options: HTML = choices.sorted { $0.1.lowercased() < $1.1.lowercased() }.html {
            option($0.0, $0.1, chosen: chosen)
        }
        return """
            <label>\(label) <select name="\(name)"><option value="">\(any)</option>\(options)</select></label>
            """
    }

    private func line(_ group: ChangeGroup, _ teller: HistoryTeller) -> HTML {
        let item = group.latest
        let then = Path.ecosystem(id).with([("as-of", "\(item.sequence)")])
        let lines =
            group.count == 1
            ? say("regel \(item.sequence)", "line \(item.sequence)")
            : say(
                "regel \(group.earliest.sequence) tot en met \(item.sequence)",
                "lines \(group.earliest.sequence) to \(item.sequence)")
        return """
            <li><div class="row"><p>\(teller.what(group))</p><span class="quiet">\(teller.when(item))</span></div>
            <p class="why">\(teller.who(item)) · <a href="\(then)">\(say("zoals het toen was", "as it was then"))</a> · \(lines) · \
            <a href="\(proof(of: item))">\(say("bewijs", "proof"))</a></p>\(teller.reason(group.reason))\(members(group, teller))</li>
            """
    }

    /// Who sees everything gets what the line in the log is computed from; others that the line is there.
    private func proof(of item: HistoryItem) -> String {
        reader.rights.seesEverything
            ? "/api/v1/ecosystems/\(id)/events/\(item.sequence)/evidence" : "/api/v1/log/inclusion-proofs/\(item.leaf)"
    }

    /// The single changes of a group, folded away.
    private func members(_ group: ChangeGroup, _ teller: HistoryTeller) -> HTML {
        guard group.count > 1 else { return "" }
        let shown = group.items.prefix(200)
        let items: HTML = shown.html { item in
            "<li>\(teller.what(item))\(group.reason.isEmpty ? teller.reason(item.reason) : "")</li>"
        }
        let rest = group.count - shown.count
        let more: HTML = rest > 0 ? "<p class=\"quiet\">\(say("en nog \(rest)", "and \(rest) more"))</p>" : ""
        return """
            <details><summary>\(say("Toon alle \(group.count)", "Show all \(group.count)"))</summary><ul class="plain">\(items)</ul>\(more)</details>
            """
    }
}

/// A page of the history: groups of changes, and where the next page begins.
struct HistoryPart {
    private(set) var groups: [ChangeGroup] = []
    /// Nil at the beginning of the history.
    private(set) var next: Int?
    /// One event of each person that acted in the part that was read.
    private(set) var people: [HistoryItem] = []

    /// Reads back in steps of a thousand events, until there are thirty groups; ten steps at most, so that nobody waits for long.
    static func read(
        _ ecosystem: Ecosystem, before end: Int?, _ isWanted: (HistoryItem) -> Bool
    ) async throws -> HistoryPart {
        var part = HistoryPart()
        var kept: [HistoryItem] = []
        part.next = end
        for _ in 0..<10 where part.groups.count <= 30 {
            let items = try await ecosystem.history(before: part.next, limit: 1_000)
            for item in items where !part.people.contains(where: { $0.person == item.person }) {
                part.people.append(item)
            }
            kept += items.filter(isWanted)
            part.groups = ChangeGroup.groups(of: kept)
            part.next = items.last.flatMap { $0.sequence > 1 ? $0.sequence : nil }
            if part.next == nil { break }
        }
        if part.groups.count > 30 {
            part.groups = Array(part.groups.prefix(30))
            part.next = part.groups.last?.earliest.sequence
        }
        return part
    }
}
