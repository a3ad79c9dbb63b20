import Ecosystems
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NetworkMap
import Networks
import Parties

/// The numbers of every organisation: sorted by any of them, 200 at a time, and the same as a file.
extension EcosystemVisit {
    func numbersTable(_ analysis: NetworkAnalysis) -> HTML {
        let columns = columns(of: analysis)
        let order = order(of: analysis)
        let start = max(0, Int(visit.query("from")) ?? 0)
        let head: HTML = columns.html { heading($0, analysis) }
        let rows: HTML = order.dropFirst(start).prefix(200).html { row($0, columns, analysis) }
        let path = Path.mapPart(id, "analysis")
        let rest = analysisQuery.filter { $0.0 != "from" }
        let next: HTML =
            start + 200 < order.count
            ? "<p><a href=\"\(path.with(rest + [("from", "\(start + 200)")]))\">\(say("Volgende 200", "Next 200"))</a></p>"
            : ""
        return """
            <section class="card"><div class="row"><h2>\(say("Elke organisatie", "Every organisation"))</h2>
            <p><a href="\(Path.mapPart(id, "analysis.csv").with(rest))">\(say("Download als CSV", "Download as CSV"))</a></p></div>
            <p class="quiet">\(say("Kies een kop om daarop te sorteren.", "Choose a heading to sort by it."))</p>
            <div class="scroll"><table class="sortable"><thead><tr>\(nameHeading)\(head)</tr></thead><tbody>\(rows)</tbody></table></div>\(next)\(meanings(columns, analysis))</section>
            """
    }

    /// The same rows as a table for spreadsheets, with every digit.
    func analysisTable() async throws -> Response {
        let scope = try networkScope()
        let graph = try scope.graph(reader)
        var question = try NetworkInquiry(
            isWeighted: visit.query("weighted") == "yes", most: NetworkInquiry.mostForPages
        ).question(for: graph)
        question.metrics.formUnion(question.isWeighted ? [.clustering, .strength] : [.clustering])
        let analysis = NetworkAnalysis(of: graph, question)
        let columns = NodeNumber.given(by: analysis)
        var text = (["id", "name", "sector"] + columns.map(\.rawValue)).joined(separator: ",") + "\r\n"
        for node in order(of: analysis) {
            let cells = [graph.ids[node], name(node, analysis), sector(node, analysis)].map(Self.cell)
            let numbers = columns.map { $0.value(of: node, in: analysis).map { "\($0.plain)" } ?? "" }
            text += (cells + numbers).joined(separator: ",") + "\r\n"
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(id)-analysis.csv\"",
            ], body: .init(byteBuffer: .init(string: text)))
    }

    private static func cell(_ text: String) -> String {
        guard text.contains(where: { "\",\r\n\r\n".contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }

    /// Parts are told only when there are several.
    private func columns(of analysis: NetworkAnalysis) -> [NodeNumber] {
        NodeNumber.given(by: analysis).filter { $0 != .component || (analysis.components?.count ?? 0) > 1 }
    }

    private func sorted(_ analysis: NetworkAnalysis) -> NodeNumber? {
        NodeNumber(rawValue: visit.query("sort")).flatMap { columns(of: analysis).contains($0) ? $0 : nil }
            ?? NodeNumber.leading(in: analysis)
    }

    private var isTurned: Bool { visit.query("order") == "turned" }

    private func order(of analysis: NetworkAnalysis) -> [Int] {
        if visit.query("sort") == "name" {
            let names = (0..<analysis.graph.nodes).map { name($0, analysis).lowercased() }
            let order = names.indices.sorted { names[$0] == names[$1] ? $0 < $1 : names[$0] < names[$1] }
            return isTurned ? order.reversed() : order
        }
        guard let number = sorted(analysis) else { return Array(0..<analysis.graph.nodes) }
        return number.order(in: analysis, ascending: isTurned == number.isSize)
    }

    private func name(_ node: Int, _ analysis: NetworkAnalysis) -> String {
        say(reader.title("organisations", analysis.graph.ids[node]))
    }

    private func sector(_ node: Int, _ analysis: NetworkAnalysis) -> String {
        reader.state[Organisation.self][ID(analysis.graph.ids[node])]?.sector ?? ""
    }

    private var nameHeading: HTML {
        sortLink("name", say("Organisatie", "Organisation"), isNow: visit.query("sort") == "name", rises: true)
    }

    private func heading(_ number: NodeNumber, _ analysis: NetworkAnalysis) -> HTML {
        let isNow = visit.query("sort") != "name" && number == sorted(analysis)
        return sortLink(number.rawValue, say(number.label), isNow: isNow, rises: !number.isSize)
    }

    /// A heading that sorts; chosen again it turns the order around.
    private func sortLink(_ name: String, _ label: String, isNow: Bool, rises: Bool) -> HTML {
        let rest = analysisQuery.filter { !["sort", "order", "from"].contains($0.0) }
        let turn = isNow && !isTurned ? [("order", "turned")] : []
        let isRising = rises != isTurned
        let state: HTML = isNow ? " aria-sort=\"\(isRising ? "ascending" : "descending")\"" : ""
        let sign: HTML = isNow ? " <span aria-hidden=\"true\">\(isRising ? "▴" : "▾")</span>" : ""
        let number: HTML = name == "name" ? "" : " class=\"number\""
        return
            "<th scope=\"col\"\(number)\(state)><a href=\"\(Path.mapPart(id, "analysis").with(rest + [("sort", name)] + turn))\">\(label)\(sign)</a></th>"
    }

    private func row(_ node: Int, _ columns: [NodeNumber], _ analysis: NetworkAnalysis) -> HTML {
        let cells: HTML = columns.html { number in
            let value = number.value(of: node, in: analysis) ?? 0
            // People count groups from 1.
            let shown = number.isSize ? value.shown(say.language) : "\(Int(value) + 1)"
            return "<td class=\"number\">\(shown)</td>"
        }
        return "<tr><th scope=\"row\">\(party(analysis.graph.ids[node]))</th>\(cells)</tr>"
    }

    /// What each column means, and by which choices it was made.
    private func meanings(_ columns: [NodeNumber], _ analysis: NetworkAnalysis) -> HTML {
        let rows: HTML = columns.html { number in
            """
            <details class="more"><summary>\(say(number.label))</summary><p>\(say(number.meaning)) \
            <span class="quiet">\(convention(of: number.metric, analysis))</span></p></details>
            """
        }
        return
            "<div class=\"meanings\"><h3>\(say("Wat deze getallen betekenen", "What these numbers mean"))</h3>\(rows)</div>"
    }
}

extension Double {
    /// With all its digits, and without a fraction that is none.
    fileprivate var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}
