import Ecosystems
import Kernel
import Markup
import NetworkMap

/// On the page of a relation: how each side sees it, and whether they agree.
extension EcosystemVisit {
    func relationSides(_ kind: Kind, _ record: String) -> HTML {
        guard kind.plural == Relation.naming.plural, let account = RelationAccount(record, reader) else { return "" }
        let columns = [say("Hoe het gaat", "How it goes"), say("Op", "On"), say("Toelichting", "Note")]
        let rows: HTML = account.sides.html { side in
            let told = side.told
            let quality = told.map { say($0.quality.label) } ?? say("zei nog niets", "said nothing yet")
            let weight = told?.weight.map { " · \(say("gewicht", "weight")) \($0)" } ?? ""
            let on: HTML = told?.on.map { "\(say.day($0, today: reader.today))" } ?? ""
            let again =
                told == nil ? say("Zeg hoe het gaat", "Say how it goes") : say("Zeg het opnieuw", "Say it again")
            let today = "\(reader.today)"
            let add = addLink(
                "observations", again, [("relation", record), ("by", side.organisation), ("on", today)])
            return """
                <tr><th scope="row">\(ValueView(self).link("organisations", side.organisation))</th>\
                <td data-label="\(columns[0])">\(quality)\(weight)</td>\
                <td data-label="\(columns[1])">\(on)</td><td data-label="\(columns[2])">\(say(told?.note ?? Text()))</td><td>\(add)</td></tr>
                """
        }
        let mark = account.qualities.isDisputed ? "≠ " : ""
        let head: HTML = columns.html { "<th scope=\"col\">\($0)</th>" }
        return """
            <section class="card" id="sides"><h2>\(say("Hoe beide kanten het zien", "How both sides see it"))</h2><p>\(mark)\(say(account.sentence))</p>
            <table class="cards"><thead><tr><th scope="col">\(say("Wie", "Who"))</th>\(head)<td></td></tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }
}
