import Ecosystems
import Kernel
import Markup
import NetworkMap
import Parties

/// The map as it grew. Without a script it is the map of now with a table beside it of what came and went; with one it can be played.
extension EcosystemVisit {
    func growth(_ scope: NetworkScope, _ days: [Day]) -> HTML {
        do throws(Refusal) {
            var question = scope.question
            question.showsLonely = false
            let picture = try NetworkPicture.of(question, reader, language: say.language) {
                Path.organisation(id, $0).url
            }
            guard !picture.nodes.isEmpty, days.count > 1 else { return "" }
            let drawing = MapRenderer.render(
                nodes: picture.nodes, edges: picture.edges,
                options: MapOptions(
                    width: picture.nodes.count <= 24 ? 760 : 1080, legend: picture.legend,
                    texts: MapTexts(
                        title: say("Hoe het netwerk groeide", "How the network grew"),
                        description: say(
                            "Dezelfde gegevens staan in de tabel eronder.", "The same facts are in the table below.")),
                    identifier: "growth"))
            let labels = days.map { say.day($0, today: reader.today) }.joined(separator: "|")
            return """
                <section class="card"><h2>\(say("Hoe het groeide", "How it grew"))</h2>
                <figure data-map data-growth data-days="\(days.map(\.description).joined(separator: "|"))" data-labels="\(labels)" data-play="\(say("Speel af", "Play"))" data-pause="\(say("Pauze", "Pause"))"
                data-state="\(say("{day}: {parties} partijen, {ties} lijnen", "{day}: {parties} parties, {ties} lines"))" data-when="\(say("Op welke dag", "On which day"))" data-zoom-in="\(say("Inzoomen", "Zoom in"))" data-zoom-out="\(say("Uitzoomen", "Zoom out"))" data-reset="\(say("Hele kaart", "Whole map"))"
                data-search="\(say("Zoek op de kaart", "Search the map"))" data-hint="\(say("Zoom in om de namen te lezen.", "Zoom in to read the names."))" data-found="\(say("{count} gevonden", "{count} found"))">\(HTML(drawn: drawing.svg))
                <figcaption>\(HTML(drawn: drawing.legend))</figcaption></figure>\(comings(picture))</section>
                """
        } catch { return "" }
    }

    /// What came and went on which day, the first first; the script reads the days from here.
    private func comings(_ picture: NetworkPicture) -> HTML {
        let shown = Set(picture.nodes.map(\.id))
        var rows: [(day: Day?, html: HTML)] = []
        for participation in reader.records(Participation.self)
        where shown.contains(participation.organisation.rawValue) {
            guard let since = participation.since, participation.status != .declined else { continue }
            let id = participation.organisation.rawValue
            let isGone = participation.status == .left
            let when: HTML = isGone ? " data-until=\"\(since.description)\"" : " data-since=\"\(since.description)\""
            rows.append(
                (
                    since,
                    """
                    <tr data-party="\(id)"\(when)><td>\(say.day(since, today: reader.today))</td><th scope="row">\(party(id))</th>\
                    <td>\(say(participation.status.label))</td></tr>
                    """
                ))
        }
        for tie in picture.relations {
            let (from, until) = (tie.period.from, tie.period.until)
            let since: HTML = from.map { " data-since=\"\($0.description)\"" } ?? ""
            let end: HTML = until.map { " data-until=\"\($0.description)\"" } ?? ""
            // A tie without a period is always there: the script must know of it, the reader has no day to read.
            let hidden: HTML = from == nil && until == nil ? " hidden" : ""
            let ended: HTML =
                until.map { " <span class=\"quiet\">\(say("tot", "until")) \(say.day($0, today: reader.today))</span>" }
                ?? ""
            rows.append(
                (
                    from ?? until,
                    """
                    <tr data-from="\(tie.from.id)" data-to="\(tie.to.id)" data-kind="\(tie.kind.id)"\(since)\(end)\(hidden)><td>\(from.map { say.day($0, today: reader.today) } ?? "–")</td>\
                    <th scope="row">\(party(tie.from.id)) \(tie.isDirected ? "→" : "—") \(party(tie.to.id))</th><td>\(say(tie.kind.title))\(ended)</td></tr>
                    """
                ))
        }
        let ordered = rows.enumerated().sorted { one, other in
            let (left, right) = (one.element.day?.number ?? .min, other.element.day?.number ?? .min)
            return left == right ? one.offset < other.offset : left < right
        }
        return """
            <details><summary>\(say("Wat kwam en ging, per dag", "What came and went, by day"))</summary><div class="scroll"><table class="comings"><thead><tr><th scope="col">\(say("Dag", "Day"))</th>
            <th scope="col">\(say("Wie", "Who"))</th><th scope="col">\(say("Wat", "What"))</th></tr></thead><tbody>\(ordered.map(\.element.html))</tbody></table></div></details>
            """
    }
}
