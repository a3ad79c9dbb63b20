import Ecosystems
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Networks

/// The network in numbers: the whole, who holds it together, and a table of every organisation.
extension EcosystemVisit {
    func showAnalysis() async throws -> Response {
        if let nothing = noNetwork() { return show(analysisPage(nothing)) }
        let scope = try networkScope()
        let key = "map-analysis?" + analysisQuery.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        let content = try await cached(key, awaiting: { analysisContent(try analysis(scope), scope) })
        return show(analysisPage(content))
    }

    private func analysisPage(_ content: HTML) -> Page {
        mapNumbersPage(
            .analysis, say("Analyse", "Analysis"),
            lead: say(
                "Wie houdt het netwerk bij elkaar, en waar zou het breken?",
                "Who holds the network together, and where would it break?"), content)
    }

    /// Everything that the address says of this page, in a fixed order.
    var analysisQuery: [(String, String)] {
        scopeQuery
            + ["weighted", "sort", "order", "from"].compactMap { name in
                visit.query(name).isEmpty ? nil : (name, visit.query(name))
            }
    }

    private func analysis(_ scope: NetworkScope) throws(Refusal) -> NetworkAnalysis {
        let graph = try scope.graph(reader)
        let inquiry = NetworkInquiry(
            isWeighted: visit.query("weighted") == "yes", most: NetworkInquiry.mostForPages)
        var question = try inquiry.question(for: graph)
        question.metrics.insert(.clustering)
        if question.isWeighted { question.metrics.insert(.strength) }
        return NetworkAnalysis(of: graph, question)
    }

    private func analysisContent(_ analysis: NetworkAnalysis, _ scope: NetworkScope) -> HTML {
        guard analysis.graph.edges > 0 else {
            return """
                \(analysisForm(scope))<p class="empty" role="status">\(say("Er is geen enkele verbinding om mee te rekenen.", "There is no tie to calculate with.")) \
                <a href="\(Path.newRecord(id, "relations"))">\(say("Leg een relatie vast", "Record a relation"))</a></p>
                """
        }
        return "\(breaks(analysis))\(analysisForm(scope))\(whole(analysis))\(numbersTable(analysis))"
    }

    private func analysisForm(_ scope: NetworkScope) -> HTML {
        let yes = { (name: String) in visit.query(name) == "yes" ? "yes" : "" }
        let clear: HTML =
            analysisQuery.isEmpty
            ? "" : "<a href=\"\(Path.mapPart(id, "analysis"))\">\(say("Toon alles", "Show all"))</a>"
        return """
            <form method="get" action="\(Path.mapPart(id, "analysis"))" class="choose">\(scopeChoices(scope))
            <label>\(say("Richting", "Direction")) <select name="directed"><option value="">\(say("telt niet", "does not count"))</option>\(option("yes", say("telt", "counts"), chosen: yes("directed")))</select></label>
            <label>\(say("Gewicht", "Weight")) <select name="weighted"><option value="">\(say("telt niet", "does not count"))</option>\(option("yes", say("telt", "counts"), chosen: yes("weighted")))</select></label>
            <button class="button quiet">\(say("Reken", "Calculate"))</button>\(clear)</form>
            """
    }

    /// The numbers of the network as a whole, each with what it means and how it was made.
    private func whole(_ analysis: NetworkAnalysis) -> HTML {
        let numbers: HTML = WholeNumber.allCases.html { number in
            guard let value = number.value(in: analysis) else { return "" }
            return """
                <div><dt>\(say(number.label))</dt><dd><strong>\(value.shown(say.language))</strong>
                <details class="more"><summary>\(say("uitleg", "meaning"))</summary><p>\(say(number.meaning)) \(convention(of: number.metric, analysis))</p></details></dd></div>
                """
        }
        return
            "<section class=\"card\"><h2>\(say("Het geheel", "The whole"))</h2><dl class=\"numbers\">\(numbers)</dl>\(intake(analysis))</section>"
    }

    func convention(of metric: NetworkMetric?, _ analysis: NetworkAnalysis) -> String {
        guard let metric, let convention = analysis.conventions.metrics[metric.rawValue] else { return "" }
        return say(convention.words(for: metric, analysis.question, isDirected: analysis.graph.isDirected))
    }

    /// What was given and is no edge, and how far an estimate may be off.
    private func intake(_ analysis: NetworkAnalysis) -> HTML {
        var words: [String] = []
        let parallels = analysis.graph.intake.parallels
        if parallels > 0 {
            words.append(
                say(
                    "\(parallels) verbindingen lopen tussen partijen die al verbonden zijn; ze tellen samen als één.",
                    "\(parallels) ties run between parties that are tied already; together they count as one."))
        }
        if let sample = analysis.sample {
            words.append(
                say(
                    "Tussenligging is geschat uit \(sample.pivots) partijen, omdat exact rekenen te lang duurt; met 95% zekerheid hooguit \(sample.bound.shown(.nl)) ernaast, en meestal veel minder.",
                    "Betweenness is estimated from \(sample.pivots) parties, because to calculate exactly takes too long; with 95% confidence at most \(sample.bound.shown(.en)) off, and mostly far less."
                ))
        }
        return words.isEmpty ? "" : "<p class=\"quiet\">\(words.joined(separator: " "))</p>"
    }
}
