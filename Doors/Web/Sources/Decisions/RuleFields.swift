import Ecosystems
import Governance
import Kernel
import Markup
import MethodLibrary

/// The part of a form that asks by which rule to vote.
extension EcosystemVisit {
    func ruleFields(_ proposal: Proposal, _ usual: DecisionRule?, _ refused: RefusedForm?, _ form: String)
        -> HTML
    {
        let key = proposal.id.rawValue
        func value(_ field: String, _ start: String = "") -> String { refused.value(field, in: form, else: start) }
        func line(_ field: String, _ label: String, _ start: String) -> HTML {
            "<div class=\"field\"><label for=\"\(field)-\(key)\">\(label)</label><input id=\"\(field)-\(key)\" name=\"\(field)\" value=\"\(value(field, start))\"></div>"
        }
        let fit = DecisionRule.Method.allCases.filter { proposal.options.count > 1 || !$0.needsOptions }
        let methods: HTML = fit.html {
            option($0.rawValue, say($0.label), chosen: value("method", (usual?.method ?? .majority).rawValue))
        }
        let quorums: HTML = DecisionRule.QuorumOf.allCases.html {
            option($0.rawValue, say($0.label), chosen: value("quorumOf", (usual?.quorumOf ?? .seats).rawValue))
        }
        let ties: HTML =
            option(
                "", say("dan is het onbeslist", "then it is undecided"),
                chosen: value("tie", usual?.tie?.rawValue ?? ""))
            + DecisionRule.Tie.allCases.html {
                option($0.rawValue, say($0.label), chosen: value("tie", usual?.tie?.rawValue ?? ""))
            }
        let secrecy: HTML = Ballot.Secrecy.allCases.html {
            option($0.rawValue, say($0.label), chosen: value("secrecy", "named"))
        }
        return """
            \(chooser("method-\(key)", "method", say("Regel", "Rule"), methods))\(chooser("secrecy-\(key)", "secrecy", say("Openheid", "Openness"), secrecy))
            <div class="field"><label for="closes-\(key)">\(say("Stemmen tot en met", "Vote until"))</label><input type="date" id="closes-\(key)" name="closes" value="\(value("closes", (reader.today + 14).description))"></div>
            <details><summary>\(say("Meer: drempel, quorum, gelijke stemmen, volmachten", "More: threshold, quorum, equal votes, proxies"))</summary>
            \(line("threshold", say("Drempel, bijvoorbeeld 2/3 (leeg: wat de regel zegt)", "Threshold, for example 2/3 (empty: what the rule says)"), usual?.threshold ?? ""))
            \(line("quorum", say("Quorum, bijvoorbeeld 1/2 (leeg: geen)", "Quorum, for example 1/2 (empty: none)"), usual?.quorum ?? ""))\(chooser("quorumOf-\(key)", "quorumOf", say("Quorum van", "Quorum of"), quorums))
            \(chooser("tie-\(key)", "tie", say("Bij gelijke stemmen", "When votes are equal"), ties))
            \(line("proxies", say("Voor hoeveel andere zetels een zetel mag stemmen", "For how many other seats one seat may vote"), ""))
            <label class="box"><input type="checkbox" name="abstentions" value="counted"\(if: usual?.abstentions == .counted, " checked")> \(say("Onthoudingen tellen mee", "Abstentions count"))</label>
            <label class="box"><input type="checkbox" name="changeable" value="1" checked> \(say("Een stem kan worden gewijzigd tot de sluiting", "A vote can be changed until closing"))</label>
            <label class="box"><input type="checkbox" name="follows" value="1"> \(say("Wie een volmacht gaf en niet stemt, stemt als de gemachtigde", "Who gave a proxy and does not vote, votes as the proxy does"))</label>\(presence(proposal))</details>
            """
    }

    /// Who is there, for a quorum or majority of who is present; nobody ticked: it is not known.
    private func presence(_ proposal: Proposal) -> HTML {
        guard let matter = reader.record(Matter.self, proposal.matter.rawValue) else { return "" }
        let boxes: HTML = Seats.of(matter.body, on: reader.today, reader).voting.html { held in
            "<label class=\"box\"><input type=\"checkbox\" name=\"present\" value=\"\(held.id.rawValue)\"> \(say(reader.title("seats", held.id.rawValue)))</label>"
        }
        guard !boxes.isEmpty else { return "" }
        return """
            <fieldset class="field"><legend>\(say("Wie er nu zijn (leeg: niet bekend)", "Who is here now (empty: not known)"))</legend><div class="boxes">\(boxes)</div>
            <label class="box"><input type="checkbox" name="quorumPresent" value="1"> \(say("Het quorum telt wie er is, niet wie stemt", "The quorum counts who is there, not who votes"))</label></fieldset>
            """
    }
}

extension DecisionRule.Method {
    /// Whether it chooses among options only.
    var needsOptions: Bool { [.approval, .score, .dots, .irv, .stv, .schulze].contains(self) }
}
