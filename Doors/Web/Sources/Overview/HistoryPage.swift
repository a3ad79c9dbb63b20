import Ecosystems
import Gate
import Hummingbird
import Kernel

/// Everything that happened, newest first, and the way back to any day.
extension EcosystemVisit {
    /// May the visitor know about this event? Only when they may see what it is about.
    func maySee(_ item: HistoryItem) -> Bool {
        if reader.rights.seesEverything { return true }
        guard let kind = reader.catalogue.kind(item.kind) else { return item.kind.isEmpty }
        guard reader.canRead(kind) else { return false }
        return reader.state.table(kind.plural)?.contains(item.id) != true || reader.values(kind, item.id) != nil
    }

    func showHistory() async throws -> Response {
        let end = Int(visit.query("before")) ?? (isPast ? reader.state.sequence + 1 : nil)
        let items = try await ecosystem.history(before: end, limit: 60)
        let teller = HistoryTeller(self)
        let rows: HTML = items.filter(maySee).html { item in
            """
            <li><div class="row"><p>\(teller.what(item))</p><span class="quiet">\(teller.when(item))</span></div>
            <p class="why">\(teller.who(item)) · <a href="\(Path.ecosystem(id).with([("as-of", "\(item.sequence)")]))">\(say("zoals het toen was", "as it was then"))</a> · nr. \(item.sequence)</p>\(teller.reason(item))</li>
            """
        }
        let older: HTML =
            items.last.map { $0.sequence > 1 } == true
            ? "<p><a href=\"\(Path.history(id).with([("before", "\(items.last?.sequence ?? 1)")]))\">\(say("Ouder", "Older"))</a></p>"
            : ""
        return show(
            Page(
                say("Geschiedenis", "History"), place: .history,
                """
                <div class="title"><div><h1>\(say("Geschiedenis", "History"))</h1><p class="lead">\(say("Elke wijziging, door wie en waarom. Niets hiervan kan ongemerkt veranderd worden.", "Every change, by whom and why. None of this can be altered unnoticed.")) <a href="\(Path.proof)">\(say("Hoe dat te bewijzen is", "How that is proved"))</a></p></div>
                <form method="get" action="\(Path.ecosystem(id))" class="inline"><label for="as-of">\(say("Bekijk het ecosysteem op", "See the ecosystem on"))</label>
                <input type="date" id="as-of" name="as-of" required max="\(visit.today.description)"> <button class="button quiet">\(say("Kijk terug", "Look back"))</button></form></div>
                <ol class="timeline">\(rows)</ol>\(older)
                """))
    }
}
