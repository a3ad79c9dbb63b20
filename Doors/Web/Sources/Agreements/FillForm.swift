import Agreements
import Ecosystems
import Hummingbird
import Kernel
import Markup
import MethodLibrary

/// The places of a clause to fill in, each with an input that fits.
extension EcosystemVisit {
    func fillForm(_ clause: Clause, _ refused: RefusedForm?) -> HTML {
        guard !clause.variables.isEmpty else { return "" }
        let name = "fill-\(clause.id.rawValue)"
        let known = library(clause)
        let fields: HTML = clause.variables.html { variable in
            let label = known[variable.name].map { say($0) } ?? variable.name
            let start = refused.value(variable.name, in: name, else: shown(variable))
            return """
                <div class="field"><label for="\(name)-\(variable.name)">\(label)</label>\(input(variable, "\(name)-\(variable.name)", start, refused.state(variable.name, in: name)))</div>
                """
        }
        let inputs = Dictionary(
            clause.variables.map { ($0.name, "\(name)-\($0.name)") }, uniquingKeysWith: { first, _ in first })
        return """
            \(troubles(refused, in: name, inputs: inputs))<form method="post" action="\(Path.agreementPart(id, clause.agreement.rawValue, "assembly/clauses/\(clause.id.rawValue)/variables"))">\(visit.token)\(fields)
            <button class="button">\(say("Vul in", "Fill in"))</button></form>
            """
    }

    /// What the block calls its places.
    private func library(_ clause: Clause) -> [String: Text] {
        let texts = reader.library.block(clause.block)?.clauses ?? []
        return texts.flatMap(\.variables).reduce(into: [:]) { $0[$1.id] = $1.name }
    }

    private func shown(_ variable: ClauseVariable) -> String {
        switch variable.type {
        case .text: say.language == .nl ? variable.value.nl : variable.value.en
        case .amount: WrittenNumber.shown(variable.plain, in: say.language)
        default: variable.plain
        }
    }

    private func input(_ variable: ClauseVariable, _ input: String, _ start: String, _ state: HTML) -> HTML {
        let name = variable.name
        switch variable.type {
        case .text:
            return "<textarea id=\"\(input)\" name=\"\(name)\" rows=\"2\"\(state)>\n\(start)</textarea>"
        case .day: return "<input type=\"date\" id=\"\(input)\" name=\"\(name)\" value=\"\(start)\"\(state)>"
        case .number, .amount:
            return
                "<input class=\"short\" inputmode=\"decimal\" id=\"\(input)\" name=\"\(name)\" value=\"\(start)\"\(state)>"
        case .organisation, .role, .body:
            let options: HTML = choices(variable.type).html { option($0.0, $0.1, chosen: start) }
            return
                "<select id=\"\(input)\" name=\"\(name)\"\(state)>\(option("", say("nog niet gekozen", "not chosen yet"), chosen: start))\(options)</select>"
        }
    }

    private func choices(_ type: BlocksMethod.VariableType) -> [(String, String)] {
        switch type {
        case .organisation:
            (reader.state.table("organisations")?.ids ?? []).map { ($0, say(reader.title("organisations", $0))) }
        case .body: (reader.state.table("bodies")?.ids ?? []).map { ($0, say(reader.title("bodies", $0))) }
        default: reader.library.choices(for: .role).map { ($0.id, "\(say($0.label)) (\(say($0.group)))") }
        }
    }

    func fillClause() async throws -> Response {
        let (agreement, clause) = (try visit.part("agreement"), try visit.part("clause"))
        let form = try await visit.form()
        let name = "fill-\(clause)"
        let variables = reader.record(Clause.self, clause)?.variables ?? []
        var values: [String: Text] = [:]
        for variable in variables where form.has(variable.name) {
            let typed = form.first(variable.name).trimmed
            do throws(Problem) { values[variable.name] = try value(of: variable, typed) } catch {
                let problem = error.under(variable.name)
                return try await showAssembly(after: RefusedForm(name: name, sent: form, problems: [problem]))
            }
        }
        let then = Path.agreementPart(id, agreement, "assembly").url + "#clause-\(clause)"
        return try await perform(FillClause(clause: clause, values: values), of: name, sent: form, then: then) {
            try await showAssembly(after: $0)
        }
    }

    private func value(of variable: ClauseVariable, _ words: String) throws(Problem) -> Text {
        switch variable.type {
        case .text: typed(words)
        case .amount where !words.isEmpty: Text(same: try WrittenNumber.plain(words, in: say.language, decimals: 2))
        default: Text(same: words)
        }
    }
}
