import Ecosystems
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Networks

/// The network from its first day until now: any number as of any day, the same as a table, and how it grew.
extension EcosystemVisit {
    func showTime() async throws -> Response {
        if let nothing = noNetwork() { return show(timePage(nothing)) }
        let scope = try networkScope()
        let key = "map-time?" + timeQuery.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let content = try await cached(key, awaiting: { try timeContent(scope) })
        return show(timePage(content))
    }

    private func timePage(_ content: HTML) -> Page {
        var page = mapNumbersPage(
            .time, say("Door de tijd", "Over time"),
            lead: say(
                "Hoe het netwerk groeide, en hoe het er op elke dag voor stond.",
                "How the network grew, and how it stood on any day."), content)
        page.scripts = ["map.js", "map-time.js"]
        return page
    }

    /// Everything that the address says of this page, in a fixed order.
    private var timeQuery: [(String, String)] {
        scopeQuery.filter { ["kind", "derived"].contains($0.0) }
            + ["step", "since", "party"].compactMap { visit.query($0).isEmpty ? nil : ($0, visit.query($0)) }
    }

    private func timeContent(_ scope: NetworkScope) throws(Refusal) -> HTML {
        var always = scope
        always.day = nil
        let network = try always.network(reader)
        guard let span = NetworkTimeline.span(reader, network) else {
            return "\(timeForm(scope, nil, .year))\(nothingHasADay)"
        }
        let from = Day(visit.query("since")).map { min(max($0, span.first), span.last) } ?? span.first
        let step =
            NetworkTimeline.Step(rawValue: visit.query("step")) ?? NetworkTimeline.step(from: from, until: span.last)
        let party =
            reader.state.table("organisations")?.contains(visit.query("party")) == true ? visit.query("party") : ""
        let days = NetworkTimeline.days(from, span.last, step).count
        let inquiry = NetworkInquiry(
            metrics: party.isEmpty
                ? ["components", "communities", "cuts", "clustering"]
                : ["degree", "betweenness", "harmonic", "pagerank", "core", "clustering"],
            most: NetworkInquiry.mostForPages / Double(days))
        let timeline = try NetworkTimeline(reader, always, from: from, until: span.last, step, inquiry)
        let lines = party.isEmpty ? MeasureLine.whole(timeline, say) : MeasureLine.party(party, timeline, say)
        let undated = network.ties.count(where: \.period.isEmpty)
        return """
            \(timeForm(scope, party, step))\(undatedNote(undated, of: network.ties.count))\(multiples(lines, timeline.days, party))\(growth(always, timeline.days))
            """
    }

    private var nothingHasADay: HTML {
        """
        <p class="empty">\(say("Nog niets heeft een begin of een eind, dus er is geen verloop te tonen. Vul bij relaties de periode in, en bij deelnames sinds wanneer.",
            "Nothing has a beginning or an end yet, so there is no course to show. Fill in the period of relations, and since when parties take part.")) \
        <a href="\(Path.records(id, "relations"))">\(say("Naar de relaties", "To the relations"))</a></p>
        """
    }

    private func undatedNote(_ undated: Int, of all: Int) -> HTML {
        guard undated > 0 else { return "" }
        return
            "<p class=\"quiet\">\(say("\(undated) van de \(all) verbindingen hebben geen begin of eind; die tellen op elke dag mee.", "\(undated) of the \(all) ties have no beginning or end; they count on every day."))</p>"
    }

    private func timeForm(_ scope: NetworkScope, _ party: String?, _ step: NetworkTimeline.Step) -> HTML {
        return """
            <form method="get" action="\(Path.mapPart(id, "time"))" class="choose">\(scopeChoices(scope, withDay: false))
            \(partyChoice("party", say("Van", "Of"), first: say("het hele netwerk", "the whole network"), chosen: party ?? ""))
            <label>\(say("Per", "By")) <select name="step">\(option("year", say("jaar", "year"), chosen: step.rawValue))\(option("quarter", say("kwartaal", "quarter"), chosen: step.rawValue))</select></label>
            <label>\(say("Vanaf", "From")) <input type="date" name="since" value="\(visit.query("since"))"></label>
            <button class="button quiet">\(say("Toon", "Show"))</button></form>
            """
    }
}
